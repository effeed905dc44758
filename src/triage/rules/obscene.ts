// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Reading } from '../reading.ts';
import { alone, isDenied, type Sequence, type Stretch, sequence, sequences } from '../sentence.ts';
import { DIGIT, DRAWING } from '../signs.ts';
import { type Frame, frame, framed } from '../together.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'obscene';

/** Drawings that together mean only one thing. */
const DRAWN = /🍆\s?[💦🍑👅😩👄]|[🍑👅🍌💦🐱👄]\s?[🍆💦👅👄]\s?[🍆💦👅👄]|👉\s?👌|🍌\s?👄|🍑\s?🍆/u;
/** The same with letters and signs: `8===D`. */
const TYPED = /(?:\b|^)8={2,}[D>)]/u;

/** Sex spoken of to a doctor is health: «si prende anche col sesso orale?». */
const isHealth = (reading: Reading): boolean =>
  reading.hits('health').length > 0 ||
  /\b(?:vaccin\p{L}*|virus|malatti\p{L}*|pap ?test|esame|esami|analisi|preservativ\p{L}*|contraccezione|consultorio)\b/iu.test(
    reading.text,
  );

const AROUND: readonly Frame[] = [
  // «cerco signora matura e senza tabù»
  frame(6, ['sexual'], ['longing', 'deal-seek', 'deal-offer'], ['sexual', 'bed', 'flesh']),
  frame(6, ['sexual'], ['longing'], ['desired', 'ogles']),
  // «la ginecologa me la porterei a letto»
  frame(7, ['longing'], ['bed'], ['desired']),
  // «ci poggerei la faccia, che bel davanzale»
  frame(7, ['flesh'], ['longing'], ['ogles', 'bed']),
];
/** «ti sogno nuda», «con quella bocca, in ginocchio»: plain enough without a name. */
const PLAIN: readonly Frame[] = [frame(6, ['bed'], ['longing']), frame(5, ['bed'], ['flesh'])];
const isPlain = ({ hits }: Stretch): boolean => hits.some(({ tag, degree }) => tag === 'bed' && degree === 3);

/** «che», «bella» and the like praise anything. */
const isKeen = ({ hits }: Stretch): boolean => !hits.some(({ tag, degree }) => tag === 'ogles' && degree === 1);

const IN_ORDER: readonly Sequence[] = [
  // «che culo l’infermiera», «bella figa l’assessora»
  sequence({ tags: ['ogles'] }, { tags: ['flesh'], within: 1 }, { tags: ['desired'], within: 3 }),
  sequence({ tags: ['desired'] }, { tags: ['ogles'], within: 3 }, { tags: ['flesh'], within: 1 }),
  sequence({ tags: ['flesh'] }, { tags: ['ogles'] }, { tags: ['desired'], within: 3 }),
];

/** What speaks of no body: «che bel culo che avete avuto», «bella bocca di fuoco». */
const isLongEnough = ({ first, last }: Stretch): boolean => last > first + 1;

const written = (reading: Reading): Signal[] => {
  const drawn = (reading.signs & DRAWING) === 0 ? null : DRAWN.exec(reading.text);
  const found = drawn ?? ((reading.signs & DIGIT) === 0 ? null : TYPED.exec(reading.text));
  if (found === null) return [];
  return [
    {
      category: CATEGORY,
      strength: 0.65,
      spans: [[found.index, found.index + found[0].length]],
      source: 'emoji',
      reason: `«${found[0]}» ha un senso sessuale esplicito.`,
    },
  ];
};

const desired = (reading: Reading): readonly Stretch[] =>
  [
    ...PLAIN.flatMap((sought) => framed(reading, sought)).filter(isPlain),
    ...AROUND.flatMap((sought) => framed(reading, sought)).filter(isKeen),
    ...IN_ORDER.flatMap((steps) => sequences(reading, steps)),
  ].filter((stretch) => isLongEnough(stretch) && !isDenied(reading, stretch.first, 1));

/** Sexual words, advances and drawings; not what is asked of a doctor. */
export const obscene: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const stretches = reading
      .hits('obscene')
      .filter(({ first }) => !isDenied(reading, first, 3))
      .map((hit) => ({ stretch: alone(hit), strength: 0.7 }));
    for (const stretch of desired(reading).slice(0, 1)) stretches.push({ stretch, strength: 0.6 });
    const healthy = stretches.length > 0 && isHealth(reading);
    const said = stretches.map(({ stretch, strength }) =>
      signalOn(reading, stretch, {
        category: CATEGORY,
        strength: healthy ? 0.3 : strength,
        source: strength > 0.6 ? 'lessico' : 'desiderio',
        reason: `${quoted(reading, [stretch])} è contenuto sessuale esplicito${healthy ? ', ma si parla di salute' : ''}.`,
      }),
    );
    return [...said, ...written(reading)];
  },
};
