// SPDX-License-Identifier: AGPL-3.0-or-later

/** A word as it is compared, with where it stands in the text: UTF-16 offsets. */
export interface Word {
  readonly form: string;
  readonly span: readonly [number, number];
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Without capitals and accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('it');

export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ form: folded(word), span: [index, index + word.length] }));

/** Short words, and those that any two sentences share. */
const COMMON: ReadonlySet<string> = new Set(
  `alla alle allo agli anche ancora avete avere bene buongiorno buonasera che chi ciao come con cosa cui dal dalla dei del
  della delle dello dove due era essere fare gli grazie hai hanno hoa ieri loro mai mio mia molto nei nel nella non noi oggi
  ogni per perche piu poi possibile puo quale quali quando quanto quel quella questa questo qui salve saluti sara sempre
  senza sia siamo siete solo sono sta stato sua sue sui sul sulla suo tra tutti una uno vi voi vorrei`.split(/\s+/),
);

/** What a text is about, as a set of words. */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(wordsIn(text).flatMap(({ form }) => (form.length < 3 || COMMON.has(form) ? [] : [form.slice(0, 7)])));

/** From 0 to 1: how much of what two texts are about they share. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

/** The first run of so many words of `source` that `text` repeats, as a span of `text`. */
export function repeatedRun(text: string, source: string, length: number): readonly [number, number] | undefined {
  const theirs = wordsIn(source);
  const runs = new Set(
    theirs.slice(0, Math.max(0, theirs.length - length + 1)).map((_, at) => runAt(theirs, at, length)),
  );
  const ours = wordsIn(text);
  for (let at = 0; at + length <= ours.length; at++) {
    const [first, last] = [ours[at], ours[at + length - 1]];
    if (first !== undefined && last !== undefined && runs.has(runAt(ours, at, length)))
      return [first.span[0], last.span[1]];
  }
  return undefined;
}

const runAt = (words: readonly Word[], at: number, length: number): string =>
  words
    .slice(at, at + length)
    .map(({ form }) => form)
    .join(' ');

/** Whether a text has a word or a phrase; `*` at the end of a word stands for the rest of it. */
export function hasWords(text: readonly Word[], phrase: string): boolean {
  const wanted = folded(phrase).match(/[\p{L}\p{N}]+\*?/gu) ?? [];
  if (wanted.length === 0) return false;
  return text.some((_, at) => wanted.every((word, index) => isWord(text[at + index]?.form, word)));
}

const isWord = (form: string | undefined, wanted: string): boolean =>
  form !== undefined && (wanted.endsWith('*') ? form.startsWith(wanted.slice(0, -1)) : form === wanted);
