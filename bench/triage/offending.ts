// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_CATEGORIES, REGULATED_CATEGORIES, type Signal, VOCABULARY } from '#policy';
import type { Body } from './bodies.ts';

const USUAL_THRESHOLD = 0.5;
const DESK: ReadonlySet<string> = new Set(DESK_CATEGORIES.map(({ slug }) => slug));
const TAKES_DOWN: ReadonlySet<string> = new Set(['must-remove', 'may-remove', 'asked']);

/** Categories that policies send on or leave without an answer; to notice them accuses nobody. */
const NO_OFFENCE: ReadonlySet<string> = new Set(['personal-case', 'no-public-interest', 'off-topic', 'repetition']);

export const CATEGORIES_OF_TEXT: readonly string[] = VOCABULARY.filter(({ textCanShow }) => textCanShow).map(
  ({ slug }) => slug,
);

/** The strength from which some policy would propose to take a category down: 0.5 where none says otherwise. */
export function thresholdsOf(bodies: readonly Body[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const { policy } of bodies)
    for (const { modality, categories, minimum } of policy.rules)
      if (TAKES_DOWN.has(modality))
        for (const category of categories) lowest.set(category, Math.min(lowest.get(category) ?? 1, minimum));
  return new Map(VOCABULARY.map(({ slug }) => [slug, lowest.get(slug) ?? USUAL_THRESHOLD]));
}

const OFFENCES: ReadonlySet<string> = new Set(
  REGULATED_CATEGORIES.map(({ slug }) => slug).filter((slug) => !DESK.has(slug) && !NO_OFFENCE.has(slug)),
);

/** Signals that say something against a text, at the strength from which a policy may act on them. */
export const offendingSignals = (
  signals: readonly Signal[],
  thresholds: ReadonlyMap<string, number>,
): readonly Signal[] =>
  signals.filter(
    ({ category, strength }) => OFFENCES.has(category) && strength >= (thresholds.get(category) ?? USUAL_THRESHOLD),
  );

export const categoriesOf = (
  signals: readonly Signal[],
  thresholds: ReadonlyMap<string, number>,
): ReadonlySet<string> =>
  new Set(
    signals
      .filter(({ category, strength }) => strength >= (thresholds.get(category) ?? USUAL_THRESHOLD))
      .map(({ category }) => category),
  );

/** «insult 0.85, vulgar 0.55» */
export const told = (signals: readonly Signal[]): string =>
  signals.map(({ category, strength }) => `${category} ${strength}`).join(', ');
