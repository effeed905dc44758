// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Hit, Reading } from '../reading.ts';
import { alone, isDenied, type Stretch, sequence, sequences, spanOf } from '../sentence.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';
import { type Weight, weigh, weight } from './weigh.ts';

const DESPAIR =
  /\b(?:farla finita|la faccio finita|m[io] (?:ammazz|uccid|suicid|impicc|butt|spar|tolg|do fuoco|dar|tagli)|vita|vivere|morire|uccidermi|ammazzarmi|suicidarmi|addio|sparire|stanotte|pastiglie|pillole|non ci fossi)/iu;

/** Laughter beside it, or a past that is over: told, not happening. */
const LAUGHTER = /[😂🤣😄😆😅🙄😏]|\bah(?:ah)+\b|\bahah/iu;
const OVER =
  /\b(?:oggi sto bene|ora sto bene|adesso sto bene|mi ha salvat[oa]|mi avete salvat[oa]|ci avete salvat[oi]|per fortuna|l['’]anno scorso|anni fa|mesi fa|ieri|l['’]altro giorno|la settimana scorsa|il mese scorso|avevo pensato|c['’]era(?:no)?|è stat[oa]|dopo due ore|dopo un['’]ora|morto|morta|funerale|ricordo|fa la|fa il|un anno fa|due anni fa|da un mese|da mesi|da settimane|da anni)\b/iu;
const IDIOM =
  /\bsu un piede\b|\bdal ridere\b|\bdi lavoro\b|\bdi caldo\b|\bdi noia\b|\bdi fame\b|\bdi freddo\b|\bdi sonno\b|\bdalla noia\b|\bdal caldo\b|\bdalle risate\b|\besercitazione\b|\bsimulazione\b|\bcorso di\b/iu;

/** Somebody is hurt, or hurts somebody, as it is written. */
const NOW = sequence({ tags: ['is-now'] }, { tags: ['happening'], within: 1 });

/** What weighs in a cry for help, and how much of it is enough. */
const CLUES: readonly Weight[] = [
  { tag: 'acute', weights: [0.5, 1.3, 1.3], most: 2 },
  { tag: 'hazard', weights: [0.5, 1.3, 1.3], most: 2 },
  { tag: 'brink', weights: [0.4, 1.2, 1.2] },
  { tag: 'trapped', weights: [0.6, 1.2, 1.2] },
  { tag: 'right-now', weights: [0.4, 0.9, 0.9], most: 2 },
  weight('enclosure', 0.5),
  weight('victim', 0.6),
];
const ENOUGH = 2.4;
const AROUND = 11;
const STARTS = ['acute', 'hazard', 'brink', 'trapped'] as const;
/** Of long texts only the first dangers are asked for their company. */
const MOST_ASKED = 12;

const isThanked = (reading: Reading): boolean => reading.hits('thanks').length + reading.hits('praise').length > 0;

interface Seen {
  readonly stretch: Stretch;
  readonly strength: number;
}

const told = ({ degree }: Hit): number => (degree === 3 ? 0.9 : 0.45);

const cry = (reading: Reading): Stretch | undefined => {
  for (const tag of STARTS)
    for (const { first, last } of reading.hits(tag).slice(0, MOST_ASKED)) {
      const { total, hits } = weigh(reading, CLUES, { from: first - AROUND, to: last + AROUND });
      const main = hits.slice(0, 3);
      if (total < ENOUGH) continue;
      return {
        first: Math.min(...main.map((hit) => hit.first)),
        last: Math.max(...main.map((hit) => hit.last)),
        hits: main,
      };
    }
  return undefined;
};

/** What is long past, or ends in thanks, is told and not happening. */
const around = (reading: Reading): readonly Seen[] => {
  const [now] = sequences(reading, NOW);
  const stretch = now ?? cry(reading);
  if (stretch === undefined || isThanked(reading) || OVER.test(reading.text)) return [];
  return [{ stretch, strength: 0.7 }];
};

const seenIn = (reading: Reading): readonly Seen[] => {
  const said = reading.hits('emergency').map((hit) => ({ stretch: alone(hit), strength: told(hit) }));
  return said.some(({ strength }) => strength >= 0.5) ? said : [...said, ...around(reading)];
};

/** How much is left of a cry where the whole text laughs, or thanks for what is over. */
const mostOf = (reading: Reading): number => {
  if (LAUGHTER.test(reading.text) || IDIOM.test(reading.text)) return 0.3;
  return isThanked(reading) && OVER.test(reading.text) ? 0.4 : 1;
};

const signal = (reading: Reading, seen: Seen): Signal => {
  const strength = Math.min(seen.strength, reading.once(mostOf));
  const says = DESPAIR.test(reading.text.slice(...spanOf(reading, seen.stretch)))
    ? 'chi scrive, o una persona vicina, potrebbe volersi fare del male'
    : 'chiede soccorso o racconta un pericolo in corso';
  const words = quoted(reading, seen.stretch.hits);
  return signalOn(reading, seen.stretch, {
    category: 'emergency',
    strength,
    source: 'soccorso',
    reason:
      strength >= 0.5
        ? `${words}: ${says}; serve subito una persona, e il rinvio al 112.`
        : `${words} può dire un pericolo, ma il resto del testo non lo fa pensare: da guardare.`,
  });
};

/** A life in danger, the writer's or another's. Wrong in the safe direction: it is shown even when merely told. */
export const emergency: Rule = {
  categories: ['emergency'],
  notice: (reading) =>
    seenIn(reading)
      .filter(({ stretch }) => !isDenied(reading, stretch.first, 2))
      .map((seen) => signal(reading, seen)),
};
