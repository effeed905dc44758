// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName, Span } from '#policy';
import type { CheckName } from './check-names.ts';
import type { OpenMatter } from './open-matters.ts';

/** What becomes of a draft: it stops, it goes on with a written reason, or whoever writes is told. */
export type Severity = 'block' | 'justify' | 'advise';

export interface Finding {
  readonly check: CheckName;
  /** A clause of the policy, `RM1-023`, or a rule of law, `art. 9 L. 28/2000`. */
  readonly clause: string;
  readonly severity: Severity;
  /** UTF-16 offsets into the text; empty where the whole draft is meant, or an image. */
  readonly spans: readonly Span[];
  /** One Italian sentence, without the words that were found. */
  readonly reason: string;
}

export interface DraftToCheck {
  readonly text: string;
  /** Absent: the text for every network. */
  readonly network?: NetworkName;
  /** One for each image, '' where it is missing. */
  readonly alt?: readonly string[];
  readonly links?: readonly string[];
  readonly images?: readonly DraftImage[];
  /** Whose the content is, where it is not the body's own. */
  readonly source?: string;
  readonly isElectoral?: boolean;
  /** Names and data that the ledger lets be told, to the letter. */
  readonly consented?: readonly string[];
  /** Open matters on the body's list. */
  readonly matters?: readonly OpenMatter[];
  /** What of the body's own work it is about, '' where nobody said. Absent: not asked. */
  readonly about?: string;
  /** Where contents lead, by the clause that asks for it and does not say where; as the body chose. */
  readonly portals?: ReadonlyMap<string, string>;
  /** The Gulpease index below which the body wants plainer words. */
  readonly plainThreshold?: number;
}

export interface DraftImage {
  /** What is seen in it. */
  readonly description?: string;
  readonly alt?: string;
  /** Who is seen, and on which ground: `nobody`, or for each `who, ground` with semicolons between, in Italian or English. */
  readonly people?: string;
  /** The ledger covers everybody who is seen. */
  readonly covered?: boolean;
}

/** What a network takes in one post; whoever knows the networks tells it. */
export interface PostLimits {
  /** The longest text, counted by `lengthOf`. */
  readonly length: number;
  readonly lengthOf: (text: string) => number;
  readonly hashtags?: number;
  readonly images?: number;
  /** False where an address in the text leads nowhere. */
  readonly opensLinks: boolean;
}
