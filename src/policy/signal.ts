// SPDX-License-Identifier: AGPL-3.0-or-later

/** From this strength on a signal is listened to: a proposal may rest on it. Rules of a policy may say another. */
export const HEARD = 0.5;
/** From here on it is worth a person's look: it is shown with its words, and nothing is proposed for it. */
export const NOTICED = 0.35;

/** A half-open range `[start, end)` of UTF-16 offsets into the original text: what `String.prototype.slice` takes. */
export type Span = readonly [start: number, end: number];

/** What triage noticed in a text. It describes; it never says what to do. */
export interface Signal {
  /** A slug of the vocabulary, or one that a policy adds. */
  readonly category: string;
  /** How strongly the text shows it, from 0 (barely) to 1 (certain, such as a checksum that holds). */
  readonly strength: number;
  /** Where in the original text; empty only when the whole text is meant. */
  readonly spans: readonly Span[];
  /** Which part of triage noticed it, for example `lexicon`, `codice-fiscale`. */
  readonly source: string;
  /** One Italian sentence for the moderator: what was noticed and why it may matter. */
  readonly reason: string;
  /** For discrimination: the protected ground, in the words that policies use after `motivi:`. */
  readonly ground?: string;
}
