// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// The register of accounts on the wire: requests, the life of each account, accounts that are not the body's own. Moments are ISO
// 8601 in UTC, days `YYYY-MM-DD` in Europe/Rome. Every act on the register answers with the whole of it.

const Moment = z.iso.datetime();
const Day = z.iso.date();
const Line = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), 'va scritto su una riga sola');
const Text = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed(), 'caratteri che non si leggono');
const NetworkId = z.string().min(1).max(40);
const Address = z.url({ protocol: /^https?$/ }).max(2000);
const ActWords = Line.min(3).max(200);

/** Said by a clause; a null value is «dato mancante», a null clause that the policy does not speak of it. */
export const RegisterTerm = z.object({ value: z.string().nullable(), clause: z.string().nullable() });
export type RegisterTerm = z.infer<typeof RegisterTerm>;

export const REQUEST_STATES = ['asked', 'opined', 'authorised', 'refused', 'opened'] as const;

export const AccountRequestView = z.object({
  id: z.string(),
  network: NetworkId,
  label: z.string().describe('of the network'),
  service: z.string(),
  sort: z.string().nullable(),
  answers: z.array(
    z.object({
      label: z.string(),
      clause: z.string().nullable(),
      inSource: z.boolean().describe('false: the policy does not ask for it, the body or the desk does'),
      value: z.string(),
    }),
  ),
  keeper: z.string(),
  state: z.enum(REQUEST_STATES),
  askedBy: z.string(),
  askedAt: Moment,
  isMine: z.boolean().describe('asked by whoever reads this'),
  opinion: z
    .object({
      outcome: z.enum(['favourable', 'contrary']),
      office: z.string().nullable(),
      note: z.string(),
      by: z.string(),
      at: Moment,
    })
    .nullable(),
  settled: z
    .object({
      authority: z.string().nullable(),
      act: z.string().nullable().describe('as it is cited; null: refused'),
      note: z.string().nullable(),
      by: z.string(),
      at: Moment,
    })
    .nullable(),
  opinionBy: RegisterTerm,
  authorisedBy: RegisterTerm,
  account: z.string().nullable().describe('its id, once opened'),
});
export type AccountRequestView = z.infer<typeof AccountRequestView>;

export const ProfileTextsView = z.object({
  bio: z.string(),
  linkApart: z.boolean().describe('the address goes in the field that the network has for it'),
  pinned: z.string(),
  clauses: z.array(z.string()),
  missing: z.array(z.enum(['privacy-notice', 'privacy-officer'])),
  digest: z.string(),
});
export type ProfileTextsView = z.infer<typeof ProfileTextsView>;

export const RegisteredView = z.object({
  id: z.string(),
  network: NetworkId,
  label: z.string(),
  name: z.string(),
  handle: z.string(),
  url: z.string(),
  act: z.string(),
  state: z.enum(['active', 'suspended', 'closed']),
  registeredAt: Moment,
  request: z.string().nullable().describe('id of the request it was opened by'),
  runBy: RegisterTerm.describe('the office, as the policy says'),
  keepers: z.array(
    z.object({ id: z.string(), name: z.string(), offices: z.array(z.string()), act: z.string(), since: Moment }),
  ),
  /** What keeps the register from being in order here; Italian, one line. */
  faults: z.array(z.object({ text: z.string(), clauses: z.array(z.string()) })),
  supervision: z.object({
    lastCheck: z
      .object({
        at: Moment,
        by: z.string(),
        note: z.string(),
        bio: z.boolean(),
        pinned: z.boolean(),
        links: z.boolean(),
        privacy: z.boolean(),
      })
      .nullable(),
    nextOn: Day.nullable().describe('null: no interval is known'),
    isDue: z.boolean(),
    lastWrittenAt: Moment.nullable(),
    silentDays: z.number().int().nullable(),
    isSilent: z.boolean(),
    followers: z.object({ value: z.number(), day: Day }).nullable(),
  }),
  texts: ProfileTextsView.nullable().describe('null: no policy is in force, or the account is closed'),
  profileReadable: z.boolean().describe('false: nobody reads the profile but people'),
  /** `renew`: the policy changed since the last check. */
  textsState: z.enum(['unchecked', 'standing', 'wrong', 'renew']),
  linksTo: z.array(z.object({ label: z.string(), url: z.string(), clause: z.string() })),
  changes: z.array(
    z.object({
      state: z.enum(['active', 'suspended', 'closed']),
      act: z.string(),
      reason: z.string(),
      by: z.string(),
      at: Moment,
    }),
  ),
  archive: z.object({ digest: z.string(), keptAt: z.string(), at: Moment }).nullable(),
});
export type RegisteredView = z.infer<typeof RegisteredView>;

/** `GET …/account-register/accounts/{account}/profile`: what the network says of the account now. */
export const ProfileReading = z.object({
  said: z.string(),
  stands: z.boolean().describe('it holds the words that the policy wants there'),
});
export type ProfileReading = z.infer<typeof ProfileReading>;

export const IMPOSTOR_STATES = ['to-report', 'reported', 'gone', 'mistaken'] as const;

