// SPDX-License-Identifier: AGPL-3.0-or-later
import { OUTCOME_LABELS } from '../blocks/examples.ts';
import { blocksOf, type ClauseNode } from '../document.ts';
import type { Modality } from '../judgement.ts';
import { placeOfKey } from '../reading/report.ts';
import type { Check } from './check.ts';

const modalitiesOf = (clause: ClauseNode): readonly Modality[] => [
  ...blocksOf(clause, 'rule').map((rule) => rule.modality),
  ...blocksOf(clause, 'routing').map((): Modality => 'route'),
];

/** An example expects of a clause only what the clause can say. */
export const examplesMustFit: Check = ({ clauses, wellWritten }, report) => {
  // A rule that could not be read would make its own examples look wrong.
  if (!wellWritten) return;
  const byId = new Map(clauses.map(({ clause }) => [clause.id, clause]));
  for (const { clause } of clauses)
    for (const { items } of blocksOf(clause, 'examples'))
      for (const example of items) {
        const meant = byId.get(example.clause ?? clause.id);
        if (meant === undefined || example.expected === 'intact') continue;
        const modalities = modalitiesOf(meant);
        const fits = example.expected === 'dormant' ? modalities.length > 0 : modalities.includes(example.expected);
        if (!fits)
          report.remark(
            { code: 'POL-E036', found: OUTCOME_LABELS[example.expected], expected: expectedOf(meant.id, modalities) },
            placeOfKey(report.places, example),
          );
      }
};

function expectedOf(id: string, modalities: readonly Modality[]): string {
  if (modalities.length === 0) return `\`intatto\`: ${id} non ha regole`;
  return [...new Set(modalities.map((modality) => `\`${OUTCOME_LABELS[modality]}\``)), '`intatto`'].join(', ');
}
