// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule, PolicyClause } from '../compiled.ts';
import type { ItemFacts } from '../facts.ts';
import type { Reason } from '../judgement.ts';
import { covers } from '../values/networks.ts';
import { type Hit, labelsOf, type Matter } from './matter.ts';
import type { Proposed } from './propose.ts';

/** How far a rule lets an item be taken down, and under which general reservation when it only asks. */
export interface Removability {
  readonly effect: 'remove' | 'hide';
  readonly under?: PolicyClause;
}

/** What a rule allows against an item, sleeping or not; nothing when it cannot take anything down. */
export function removability(
  policy: CompiledPolicy,
  rule: CompiledRule,
  item: Pick<ItemFacts, 'channel'>,
): Removability | undefined {
  if (rule.modality === 'must-remove') return { effect: 'remove' };
  if (rule.modality === 'may-remove') return { effect: 'hide' };
  if (rule.modality !== 'asked') return undefined;
  const reservation = policy.discretions
    .filter(({ clause }) => !clause.dormant)
    .filter(({ what }) => what.clauses === 'all' || what.clauses.includes(rule.clause.id))
    .filter(({ what }) => covers(what.channels, item.channel))
    .toSorted(
      (left, right) => Number(right.what.effect === 'must-remove') - Number(left.what.effect === 'must-remove'),
    )[0];
  if (reservation === undefined) return undefined;
  return { effect: reservation.what.effect === 'must-remove' ? 'remove' : 'hide', under: reservation.clause };
}

const EFFECT = { remove: 'va rimosso', hide: 'può essere rimosso' } as const;

function reasonsOf(matter: Matter, hit: Hit, { effect, under }: Removability): readonly Reason[] {
  const { id, title } = hit.rule.clause;
  const labels = labelsOf(matter.policy, hit.categories);
  if (under === undefined)
    return [{ clause: id, text: `${labels}: secondo il punto «${title}» il contenuto ${EFFECT[effect]}.` }];
  return [
    { clause: id, text: `${labels}: il punto «${title}» chiede di evitarlo.` },
    { clause: under.id, text: `Per il punto «${under.title}» ciò che viola la policy ${EFFECT[effect]}.` },
  ];
}

/** What must be removed is proposed as removal, what may be as hiding, which can be undone. */
export function proposeRemoval(matter: Matter): Proposed | undefined {
  const { policy, item, awake, heard } = matter;
  const routed = new Set(awake.filter(({ rule }) => rule.modality === 'route').flatMap(({ categories }) => categories));
  const found = awake.flatMap((hit) => {
    const how = removability(policy, hit.rule, item);
    if (how === undefined) return [];
    // A mere faculty gives way where the policy also says whom such things belong to: a personal case is sent on, not hidden.
    const sentOn = how.under !== undefined && how.effect === 'hide' && hit.categories.every((slug) => routed.has(slug));
    return sentOn ? [] : [{ hit, how }];
  });
  if (found.length === 0 || item.kind === 'message') return undefined;
  const action = found.some(({ how }) => how.effect === 'remove') ? 'remove' : 'hide';
  const strictest = found.toSorted(
    (left, right) => Number(right.how.effect === action) - Number(left.how.effect === action),
  );
  const reasons = strictest.flatMap(({ hit, how }) => [...reasonsOf(matter, hit, how)]);
  reasons.push(
    ...weakness(
      matter,
      found.map(({ hit }) => hit),
    ),
  );
  if (action === 'hide')
    reasons.push({
      text: 'La rimozione è una facoltà: si propone di nascondere, che si può annullare; decide una persona.',
    });
  if (heard.has('criticism'))
    reasons.push({ text: 'La critica che c’è nel testo è lecita e non conta per questa proposta.' });
  return { action, reasons: withoutRepeats(reasons) };
}

/** Signals up to here are weak ground for an act that cannot be undone. */
const WEAK = 0.55;

/** Where nothing stronger stands behind the proposal, its reasons repeat what was noticed. */
function weakness({ signals }: Matter, hits: readonly Hit[]): readonly Reason[] {
  const grounds = [...new Set(hits.flatMap((hit) => hit.signals))].flatMap((index) => signals[index] ?? []);
  if (grounds.some(({ strength }) => strength > WEAK)) return [];
  const strongest = grounds.toSorted(
    (left, right) => right.strength - left.strength || (left.reason < right.reason ? -1 : 1),
  )[0];
  return strongest === undefined ? [] : [{ text: `È una base debole: ${strongest.reason}` }];
}

/** The same reservation covers many clauses; it is cited once. */
function withoutRepeats(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(
    (reason, index) =>
      reasons.findIndex((other) => other.clause === reason.clause && other.text === reason.text) === index,
  );
}

/** Rules whose list the source cut off: they may forbid more than the desk can know. */
export const cutOffLists = ({ policy, item }: Matter): readonly CompiledRule[] =>
  policy.unlisted.filter((rule) => rule.channels === undefined || covers(rule.channels, item.channel));
