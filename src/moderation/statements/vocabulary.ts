// SPDX-License-Identifier: AGPL-3.0-or-later

// The words with which the European register of statements of reasons writes them (Regulation (EU) 2022/2065, article 24(5)), as
// far as a public body on its own pages has use for them. A body sends nothing to that register: the words make its acts
// comparable with those of the platforms.

export type StatedMeasure = 'hide' | 'remove' | 'not-published' | 'warn' | 'ban';

export const VISIBILITIES = {
  hide: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  remove: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  'not-published': 'DECISION_VISIBILITY_CONTENT_DISABLED',
  warn: 'DECISION_VISIBILITY_OTHER',
  // The platform's account stays as it is: only this page is closed to it.
  ban: 'DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED',
} as const satisfies Record<StatedMeasure, string>;

export const DECISION_GROUNDS = {
  law: 'DECISION_GROUND_ILLEGAL_CONTENT',
  rules: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
} as const;

/** A person decides, always. */
export const AUTOMATED_DECISION = 'AUTOMATED_DECISION_NOT_AUTOMATED';
export const SOURCE_TYPE = 'SOURCE_VOLUNTARY';
export const CONTENT_TYPES = { text: 'CONTENT_TYPE_TEXT', media: 'CONTENT_TYPE_OTHER' } as const;

const OTHER_CATEGORY = 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC';
const SPEECH = 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH';
const PRIVACY = 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS';
const PROPERTY = 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS';

/** By our category; what is not here is a breach of the page's own rules and no more. */
const CATEGORIES: Readonly<Record<string, string>> = {
  threat: 'STATEMENT_CATEGORY_VIOLENCE',
  incitement: 'STATEMENT_CATEGORY_VIOLENCE',
  discrimination: SPEECH,
  defamation: SPEECH,
  dignity: SPEECH,
  'personal-data': PRIVACY,
  'sensitive-data': PRIVACY,
  'private-facts': PRIVACY,
  'identifiable-media': PRIVACY,
  copyright: PROPERTY,
  trademark: PROPERTY,
  csam: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  security: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
};

/** Every word above, for holding them against the register's own list. */
export const WORDS: readonly string[] = [
  ...Object.values(VISIBILITIES),
  ...Object.values(DECISION_GROUNDS),
  ...Object.values(CONTENT_TYPES),
  ...Object.values(CATEGORIES),
  ...[AUTOMATED_DECISION, SOURCE_TYPE, OTHER_CATEGORY],
];

/** Of the gravest of our categories, in the order given. */
export const categoryOf = (categories: readonly string[]): string =>
  categories.flatMap((slug) => CATEGORIES[slug] ?? [])[0] ?? OTHER_CATEGORY;
