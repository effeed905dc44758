// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComplaintCode } from '../complaints.ts';
import { blocksOf } from '../document.ts';
import { placeOfKey } from '../reading/report.ts';
import type { Check } from './check.ts';

const NECESSARY = { rule: 'POL-E042', channel: 'POL-E043' } as const satisfies Record<string, ComplaintCode>;

/** A policy with no clause, no rule or no channel cannot guide anybody. */
export const necessaryBlocksMustStand: Check = ({ document, clauses, wellWritten }, report) => {
  if (!wellWritten) return;
  const place = placeOfKey(report.places, document.header);
  if (clauses.length === 0) {
    report.remark({ code: 'POL-E046' }, place);
    return;
  }
  const external = clauses.filter(({ audience }) => audience === 'external');
  for (const [kind, code] of Object.entries(NECESSARY) as [keyof typeof NECESSARY, ComplaintCode][])
    if (!external.some(({ clause }) => blocksOf(clause, kind).length > 0)) report.remark({ code }, place);
};
