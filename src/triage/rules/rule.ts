// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemKind, Signal } from '#policy';
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { isReported, type Stretch, spanOf } from '../sentence.ts';

/** What is known of a text besides its words. */
export interface TriageContext {
  /** The body's post that is being answered. */
  readonly post?: { readonly text: string };
  /** Texts written shortly before on the same page, the latest last: to see repetition. */
  readonly recent?: readonly { readonly text: string; readonly sameAuthor: boolean }[];
  /** What the same author wrote around then under other posts, before or after: to see a link spread about. */
  readonly elsewhere?: readonly { readonly text: string; readonly post: string }[];
  readonly kind?: ItemKind;
  /** E-mail addresses and telephone numbers of the body itself: repeating them reveals nobody. */
  readonly ownContacts?: readonly string[];
  /** Categories of the body's own with the words it lists for them. The same map for the same policy: it is read once. */
  readonly ownWords?: ReadonlyMap<string, readonly string[]>;
}

/** One way of noticing. A rule sees a reading and never another rule's result. */
export interface Rule {
  /** The categories of the common vocabulary that its signals may have. */
  readonly categories: readonly string[];
  /** It notices nothing where none of these tags was found, and is not asked there; absent, it is asked always. */
  readonly needs?: readonly Tag[];
  /** Or where one of these signs was seen, as bits of `signs.ts`. */
  readonly orSigns?: number;
  readonly notice: (reading: Reading, context: TriageContext) => readonly Signal[];
}

/** How little is left of words that only quote or report someone. */
const REPORTED_SHARE = 0.4;

const reportedSignals = new WeakSet<Signal>();
/** Whether a signal's words are someone else's: the whole text does not make them the writer's. */
export const isOfOthers = (signal: Signal): boolean => reportedSignals.has(signal);

export interface Notice {
  readonly category: string;
  readonly strength: number;
  readonly source: string;
  readonly reason: string;
}

const rounded = (strength: number): number => Math.round(strength * 100) / 100;

/** A signal on a stretch of words; weaker, and saying so, where the words are someone else's. */
export const signalOn = (reading: Reading, stretch: Stretch, notice: Notice): Signal => {
  const reported = isReported(reading, stretch);
  const signal: Signal = {
    category: notice.category,
    strength: rounded(reported ? notice.strength * REPORTED_SHARE : notice.strength),
    spans: [spanOf(reading, stretch)],
    source: notice.source,
    reason: reported ? `${notice.reason} Sembra però una citazione o un racconto di parole altrui.` : notice.reason,
  };
  if (reported) reportedSignals.add(signal);
  return signal;
};

/** One signal for several stretches, for what matters as a whole and not word by word. */
export const signalOnAll = (reading: Reading, stretches: readonly Stretch[], notice: Notice): Signal => ({
  category: notice.category,
  strength: rounded(notice.strength),
  spans: stretches.map((stretch) => spanOf(reading, stretch)).sort((a, b) => a[0] - b[0]),
  source: notice.source,
  reason: notice.reason,
});
