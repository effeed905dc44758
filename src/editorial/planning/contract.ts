// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What is planned. Days are `YYYY-MM-DD` and times `HH:MM` as a clock in Rome shows them; moments are ISO 8601 in UTC.

export const PLAN_KINDS = ['editorial', 'work'] as const;
export const PLAN_STATES = ['draft', 'proposed', 'approved', 'superseded', 'discarded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STEPS = ['opened', 'proposed', 'returned', 'approved', 'voided', 'superseded', 'discarded'] as const;
export type PlanStepName = (typeof PLAN_STEPS)[number];

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const readable = (text: string) => text.isWellFormed() && !text.includes('\0');
const words = (longest: number) => z.string().max(longest).refine(readable, 'caratteri che non si leggono');
const said = (longest: number) => words(longest).refine((text) => text.trim() !== '', 'manca una parola');
const Reasons = words(1000).refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole');
const Day = z.iso.date();
const Moment = z.iso.datetime();
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Person = z.object({ id: z.string(), name: z.string() });

/** When something goes out, and what is known of it already. */
export const PlanSlot = z.strictObject({
  id: z.uuid(),
  day: Day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Where; empty: not said yet. */
  accounts: z.array(z.uuid()).max(30),
  theme: words(300),
  audience: words(300),
  /** Working title. */
  title: said(200),
  /** Who prepares it, in words. */
  prepares: words(200),
  /** What another calendar calls it; empty: it was born here. */
  uid: words(300),
});
export type PlanSlot = z.infer<typeof PlanSlot>;

/** Who does what in which week; the week by its Monday. */
export const WorkItem = z.strictObject({
  id: z.uuid(),
  week: Day.refine((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, 'la settimana comincia di lunedì'),
  who: said(200),
  what: said(500),
  done: z.boolean(),
});
export type WorkItem = z.infer<typeof WorkItem>;

const unique = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id)).size === all.length;

export const PlanContent = z
  .strictObject({
    kind: z.enum(PLAN_KINDS),
    title: said(200),
    from: Day,
    to: Day,
    /** What the plan is for. */
    aims: words(10_000),
    themes: z.array(said(300)).max(50),
    audiences: z.array(said(300)).max(50),
    slots: z.array(PlanSlot).max(500).refine(unique, 'la stessa uscita due volte'),
    work: z.array(WorkItem).max(500).refine(unique, 'lo stesso compito due volte'),
  })
  .refine(({ from, to }) => {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
    return days >= 0 && days < MOST_DAYS;
  }, 'il periodo va dal primo all’ultimo giorno, al massimo un anno')
  .refine(
    ({ from, to, slots }) => slots.every(({ day }) => from <= day && day <= to),
    'un’uscita cade fuori dal periodo del piano',
  );
export type PlanContent = z.infer<typeof PlanContent>;

/** `POST …/editorial/plans` */
export const NewPlan = z.strictObject({ content: PlanContent });
/** `PUT …/editorial/plans/{id}`: on top of the version that was read. */
export const PlanSaving = z.strictObject({ version: z.number().int().positive(), content: PlanContent });
export type PlanSaving = z.infer<typeof PlanSaving>;
/** `POST …/editorial/plans/{id}/proposal` */
export const OnPlan = z.strictObject({ version: z.number().int().positive() });
/** `POST …/editorial/plans/{id}/return` and `…/discard` */
export const OnPlanWithReasons = OnPlan.extend({ reasons: Reasons });
/** `POST …/editorial/plans/{id}/approval`: what was read, to the letter. */
export const PlanApproval = OnPlan.extend({ digest: Digest });
export type PlanApproval = z.infer<typeof PlanApproval>;

/** What the policy says of a plan; `approval` null: no clause asks for one. */
export const PlanTermsView = z.object({
  clauses: z.array(z.string()),
  preparedBy: z.string().nullable(),
  approval: z.object({ by: z.string().nullable(), clause: z.string() }).nullable(),
  every: z.array(z.object({ every: z.enum(['weekly', 'monthly', 'yearly', 'continuous']), clause: z.string() })),
  themes: z.array(z.string()),
});
export type PlanTermsView = z.infer<typeof PlanTermsView>;

export const PlanSummary = z.object({
  id: z.string(),
  kind: z.enum(PLAN_KINDS),
  title: z.string(),
  from: Day,
  to: Day,
  state: z.enum(PLAN_STATES),
  version: z.number().int(),
  author: Person,
  updatedAt: Moment,
});
export type PlanSummary = z.infer<typeof PlanSummary>;

const Choice = z.object({
  workDays: z.number().int().min(1).max(366).nullable(),
  lateMinutes: z.number().int().min(1).max(1440).nullable(),
  act: z.string(),
});

/** `GET …/editorial/plans`: the latest first, without those given up. */
export const PlanList = z.object({
  items: z.array(PlanSummary),
  terms: z.object({ editorial: PlanTermsView.nullable(), work: PlanTermsView.nullable() }),
  policyVersion: z.string(),
  choice: Choice.extend({ person: z.string(), at: Moment }).nullable().describe('null: «dato mancante»'),
  /** Since which day a work plan is not kept up to date. */
  reminder: z.object({ since: Day, plan: z.string().nullable() }).nullable(),
});
export type PlanList = z.infer<typeof PlanList>;

/** `POST …/editorial/plan-choice`: by the head, with the act. */
export const PlanChoiceRequest = Choice.extend({ act: said(300) }).strict();
export type PlanChoiceRequest = z.infer<typeof PlanChoiceRequest>;

