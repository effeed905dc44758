// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Capacity, Role } from '../role.ts';

export const ENGAGEMENTS = ['staff', 'external'] as const;
export const Engagement = z.enum(ENGAGEMENTS);
export type Engagement = z.infer<typeof Engagement>;

/** `undesignated`: no act yet, and no right; `to-come`, `ended`: outside its dates; `unauthorised`: not by whom the policy wants. */
export const MANDATE_STATES = ['in-force', 'undesignated', 'unauthorised', 'to-come', 'ended'] as const;
export const MandateState = z.enum(MANDATE_STATES);
export type MandateState = z.infer<typeof MandateState>;

const Day = z.iso.date();
const Moment = z.iso.datetime();
const Line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), 'va scritto su una riga sola');

/** The act by which a mandate is given: both its number and its day, and whose it is. */
export const MandateAct = z.object({
  number: Line(1, 120),
  on: Day,
  /** In the policy's own words where it says who gives it: «Dirigente generale». */
  authority: Line(2, 120),
});
export type MandateAct = z.infer<typeof MandateAct>;

const MandateTermsGiven = z.object({
  capacity: Capacity,
  /** The office or department. */
  office: Line(2, 120).nullable(),
  engagement: Engagement,
  /** Null: as a member who waits for their act, without any right. */
  act: MandateAct.nullable(),
  /** Null: from now. */
  since: Moment.nullable(),
  /** Null: until it is ended. */
  until: Moment.nullable(),
  /** Both null: on every channel. */
  networks: z.array(z.string().min(1).max(40)).min(1).max(20).nullable(),
  accounts: z.array(z.uuid()).min(1).max(50).nullable(),
  /** Coordinates the working group. */
  coordinates: z.boolean(),
  /** Directs by delegation. */
  delegate: z.boolean(),
});

/** `POST …/people/{person}/mandates` */
export const MandateRequest = MandateTermsGiven;
export type MandateRequest = z.infer<typeof MandateRequest>;

/** `POST /api/bodies/{body}/people`: somebody enters, with their first mandate. */
export const EntryRequest = z.object({
  name: Line(3, 120),
  email: z.email().max(320),
  mandate: MandateTermsGiven,
});
export type EntryRequest = z.infer<typeof EntryRequest>;

/** `POST …/mandates/{id}/act`: designates a member who waited for it, or names anew who authorised. */
export const DesignationRequest = MandateAct;

/** `POST …/mandates/{id}/end` */
export const EndRequest = z.object({
  /** Null: now. */
  at: Moment.nullable(),
  reason: Line(3, 300),
});
export type EndRequest = z.infer<typeof EndRequest>;

/** `POST …/people/{person}/training` */
export const TrainingRequest = z.object({ what: Line(3, 200), on: Day, document: Line(1, 200) });
export type TrainingRequest = z.infer<typeof TrainingRequest>;

/** `POST …/people/{person}/departure` */
export const DepartureRequest = z.object({ reason: Line(3, 300) });
export type DepartureRequest = z.infer<typeof DepartureRequest>;

export const MandateView = z.object({
  id: z.uuid(),
  role: Role,
  capacity: Capacity,
  office: z.string().nullable(),
  engagement: Engagement,
  act: z.object({ number: z.string(), on: Day.nullable(), authority: z.string().nullable() }).nullable(),
  since: Moment,
  until: Moment.nullable(),
  networks: z.array(z.string()).nullable(),
  accounts: z.array(z.uuid()).nullable(),
  coordinates: z.boolean(),
  delegate: z.boolean(),
  givenBy: z.string().nullable(),
  state: MandateState,
});
export type MandateView = z.infer<typeof MandateView>;

export const TaskView = z.object({
  id: z.uuid(),
  kind: z.enum(['secrets', 'role']),
  network: z.string(),
  words: z.string(),
  doneAt: Moment.nullable(),
  doneBy: z.string().nullable(),
});
export type TaskView = z.infer<typeof TaskView>;

export const DepartureView = z.object({
  id: z.uuid(),
  why: z.enum(['act', 'term']),
  reason: z.string().nullable(),
  at: Moment,
  by: z.string().nullable(),
  closed: z.object({
    mandates: z.number().int(),
    sessions: z.number().int(),
    claims: z.number().int(),
    authorisations: z.number().int(),
    links: z.number().int(),
    tokens: z.number().int(),
  }),
  tasks: z.array(TaskView),
});
export type DepartureView = z.infer<typeof DepartureView>;

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Whether they have set a password of their own. */
  entered: z.boolean(),
  /** How the last link went, while it has not been used. */
  link: z.object({ state: z.enum(['promised', 'sent', 'refused', 'shown']), until: Moment }).nullable(),
  mandates: z.array(MandateView),
  training: z.array(z.object({ what: z.string(), on: Day, document: z.string() })),
  departures: z.array(DepartureView),
});
export type PersonView = z.infer<typeof PersonView>;

/** What the policy in force asks of mandates, with the clauses. */
export const MandateRules = z.object({
  /** Who gives them. */
  authorities: z.array(z.object({ by: z.string(), clauses: z.array(z.string()) })),
  /** Clauses that want a training. */
  training: z.array(z.string()),
  /** Who runs the channels. */
  owners: z.array(z.object({ office: z.string(), clause: z.string(), networks: z.array(z.string()) })),
  /** Which office enables and revokes. */
  enabledBy: z.array(z.object({ office: z.string(), clause: z.string() })),
});
export type MandateRules = z.infer<typeof MandateRules>;

export const Defect = z.object({ clause: z.string(), what: z.string() });
export type Defect = z.infer<typeof Defect>;

/** `GET /api/bodies/{body}/people` */
export const PeoplePage = z.object({
  people: z.array(PersonView),
  rules: MandateRules,
  /** What does not agree with the policy in force. */
  defects: z.array(Defect),
  accounts: z.array(z.object({ id: z.uuid(), network: z.string(), name: z.string(), handle: z.string() })),
  mailPossible: z.boolean(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** What inviting answers: the link once, where no letter carries it. */
export const Entered = z.object({
  page: PeoplePage,
  person: z.string(),
  /** Told this once; null: it went by letter, or none was needed. */
  link: z.url().nullable(),
});
export type Entered = z.infer<typeof Entered>;

/** Of a one-use link: 256 bits, base64url. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** `POST /api/invitations/look` */
export const LinkRequest = z.object({ token: Token });
export const LinkView = z.object({
  name: z.string(),
  email: z.string(),
  body: z.string(),
  bodyName: z.string(),
  /** The name of the body's own sign-in service; null: a password is chosen. */
  provider: z.string().nullable(),
});
export type LinkView = z.infer<typeof LinkView>;

export const PASSWORD_LEAST = 12;

/** `POST /api/invitations/accept` */
export const PasswordRequest = z.object({ token: Token, password: z.string().min(PASSWORD_LEAST).max(1024) });
export type PasswordRequest = z.infer<typeof PasswordRequest>;
