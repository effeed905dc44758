// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ToDoItem } from '../to-do/contract.ts';

export * from './push/contract.ts';

// Who has a case in hand, who is on duty, what a turn leaves to the next, and the alarms. Moments are ISO 8601 in UTC; days are
// `2026-11-22` and hours `09:00`, both in Italian local time.

const Moment = z.iso.datetime();
const Day = z.iso.date();
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const Weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 Monday … 7 Sunday');

export const DeskPerson = z.object({ id: z.string(), name: z.string() });
export type DeskPerson = z.infer<typeof DeskPerson>;

export const CLAIM_WAYS = ['by-hand', 'form', 'handed-over', 'alarm'] as const;
export const Claim = z.object({
  case: z.string(),
  person: DeskPerson,
  since: Moment,
  how: z.enum(CLAIM_WAYS),
  mine: z.boolean(),
});
export type Claim = z.infer<typeof Claim>;

/** `GET /api/bodies/{body}/claims`: every case in somebody's hands. */
export const Claims = z.object({ items: z.array(Claim) });
export type Claims = z.infer<typeof Claims>;

/** `GET /api/bodies/{body}/cases/{id}/claim` */
export const ClaimView = z.object({
  claim: Claim.nullable(),
  /** Others who have the case open now. */
  looking: z.array(DeskPerson),
  handovers: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      at: Moment,
      /** Null where the author's data were erased. */
      note: z.string().nullable(),
    }),
  ),
  /** To whom it may be handed over. */
  people: z.array(DeskPerson),
  alarm: z.string().nullable().describe('id of the alarm that rings for it or was taken'),
});
export type ClaimView = z.infer<typeof ClaimView>;

/** `POST …/cases/{id}/claim`; `from`: the person whom the claim is openly taken over from. */
export const ClaimRequest = z.object({ how: z.enum(['by-hand', 'form']), from: z.string().optional() });
export type ClaimRequest = z.infer<typeof ClaimRequest>;

/** `POST …/cases/{id}/handover`, with an `Idempotency-Key`. */
export const HandoverRequest = z.object({ to: z.string().min(1), note: z.string().trim().min(1).max(1000) });
export type HandoverRequest = z.infer<typeof HandoverRequest>;

/** `POST /api/bodies/{body}/presence`; null: the screen shows no case any more. */
export const PresenceRequest = z.object({ screen: z.uuid(), case: z.uuid().nullable() });
export type PresenceRequest = z.infer<typeof PresenceRequest>;

/** From `from` to `to`; where `to` is not after `from` it ends the next day. */
const Hours = { days: Weekdays, from: Hour, to: Hour };
export const Turn = z.object({ person: z.string().min(1), ...Hours, holidays: z.boolean() });
export type Turn = z.infer<typeof Turn>;

/** Whole days, both included. Without a substitute nobody takes the place. */
export const Absence = z
  .object({ person: z.string().min(1), from: Day, to: Day, substitute: z.string().min(1).nullable() })
  .refine(({ from, to }) => from <= to, 'ends before it begins');
export type Absence = z.infer<typeof Absence>;

/** Who answers for what is grave, in order: the first, then the deputies. */
export const OnCall = z.object({ people: z.array(z.string().min(1)).min(1).max(6), ...Hours, holidays: z.boolean() });
export type OnCall = z.infer<typeof OnCall>;

export const TurnPlan = z.object({
  turns: z.array(Turn).max(100),
  absences: z.array(Absence).max(200),
  onCall: z.array(OnCall).max(50),
  /** After how long without an answer the next one is called; null: the body has not chosen. */
  repeatMinutes: z.number().int().min(1).max(240).nullable(),
});
export type TurnPlan = z.infer<typeof TurnPlan>;

export const EMPTY_PLAN: TurnPlan = { turns: [], absences: [], onCall: [], repeatMinutes: null };

/** `GET` and `POST /api/bodies/{body}/turns` */
export const TurnsView = z.object({
  revision: z.number().int().describe('0: never set'),
  plan: TurnPlan,
  set: z.object({ by: z.string(), at: Moment }).nullable(),
  people: z.array(DeskPerson),
  now: z.object({
    onDuty: z.array(DeskPerson),
    until: Moment.nullable(),
    onCall: z.array(DeskPerson),
    /** False: the rota has nobody for this hour, and the heads of the desk are called. */
    byRota: z.boolean(),
  }),
  letters: z.boolean().describe('whether the desk can write letters'),
});
export type TurnsView = z.infer<typeof TurnsView>;
export const TurnsRequest = z.object({ revision: z.number().int().min(0), plan: TurnPlan });
export type TurnsRequest = z.infer<typeof TurnsRequest>;

