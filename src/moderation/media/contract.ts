// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What came with an item besides words.

/** How the network was asked: `gone` it no longer has the item, `not-given` its interface gives no files, `failed` asked again later. */
export const ASKING_STATES = ['told', 'gone', 'not-given', 'failed'] as const;
export type AskingState = (typeof ASKING_STATES)[number];

/** `unknown-type`: its bytes are none of the few kinds that are shown, whatever the network calls them. */
export const PIECE_STATES = ['copied', 'gone', 'too-large', 'unknown-type', 'not-given', 'failed'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

const MediaPiece = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'other']).describe('as the network calls it'),
  state: z.enum(PIECE_STATES),
  type: z
    .string()
    .nullable()
    .describe('media type by its first bytes; null: not copied. An image for a video: its still'),
  bytes: z.number().int().nullable(),
  alt: z.string().nullable().describe('of its author'),
});
export type MediaPiece = z.infer<typeof MediaPiece>;

/**
 * `GET /api/bodies/{body}/cases/{id}/media`; the bytes of a piece under `…/media/{piece}`. `none`: words alone; `withheld`: nothing is
 * copied nor shown of it; `purged`: it had to go with the words; `pending`: the network is being asked, ask again.
 */
export const CaseMedia = z.object({
  state: z.enum([...ASKING_STATES, 'none', 'withheld', 'purged', 'pending']),
  grave: z.boolean().describe('covered until who reads asks for it'),
  pieces: z.array(MediaPiece),
});
export type CaseMedia = z.infer<typeof CaseMedia>;
