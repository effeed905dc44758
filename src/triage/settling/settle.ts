// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEARD, NOTICED, type Signal } from '#policy/contract';
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { isMeant, quoted, shortened, stretchesOf } from '../rules/marks.ts';
import { isOfOthers, signalOnAll } from '../rules/rule.ts';
import { isReported } from '../sentence.ts';
import { numberOfTag, type TagSet, tagSet } from '../tag-set.ts';
import { Features } from './features.ts';
import { opened, type StoredTable } from './stored-table.ts';
import STORED from './table.json' with { type: 'json' };
import { heaviestWords, ONLY_SORTS, type Table, weigh } from './table.ts';

/** A rule this sure is not doubted: its words say it alone. What only sorts the queue always is. */
const CERTAIN = 0.7;
/** So far below what is worth noticing the whole has to be before it doubts such a rule. */
const CERTAIN_BY = 1.8;
/** A longer text may drown what one of its sentences says for certain: there such a rule is at least noticed. */
const DROWNS_FROM = 50;
const ALWAYS_DOUBTED: ReadonlySet<string> = new Set(['criticism', 'question', 'thanks', 'personal-case']);
/** Where no rule spoke, the whole has to be somewhat surer before a proposal rests on it. */
const WITHOUT_RULE = 0.8;
const JUST_NOT_ENOUGH = 0.49;
const NOT_NOTICED = 0.34;
/** The whole never makes a signal as strong as words that say it alone. */
const MOST = 0.65;
const MOST_SHOWN = 4;
/** Of data of persons, those that only the rest of the text tells from a public figure, an office or a street. */
const TOLD_BY_THE_REST: ReadonlySet<string> = new Set(['nome', 'indirizzo', 'dati-giudiziari']);
/** These are found by their own form: only what speaks loudly against it makes a name or an address doubtful. */
const FOUND_BY_FORM = 'personal-data';
const FORM_BY = 1.2;
/** Beside words that condemn what others say, the same offences are mostly theirs: the whole adds nothing to these. */
const CONDEMNED: ReadonlySet<string> = new Set(['discrimination', 'insult', 'incitement', 'threat']);
const CONDEMNS = tagSet(['condemns']);
/** The source of what only other texts show. */
const COMPARED = 'confronto';
/** «grazie per niente»: the whole is not asked. */
const IRONY = tagSet(['irony']);
/**
 * These the whole makes worth a look, and no more: a coarse word at nobody only makes a complaint louder, and whether something is
 * true no company of words can tell.
 */
const BY_ITS_RULE: ReadonlySet<string> = new Set(['vulgar', 'misleading']);
/** In too many words to be left to a rule, but where these are irony. */
const BLAME = 'criticism';

interface Ground {
  readonly category: string;
  /** Tags by number, and all of them as a set. */
  readonly tags: readonly number[];
  readonly set: TagSet;
}

interface Scale {
  readonly table: Table;
  readonly grounds: readonly (Ground | undefined)[];
  readonly places: ReadonlyMap<string, number>;
  readonly features: Features;
  readonly odds: Float64Array;
}

const open = (stored: StoredTable): Scale => {
  const table = opened(stored);
  const grounds = table.categories.map((category): Ground | undefined => {
    const tags = (stored.grounds[category] ?? []) as readonly Tag[];
    return tags.length === 0 ? undefined : { category, tags: tags.map(numberOfTag), set: tagSet(tags) };
  });
  return {
    table,
    grounds,
    places: new Map(table.categories.map((category, place) => [category, place])),
    features: new Features(table.adder.notes),
    odds: new Float64Array(table.categories.length),
  };
};

let scale: Scale | undefined;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
const rounded = (strength: number): number => Math.round(strength * 100) / 100;

/** Half of the odds: what is seen as a whole is said with more doubt than what words say. Below what is noticed, nothing. */
const strengthOf = (odds: number, gap: number): number => {
  if (odds >= 0) return Math.min(MOST, rounded(logistic(odds / 2)));
  return odds < -gap ? 0 : rounded(NOTICED + (JUST_NOT_ENOUGH - NOTICED) * (1 + odds / gap));
};

/**
 * What the rules noticed, in the light of the whole text. Weights fitted on the corpus say of each category whether such words in
 * such company show it: a rule that is not certain gains or loses, and words that make a category thinkable become a signal
 * where the rest of the text bears them out. Where neither a rule nor such a word speaks, no proposal may rest on the weights:
 * at most a signal says which words weighed, for a person to look.
 */
