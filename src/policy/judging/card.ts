// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelCard, CompiledPolicy, CompiledRule, PolicyClause } from '../compiled.ts';
import type { ItemFacts, NetworkName } from '../facts.ts';
import type { Reason } from '../judgement.ts';

/** What is asked of a policy before anything is noticed: one kind of item, on one network, by one kind of author. */
export type Place = Pick<ItemFacts, 'channel' | 'kind' | 'author'>;

const NO_CARD: ChannelCard = Object.freeze({});
export const cardOf = (policy: CompiledPolicy, network: NetworkName): ChannelCard =>
  policy.channels.get(network) ?? NO_CARD;

/** The clause that keeps comments closed there, unless an act that opened them is recorded. */
export function closedComments(policy: CompiledPolicy, network: NetworkName): PolicyClause | undefined {
  const comments = cardOf(policy, network).comments;
  if (comments?.what !== 'closed-until-act') return undefined;
  const opened = policy.choices.acts?.some(({ clause }) => clause === comments.clause.id) ?? false;
  return opened ? undefined : comments.clause;
}

/** Why a rule sleeps in a place, or nothing. */
export function sleepOf(policy: CompiledPolicy, rule: CompiledRule, place: Place): Reason | undefined {
  if (rule.clause.dormant)
    return {
      clause: rule.clause.id,
      text: 'Il punto non è in vigore ora: vale solo dopo un atto che non risulta registrato.',
    };
  if (place.kind !== 'comment' && place.kind !== 'reply') return undefined;
  const closed = closedComments(policy, place.channel);
  if (closed === undefined) return undefined;
  return {
    clause: closed.id,
    text: 'I commenti su questo canale sono chiusi fino a un nuovo atto: le regole che li riguardano non sono in vigore ora e non si propone nessuna rimozione.',
  };
}

export const reaches = (rule: CompiledRule, place: Place): boolean =>
  rule.kinds.includes(place.kind) &&
  (rule.authors?.includes(place.author ?? 'citizen') ?? true) &&
  (rule.channels === undefined || rule.channels.networks.includes(place.channel) !== rule.channels.except);
