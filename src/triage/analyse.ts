// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import { Canvas, WEAKEST } from './canvas.ts';
import { RULES, YIELDS_TO } from './categories.ts';
import { type Reading, read } from './reading.ts';
import type { TriageContext } from './rules/rule.ts';
import { settle } from './settling/settle.ts';
import { type TagSet, tagSet } from './tag-set.ts';

/** Below this a graver reading is too unsure to take words away from a lighter one. */
const SURE = 0.5;
const TAKES: ReadonlySet<string> = new Set(Object.values(YIELDS_TO).flat());
/** Rules with the tags that they need, as sets. */
const ASKED = RULES.map((rule): { notice: typeof rule.notice; needs: TagSet | undefined; orSigns: number } => ({
  notice: rule.notice,
  needs: rule.needs && tagSet(rule.needs),
  orSigns: rule.orSigns ?? 0,
}));

/** Whether every signal has one span, and none reaches into the next. */
const areApart = (signals: readonly Signal[]): boolean => {
  let reach = 0;
  for (const { spans } of signals) {
    const [span, another] = spans;
    if (span === undefined || another !== undefined || span[0] < reach) return false;
    reach = span[1];
  }
  return true;
};

const startOf = (signal: Signal): number => signal.spans[0]?.[0] ?? 0;
const byStart = (one: Signal, other: Signal): number => startOf(one) - startOf(other);

/** Of signals of one category on the same words, only the strongest remains, and of equals the first. */
const withoutRepeats = (signals: readonly Signal[], length: number): readonly Signal[] => {
  if (signals.length < 2 || areApart(signals) || areApart(signals.toSorted(byStart))) return signals;
  const byStrength = signals.toSorted((one, other) => other.strength - one.strength);
  const ranks = new Map(byStrength.map((signal, place) => [signal, place + 1]));
  const canvas = new Canvas(length);
  for (const [signal, rank] of ranks) canvas.paint(signal.spans, rank);
  return signals.filter((signal) => !canvas.isBetter(signal.spans, ranks.get(signal) ?? 0));
};

const inOrder = (one: Signal, other: Signal): number =>
  byStart(one, other) ||
  (one.category < other.category ? -1 : one.category > other.category ? 1 : 0) ||
  (one.source < other.source ? -1 : one.source > other.source ? 1 : 0);

/** Signals as they come: graver ones take their words away from lighter ones. */
class Kept {
  readonly #length: number;
  readonly #byCategory = new Map<string, Signal[]>();
  readonly #taken = new Map<string, Canvas>();

  constructor(length: number) {
    this.#length = length;
  }

  add(signal: Signal): void {
    if (this.#isTaken(signal)) return;
    const known = this.#byCategory.get(signal.category);
    if (known === undefined) this.#byCategory.set(signal.category, [signal]);
    else known.push(signal);
    if (signal.strength >= SURE && TAKES.has(signal.category)) this.#take(signal);
  }

  #isTaken({ category, spans }: Signal): boolean {
    if (this.#taken.size === 0) return false;
    return YIELDS_TO[category]?.some((graver) => this.#taken.get(graver)?.isBetter(spans, WEAKEST)) ?? false;
  }

  #take({ category, spans }: Signal): void {
    let canvas = this.#taken.get(category);
    if (canvas === undefined) {
      canvas = new Canvas(this.#length);
      this.#taken.set(category, canvas);
    }
    canvas.paint(spans, 1);
  }

  sorted(): Signal[] {
    const kept: Signal[] = [];
    for (const signals of this.#byCategory.values())
      for (const signal of withoutRepeats(signals, this.#length)) kept.push(signal);
    return kept.length > 1 ? kept.sort(inOrder) : kept;
  }
}

/** Everything that the rules say of a text, each by itself, in the order in which graver ones come first. */
export const noticedIn = (reading: Reading, context: TriageContext): readonly Signal[] => {
  const noticed: Signal[] = [];
  for (const { notice, needs, orSigns } of ASKED) {
    if (needs !== undefined && (reading.signs & orSigns) === 0 && !reading.hasAny(needs)) continue;
    for (const signal of notice(reading, context)) noticed.push(signal);
  }
  return noticed;
};

/**
 * What an Italian text shows: categories with strength, reason and the exact UTF-16 offsets, sorted by where they begin.
 * Same text and context, same signals. It decides nothing.
 */
export const analyse = (text: string, context: TriageContext = {}): Signal[] => {
  const reading = read(text);
  const settled = settle(reading, noticedIn(reading, context));
  if (settled.length === 0) return [];
  const kept = new Kept(text.length);
  for (const signal of settled) kept.add(signal);
  return kept.sorted();
};