const CaseRef = z.object({ id: z.string(), number: z.number().int(), since: Moment, by: z.string().nullable() });
const CaseRefs = z.object({ total: z.number().int(), first: z.array(CaseRef) });
export type CaseRefs = z.infer<typeof CaseRefs>;

export const SheetFacts = z.object({
  /** Whose turn closed, and who comes next. */
  people: z.array(z.string()),
  next: z.array(z.string()),
  nextAt: Moment.nullable(),
  open: z.number().int(),
  grave: CaseRefs,
  overdue: CaseRefs,
  claimed: CaseRefs,
  released: CaseRefs,
  byHand: CaseRefs,
  stuck: CaseRefs,
  /** What waits under a term and is in no queue; absent: a sheet written before it was listed, which has `reviews` alone. */
  toDo: z.array(ToDoItem).optional(),
  reviews: z.number().int().optional(),
  decided: z.object({
    total: z.number().int(),
    byClause: z.array(z.object({ ground: z.string(), kind: z.string(), count: z.number().int() })),
  }),
});
export type SheetFacts = z.infer<typeof SheetFacts>;

/** `GET /api/bodies/{body}/handover-sheets/{id}`; `now` in the place of the id: as it would be written now. */
export const Sheet = z.object({
  id: z.string().nullable(),
  closedAt: Moment,
  facts: SheetFacts,
  readBy: z.array(z.object({ name: z.string(), at: Moment })),
  readByMe: z.boolean(),
});
export type Sheet = z.infer<typeof Sheet>;
export const Sheets = z.object({
  items: z.array(z.object({ id: z.string(), closedAt: Moment, readByMe: z.boolean() })),
});
export type Sheets = z.infer<typeof Sheets>;

/** Whom one telephones because of an alarm. */
export const CALLED = [
  'emergency',
  'ambulance',
  'police',
  'local-police',
  'social-services',
  'colleague',
  'other',
] as const;
export type Called = (typeof CALLED)[number];

/** `GET /api/bodies/{body}/alarms`: those that ring, then those that were taken. */
export const AlarmSummary = z.object({
  id: z.string(),
  case: z.string(),
  number: z.number().int(),
  state: z.enum(['ringing', 'taken', 'ended']),
  raisedAt: Moment,
  takenBy: z.string().nullable(),
  takenAt: Moment.nullable(),
  nextAt: Moment.nullable(),
  /** Whom neither a letter nor a notice on a device reached: somebody has to telephone. */
  byHand: z.array(z.string()),
});
export type AlarmSummary = z.infer<typeof AlarmSummary>;
export const Alarms = z.object({ items: z.array(AlarmSummary) });
export type Alarms = z.infer<typeof Alarms>;

/** `GET /api/bodies/{body}/alarms/{id}`: what the page for a telephone shows. */
export const AlarmView = AlarmSummary.extend({
  mine: z.boolean(),
  why: z.array(z.string()).describe('Italian: what was noticed'),
  help: z.object({ text: z.string(), clause: z.string().nullable() }).describe('what may be told whoever is in danger'),
  letters: z.array(
    z.object({
      to: z.string(),
      state: z.enum(['promised', 'sent', 'refused', 'by-hand', 'stopped']),
      at: Moment,
    }),
  ),
  /** One for each device of who was called. */
  pushes: z.array(
    z.object({
      to: z.string(),
      state: z.enum(['promised', 'sent', 'refused', 'gone', 'late', 'stopped']),
      at: Moment,
    }),
  ),
  calls: z.array(
    z.object({
      called: z.enum(CALLED),
      /** Who it was, where that was written; null also where the author's data were erased. */
      who: z.string().nullable(),
      by: z.string(),
      at: Moment,
    }),
  ),
});
export type AlarmView = z.infer<typeof AlarmView>;

/** `POST …/alarms/{id}/calls`, with an `Idempotency-Key`: whom the person telephoned; `who` is sealed and stays out of the record. */
export const CallRequest = z.object({ called: z.enum(CALLED), who: z.string().trim().max(80) });
export type CallRequest = z.infer<typeof CallRequest>;
