// SPDX-License-Identifier: AGPL-3.0-or-later
import { beginningBeneath, type Choices, LONGEST_DISGUISE, wordBeneath } from './beneath.ts';
import { type Cut, isTight, type Word } from './folding.ts';
import { BREAK, CLASSES, classOfWide, DIGIT_ZERO, isLetterAt, isLetterClass, SPACE, WIDE, widthAt } from './letters.ts';
import { unmask } from './masked.ts';
import type { Offences } from './offences.ts';
import { partsOf } from './run-together.ts';
import { APOSTROPHE, BETWEEN, BLANK, choicesAt, choicesOfCode, JOINT, LEET, MASK, SIGNS } from './signs.ts';
import { DEAD, ROOT, type Spellings } from './spellings.ts';

/** A disguise is only undone when a known word is under it. */
export interface Disguisable {
  readonly spellings: Spellings;
  readonly offences: Offences;
}

/** A word found under the signs of a stretch of text. */
interface Disguise {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly number[];
}

/** Letters written one by one stand at most so far apart. */
const WIDEST_GAP = 3;
const FEWEST_LETTERS = 3;
/** Shorter words come together by chance. */
const FEWEST_CUT = 5;
/** Longer chains of words and signs are no one's spelling of a word. */
const MOST_JOINED = 12;

const [HARD_C, H] = ['k', 'h'].map((letter) => choicesAt(letter, 0)) as [Choices[0], Choices[0]];

const isSoftening = (letter: string): boolean => 'eiEI13'.includes(letter) && letter !== '';

/** What the letters of a piece of text may stand for; other signs are passed over, unless they are drawn like letters. */
const choicesIn = (text: string, start: number, end: number): Choices => {
  const choices: (readonly number[])[] = [];
  for (let at = start; at < end; at++) {
    const wide = CLASSES[text.charCodeAt(at)] === WIDE;
    const found = wide ? choicesOfCode(classOfWide(text, at)) : choicesAt(text, at);
    if (found.length > 0 && (found[0] ?? SPACE) > SPACE) choices.push(found);
    if (found === HARD_C && isSoftening(text.charAt(at + 1))) choices.push(H);
    if (wide) at += widthAt(text, at) - 1;
  }
  return choices;
};

const isDigit = ({ codes }: Word): boolean => (codes[0] ?? 0) >= DIGIT_ZERO;

/** One word by itself: stretched, or with digits for letters. */
const ofWord = (text: string, word: Word, { spellings }: Disguisable): Disguise | undefined => {
  if (!word.odd || word.length > LONGEST_DISGUISE) return undefined;
  const { start, end } = word;
  const beneath = wordBeneath(choicesIn(text, start, end), spellings);
  return beneath === undefined || beneath.codes.length < 2 ? undefined : { start, end, codes: beneath.codes };
};

/** A letter alone, also one written over and over. */
const isSpelt = (word: Word): boolean => word.length === 1 || (word.odd && isOneLetter(word.codes));
const isOneLetter = (codes: readonly number[]): boolean => codes.every((code) => code === codes[0]);

const isApart = (one: Word, next: Word): boolean =>
  next.start - one.end <= WIDEST_GAP && (next.gap & (BLANK | JOINT)) !== 0 && (next.gap & APOSTROPHE) === 0;

/** Where a row of single letters ends: the index after its last. */
const endOfRow = (words: readonly Word[], first: number): number => {
  let last = first;
  for (let next = words[last + 1]; next !== undefined; next = words[last + 1]) {
    const here = words[last];
    if (here === undefined || !isSpelt(next) || !isApart(here, next)) break;
    last++;
  }
  return last + 1;
};

/** Figures in a row spell nothing, unless there are letters among them. */
const isSpelling = (row: readonly Word[]): boolean => {
  const letters = row.filter((word) => !isDigit(word)).length;
  return row.length >= FEWEST_LETTERS && (letters * 2 > row.length || (letters > 0 && row.length > FEWEST_LETTERS + 1));
};

/** Letters one by one: «s t r o n z o», and the words after it written alike. */
const speltOut = (text: string, row: readonly Word[], { spellings }: Disguisable): Disguise[] => {
  const found: Disguise[] = [];
  const choices = row.map(({ start, end }) => choicesIn(text, start, end)[0] ?? []);
  for (let at = 0; at + FEWEST_LETTERS <= row.length; ) {
    const beneath = beginningBeneath(choices, at, spellings);
    const taken = row.slice(at, beneath?.end ?? at);
    const [first, last] = [taken[0], taken.at(-1)];
    if (beneath === undefined || !isSpelling(taken) || first === undefined || last === undefined) at++;
    else {
      found.push({ start: first.start, end: last.end, codes: beneath.codes });
      at = beneath.end;
    }
  }
  return found;
};

/** Where a word with signs in it may begin: a sign drawn like a letter may come before its first letter. */
const beginningOf = (text: string, { start }: Word): number => {
  const sign = start > 0 ? (SIGNS[text.charCodeAt(start - 1)] ?? 0) : 0;
  const leads = (sign & LEET) !== 0 && !isLetterClass(CLASSES[text.charCodeAt(start - 1)] ?? SPACE);
  return leads && !isLetterAt(text, start - 2) ? start - 1 : start;
};

const isBreak = (text: string, at: number): boolean => CLASSES[text.charCodeAt(at)] === BREAK;

