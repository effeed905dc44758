// SPDX-License-Identifier: AGPL-3.0-or-later
import { DRAFT_CHECK_LABELS, type DraftCheck } from '#policy';

/** What a draft is checked for: what clauses may name, and what their categories alone can say. */
export type CheckName = DraftCheck | 'netiquette' | 'own-words' | 'open-matter' | 'off-scope' | 'plain-writing';

/** How the desk calls each. */
export const CHECK_LABELS: Readonly<Record<CheckName, string>> = {
  ...DRAFT_CHECK_LABELS,
  netiquette: 'netiquette',
  'own-words': 'parole dell’ente',
  'open-matter': 'materie aperte',
  'off-scope': 'fuori tema',
  'plain-writing': 'scrittura chiara',
};

/** Which checks answer for a category that a clause names after `se:`. */
export const CHECKS_OF_CATEGORY: Readonly<Partial<Record<string, readonly CheckName[]>>> = {
  'personal-data': ['personal-data', 'named-without-basis', 'minor', 'small-town'],
  'sensitive-data': ['sensitive-data'],
  'identifiable-media': ['named-without-basis', 'minor'],
  'personal-case': ['personal-case'],
  copyright: ['rights-missing'],
  commercial: ['advertising'],
  political: ['politics'],
};
