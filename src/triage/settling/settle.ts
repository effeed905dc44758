// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { isMeant, quoted, stretchesOf } from '../rules/marks.ts';
import { isOfOthers, signalOnAll } from '../rules/rule.ts';
import { isReported } from '../sentence.ts';
import { type TagSet, tagSet } from '../tag-set.ts';
import { Features } from './features.ts';
import STORED from './table.json' with { type: 'json' };
import { ONLY_SORTS, opened, type StoredTable, type Table, weigh } from './table.ts';

/** A rule this sure is not doubted: its words say it alone. What only sorts the queue always is. */
const CERTAIN = 0.7;
const ALWAYS_DOUBTED: ReadonlySet<string> = new Set(['criticism', 'question', 'complaint', 'thanks', 'personal-case']);
/** Where no rule spoke, the whole has to be somewhat surer before a proposal rests on it. */
const WITHOUT_RULE = 0.4;
/** From here on a proposal may rest on a signal. */
const ENOUGH = 0.5;
const JUST_NOT_ENOUGH = 0.49;
/** The whole never makes a signal as strong as words that say it alone. */
const MOST = 0.65;
const MOST_SHOWN = 4;
/** Of data of persons, those that only the rest of the text tells from a public figure, an office or a street. */
const TOLD_BY_THE_REST: ReadonlySet<string> = new Set([
  'nome',
  'indirizzo',
  'persona-riconoscibile',
  'dati-giudiziari',
]);
/** Beside words that condemn what others say, the same offences are mostly theirs: the whole adds nothing to these. */
const CONDEMNED: ReadonlySet<string> = new Set(['discrimination', 'insult', 'incitement', 'threat']);
const CONDEMNS = tagSet(['condemns']);
/** «grazie per niente»: the whole is not asked. */
const IRONY = tagSet(['irony']);
/** A coarse word at nobody is weighed by its rule alone, which leaves it below a proposal where it only makes a complaint louder. */
const BY_ITS_RULE = 'vulgar';

interface Ground {
  readonly category: string;
  readonly tags: readonly Tag[];
  readonly set: TagSet;
}

interface Scale {
  readonly table: Table;
  readonly grounds: readonly (Ground | undefined)[];
  readonly places: ReadonlyMap<string, number>;
  readonly features: Features;
  readonly odds: Float64Array;
  /** Any kind of word that makes some category thinkable. */
  readonly any: TagSet;
}

const open = (stored: StoredTable): Scale => {
  const table = opened(stored);
  const grounds = table.categories.map((category): Ground | undefined => {
    const tags = (stored.grounds[category] ?? []) as readonly Tag[];
    return tags.length === 0 ? undefined : { category, tags, set: tagSet(tags) };
  });
  return {
    table,
    grounds,
    places: new Map(table.categories.map((category, place) => [category, place])),
    features: new Features(),
    odds: new Float64Array(table.categories.length),
    any: tagSet(grounds.flatMap((ground) => ground?.tags ?? [])),
  };
};

let scale: Scale | undefined;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
const rounded = (strength: number): number => Math.round(strength * 100) / 100;

/** Half of the odds: what is seen as a whole is said with more doubt than what words say. */
const strengthOf = (odds: number): number => Math.min(MOST, rounded(logistic(odds / 2)));

/**
 * What the rules noticed, in the light of the whole text. Weights fitted on the corpus say of each category whether such words in
 * such company show it: a rule that is not certain gains or loses, and words that make a category thinkable become a signal
 * where the rest of the text bears them out. Where neither a rule nor such a word speaks, nothing is said.
 */
export function settle(reading: Reading, signals: readonly Signal[]): readonly Signal[] {
  scale ??= open(STORED);
  const { table, grounds, places, features, odds, any } = scale;
  if (signals.length === 0 && !reading.hasAny(any)) return signals;
  features.read(reading, signals);
  weigh(table, features, odds);
  const settled: Signal[] = [];
  const strongest = strongestOf(signals);
  const condemns = reading.hasAny(CONDEMNS);
  const ironic = reading.hasAny(IRONY);
  const isKept = (category: string): boolean =>
    (condemns && CONDEMNED.has(category)) || (ironic && category === 'thanks') || category === BY_ITS_RULE;
  for (const signal of signals) {
    const place = places.get(signal.category);
    const gains = !isKept(signal.category);
    if (place === undefined) settled.push(signal);
    else settled.push(weighed(signal, odds[place] ?? 0, { strongest: strongest.get(signal.category), gains }));
  }
  for (let place = 0; place < grounds.length; place++) {
    const ground = grounds[place];
    if (ground === undefined || (odds[place] ?? 0) < (ONLY_SORTS.includes(ground.category) ? 0 : WITHOUT_RULE))
      continue;
    if (strongest.has(ground.category) || !reading.hasAny(ground.set)) continue;
    if (isKept(ground.category)) continue;
    const hits = groundsIn(reading, ground);
    if (hits.length > 0) settled.push(fromWords(reading, hits, { ...ground, odds: odds[place] ?? 0 }));
  }
  return settled;
}

const strongestOf = (signals: readonly Signal[]): ReadonlyMap<string, Signal> => {
  const strongest = new Map<string, Signal>();
  for (const signal of signals) {
    const known = strongest.get(signal.category);
    if (known === undefined || signal.strength > known.strength) strongest.set(signal.category, signal);
  }
  return strongest;
};

interface Company {
  readonly strongest: Signal | undefined;
  /** Whether the whole may make it stronger. */
  readonly gains: boolean;
}

const weighed = (signal: Signal, odds: number, { strongest, gains }: Company): Signal => {
  if (signal.category === 'personal-data' && !TOLD_BY_THE_REST.has(signal.source)) return signal;
  if ((strongest?.strength ?? 0) >= CERTAIN && !ALWAYS_DOUBTED.has(signal.category)) return signal;
  if (odds < 0)
    return signal.strength < ENOUGH
      ? signal
      : { ...signal, strength: JUST_NOT_ENOUGH, reason: `${signal.reason} Il resto del testo lo rende dubbio.` };
  if (!gains || signal.strength >= ENOUGH || signal !== strongest || isOfOthers(signal)) return signal;
  return { ...signal, strength: strengthOf(odds) };
};

/** The words that make it thinkable, the earliest of each kind; what is denied or quoted does not. */
const groundsIn = (reading: Reading, { tags }: Ground): readonly Hit[] => {
  const meant = isMeant(reading);
  const found: Hit[] = [];
  for (const tag of tags) {
    if (found.length === MOST_SHOWN) break;
    const hit = reading
      .hits(tag)
      .find(
        (one) =>
          meant(one) &&
          !found.some(({ first }) => first === one.first) &&
          !isReported(reading, { ...one, hits: [one] }),
      );
    if (hit !== undefined) found.push(hit);
  }
  return found;
};

const fromWords = (
  reading: Reading,
  hits: readonly Hit[],
  { category, odds }: { readonly category: string; readonly odds: number },
): Signal =>
  signalOnAll(reading, stretchesOf(hits), {
    category,
    strength: strengthOf(odds),
    source: 'insieme delle parole',
    reason: `${quoted(reading, hits)}: lo rende probabile l’insieme delle parole.`,
  });
