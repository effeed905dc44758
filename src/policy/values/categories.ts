// SPDX-License-Identifier: AGPL-3.0-or-later
import { VOCABULARY } from '../vocabulary.ts';
import { good, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

const SLUGS = new Map(VOCABULARY.map((category) => [category.name, category.slug]));
const NAMES = new Map(VOCABULARY.map((category) => [category.slug, category.name]));

/** The slug of a category by the name a policy file uses; a body's own categories are their own slug. */
export const slugOf = (name: string): string => SLUGS.get(name.toLowerCase()) ?? name;
export const nameOf = (slug: string): string => NAMES.get(slug) ?? slug;

/** Slugs, in the order written. Whether they exist is checked later, when the body's own are known. */
export const categories: ValueKind<readonly string[]> = {
  expected: 'categorie unite da `o`',
  read: (raw) => good(Object.freeze([...new Set(placedWords(raw, BETWEEN_NAMES).map(({ word }) => slugOf(word)))])),
  print: (value) => joined(value.map(nameOf), 'o'),
};