export const PlanDetail = PlanSummary.extend({
  content: PlanContent,
  digest: Digest,
  terms: PlanTermsView.nullable(),
  policyVersion: z.string(),
  approval: z
    .object({ version: z.number().int(), digest: Digest, person: Person, at: Moment, void: z.string().nullable() })
    .nullable(),
  /** Approved plans of the same kind for the same days: approving this one supersedes them. */
  supersedes: z.array(z.object({ id: z.string(), title: z.string() })),
  writers: z.array(Person),
  steps: z.array(
    z.object({
      step: z.enum(PLAN_STEPS),
      version: z.number().int(),
      reasons: z.string().nullable(),
      person: Person,
      at: Moment,
    }),
  ),
});
export type PlanDetail = z.infer<typeof PlanDetail>;

export const SLOT_STATES = ['planned', 'in-hand', 'on-time', 'late', 'not-done'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

const ContentOfSlot = z.object({ id: z.string(), title: z.string(), state: z.string() });

export const SlotView = PlanSlot.omit({ uid: true }).extend({
  at: Moment,
  plan: z.object({
    id: z.string(),
    title: z.string(),
    state: z.enum(PLAN_STATES),
    version: z.number().int(),
  }),
  state: z.enum(SLOT_STATES),
  outAt: Moment.nullable(),
  contents: z.array(ContentOfSlot),
});
export type SlotView = z.infer<typeof SlotView>;

/** A content with a time, or that is out, and no slot. */
export const UnplannedView = z.object({
  content: ContentOfSlot,
  day: Day,
  at: Moment,
  outAt: Moment.nullable(),
  /** Why it goes out all the same; empty: nobody said. */
  offPlan: z.string(),
});
export type UnplannedView = z.infer<typeof UnplannedView>;

export const WeekFigures = z.object({
  week: Day.describe('its Monday'),
  planned: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  notDone: z.number().int(),
  waiting: z.number().int(),
  offPlan: z.number().int(),
});
export type WeekFigures = z.infer<typeof WeekFigures>;

/** `GET …/editorial/calendar?from&to`: at most 100 days, whole weeks counted. */
export const PlanCalendar = z.object({
  from: Day,
  to: Day,
  today: Day,
  slots: z.array(SlotView),
  unplanned: z.array(UnplannedView),
  weeks: z.array(WeekFigures),
});
export type PlanCalendar = z.infer<typeof PlanCalendar>;
export const CalendarQuery = z.object({ from: Day, to: Day });

/** `POST …/editorial/plans/{id}/calendar-reading`: an iCalendar file is read; nothing is saved. */
export const CalendarFile = z.strictObject({ text: z.string().max(1_000_000) });
export const CalendarReading = z.object({
  /** To be put in the plan: those that it has already keep their id and what else it says of them. */
  slots: z.array(PlanSlot),
  /** What could not be read, each with the line of the file where it begins. */
  unread: z.array(z.object({ line: z.number().int(), title: z.string(), why: z.string() })),
});
export type CalendarReading = z.infer<typeof CalendarReading>;

export const FeedView = z.object({
  id: z.string(),
  person: z.string(),
  at: Moment,
  revokedAt: Moment.nullable(),
  own: z.boolean(),
});
export type FeedView = z.infer<typeof FeedView>;
export const FeedList = z.object({ items: z.array(FeedView) });
export type FeedList = z.infer<typeof FeedList>;
/** `POST …/editorial/plan-feeds`: the address, shown this once. */
export const NewFeed = FeedList.extend({ address: z.url() });

/** Where a content stands among the plans. */
export const PlanOfContent = z.object({
  /** By which clauses it has to follow an approved plan; null: the policy does not ask for it. */
  followed: z.object({ approval: z.string(), following: z.string(), by: z.string().nullable() }).nullable(),
  slot: z
    .object({
      id: z.string(),
      title: z.string(),
      at: Moment,
      plan: z.string(),
      planTitle: z.string(),
      approved: z.boolean(),
    })
    .nullable(),
  themes: z.array(z.object({ clause: z.string(), themes: z.array(z.string()) })),
});
export type PlanOfContent = z.infer<typeof PlanOfContent>;

export const FreshnessView = z.object({
  id: z.string(),
  what: z.string(),
  content: z.object({ id: z.string(), title: z.string() }).nullable(),
  account: z.object({ id: z.string(), name: z.string(), network: z.string() }).nullable(),
  reviewOn: Day,
  /** The day came: a task is open. */
  due: z.boolean(),
  setBy: z.string(),
  done: z.object({ at: Moment, by: z.string(), outcome: z.string() }).nullable(),
});
export type FreshnessView = z.infer<typeof FreshnessView>;

/** `GET …/editorial/freshness`: what is to be looked at first, then what was done last. */
export const FreshnessList = z.object({
  items: z.array(FreshnessView),
  clause: z.string().nullable().describe('by which pages are kept up to date; null: the policy does not say'),
  contents: z.array(z.object({ id: z.string(), title: z.string() })).describe('what is out'),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), network: z.string() })),
  today: Day,
});
export type FreshnessList = z.infer<typeof FreshnessList>;

/** `POST …/editorial/freshness`: of a content that is out, or of an account’s own texts. */
export const FreshnessRequest = z
  .strictObject({ content: z.uuid().nullable(), account: z.uuid().nullable(), what: said(300), reviewOn: Day })
  .refine(({ content, account }) => (content === null) !== (account === null), 'o un contenuto o un account');
export type FreshnessRequest = z.infer<typeof FreshnessRequest>;

/** `POST …/editorial/freshness/{id}/outcome`: what was done, and when to look again. */
export const FreshnessOutcome = z.strictObject({ outcome: Reasons, again: Day.nullable() });
export type FreshnessOutcome = z.infer<typeof FreshnessOutcome>;
