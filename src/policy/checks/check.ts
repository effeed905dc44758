// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlacedClause, PolicyDocument } from '../document.ts';
import type { Report } from '../reading/report.ts';

/** What a check may look at. `wellWritten` is false when reading already complained: absences prove nothing then. */
export interface Checked {
  readonly document: PolicyDocument;
  readonly clauses: readonly PlacedClause[];
  readonly wellWritten: boolean;
}

/** One thing that must hold of a whole document; it reports what does not. */
export type Check = (checked: Checked, report: Report) => void;