export function settle(reading: Reading, signals: readonly Signal[]): readonly Signal[] {
  scale ??= open(STORED);
  if (reading.text.length === 0) return signals;
  const { table, grounds, places, features, odds } = scale;
  features.read(reading, signals);
  weigh(table, features, odds);
  const settled: Signal[] = [];
  const strongest = strongestOf(signals);
  const condemns = reading.hasAny(CONDEMNS);
  const ironic = reading.hasAny(IRONY);
  const isKept = (category: string): boolean =>
    (condemns && CONDEMNED.has(category)) || (ironic && category === 'thanks');
  for (const signal of signals) {
    const place = places.get(signal.category);
    if (place === undefined) settled.push(signal);
    else {
      settled.push(
        weighed(signal, {
          odds: odds[place] ?? 0,
          gap: table.gaps[place] ?? 0,
          strongest: strongest.get(signal.category),
          gains: !isKept(signal.category),
          stands: signal.category !== BLAME || ironic,
          drowns: features.words >= DROWNS_FROM,
        }),
      );
    }
  }
  for (let place = 0; place < grounds.length; place++) {
    const ground = grounds[place];
    const strength = strengthOf(odds[place] ?? 0, table.gaps[place] ?? 0);
    if (ground === undefined || strength < NOTICED || strongest.has(ground.category) || isKept(ground.category))
      continue;
    settled.push(withoutRule(reading, scale, { ground, place, strength }));
  }
  return settled;
}

interface Unnamed {
  readonly ground: Ground;
  readonly place: number;
  readonly strength: number;
}

/** A category that no rule named. */
function withoutRule(reading: Reading, { table, features, odds }: Scale, { ground, place, strength }: Unnamed): Signal {
  const { category } = ground;
  const sureFrom = ONLY_SORTS.includes(category) ? 0 : WITHOUT_RULE;
  if ((odds[place] ?? 0) >= sureFrom && !BY_ITS_RULE.has(category) && reading.hasAny(ground.set)) {
    const hits = groundsIn(reading, ground);
    if (hits.length > 0) return fromWords(reading, hits, { category, strength });
  }
  const spans = heaviestWords(table, features, place);
  return {
    category,
    spans,
    source: 'insieme delle parole',
    strength: Math.min(JUST_NOT_ENOUGH, strength),
    reason: `${spans.map((span) => `«${shortened(reading.text.slice(...span))}»`).join(', ')}: lo fa pensare solo l’insieme delle parole, guardi una persona.`,
  };
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
  readonly odds: number;
  readonly gap: number;
  readonly strongest: Signal | undefined;
  /** Whether the whole may make it stronger. */
  readonly gains: boolean;
  /** Whether a rule that says it clearly stands where the whole at least allows it. */
  readonly stands: boolean;
  readonly drowns: boolean;
}

const weighed = (signal: Signal, { odds, gap, strongest, gains, stands, drowns }: Company): Signal => {
  // Seen beside other texts: this one alone says nothing of it.
  if (signal.source === COMPARED) return signal;
  if (signal.category === FOUND_BY_FORM && !TOLD_BY_THE_REST.has(signal.source)) return signal;
  const isCertain = (strongest?.strength ?? 0) >= CERTAIN && !ALWAYS_DOUBTED.has(signal.category);
  if (isCertain && odds >= -gap - CERTAIN_BY) return signal;
  const whole = isCertain && drowns ? JUST_NOT_ENOUGH : strengthOf(odds, gap);
  const isClear =
    stands && signal.strength >= HEARD && odds >= -gap - (signal.category === FOUND_BY_FORM ? FORM_BY : 0);
  if (odds < 0 && !isClear) return doubted(signal, whole);
  if (!gains || signal.strength >= HEARD || signal !== strongest || isOfOthers(signal)) return signal;
  return { ...signal, strength: BY_ITS_RULE.has(signal.category) ? Math.min(JUST_NOT_ENOUGH, whole) : whole };
};

const doubted = (signal: Signal, whole: number): Signal => {
  const strength = Math.max(Math.min(signal.strength, NOT_NOTICED), whole);
  if (signal.strength < HEARD) return strength === signal.strength ? signal : { ...signal, strength };
  return { ...signal, strength, reason: `${signal.reason} Il resto del testo lo rende dubbio.` };
};

/** The words that make it thinkable, the earliest of each kind; what is denied or quoted does not. */
const groundsIn = (reading: Reading, { tags }: Ground): readonly Hit[] => {
  const meant = isMeant(reading);
  const found: Hit[] = [];
  for (const tag of tags) {
    if (found.length === MOST_SHOWN) break;
    const hit = reading
      .hitsOf(tag)
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
  { category, strength }: { readonly category: string; readonly strength: number },
): Signal =>
  signalOnAll(reading, stretchesOf(hits), {
    category,
    strength,
    source: 'insieme delle parole',
    reason: `${quoted(reading, hits)}: lo rende probabile l’insieme delle parole.`,
  });
