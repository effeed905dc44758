// SPDX-License-Identifier: AGPL-3.0-or-later
import { blocksOf } from '../document.ts';
import { isMissing } from '../missing.ts';
import { nearest } from '../nearest.ts';
import { placeOfKey } from '../reading/report.ts';
import { nameOf } from '../values/categories.ts';
import { VOCABULARY } from '../vocabulary.ts';
import type { Check } from './check.ts';

/** Every category named is in the vocabulary or declared by the policy itself. */
export const categoriesMustExist: Check = ({ clauses }, report) => {
  const own = clauses.flatMap(({ clause }) => blocksOf(clause, 'category').map((block) => block.name));
  const slugs = new Set([...VOCABULARY.map((category) => category.slug), ...own]);
  const names = [...VOCABULARY.map((category) => category.name), ...own];
  const say = (node: object, key: string, slug: string): void => {
    if (slugs.has(slug)) return;
    const word = nameOf(slug);
    report.remark(
      { code: 'POL-E024', found: word, meant: nearest(word, names) },
      placeOfKey(report.places, node, { name: key, word }),
    );
  };
  for (const { clause } of clauses)
    for (const block of clause.blocks) {
      if (block.kind === 'examples')
        for (const example of block.items) for (const { category } of example.shown ?? []) say(example, '', category);
      if (!('categories' in block)) continue;
      if (block.categories === undefined || isMissing(block.categories)) continue;
      for (const slug of block.categories) say(block, 'se', slug);
    }
};
