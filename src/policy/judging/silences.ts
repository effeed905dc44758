// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MissingDatum } from '../judgement.ts';
import type { Hit, Matter } from './matter.ts';
import { labelsOf } from './phrase.ts';

/** What a cut off list may have forbidden as well: neither what is welcome nor what belongs to an office. */
const isRegulated = ({ standing: { rule } }: Hit): boolean =>
  rule.modality !== 'protected' && rule.modality !== 'route';

/** Adds what the policy leaves open for this item, beyond time and route. */
export function tellSilences({ policy, regime, hits }: Matter, missing: MissingDatum[]): void {
  if (regime.unnamed !== undefined) missing.push(regime.unnamed);
  if (regime.cutOff.length === 0) return;
  const regulated = hits.find(isRegulated);
  if (regulated === undefined) return;
  const labels = labelsOf(policy, regulated.categories);
  for (const { id, title } of regime.cutOff)
    missing.push({
      what: 'removal-list',
      clause: id,
      text: `L’elenco del punto «${title}» manca nella fonte: non si può dire se comprenda ${labels}.`,
    });
}
