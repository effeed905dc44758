// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Evidence } from '../evidence.ts';
import { masked } from './mask.ts';

/** The copy that stays: the personal data of others covered wherever they stand, and no bytes as they came. Pure. */
export const lastingOf = (evidence: Evidence): Evidence => ({
  ...evidence,
  text: evidence.text === null ? null : masked(evidence.text),
  versions: evidence.versions.map(({ text, at }) => ({ text: masked(text), at })),
  post: evidence.post && { ...evidence.post, text: evidence.post.text === null ? null : masked(evidence.post.text) },
  parent: evidence.parent && { author: null, text: masked(evidence.parent.text) },
  links: evidence.links.map(masked),
  ...(evidence.media && {
    media: evidence.media.map((one) => ({ ...one, alt: one.alt === null ? null : masked(one.alt) })),
  }),
  captured: null,
  masked: true,
});
