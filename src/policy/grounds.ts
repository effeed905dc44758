// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemFacts } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { cardOf, reaches, sleepOf } from './judging/matter.ts';
import { removability } from './judging/removal.ts';
import { covers } from './values/networks.ts';

/** What a person may resolve on an item. */
export type GroundedAction = 'publish' | 'hide' | 'remove' | 'reply' | 'no-action';

/** A clause that may ground an act; `proposed` when the judgement itself leads to it. */
export interface Ground {
  readonly clause: PolicyClause;
  readonly proposed: boolean;
}

interface Request {
  readonly policy: CompiledPolicy;
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
}

const rulesAwake = ({ policy, item }: Request) =>
  policy.rules.filter((rule) => reaches(rule, item) && sleepOf(policy, rule, item) === undefined);

/** What can take the item down: rules that say so, and what they only ask where a reservation covers it. */
function takingDown(request: Request): readonly PolicyClause[] {
  const { policy, item } = request;
  if (item.kind === 'message') return [];
  const found = rulesAwake(request).flatMap((rule) => {
    const how = removability(policy, rule, item);
    return how === undefined ? [] : [{ clause: rule.clause, under: how.under }];
  });
  const reservations = found.flatMap(({ under }) => (under === undefined ? [] : [under]));
  return [...found.map(({ clause }) => clause), ...reservations];
}

/** Why it stays: what is protected, then how and when the channel is moderated, then what is taken in charge. */
function leavingUp(request: Request): readonly PolicyClause[] {
  const { policy, item } = request;
  const card = cardOf(policy, item.channel);
  const properties =
    item.kind === 'visitor-post' ? ['visitorPosts', 'moderation', 'comments'] : ['moderation', 'comments'];
  const kept = rulesAwake(request).filter(({ modality }) => modality === 'protected' || modality === 'no-reply');
  return [
    ...kept
      .toSorted((left, right) => Number(right.modality === 'protected') - Number(left.modality === 'protected'))
      .map(({ clause }) => clause),
    ...properties.flatMap((property) => card[property]?.clause ?? []),
    ...policy.replies.filter(({ what }) => what.by === 'intake').map(({ clause }) => clause),
    ...policy.hours.filter(({ what }) => what.of === 'moderation').map(({ clause }) => clause),
  ];
}

const canReply = ({ policy, item }: Request): boolean => {
  const messages = cardOf(policy, item.channel).messages?.what;
  return item.kind !== 'message' || (messages !== 'not-for-replies' && messages !== 'not-possible');
};

/** Why it is answered or sent on. Nothing where the policy keeps private messages out of answering. */
function answering(request: Request): readonly PolicyClause[] {
  const { policy, item } = request;
  if (!canReply(request)) return [];
  const replies = policy.replies
    .filter(({ what }) => covers(what.channels, item.channel) && (what.kinds?.includes(item.kind) ?? true))
    .filter(({ what }) => what.by !== 'automatic');
  const routes = rulesAwake(request).filter(({ modality }) => modality === 'route');
  return [...replies.map(({ clause }) => clause), ...routes.map(({ clause }) => clause)];
}

const FINDERS: Readonly<Record<GroundedAction, (request: Request) => readonly PolicyClause[]>> = {
  hide: takingDown,
  remove: takingDown,
  publish: leavingUp,
  'no-action': leavingUp,
  reply: answering,
};

/** Leaving something where it is and answering need a ground as well; a policy without such clauses lends its first ones. */
function lastResort(request: Request, action: GroundedAction): readonly PolicyClause[] {
  if (action === 'hide' || action === 'remove' || (action === 'reply' && !canReply(request))) return [];
  return [...request.policy.clauses.values()].filter(({ audience, dormant }) => audience === 'external' && !dormant);
}

/** Clauses that may ground an act on an item, the proposed ones first, each once; sleeping ones never. */
export function groundsFor(
  policy: CompiledPolicy,
  action: GroundedAction,
  matter: { readonly item: Pick<ItemFacts, 'channel' | 'kind'>; readonly judgement: Judgement },
): readonly Ground[] {
  const touched = matter.judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id);
  const request = { policy, item: matter.item };
  const found = FINDERS[action](request).filter(({ dormant }) => !dormant);
  const usable = found.length > 0 ? found : lastResort(request, action);
  const cited = new Set([...touched, ...matter.judgement.proposal.reasons.flatMap(({ clause }) => clause ?? [])]);
  const unique = [...new Map(usable.map((clause) => [clause.id, clause])).values()];
  const grounds = unique.map((clause) => ({ clause, proposed: cited.has(clause.id) }));
  const rank = ({ clause, proposed }: Ground): number => {
    const place = touched.indexOf(clause.id);
    if (place >= 0) return place;
    return proposed ? touched.length : touched.length + 1;
  };
  return grounds.toSorted((left, right) => rank(left) - rank(right));
}

/** A clause by its id. */
export const clause = (policy: CompiledPolicy, id: string): PolicyClause | undefined => policy.clauses.get(id);
