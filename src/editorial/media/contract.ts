// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// Files of drafts over the wire. Sizes are in bytes, sides in pixels of the picture as it is seen.

/** What a file tells besides what is seen; the values themselves are not kept apart from the file. */
export const CARRIED = ['position', 'moment', 'device', 'thumbnail', 'names', 'more'] as const;
export type Carried = (typeof CARRIED)[number];

export const MOST_MARKS = 40;
/** A part of a picture to be made unrecognisable, in thousandths of its width and height. */
export const Mark = z
  .strictObject({
    left: z.number().int().min(0).max(990),
    top: z.number().int().min(0).max(990),
    width: z.number().int().min(10).max(1000),
    height: z.number().int().min(10).max(1000),
  })
  .refine(({ left, top, width, height }) => left + width <= 1000 && top + height <= 1000, 'esce dall’immagine');
export type Mark = z.infer<typeof Mark>;

/** `POST …/editorial/media/{id}/blur` */
export const Blurring = z.strictObject({ marks: z.array(Mark).min(1).max(MOST_MARKS) });

/** `POST …/editorial/media`: the bytes as they are, `application/octet-stream`. */
export const MediaView = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video']),
  type: z.string(),
  bytes: z.number().int(),
  digest: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  /** More than one: it moves. */
  frames: z.number().int(),
  /** Of a video. */
  seconds: z.number().int().nullable(),
  carries: z.array(z.enum(CARRIED)),
  /** Of a picture with something blurred: what it was made from. */
  madeOf: z.string().nullable(),
});
export type MediaView = z.infer<typeof MediaView>;

export const FRAMINGS = ['pad', 'crop'] as const;

/** How a picture is brought into the shape that an account's network takes. */
export const Framing = z.strictObject({ media: z.uuid(), account: z.uuid(), how: z.enum(FRAMINGS) });
export type Framing = z.infer<typeof Framing>;

/** Captions that go with a video. */
export const CaptionsUse = z.strictObject({ media: z.uuid(), captions: z.uuid() });
export type CaptionsUse = z.infer<typeof CaptionsUse>;

/** What goes out of a file on one account, as it was made of the saved version. */
export const RenditionView = z.object({
  id: z.string(),
  account: z.string(),
  network: z.string(),
  media: z.string(),
  type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  /** `needed`: its shape is not one that the network takes, and nobody has said what to do. */
  framing: z.enum(['fits', 'needed', ...FRAMINGS]),
  /** A picture that moves, of which the network takes the first frame alone. */
  stopped: z.boolean(),
});
export type RenditionView = z.infer<typeof RenditionView>;

/** `POST …/editorial/captions`: a SubRip or WebVTT file as it is. */
export const CaptionsView = z.object({
  id: z.string(),
  cues: z.number().int(),
  seconds: z.number().int(),
  digest: z.string(),
});
export type CaptionsView = z.infer<typeof CaptionsView>;
