// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { placeOfKey } from '../reading/report.ts';
import type { Check } from './check.ts';

/** Every clause that another names is there. */
export const referencesMustExist: Check = ({ clauses }, report) => {
  const ids = clauses.map(({ clause }) => clause.id);
  const say = (node: object, key: string, id: string): void => {
    if (ids.includes(id)) return;
    report.remark(
      { code: 'POL-E035', found: id, meant: nearest(id, ids) },
      placeOfKey(report.places, node, { name: key, word: id }),
    );
  };
  for (const { clause } of clauses)
    for (const block of clause.blocks) {
      if (block.kind === 'examples')
        for (const example of block.items) if (example.clause !== undefined) say(example, '', example.clause);
      if (block.kind === 'defect') for (const id of block.against ?? []) say(block, 'con', id);
      if (block.kind === 'discretion' && block.clauses !== 'all')
        for (const id of block.clauses) say(block, 'norme', id);
    }
};
