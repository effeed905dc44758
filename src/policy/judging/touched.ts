// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TouchedClause } from '../judgement.ts';
import type { Hit, Matter } from './matter.ts';

const entryOf = ({ standing, categories, signals }: Hit): TouchedClause => ({
  id: standing.rule.clause.id,
  title: standing.rule.clause.title,
  modality: standing.rule.modality,
  categories,
  signals,
  dormant: standing.asleep !== undefined,
});

/** A clause may hold several rules of one modality. */
const together = (earlier: TouchedClause, { categories, signals }: Hit): TouchedClause => ({
  ...earlier,
  categories: [...new Set([...earlier.categories, ...categories])],
  signals: [...new Set([...earlier.signals, ...signals])].toSorted((left, right) => left - right),
});

/** Adds a hit to its clause's entry, where another rule of the clause has made one. */
function join(entries: TouchedClause[], hit: Hit): void {
  const { clause, modality } = hit.standing.rule;
  const place = entries.findIndex((entry) => entry.id === clause.id && entry.modality === modality);
  const earlier = entries[place];
  if (earlier === undefined) entries.push(entryOf(hit));
  else entries[place] = together(earlier, hit);
}

/** One entry for each clause and modality, awake ones first. */
export function touchedClauses({ hits, regime }: Matter): readonly TouchedClause[] {
  const entries: TouchedClause[] = [];
  for (const hit of hits)
    if (hit.standing.isOnly) entries.push(entryOf(hit));
    else join(entries, hit);
  return regime.sleeps ? entries.toSorted((left, right) => Number(left.dormant) - Number(right.dormant)) : entries;
}
