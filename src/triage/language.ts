// SPDX-License-Identifier: AGPL-3.0-or-later
import { FUNCTION_WORDS, type Language } from './lexicon/languages.ts';

/** Fewer words than these say too little of a language. */
const FEWEST_WORDS = 4;
/** Of the words, how many must be another language's small words. */
const OTHER_SHARE = 0.2;
const FEWEST_DIFFERENT = 2;

const WORDS = /\p{L}[\p{L}\p{M}’']*/gu;
/** Letters that Italian is not written with: Greek, Cyrillic, Arabic, Chinese… */
const LATIN = /^\p{Script=Latin}/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[#@]\S+/gu;

/** What a text is written in, as far as its commonest words tell: `other` where it is plainly not Italian. */
export type Written = 'italian' | 'other' | 'unclear';

/**
 * By function words alone: articles, prepositions, pronouns. Short texts, lists and dialects stay `unclear`, and what is
 * unclear is read as Italian; only what another language's small words, or another alphabet, show plainly is `other`.
 */
export function writtenIn(text: string): Written {
  const words = text.replace(ADDRESS, ' ').toLowerCase().match(WORDS) ?? [];
  if (words.length === 0) return 'unclear';
  const foreign = words.filter((word) => !LATIN.test(word)).length;
  if (foreign * 2 > words.length) return 'other';
  if (words.length < FEWEST_WORDS) return 'unclear';
  const found = new Map<Language, string[]>();
  for (const word of words) {
    const languages = FUNCTION_WORDS.get(word) ?? [];
    // A word that Italian has too tells nothing of another.
    for (const language of languages.includes('it') ? (['it'] as const) : languages)
      found.set(language, [...(found.get(language) ?? []), word]);
  }
  const italian = found.get('it')?.length ?? 0;
  const told = [...found].filter(([language, own]) => language !== 'it' && new Set(own).size >= FEWEST_DIFFERENT);
  const others = Math.max(0, ...told.map(([, own]) => own.length));
  if (others >= words.length * OTHER_SHARE && others > italian) return 'other';
  return italian > 0 && italian >= others ? 'italian' : 'unclear';
}
