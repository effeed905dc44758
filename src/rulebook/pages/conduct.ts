// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality } from '#policy';
import { addressOf, linksOf } from './addresses.ts';
import { publicClauses } from './clauses.ts';
import { type ClauseView, CONDUCT_GROUPS, type ConductView } from './contract.ts';
import { aboutOf, type Edition } from './edition.ts';

type Group = (typeof CONDUCT_GROUPS)[number];

/** Kinds of block that say how one writes, and what follows. */
const OF_CONDUCT: readonly string[] = ['rule', 'discretion', 'ladder'];
/** A clause stands once, under the strictest thing that it says. */
const STRICTEST_FIRST: readonly (Modality & Group)[] = ['must-remove', 'may-remove', 'asked', 'protected'];

/** The rules of conduct alone. */
export function conductView(edition: Edition): ConductView {
  const grouped = Map.groupBy(publicClauses(edition), groupOf(edition));
  const groups = CONDUCT_GROUPS.map((group) => ({ group, clauses: (grouped.get(group) ?? []).map(conductOnly) }));
  return {
    about: aboutOf(edition),
    links: linksOf(addressOf.conduct(edition.body)),
    groups: groups.filter(({ clauses }) => clauses.length > 0),
  };
}

function groupOf({ compiled }: Edition): (clause: ClauseView) => Group | undefined {
  return ({ id, blocks }) => {
    const modalities = compiled.rules.filter((rule) => rule.clause.id === id).map(({ modality }) => modality);
    const strictest = STRICTEST_FIRST.find((modality) => modalities.includes(modality));
    if (strictest !== undefined) return strictest;
    return blocks.some(({ kind }) => kind === 'ladder' || kind === 'discretion') ? 'next' : undefined;
  };
}

const conductOnly = (clause: ClauseView): ClauseView => ({
  ...clause,
  blocks: clause.blocks.filter(({ kind }) => OF_CONDUCT.includes(kind)),
});
