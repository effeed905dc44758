// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { BLOCK, POST, THREADGATE } from './identifiers.ts';

const POST_GRAPHEMES = 300;
const POST_BYTES = 3000;
const IMAGE_BYTES = 2_000_000;
const HIDDEN_REPLIES = 300;
const RULES = 5;

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' });
const Uri = z.string().regex(/^at:\/\/did:[a-z]+:[^/]+\/[a-zA-Z.]+\/[\w.~:-]+$/);
const Did = z.string().regex(/^did:[a-z]+:[\w.:%-]+$/);
const Moment = z.iso.datetime({ offset: true });
const Reference = z.strictObject({ uri: Uri, cid: z.string().regex(/^b[a-z2-7]{58}$/), $type: z.string().optional() });

export const Blob = z.strictObject({
  $type: z.literal('blob'),
  ref: z.strictObject({ $link: z.string() }),
  mimeType: z.string(),
  size: z.number().int().positive(),
});

const Feature = z.discriminatedUnion('$type', [
  z.strictObject({ $type: z.literal('app.bsky.richtext.facet#link'), uri: z.url() }),
  z.strictObject({ $type: z.literal('app.bsky.richtext.facet#mention'), did: Did }),
  z.strictObject({ $type: z.literal('app.bsky.richtext.facet#tag'), tag: z.string().max(640) }),
]);
const Facet = z.strictObject({
  $type: z.string().optional(),
  index: z.strictObject({ byteStart: z.number().int(), byteEnd: z.number().int(), $type: z.string().optional() }),
  features: z.array(Feature).min(1),
});

const Embed = z.discriminatedUnion('$type', [
  z.strictObject({
    $type: z.literal('app.bsky.embed.images'),
    images: z
      .array(
        z.strictObject({
          image: Blob.refine(({ mimeType, size }) => mimeType.startsWith('image/') && size <= IMAGE_BYTES),
          alt: z.string(),
          aspectRatio: z.strictObject({ width: z.number().int(), height: z.number().int() }).optional(),
        }),
      )
      .max(4),
  }),
  z.strictObject({
    $type: z.literal('app.bsky.embed.video'),
    video: Blob.refine(({ mimeType }) => mimeType === 'video/mp4'),
    alt: z.string().optional(),
  }),
  z.strictObject({
    $type: z.literal('app.bsky.embed.external'),
    external: z.strictObject({ uri: z.url(), title: z.string(), description: z.string() }),
  }),
]);
export type Embed = z.output<typeof Embed>;

export const PostRecord = z.strictObject({
  $type: z.literal(POST),
  text: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= POST_BYTES, 'text is too long')
    .refine(
      (text) => [...graphemes.segment(text)].length <= POST_GRAPHEMES,
      'text must not be longer than 300 graphemes',
    ),
  createdAt: Moment,
  langs: z.array(z.string()).max(3).optional(),
  facets: z.array(Facet).optional(),
  embed: Embed.optional(),
  reply: z.strictObject({ root: Reference, parent: Reference, $type: z.string().optional() }).optional(),
});

export const GateRecord = z.strictObject({
  $type: z.literal(THREADGATE),
  post: Uri,
  createdAt: Moment,
  allow: z
    .array(z.object({ $type: z.string() }))
    .max(RULES)
    .optional(),
  hiddenReplies: z.array(Uri).max(HIDDEN_REPLIES).optional(),
});

export const BlockRecord = z.strictObject({ $type: z.literal(BLOCK), subject: Did, createdAt: Moment });

const Subject = z.discriminatedUnion('$type', [
  z.strictObject({ $type: z.literal('com.atproto.repo.strongRef'), uri: Uri, cid: z.string() }),
  z.strictObject({ $type: z.literal('com.atproto.admin.defs#repoRef'), did: Did }),
]);

export const Reported = z.strictObject({
  reasonType: z.string().regex(/^(com\.atproto\.moderation\.defs|tools\.ozone\.report\.defs)#reason[A-Z]\w+$/),
  reason: z
    .string()
    .refine((text) => [...graphemes.segment(text)].length <= 2000)
    .optional(),
  subject: Subject,
  modTool: z.strictObject({ name: z.string(), meta: z.unknown().optional() }).optional(),
});

export const Said = z.strictObject({
  convoId: z.string(),
  message: z.strictObject({
    text: z
      .string()
      .min(1)
      .refine((text) => [...graphemes.segment(text)].length <= 1000),
  }),
});
