// SPDX-License-Identifier: AGPL-3.0-or-later

/** Texts that no citizen writes, for the test and the bench that throw them at triage. The same seed gives the same texts. */

/** Numbers from 0 up to a limit, in an order that depends on the seed alone. */
export type Dice = (below: number) => number;

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

const WORDS =
  `stronzo c4zz0 m*rda vaff*** siete dei ladri vi ammazzo ti aspetto odio gli zingari quegli idioti dell'ufficio non sono mi hanno dato del
cretino voglio uccidere il direttore la signora Rossi ha il cancro chi modera è un idiota s.t.r.o.n.z.o t r o i a #SieteLadri @pinco.pallo
grazie mille quando aprono? via Roma 12 tel 333 1234567 a@b.it www.esempio.it https://x.it/a?b=c IT60X0542811101000000123456 RSSMRA85T10A562S
AB123CD 12/05/1980 «siete ladri» "buffoni" 50€ -30% vota lista civica ke kazzo anke xxx E' é perché 5 7 r 0 n z o caz zo`.split(
    /\s+/,
  );

const SIGNS = [
  '\u0000',
  '\ud83d',
  '\udc00',
  '\ud83d\ude00',
  '\ud835\udc1c',
  '\ud83c\uddee\ud83c\uddf9',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufe0f',
  '\u0301',
  '\u20e3',
  '\ufeff',
  '\uffff',
  '\udb40\udc67',
  '\u3164',
  '\u0130',
  'ß',
  'ﬁ',
  'ǆ',
  '…',
  '*',
  '**',
  '.',
  '..',
  '-',
  '_',
  '@',
  '$',
  '€',
  '!',
  '?',
  '|',
  '/',
  '\\',
  '«',
  '»',
  '"',
  '’',
  '\n',
  '\t',
  '\u00a0',
  ' ',
  ' ',
  ' ',
  'k',
  'ооо',
  '000',
  '١٢',
  '漢字',
];

const pick = <Thing>(dice: Dice, from: readonly Thing[], otherwise: Thing): Thing =>
  from[dice(from.length)] ?? otherwise;

const joined = (dice: Dice, pieces: number, piece: () => string): string => {
  let text = '';
  for (let count = 0; count < pieces; count++) text += piece();
  return dice(8) === 0 ? text.toUpperCase() : text;
};

/** A text with one unit taken away, doubled, replaced or cut, as often as the dice say; pairs may be broken. */
export const mutated = (dice: Dice, text: string): string => {
  let changed = text;
  for (let times = dice(6) + 1; times > 0; times--) {
    const at = dice(changed.length + 1);
    const inserted = dice(3) === 0 ? '' : pick(dice, SIGNS, '*');
    changed = changed.slice(0, at) + inserted + changed.slice(at + dice(3));
  }
  return changed;
};

/** One hostile text: units at random, words and signs shuffled, a known text mutated, or one piece over and over. */
export const hostileText = (dice: Dice, known: readonly string[]): string => {
  const length = dice(dice(20) === 0 ? 400 : 24);
  switch (dice(6)) {
    case 0:
      return joined(dice, length, () => String.fromCharCode(dice(0x10000)));
    case 1:
      return joined(dice, length, () => String.fromCharCode(dice(0x80)));
    case 2:
      return joined(dice, length, () => pick(dice, WORDS, 'a') + (dice(4) === 0 ? pick(dice, SIGNS, ' ') : ' '));
    case 3:
      return joined(dice, length, () => (dice(2) === 0 ? pick(dice, WORDS, 'a') : pick(dice, SIGNS, ' ')));
    case 4:
      return mutated(dice, pick(dice, known, 'siete dei ladri'));
    default:
      return (pick(dice, WORDS, 'a') + pick(dice, SIGNS, ' ')).repeat(length);
  }
};

/** Few, and as long as a page lets them be: one sign without end, one word without end. */
export const endlessTexts = (length: number): readonly string[] =>
  [...SIGNS, 'a', 'z', '1', 'k ', 's ', 's*', 'c4', 'siete dei ladri ', 'vi ammazzo. ', 'via Roma 1, ', 'a@b.it '].map(
    (piece) => piece.repeat(Math.ceil(length / piece.length)),
  );

interface Seen {
  readonly category: string;
  readonly strength: number;
  readonly spans: readonly (readonly [number, number])[];
}

const isInsidePair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff]$/.test(text.charAt(at - 1)) && /^[\udc00-\udfff]$/.test(text.charAt(at));

const faultOf = (text: string, [start, end]: readonly [number, number]): string | undefined => {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'no whole numbers';
  if (start < 0 || end > text.length) return 'outside the text';
  if (start >= end) return 'empty';
  return isInsidePair(text, start) || isInsidePair(text, end) ? 'cuts a character' : undefined;
};

/** What is wrong with the signals of a text, whatever it says; undefined where nothing is. */
export const faultIn = (text: string, signals: readonly Seen[]): string | undefined => {
  let from = 0;
  for (const { category, strength, spans } of signals) {
    const first = spans[0]?.[0] ?? 0;
    if (!(strength > 0 && strength <= 1)) return `${category}: strength ${strength}`;
    if (first < from) return `${category}: out of order`;
    from = first;
    for (const [at, span] of spans.entries()) {
      const fault = faultOf(text, span) ?? (span[0] < (spans[at - 1]?.[0] ?? 0) ? 'spans out of order' : undefined);
      if (fault !== undefined) return `${category}: ${fault}: ${span.join('–')} of ${text.length}`;
    }
  }
  return undefined;
};
