// SPDX-License-Identifier: AGPL-3.0-or-later
import { DEAD, ROOT, type Spellings } from './spellings.ts';

/** What each sign of a spelling may stand for: folded letters, likeliest first. */
export type Choices = readonly (readonly number[])[];

export interface Beneath {
  readonly codes: readonly number[];
  /** The place after its last sign. */
  readonly end: number;
}

/** Longer runs of letters are noise, and reading them would cost time. */
export const LONGEST_DISGUISE = 40;

/** How many equal signs stand from a place on; `stronzooo` may hide one or two of a letter, `cazzzo` two. */
const runFrom = (choices: Choices, at: number): number => {
  let end = at + 1;
  while (end - at < LONGEST_DISGUISE && end < choices.length && choices[end] === choices[at]) end++;
  return end - at;
};

/** Follows only beginnings of known words. */
class Search {
  readonly #choices: Choices;
  readonly #known: Spellings;
  readonly #whole: boolean;
  readonly #path: number[] = [];

  constructor(choices: Choices, known: Spellings, whole: boolean) {
    this.#choices = choices;
    this.#known = known;
    this.#whole = whole;
  }

  from(at: number, state: number): Beneath | undefined {
    if (this.#path.length < LONGEST_DISGUISE)
      for (const code of this.#choices[at] ?? []) {
        const next = this.#known.step(state, code);
        const found = next === DEAD ? undefined : this.#through(at, next, code);
        if (found !== undefined) return found;
      }
    const ends = this.#known.wordAt(state) >= 0 && (at === this.#choices.length || !this.#whole);
    return ends ? { codes: [...this.#path], end: at } : undefined;
  }

  #through(at: number, state: number, code: number): Beneath | undefined {
    const run = runFrom(this.#choices, at);
    const stretched = run > 2 || (run === 2 && at + run === this.#choices.length);
    this.#path.push(code);
    let found = this.from(stretched ? at + run : at + 1, state);
    const two = stretched && found === undefined ? this.#known.step(state, code) : DEAD;
    if (two !== DEAD) {
      this.#path.push(code);
      found = this.from(at + run, two);
      this.#path.pop();
    }
    this.#path.pop();
    return found;
  }
}

/** The known word that all the signs together may stand for. */
export const wordBeneath = (choices: Choices, known: Spellings): Beneath | undefined =>
  choices.length > LONGEST_DISGUISE ? undefined : new Search(choices, known, true).from(0, ROOT);

/** The longest known word that signs may stand for from a place on. */
export const beginningBeneath = (choices: Choices, at: number, known: Spellings): Beneath | undefined =>
  new Search(choices, known, false).from(at, ROOT);
