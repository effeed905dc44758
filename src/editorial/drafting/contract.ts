// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Bases, Grounds } from '../consents/grounds-contract.ts';
import { CaptionsUse, Framing } from '../media/contract.ts';

// What is written of a draft. Moments are ISO 8601 in UTC. Texts are kept to the letter: what is approved is what was typed.

export const DRAFT_STATES = ['open', 'proposed', 'approved', 'out', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DRAFT_STEPS = [
  'opened',
  'proposed',
  'returned',
  'approved',
  'voided',
  'fired',
  'waits',
  'correcting',
  'removed',
  'discarded',
] as const;
export type DraftStepName = (typeof DRAFT_STEPS)[number];

/** How a planned content goes out: a person fires it, or the program sends it at its time. */
export const GOES = ['fired', 'at-its-time'] as const;

const LONGEST_TEXT = 65_000;
const readable = (text: string) => text.isWellFormed() && !text.includes('\0');
const words = (longest: number) => z.string().max(longest).refine(readable, 'caratteri che non si leggono');
const Reason = words(1000).refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole');

/** A picture or video as a content shows it. */
export const MediaUse = z.strictObject({
  media: z.uuid(),
  /** What it shows, for those who cannot see it; asked for before the content is proposed, as the licence is. */
  alt: words(1500),
  /** Whose it is and by which right it is shown. */
  licence: words(500),
  /** Who is seen in it and on which ground, `nessuno` where nobody is; empty: nobody has said yet. */
  people: words(500),
  /** Whom it shows and by whose leave, counted and named by the ledger's entries; absent: nothing said. */
  grounds: Grounds.optional(),
});
export type MediaUse = z.infer<typeof MediaUse>;

export const Link = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: words(300),
  description: words(600),
});
export type Link = z.infer<typeof Link>;

/** What goes out on one account. */
export const Variant = z.strictObject({
  account: z.uuid(),
  /** The account of the original that this one repeats; null: an original. */
  repeats: z.uuid().nullable(),
  /** Null: the common text. */
  text: words(LONGEST_TEXT).nullable(),
  /** Of a video, where the network wants one. */
  title: words(200).nullable(),
  /** Which of the content's pictures and videos, in this order; null: all, in theirs. */
  media: z.array(z.uuid()).max(35).nullable(),
  links: z.boolean(),
});
export type Variant = z.infer<typeof Variant>;

/** Why what a check noticed may go out all the same; it is signed with the rest. */
export const Justification = z.strictObject({ check: words(60), clause: words(100), reason: Reason });
export type Justification = z.infer<typeof Justification>;

/** Why it does not go out on a network that the policy ties to those where it does. */
export const LeftOut = z.strictObject({ network: words(20), reason: Reason });
export type LeftOut = z.infer<typeof LeftOut>;

/** What a person says of the draft where a clause asks for it; it is signed with the rest. */
export const Answer = z.strictObject({ clause: words(20), asked: words(300), answer: words(500) });
export type Answer = z.infer<typeof Answer>;

export const INITIATIVES = ['poll', 'chat', 'discussion'] as const;
/** A participatory initiative that the content opens, with what authorised it; empty: nothing yet. */
export const Initiative = z.strictObject({ kind: z.enum(INITIATIVES), authorisation: words(300) });
export type Initiative = z.infer<typeof Initiative>;

export const RELIABILITIES = ['verified', 'not-certified'] as const;
/** Somebody else's content, passed on: what a person says of its source; null: nothing yet. */
export const Shared = z.strictObject({ reliability: z.enum(RELIABILITIES).nullable() });
export type Shared = z.infer<typeof Shared>;
/** Of what goes out in an electoral period: declared so by a person, with the reason; signed with the rest. */
export const Electoral = z.strictObject({ impersonal: z.boolean(), indispensable: z.boolean(), reason: words(1000) });
export type Electoral = z.infer<typeof Electoral>;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

export const DraftContent = z.strictObject({
  /** What the desk calls it; never published. */
  title: words(200).refine((text) => text.trim() !== '', 'manca il titolo di lavoro'),
  text: words(LONGEST_TEXT),
  /** Pages it points to: networks show the first beside the post, the others stand in the text. */
  links: z.array(Link).max(10),
  media: z
    .array(MediaUse)
    .max(35)
    .refine((all) => unique(all.map(({ media }) => media)), 'la stessa immagine due volte'),
  variants: z
    .array(Variant)
    .max(30)
    .refine((all) => unique(all.map(({ account }) => account)), 'due varianti per lo stesso account'),
  /** Not before; null: as soon as it is fired. */
  at: z.iso.datetime().nullable(),
  goes: z.enum(GOES),
  /** Where what it says comes from; empty: the body itself. */
  source: words(500),
  justifications: z.array(Justification).max(100),
  leftOut: z.array(LeftOut).max(20),
  initiative: Initiative.nullable(),
  /** Kinds of content, in the words of the policy that asks something of them. */
  kinds: z.array(words(300)).max(20),
  answers: z.array(Answer).max(60),
  shared: Shared.nullable().default(null),
  /** What is said in each video, for those who do not hear it. */
  captions: z
    .array(CaptionsUse)
    .max(35)
    .refine((all) => unique(all.map(({ media }) => media)), 'due file di sottotitoli per lo stesso video')
    .default([]),
  /** How pictures are brought into the shape that a network takes. */
  framings: z
    .array(Framing)
    .max(1000)
    .refine((all) => unique(all.map(({ media, account }) => `${media} ${account}`)), 'due forme per la stessa immagine')
    .default([]),
  /** Entries of the ledger by which the text tells people's names and data; absent: none. */
  bases: Bases.optional(),
  /** Its place in a plan; null: none. */
  slot: z.uuid().nullable().default(null),
  /** Why it goes out though no plan has it. */
  offPlan: words(500).default(''),
  /** What it is about, in the words of the policy that asks for it. */
  theme: words(300).default(''),
  /** Null: nobody declared anything. */
  electoral: Electoral.nullable().default(null),
  /** Matters on the body's list that it touches, as a person says. */
  matters: z.array(z.uuid()).max(20).default([]),
  /** The service, initiative, activity or project that it is about; empty: nobody said. */
  about: words(300).default(''),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** `POST …/editorial/drafts` */
export const NewContent = z.strictObject({ content: DraftContent });
/** `PUT …/editorial/drafts/{id}`: on top of the version that was read. */
export const ContentSaving = z.strictObject({ version: z.number().int().positive(), content: DraftContent });
export type ContentSaving = z.infer<typeof ContentSaving>;

/** `POST …/editorial/drafts/{id}/comments` */
export const CommentRequest = z.strictObject({
  text: words(2000).refine((text) => text.trim() !== '', 'il commento è vuoto'),
});

/** What is done with a draft as it was read. */
export const OnVersion = z.strictObject({ version: z.number().int().positive() });
export const OnVersionWithReasons = OnVersion.extend({ reasons: Reason });