export const ImpostorView = z.object({
  id: z.string(),
  standing: z.literal('unofficial'),
  network: NetworkId,
  label: z.string(),
  url: z.string(),
  name: z.string(),
  byStaff: z.boolean(),
  note: z.string(),
  clause: z.string().nullable(),
  state: z.enum(IMPOSTOR_STATES),
  noticedBy: z.string(),
  noticedAt: Moment,
  reported: z.object({ reference: z.string(), by: z.string(), at: Moment }).nullable(),
  settled: z.object({ note: z.string(), by: z.string(), at: Moment }).nullable(),
});
export type ImpostorView = z.infer<typeof ImpostorView>;

/** `GET /api/bodies/{body}/account-register` */
export const AccountRegister = z.object({
  policyVersion: z.string().nullable(),
  isInOrder: z.boolean(),
  terms: z.object({
    askedBy: RegisterTerm,
    opinionBy: RegisterTerm,
    authorisedBy: RegisterTerm,
    openedBy: RegisterTerm,
    enabledBy: RegisterTerm,
    act: RegisterTerm,
    credentials: RegisterTerm,
    unofficial: RegisterTerm,
    forbidden: RegisterTerm,
    check: RegisterTerm,
  }),
  choice: z.object({
    asks: z.array(z.string()),
    checkDays: z.number().int().nullable(),
    silenceDays: z.number().int().nullable(),
    act: z.string().nullable().describe('null: the body chose nothing'),
  }),
  questions: z.array(
    z.object({
      label: z.string(),
      clause: z.string().nullable(),
      inSource: z.boolean(),
      sort: z.string().nullable().describe('asked for that sort of account alone'),
    }),
  ),
  sorts: z.array(z.string()),
  networks: z.array(z.object({ network: NetworkId, label: z.string(), inPolicy: z.boolean() })),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  requests: z.array(AccountRequestView),
  accounts: z.array(RegisteredView),
  impostors: z.array(ImpostorView),
});
export type AccountRegister = z.infer<typeof AccountRegister>;

/** `POST …/account-register/requests`: `keeper` is a person's id. */
export const AccountRequestRequest = z.strictObject({
  network: NetworkId,
  service: Line.min(3).max(200),
  sort: Line.max(200).nullable(),
  keeper: z.string().max(100),
  answers: z.array(z.object({ label: Line.min(1).max(300), value: Text.max(4000) })).max(30),
});
export type AccountRequestRequest = z.infer<typeof AccountRequestRequest>;

/** `POST …/account-register/requests/{id}/opinion` */
export const OpinionRequest = z.strictObject({
  outcome: z.enum(['favourable', 'contrary']),
  note: Text.min(5).max(2000),
});
export type OpinionRequest = z.infer<typeof OpinionRequest>;

/** `POST …/account-register/requests/{id}/settlement`: `authority` is who signed the act. */
export const SettlementRequest = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('authorised'),
    authority: Line.min(3).max(200),
    act: z.strictObject({ number: ActWords, date: Day }),
  }),
  z.strictObject({ outcome: z.literal('refused'), note: Text.min(5).max(2000) }),
]);
export type SettlementRequest = z.infer<typeof SettlementRequest>;

/** `POST …/account-register/accounts/{account}/{suspension|resumption}` */
export const StandingRequest = z.strictObject({ act: ActWords, reason: Line.min(5).max(500) });
export type StandingRequest = z.infer<typeof StandingRequest>;
/** `POST …/account-register/accounts/{account}/closing`: `keptAt` says where the copy of what was published lies. */
export const ClosingRequest = StandingRequest.extend({ keptAt: Line.min(3).max(300) });
export type ClosingRequest = z.infer<typeof ClosingRequest>;

/** `POST …/account-register/accounts/{account}/keepers` and `…/keepers/{id}/end` */
export const KeeperRequest = z.strictObject({ person: z.string().max(100), act: ActWords });
export type KeeperRequest = z.infer<typeof KeeperRequest>;
export const KeeperEndRequest = z.strictObject({ act: ActWords });

/** `POST …/account-register/accounts/{account}/checks`: `digest` of the texts that whoever looked had before them. */
export const CheckRequest = z.strictObject({
  digest: z.string().max(64),
  bio: z.boolean(),
  pinned: z.boolean(),
  links: z.boolean(),
  privacy: z.boolean(),
  note: Text.max(1000),
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** `POST …/account-register/impostors` */
export const ImpostorRequest = z.strictObject({
  network: NetworkId,
  url: Address,
  name: Line.min(1).max(200),
  byStaff: z.boolean(),
  note: Text.max(2000),
});
export type ImpostorRequest = z.infer<typeof ImpostorRequest>;
/** `POST …/account-register/impostors/{id}/report`: done on the network by hand. */
export const ImpostorReportRequest = z.strictObject({ reference: Line.min(1).max(200) });
/** `POST …/account-register/impostors/{id}/settlement` */
export const ImpostorSettlementRequest = z.strictObject({
  outcome: z.enum(['gone', 'mistaken']),
  note: Text.min(3).max(1000),
});
export type ImpostorSettlementRequest = z.infer<typeof ImpostorSettlementRequest>;

/** `POST …/account-register/choice` */
export const RegisterChoiceRequest = z.strictObject({
  asks: z.array(Line.min(3).max(300)).max(12),
  checkDays: z.number().int().min(1).max(730).nullable(),
  silenceDays: z.number().int().min(1).max(730).nullable(),
  act: ActWords,
});
export type RegisterChoiceRequest = z.infer<typeof RegisterChoiceRequest>;