const isFollowed = (text: string, word: Word, next: Word | undefined): boolean => {
  if (next !== undefined && isTight(next.gap)) return true;
  if (word.end >= text.length || isBreak(text, word.end)) return false;
  const sign = SIGNS[text.charCodeAt(word.end)] ?? 0;
  return (sign & MASK) !== 0 || (word.number < 0 && (sign & LEET) !== 0);
};

/** Where a word ends that goes on through signs drawn like letters, and nothing else: `sp@cc0`, `merd@`. */
const endOfLeet = (text: string, words: readonly Word[], at: number): number => {
  const limit = (words[at]?.start ?? 0) + LONGEST_DISGUISE;
  let last = at;
  while (words[last + 1]?.gap === LEET && (words[last]?.end ?? limit) < limit) last++;
  let end = words[last]?.end ?? 0;
  while (
    end < text.length &&
    end < limit &&
    ((SIGNS[text.charCodeAt(end)] ?? 0) & BETWEEN) === LEET &&
    !isBreak(text, end)
  )
    end++;
  return end;
};

/** Signs in the place of letters or between them: `c*zzo`, `$tronzo`, `ca.zzo`. */
const withSigns = (text: string, words: readonly Word[], { at, known }: { at: number; known: Disguisable }) => {
  const word = words[at];
  if (word === undefined) return undefined;
  const start = beginningOf(text, word);
  if (start === word.start && !isFollowed(text, word, words[at + 1])) return undefined;
  const unmasked = unmask(text, start, known.offences);
  if (unmasked !== undefined && (start < word.start || unmasked.end > word.end)) return { start, ...unmasked };
  const end = endOfLeet(text, words, at);
  const choices = end > word.end || start < word.start ? choicesIn(text, start, end) : [];
  const beneath = choices.length < FEWEST_LETTERS ? undefined : wordBeneath(choices, known.spellings);
  return beneath && { start, end, codes: beneath.codes };
};

const isHashtag = (text: string, { start }: Word): boolean => text.charAt(start - 1) === '#';

/** Whether any known word begins so. */
const begins = (codes: readonly number[], known: Spellings): boolean => {
  let state = ROOT;
  for (const code of codes) {
    state = known.step(state, code);
    if (state === DEAD) return false;
  }
  return true;
};

/** One word cut in two by a space: `caz zo`. Neither part may be a word that is known. */
const cutInTwo = (words: readonly Word[], at: number, { offences }: Disguisable): Disguise | undefined => {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || next.gap !== BLANK || word.number >= 0 || next.number >= 0) return;
  const length = word.length + next.length;
  if (word.length < 2 || length < FEWEST_CUT || length > LONGEST_DISGUISE) return undefined;
  const { codes } = word;
  if (!begins(codes, offences.spellings)) return undefined;
  const whole = [...codes, ...next.codes];
  return offences.spellings.find(whole) < 0 ? undefined : { start: word.start, end: next.end, codes: whole };
};

/** Finds the disguises of a text in the order in which they begin; none overlaps another. */
class Disguises {
  readonly found: Disguise[] = [];
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #known: Disguisable;
  #reach = 0;

  constructor(text: string, words: readonly Word[], known: Disguisable) {
    this.#text = text;
    this.#words = words;
    this.#known = known;
    this.#find();
  }

  #note(disguise: Disguise | undefined): void {
    if (disguise === undefined || disguise.start < this.#reach) return;
    this.found.push(disguise);
    this.#reach = disguise.end;
  }

  #find(): void {
    let joined = 0;
    let endOfLastRow = 0;
    for (const [at, word] of this.#words.entries()) {
      joined = isTight(word.gap) ? joined + 1 : 0;
      if (at >= endOfLastRow && isSpelt(word)) {
        endOfLastRow = endOfRow(this.#words, at);
        const row = this.#words.slice(at, endOfLastRow);
        if (isSpelling(row)) for (const disguise of speltOut(this.#text, row, this.#known)) this.#note(disguise);
      }
      if (isHashtag(this.#text, word)) for (const part of partsOf(word, this.#known)) this.#note(part);
      if (word.start >= this.#reach) this.#note(this.#at(at, joined < MOST_JOINED));
    }
  }

  #at(at: number, mayBeJoined: boolean): Disguise | undefined {
    const word = this.#words[at];
    if (word === undefined) return undefined;
    const signed = mayBeJoined ? withSigns(this.#text, this.#words, { at, known: this.#known }) : undefined;
    return signed ?? ofWord(this.#text, word, this.#known) ?? cutInTwo(this.#words, at, this.#known);
  }
}

/** Each disguise takes the place of the words it covers. */
const replaced = (words: readonly Word[], disguises: readonly Disguise[], among: Spellings): Word[] => {
  const read: Word[] = [];
  let at = 0;
  for (const { start, end, codes } of disguises) {
    for (let word = words[at]; word !== undefined && word.end <= start; word = words[++at]) read.push(word);
    const here = words[at];
    // A word may have been taken apart: the later parts stand where the first did.
    const first = here !== undefined && here.start < end ? here : words[at - 1];
    while ((words[at]?.start ?? end) < end) at++;
    const { sentence = 0, gap = 0 } = first ?? {};
    const number = among.find(codes);
    read.push({ codes, start, end, sentence, gap, number, among, length: codes.length, odd: false });
  }
  return [...read, ...words.slice(at)];
};

/** The same words with leetspeak, stretched, masked and spaced spellings read as the word beneath; offsets stay. */
export const undisguise = (text: string, { words, disguised }: Cut, known: Disguisable): readonly Word[] => {
  if (!disguised) return words;
  const disguises = new Disguises(text, words, known).found;
  return disguises.length === 0 ? words : replaced(words, disguises, known.spellings);
};
