// SPDX-License-Identifier: AGPL-3.0-or-later
import { placeOfKey } from '../reading/report.ts';
import type { Check } from './check.ts';

/** The file is also the page people read. */
export const clausesMustHaveProse: Check = ({ clauses }, report) => {
  for (const { clause } of clauses)
    if (clause.prose.length === 0)
      report.remark({ code: 'POL-E013', found: clause.id }, placeOfKey(report.places, clause));
};
