// SPDX-License-Identifier: AGPL-3.0-or-later
import { LONGEST_DISGUISE } from './beneath.ts';
import { BREAK, CLASSES, classOfWide, isLetterAt, LETTER_A, SKIP, SPACE, WIDE, widthAt } from './letters.ts';
import type { Offences } from './offences.ts';
import { BLANK, choicesAt, JOINT, MASK, SIGNS } from './signs.ts';
import { DEAD, ROOT, type Spellings } from './spellings.ts';

/** An offence found under signs, and where it ends in the text. */
export interface Unmasked {
  readonly codes: readonly number[];
  readonly end: number;
}

/** No honest spelling needs more; it keeps hostile ones from costing time. */
const MOST_STEPS = 64;
/** Fewer letters betray only a usual word. */
const FEWEST_SEEN = 2;
const FEWEST_SEEN_OF_UNUSUAL = 3;
/** Unless more letters are seen than guessed. */
const MOST_GUESSED_OF_UNUSUAL = 2;
const FEWEST_SEEN_WHOLE = 4;
/** With so many letters seen, the rest may be any number of masks: `vaff***`. */
const FEWEST_SEEN_OPEN = 4;

const isMask = (unit: number): boolean => ((SIGNS[unit] ?? 0) & MASK) !== 0 && CLASSES[unit] !== BREAK;

/** Reads one disguise from its first sign: letters, signs drawn like letters, masks, and joints between letters. */
class Unmasking {
  readonly #text: string;
  readonly #offences: Offences;
  readonly #known: Spellings;
  readonly #limit: number;
  #steps = 0;
  /** Of the letters read up to here, those that stand there and those that a mask hides. */
  #seen = 0;
  #guessed = 0;

  constructor(text: string, start: number, offences: Offences) {
    this.#text = text;
    this.#offences = offences;
    this.#known = offences.spellings;
    this.#limit = Math.min(text.length, start + LONGEST_DISGUISE);
  }

  /** The offence that goes on from a place of the text and a state of the tree. */
  from(at: number, state: number): Unmasked | undefined {
    if (++this.#steps > MOST_STEPS) return undefined;
    if (at >= this.#limit) return this.#end(at, state);
    const code = CLASSES[this.#text.charCodeAt(at)] ?? SPACE;
    if (code === WIDE) return this.#wide(at, state);
    if (code === SKIP) return this.from(at + 1, state);
    for (const choice of choicesAt(this.#text, at)) {
      const found = this.#letter(at + 1, this.#known.step(state, choice));
      if (found !== undefined) return found;
    }
    const sign = this.#signAt(at);
    const guessed = (sign & MASK) !== 0 ? this.#any(at, state, 1) : undefined;
    if (guessed !== undefined) return guessed;
    const joined = (sign & JOINT) !== 0 && isLetterAt(this.#text, at + 1) ? this.from(at + 1, state) : undefined;
    return joined ?? this.#end(at, state);
  }

  #letter(next: number, state: number): Unmasked | undefined {
    if (state === DEAD) return undefined;
    this.#seen++;
    const found = this.from(next, state);
    this.#seen--;
    return found;
  }

  /** A styled letter, or an emoji that hides one or stands between two. */
  #wide(at: number, state: number): Unmasked | undefined {
    const code = classOfWide(this.#text, at);
    const width = widthAt(this.#text, at);
    if (code === SKIP) return this.from(at + width, state);
    if (code >= LETTER_A) return this.#letter(at + width, this.#known.step(state, code)) ?? this.#end(at, state);
    const joined = isLetterAt(this.#text, at + width) ? this.from(at + width, state) : undefined;
    return joined ?? this.#any(at, state, width) ?? this.#end(at, state);
  }

  /** One dot is a full stop or a joint, two of them hide letters; what ends a sentence hides one only inside a word. */
  #signAt(at: number): number {
    const unit = this.#text.charCodeAt(at);
    const sign = SIGNS[unit] ?? 0;
    const repeated = this.#text.charCodeAt(at + 1) === unit || this.#text.charCodeAt(at - 1) === unit;
    if (repeated && (sign & JOINT) !== 0) return MASK;
    return CLASSES[unit] === BREAK && !isLetterAt(this.#text, at + 1) ? sign & ~MASK : sign;
  }

  #any(at: number, state: number, width: number): Unmasked | undefined {
    const { likeliest, usual } = this.#offences;
    const onlyUsual = this.#seen === 0 || this.#guessed > this.#seen;
    this.#guessed++;
    let found: Unmasked | undefined;
    for (const next of this.#offences.next(state)) {
      if (onlyUsual && likeliest(next) >= usual) continue;
      found = this.from(at + width, next);
      if (found !== undefined) break;
    }
    this.#guessed--;
    return found ?? this.#open(at, state);
  }

  #end(at: number, state: number): Unmasked | undefined {
    const { spellings, usual, codes } = this.#offences;
    const word = spellings.wordAt(state);
    if (word < 0 || isLetterAt(this.#text, at) || (this.#isMasked(at - 1) && this.#isMasked(at))) return undefined;
    return this.#isEnough(word < usual) ? { codes: codes(word), end: at } : undefined;
  }

  #isMasked(at: number): boolean {
    return at < this.#limit && (this.#signAt(at) & MASK) !== 0;
  }

  #isEnough(usual: boolean): boolean {
    if (this.#guessed === 0) return this.#seen >= FEWEST_SEEN_WHOLE;
    if (usual) return this.#seen >= FEWEST_SEEN;
    if (this.#seen < FEWEST_SEEN_OF_UNUSUAL) return false;
    return this.#guessed <= MOST_GUESSED_OF_UNUSUAL || this.#guessed < this.#seen;
  }

  #open(at: number, state: number): Unmasked | undefined {
    if (this.#seen < FEWEST_SEEN_OPEN || this.#guessed > 0) return undefined;
    let end = at;
    while (end < this.#limit && isMask(this.#text.charCodeAt(end))) end++;
    const closed = end === this.#text.length || ((SIGNS[this.#text.charCodeAt(end)] ?? 0) & BLANK) !== 0;
    const word = this.#offences.likeliest(state);
    return closed && end > at && word >= 0 ? { codes: this.#offences.codes(word), end } : undefined;
  }
}

/** What was found in the same signs lately: whoever hides one word mostly hides it again. By the signs looked at, where it ends from their first. */
const kept = new Map<string, { readonly codes: readonly number[]; readonly length: number } | null>();
const MOST_KEPT = 1024;
let keptOf: Offences | undefined;

/** The offence that begins at a place of the text, if signs hide one there. */
export const unmask = (text: string, start: number, offences: Offences): Unmasked | undefined => {
  if (keptOf !== offences || kept.size >= MOST_KEPT) kept.clear();
  keptOf = offences;
  // One sign before, and after the last as many as may tell what it is.
  const signs = `${start === 0 ? '\n' : ''}${text.slice(Math.max(0, start - 1), start + LONGEST_DISGUISE + 3)}`;
  let found = kept.get(signs);
  if (found === undefined) {
    const unmasked = new Unmasking(text, start, offences).from(start, ROOT);
    found = unmasked === undefined ? null : { codes: unmasked.codes, length: unmasked.end - start };
    kept.set(signs, found);
  }
  return found === null ? undefined : { codes: found.codes, end: start + found.length };
};
