// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal, Span } from '#policy';
import { RULES, YIELDS_TO } from './categories.ts';
import { read } from './reading.ts';
import type { TriageContext } from './rules/rule.ts';

/** Below this a graver reading is too unsure to take words away from a lighter one. */
const SURE = 0.5;
/** Any painted rank is better than this one. */
const WEAKEST = Number.MAX_SAFE_INTEGER;
const TAKES: ReadonlySet<string> = new Set(Object.values(YIELDS_TO).flat());

/** The characters of a text, each with the best rank of the signals painted on it: 1 is the best, 0 none. */
class Canvas {
  readonly #ranks: Int32Array;

  constructor(length: number) {
    this.#ranks = new Int32Array(length);
  }

  paint(spans: readonly Span[], rank: number): void {
    for (const [start, end] of spans)
      for (let at = start; at < end; at++) {
        const known = this.#ranks[at] ?? 0;
        if (known === 0 || rank < known) this.#ranks[at] = rank;
      }
  }

  /** Whether a signal of a better rank was painted somewhere on these characters. */
  isBetter(spans: readonly Span[], rank: number): boolean {
    for (const [start, end] of spans)
      for (let at = start; at < end; at++) {
        const known = this.#ranks[at] ?? 0;
        if (known > 0 && known < rank) return true;
      }
    return false;
  }
}

/** Of signals of one category on the same words, only the strongest remains, and of equals the first. */
const withoutRepeats = (signals: readonly Signal[], length: number): readonly Signal[] => {
  if (signals.length < 2) return signals;
  const byStrength = signals.toSorted((one, other) => other.strength - one.strength);
  const ranks = new Map(byStrength.map((signal, place) => [signal, place + 1]));
  const canvas = new Canvas(length);
  for (const [signal, rank] of ranks) canvas.paint(signal.spans, rank);
  return signals.filter((signal) => !canvas.isBetter(signal.spans, ranks.get(signal) ?? 0));
};

const startOf = (signal: Signal): number => signal.spans[0]?.[0] ?? 0;

const inOrder = (one: Signal, other: Signal): number =>
  startOf(one) - startOf(other) ||
  (one.category < other.category ? -1 : one.category > other.category ? 1 : 0) ||
  (one.source < other.source ? -1 : one.source > other.source ? 1 : 0);

/**
 * What an Italian text shows: categories with strength, reason and the exact UTF-16 offsets, sorted by where they begin.
 * Same text and context, same signals. It decides nothing.
 */
export const analyse = (text: string, context: TriageContext = {}): Signal[] => {
  const reading = read(text);
  const byCategory = new Map<string, Signal[]>();
  const taken = new Map<string, Canvas>();
  const isTaken = ({ category, spans }: Signal): boolean =>
    YIELDS_TO[category]?.some((graver) => taken.get(graver)?.isBetter(spans, WEAKEST)) ?? false;
  const keep = (signal: Signal): void => {
    const known = byCategory.get(signal.category);
    if (known === undefined) byCategory.set(signal.category, [signal]);
    else known.push(signal);
    if (signal.strength < SURE || !TAKES.has(signal.category)) return;
    const canvas = taken.get(signal.category) ?? new Canvas(text.length);
    taken.set(signal.category, canvas);
    canvas.paint(signal.spans, 1);
  };
  for (const rule of RULES) for (const signal of rule.notice(reading, context)) if (!isTaken(signal)) keep(signal);
  return [...byCategory.values()].flatMap((signals) => withoutRepeats(signals, text.length)).sort(inOrder);
};
