// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { Judgement, Reason } from '../judgement.ts';
import type { Place } from './card.ts';
import { labelOf } from './phrase.ts';
import type { StandingRule } from './standing-rule.ts';

export const LEAST_GRAVE = 3;

/** What follows, in one place, from noticing one category. */
export interface Notice {
  readonly priority: Judgement['priority'];
  readonly touches: readonly StandingRule[];
  /** The category by itself, for the rules that nothing else touches. */
  readonly alone: readonly [string];
  /** Whether there is something to say of it where no clause in force speaks of it. */
  readonly presses: boolean;
  /** What the law says of it where no clause in force does. */
  readonly law?: { readonly unspoken: Reason; readonly asleep: Reason };
  /** That it is grave, where no clause in force speaks of it. */
  readonly grave?: Reason;
}

/** Law that protects persons though the policy be silent or its rules asleep. */
const LAW: ReadonlyMap<string, string> = new Map([
  ['sensitive-data', 'i dati sulla salute non si diffondono (art. 2-septies, comma 8, del Codice privacy)'],
  [
    'personal-data',
    'i dati di una persona non si diffondono senza una base giuridica (art. 6 del GDPR) e quelli sulla salute non si diffondono mai (art. 2-septies, comma 8, del Codice privacy)',
  ],
]);

function lawOn(label: string, rule: string): NonNullable<Notice['law']> {
  const told = (silence: string): Reason =>
    Object.freeze({
      text: `${label}: ${silence}, ma la legge sì: ${rule}. Nessuna macchina decide: decide una persona.`,
    });
  return { unspoken: told('la policy non ne parla'), asleep: told('la policy non lo regola ora') };
}

const graveOn = (label: string): Reason =>
  Object.freeze({
    text: `${label}: la policy non ne parla qui; decide una persona, anche in base alla legge.`,
  });

/** Every category that the policy knows or that its rules name, with what follows from it. */
export function noticesOf(
  policy: CompiledPolicy,
  rules: readonly StandingRule[],
  place: Place,
): ReadonlyMap<string, Notice> {
  const touches = new Map<string, StandingRule[]>();
  for (const standing of rules)
    for (const slug of new Set(standing.rule.categories)) {
      const list = touches.get(slug);
      if (list === undefined) touches.set(slug, [standing]);
      else list.push(standing);
    }
  const notice = (slug: string): Notice => {
    const priority = policy.categories.get(slug)?.priority ?? LEAST_GRAVE;
    const label = labelOf(policy, slug);
    const isGrave = priority === 0 && slug !== 'emergency';
    const law = place.kind === 'message' ? undefined : LAW.get(slug);
    return {
      priority,
      touches: touches.get(slug) ?? [],
      alone: Object.freeze([slug] as const),
      presses: isGrave || law !== undefined,
      ...(law === undefined ? {} : { law: lawOn(label, law) }),
      ...(isGrave ? { grave: graveOn(label) } : {}),
    };
  };
  return new Map([...new Set([...policy.categories.keys(), ...touches.keys()])].map((slug) => [slug, notice(slug)]));
}
