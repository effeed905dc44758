// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule, PolicyClause } from '../compiled.ts';
import { covers } from '../values/networks.ts';
import type { Place } from './card.ts';

/** How far a rule lets an item be taken down, and under which general reservation when it only asks. */
export interface Removability {
  readonly effect: 'remove' | 'hide';
  readonly under?: PolicyClause;
}

/** What a rule allows against an item, sleeping or not; nothing when it cannot take anything down. */
export function removability(
  policy: CompiledPolicy,
  rule: CompiledRule,
  place: Pick<Place, 'channel'>,
): Removability | undefined {
  if (rule.modality === 'must-remove') return { effect: 'remove' };
  if (rule.modality === 'may-remove') return { effect: 'hide' };
  if (rule.modality !== 'asked') return undefined;
  const reservation = policy.discretions
    .filter(({ clause }) => !clause.dormant)
    .filter(({ what }) => what.clauses === 'all' || what.clauses.includes(rule.clause.id))
    .filter(({ what }) => covers(what.channels, place.channel))
    .toSorted(
      (left, right) => Number(right.what.effect === 'must-remove') - Number(left.what.effect === 'must-remove'),
    )[0];
  if (reservation === undefined) return undefined;
  return { effect: reservation.what.effect === 'must-remove' ? 'remove' : 'hide', under: reservation.clause };
}
