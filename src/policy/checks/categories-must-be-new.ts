// SPDX-License-Identifier: AGPL-3.0-or-later
import { blocksOf } from '../document.ts';
import { placeOfKey } from '../reading/report.ts';
import { VOCABULARY } from '../vocabulary.ts';
import type { Check } from './check.ts';

/** A body's own category has a name that nothing else bears. */
export const categoriesMustBeNew: Check = ({ clauses }, report) => {
  const taken = new Set(VOCABULARY.flatMap(({ name, slug }) => [name, slug]));
  for (const { clause } of clauses)
    for (const block of blocksOf(clause, 'category')) {
      if (taken.has(block.name))
        report.remark({ code: 'POL-E041', found: block.name }, placeOfKey(report.places, block, { name: 'nome' }));
      taken.add(block.name);
    }
};
