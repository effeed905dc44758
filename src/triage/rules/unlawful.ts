// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Hit, Reading } from '../reading.ts';
import { alone, isDenied, sequence, sequences } from '../sentence.ts';
import { tagSet } from '../tag-set.ts';
import { frame, framed } from '../together.ts';
import { quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';
import { toneOf } from './tone.ts';
import { type Weight, weigh, weight } from './weigh.ts';

const CATEGORY = 'illegal';
const SOURCE = 'contro-la-legge';

/** Against the law, or round it; then what is dealt in; then who deals, asks or teaches. */
const CROOKED: readonly Weight[] = [
  { tag: 'contraband', weights: [1.3, 1.3, 3] },
  weight('irregular', 2, 2),
  weight('off-books', 2),
  weight('dodge', 3),
  weight('elude', 0.1),
  weight('tamper', 0.1),
  weight('queue-place', 1.8),
  weight('fake', 0.1),
];
const DEALT_IN: readonly Weight[] = [
  weight('official-paper', 0.8),
  weight('odd-job', 0.8),
  weight('duty', 0.8),
  weight('tampered', 0.8),
];
const DEALING: readonly Weight[] = [
  { tag: 'deal-offer', weights: [0.4, 0.9, 0.9], most: 2 },
  { tag: 'deal-seek', weights: [0.4, 0.9, 0.9] },
  { tag: 'trick', weights: [0.4, 1, 1] },
  weight('reach-me', 0.9),
];

/** What belongs together stands so near. */
const AROUND = 13;
const ENOUGH = 3.3;
/** A lure deceives who reads it: it is spam before it is anything else. */
const LURES = tagSet(['easy-money', 'riches', 'chain', 'phishing']);
/** Who deals is told plainly, unless what is dealt in says enough. */
const LEAST_DEAL = 0.8;
const ANY_DEAL = 0.4;
const PLAINLY = 3;
/** Things in themselves that nobody may deal in need only somebody who deals. */
const CLEAR = 4.4;

/** «vendo punti patente»: papers are earned, never sold. */
const SOLD_PAPER = sequence({ tags: ['sells'] }, { tags: ['official-paper', 'queue-place'], within: 2 });
/** «come si clona la tessera» */
const TAMPERING = frame(6, ['tamper'], ['tampered']);
const FORGED = [
  sequence({ tags: ['official-paper'] }, { tags: ['fake'], within: 1 }),
  sequence({ tags: ['fake'] }, { tags: ['official-paper'] }),
];
const ELUDING = frame(6, ['elude'], ['duty']);
const DEALS = tagSet(['deal-offer', 'deal-seek', 'trick', 'reach-me']);

const ANGRY = 4;

/** Accusing others of it, or warning against them, is no offer. */
const isTold = (reading: Reading): boolean =>
  reading.hits('told-by-others').length > 0 || reading.hits('counter').length > 0 || toneOf(reading).weight >= ANGRY;

/** The first person, or a call to write, takes the tale away: «vendo», «contattatemi». */
const OFFERED =
  /\b(?:vendo|vendiamo|rivendo|offro|procuro|fornisco|cedo|cedesi|compro|cerco|mi serve|pago|scriv\p{L}*mi|contatta\p{L}*mi|chiama\p{L}*mi|in privato|ti faccio|te l[ao] faccio|ti insegno|insegno|fate come)\b/iu;

const isPaired = (reading: Reading): boolean =>
  framed(reading, TAMPERING).length > 0 || framed(reading, ELUDING).length > 0;

const around = (reading: Reading, { first, last }: Hit): Signal | undefined => {
  const window = { from: first - AROUND, to: last + AROUND };
  const dealing = weigh(reading, DEALING, window);
  const crooked = weigh(reading, CROOKED, window);
  if (dealing.total < (crooked.total >= PLAINLY ? ANY_DEAL : LEAST_DEAL)) return undefined;
  const things = weigh(reading, DEALT_IN, window);
  const pairs = isPaired(reading) ? 1.7 : 0;
  const forged = FORGED.some((steps) => sequences(reading, steps).length > 0) ? 1.7 : 0;
  const total = crooked.total + Math.min(dealing.total, 1.8) + Math.min(things.total, 1.2) + pairs + forged;
  if (total < ENOUGH + (reading.hasAny(LURES) ? 1 : 0)) return undefined;
  const hits = [...crooked.hits, ...things.hits, ...dealing.hits].slice(0, 3);
  return signalOnAll(reading, stretchesOf(hits), {
    category: CATEGORY,
    strength: total >= CLEAR ? 0.7 : 0.6,
    source: SOURCE,
    reason: `${quoted(reading, hits)}: offre, cerca o insegna qualcosa che la legge vieta.`,
  });
};

/** Of long texts only the first crooked words are asked for their company. */
const MOST_ASKED = 12;

const summed = (reading: Reading): Signal | undefined => {
  if (!reading.hasAny(DEALS)) return undefined;
  const asked = CROOKED.flatMap(({ tag }) => reading.hits(tag).slice(0, MOST_ASKED));
  for (const hit of asked) {
    const signal = around(reading, hit);
    if (signal !== undefined) return signal;
  }
  return undefined;
};

const soldPapers = (reading: Reading): Signal[] =>
  sequences(reading, SOLD_PAPER).map((stretch) =>
    signalOn(reading, stretch, {
      category: CATEGORY,
      strength: 0.65,
      source: SOURCE,
      reason: `${quoted(reading, [stretch])}: vende o compra ciò che si ottiene solo per diritto.`,
    }),
  );

const forbidden = (reading: Reading): Signal[] =>
  reading
    .hits('forbidden-trade')
    .filter(({ first }) => !isDenied(reading, first, 2))
    .map((hit) =>
      signalOn(reading, alone(hit), {
        category: CATEGORY,
        strength: 0.75,
        source: SOURCE,
        reason: `${quoted(reading, [hit])}: offre documenti falsi, favori, merce o sostanze che non si possono vendere.`,
      }),
    );

/** Offers, asks or teaches what the law forbids; who reports it is left alone. */
export const unlawful: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const sum = summed(reading);
    const signals = [...forbidden(reading), ...soldPapers(reading), ...(sum === undefined ? [] : [sum])];
    if (signals.length === 0 || !isTold(reading) || OFFERED.test(reading.text)) return signals;
    return signals.map((signal) => ({
      ...signal,
      strength: Math.min(signal.strength, 0.3),
      reason: `${signal.reason} Sembra però raccontarlo di altri.`,
    }));
  },
};
