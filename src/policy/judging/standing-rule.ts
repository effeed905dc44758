// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule } from '../compiled.ts';
import { MODALITIES, type Reason } from '../judgement.ts';
import { type Place, reaches, sleepOf } from './card.ts';
import { type Removability, removability } from './removability.ts';
import { EFFECT, type Wording } from './wording.ts';

/** A rule as it stands in one place. */
export interface StandingRule {
  readonly rule: CompiledRule;
  readonly wording: Wording;
  /** Its turn among those of the place: strictest first, then in the order of the file. */
  readonly turn: number;
  /** Whether no other rule of its clause has its modality here: then nothing it says is said twice. */
  readonly isOnly: boolean;
  /** Why it sleeps, when it does. */
  readonly asleep: Reason | undefined;
  readonly takesDown: (Removability & { readonly reservation?: Reason }) | undefined;
}

/** What rules allow against an item; the reason of a reservation is one, however many rules stand under it. */
function takingDownIn(policy: CompiledPolicy, place: Place): (rule: CompiledRule) => StandingRule['takesDown'] {
  const reservations = new Map<string, Reason>();
  return (rule) => {
    const how = removability(policy, rule, place);
    if (how?.under === undefined) return how;
    const { id, title } = how.under;
    const key = `${id} ${how.effect}`;
    const text = `Per il punto «${title}» ciò che viola la policy ${EFFECT[how.effect]}.`;
    const reservation = reservations.get(key) ?? Object.freeze({ clause: id, text });
    reservations.set(key, reservation);
    return { ...how, reservation };
  };
}

/** The rules that reach a place, in their turn. */
export function standingRules(
  policy: CompiledPolicy,
  wordings: ReadonlyMap<CompiledRule, Wording>,
  place: Place,
): readonly StandingRule[] {
  const takingDown = takingDownIn(policy, place);
  const rules = policy.rules
    .filter((rule) => reaches(rule, place))
    .toSorted((left, right) => MODALITIES.indexOf(left.modality) - MODALITIES.indexOf(right.modality));
  const isOnly = (rule: CompiledRule): boolean =>
    !rules.some((other) => other !== rule && other.clause === rule.clause && other.modality === rule.modality);
  return rules.flatMap((rule, turn) => {
    const wording = wordings.get(rule);
    if (wording === undefined) return [];
    const asleep = sleepOf(policy, rule, place);
    return {
      rule,
      wording,
      turn,
      isOnly: isOnly(rule),
      asleep: asleep && Object.freeze(asleep),
      takesDown: takingDown(rule),
    };
  });
}
