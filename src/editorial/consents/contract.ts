// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { OutingView } from '../publishing/contract.ts';
import { PURPOSES } from './grounds-contract.ts';

// The ledger of releases and consents. Days are days of the calendar in Rome.

const readable = (text: string) => text.isWellFormed() && !text.includes('\0');
const words = (longest: number) => z.string().max(longest).refine(readable, 'caratteri che non si leggono');
const said = (longest: number) => words(longest).refine((text) => text.trim().length >= 2, 'scrivilo');
const Day = z.iso.date();
const Moment = z.iso.datetime();
const unique = (values: readonly string[]) => new Set(values).size === values.length;

export const SUBJECT_KINDS = ['person', 'premises', 'event'] as const;
export const AGES = ['adult', 'minor', 'deceased'] as const;
/** Health is not among them: it is never shown, whatever anybody signed. */
export const COVERED = ['image', 'voice', 'name', 'interview', 'data'] as const;
export type Covered = (typeof COVERED)[number];
export const CONSENT_FORMS = ['written', 'explicit', 'verbal'] as const;
export const RELEASES = ['given', 'not-needed', 'missing'] as const;
export const DATA_BASES = ['consent', 'law', 'general-act', 'public-event', 'contract', 'public-office'] as const;
export const SIGNERS = ['self', 'parent', 'guardian', 'heir', 'premises'] as const;

/** `POST …/editorial/consents/{id}/signatures`, and of a new entry. */
export const Signature = z.strictObject({ by: z.enum(SIGNERS), name: said(200), on: Day });

const several = <One extends string>(of: readonly [One, ...One[]]) =>
  z.array(z.enum(of)).min(1).max(of.length).refine(unique, 'due volte lo stesso');

/** `POST …/editorial/consents`: the id is the browser's own, so that what is sent twice is entered once. */
export const NewConsent = z.strictObject({
  id: z.uuid(),
  /** Somebody who is in the ledger already; null: somebody new, of that name. */
  subject: z.uuid().nullable(),
  kind: z.enum(SUBJECT_KINDS),
  name: words(200),
  age: z.enum(AGES).nullable(),
  covers: several(COVERED),
  purposes: several(PURPOSES),
  /** Networks, or accounts by their id. */
  channels: z.array(words(60)).max(60).refine(unique, 'due volte lo stesso'),
  givenOn: Day,
  from: Day,
  until: Day.nullable(),
  form: z.enum(CONSENT_FORMS),
  release: z.enum(RELEASES),
  /** Why no release is needed. */
  releaseWhy: words(500),
  basis: z.enum(DATA_BASES),
  /** The rule, the act, the contract; of a public body's consent, why it may rely on it. */
  basisNote: words(500),
  signatures: z.array(Signature).max(10),
  /** Why one parent alone signs. */
  aloneWhy: words(500),
  /** The data that may be told, to the letter: a telephone number, an address. */
  data: z.array(said(200)).max(20),
  /** Where the signed paper is. */
  reference: words(300),
});
export type NewConsent = z.infer<typeof NewConsent>;

export const CONSENT_STATES = ['valid', 'lacking', 'not-yet', 'expiring', 'expired', 'withdrawn', 'erased'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** An entry; what is sealed is null for who may not read it, and where it was erased. */
export const ConsentView = z.object({
  id: z.string(),
  /** What obstacles and the record call it. */
  code: z.string(),
  subject: z.string(),
  kind: z.enum(SUBJECT_KINDS),
  name: z.string().nullable(),
  age: z.enum(AGES).nullable(),
  covers: z.array(z.enum(COVERED)),
  purposes: z.array(z.enum(PURPOSES)),
  channels: z.array(z.string()),
  givenOn: Day,
  from: Day,
  until: Day.nullable(),
  form: z.enum(CONSENT_FORMS),
  release: z.enum(RELEASES),
  basis: z.enum(DATA_BASES),
  state: z.enum(CONSENT_STATES),
  /** What it lacks to be good for anything, in Italian. */
  lacks: z.string().nullable(),
  said: z
    .object({
      releaseWhy: z.string(),
      basisNote: z.string(),
      aloneWhy: z.string(),
      data: z.array(z.string()),
      reference: z.string(),
    })
    .nullable(),
  signatures: z.array(z.object({ by: z.enum(SIGNERS), name: z.string().nullable(), on: Day })),
  document: z.object({ type: z.string(), bytes: z.number().int() }).nullable(),
  /** How many copies were out when it was last warned of. */
  warned: z.object({ days: z.number().int(), copies: z.number().int() }).nullable(),
  writtenBy: z.string(),
  at: Moment,
});
export type ConsentView = z.infer<typeof ConsentView>;

const Exception = z.object({ words: z.string(), clause: z.string() });

/** `GET …/editorial/consents` */
export const ConsentLedger = z.object({
  /** Whether the body is a public one; null: «dato mancante», and it is taken for one. */
  kind: z.object({ kind: z.enum(['public', 'private']), by: z.string(), at: Moment }).nullable(),
  /** What the policy in force asks, with the clause. */
  asks: z.object({
    people: z.object({ of: z.string(), form: z.string().nullable(), clause: z.string() }).nullable(),
    premises: z.object({ of: z.string(), form: z.string().nullable(), clause: z.string() }).nullable(),
    exceptions: z.array(Exception),
    /** What its rules on the staff's own accounts speak of, and who has to agree. */
    own: z.object({ shows: z.array(z.string()), of: z.array(z.string()) }),
  }),
  accounts: z.array(z.object({ id: z.string(), network: z.string(), name: z.string() })),
  items: z.array(ConsentView),
});
export type ConsentLedger = z.infer<typeof ConsentLedger>;

/** `GET …/editorial/consents/{id}` */
export const ConsentDetail = ConsentView.extend({
  /** Every copy that leans on it, gone ones too, with its removal where one was asked for. */
  copies: z.array(z.object({ copy: OutingView, title: z.string(), removal: OutingView.nullable() })),
  /** Drafts on their way that name it. */
  drafts: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
  withdrawal: z
    .object({
      askedOn: Day,
      askedBy: z.string().nullable(),
      how: z.string().nullable(),
      by: z.string(),
      at: Moment,
    })
    .nullable(),
});
export type ConsentDetail = z.infer<typeof ConsentDetail>;

/** `POST …/editorial/consents/{id}/withdrawal`: with the copies that were read. */
export const ConsentWithdrawal = z.strictObject({
  askedBy: said(200),
  how: said(500),
  on: Day,
  copies: z.array(z.uuid()).max(1000).refine(unique, 'due volte la stessa copia'),
});
export type ConsentWithdrawal = z.infer<typeof ConsentWithdrawal>;

/** `POST …/editorial/consents/{id}/erasure` */
export const ConsentErasure = z.strictObject({ confirmed: z.literal(true) });

/** `POST …/editorial/consents/kind` */
export const ConsentKind = z.strictObject({ kind: z.enum(['public', 'private']) });

/** `POST …/editorial/consents/own-posting`: may I show that on an account of my own? Nothing of it is kept. */
export const OwnPostingQuestion = z.strictObject({
  shows: z.array(words(300)).min(1).max(30),
  given: z.array(z.strictObject({ of: words(300), form: z.enum(CONSENT_FORMS) })).max(30),
});
export type OwnPostingQuestion = z.infer<typeof OwnPostingQuestion>;
export const OwnPostingReply = z.object({
  allowed: z.boolean(),
  lacking: z.array(z.object({ of: z.string(), form: z.string().nullable(), clause: z.string() })),
});
export type OwnPostingReply = z.infer<typeof OwnPostingReply>;
