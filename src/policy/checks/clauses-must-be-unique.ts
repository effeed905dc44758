// SPDX-License-Identifier: AGPL-3.0-or-later
import { placeOfKey } from '../reading/report.ts';
import type { Check } from './check.ts';

/** A clause id names one norm, under the document's own prefix. */
export const clausesMustBeUnique: Check = ({ document, clauses }, report) => {
  const first = new Map<string, number>();
  for (const { clause } of clauses) {
    const { line } = placeOfKey(report.places, clause);
    const place = { line, column: '### '.length + 1 };
    const earlier = first.get(clause.id);
    if (earlier !== undefined)
      report.remark({ code: 'POL-E012', found: clause.id, beside: `è già alla riga ${earlier}` }, place);
    else first.set(clause.id, line);
    const { prefix } = document.header;
    if (prefix !== '' && !clause.id.startsWith(`${prefix}-`))
      report.remark({ code: 'POL-E011', found: clause.id, expected: `\`${prefix}-…\`` }, place);
  }
};
