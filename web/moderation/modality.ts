// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CitedClause } from '#moderation/contract';

type Modality = CitedClause['modality'];

/** The strictest first: where marks overlap, it gives the colour. */
const STRICTEST_FIRST: readonly Modality[] = ['must-remove', 'may-remove', 'no-reply', 'route', 'asked', 'protected'];

export function strictest(modalities: readonly Modality[]): Modality | undefined {
  return STRICTEST_FIRST.find((modality) => modalities.includes(modality));
}
