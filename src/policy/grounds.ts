// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemFacts, ItemKind } from './facts.ts';
import type { Judgement, Modality } from './judgement.ts';
import { cardOf, reaches, sleepOf } from './judging/card.ts';
import { heldBefore } from './judging/holding.ts';
import { removability } from './judging/removability.ts';
import { isMissing } from './missing.ts';
import { errandsOn, namesAnOffice } from './offices.ts';
import { covers, type NetworkScope } from './values/networks.ts';

/** What a person may resolve on an item. */
export type GroundedAction = 'publish' | 'hide' | 'remove' | 'reply' | 'route' | 'no-action';

/** A clause that may ground an act; `proposed` when the judgement itself leads to it. */
export interface Ground {
  readonly clause: PolicyClause;
  readonly proposed: boolean;
}

interface Request {
  readonly policy: CompiledPolicy;
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
  readonly judgement: Judgement;
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

const speaksOf = (
  { item }: Request,
  what: { readonly channels?: NetworkScope; readonly kinds?: readonly ItemKind[] },
): boolean => covers(what.channels, item.channel) && (what.kinds?.includes(item.kind) ?? true);

/** Values of a channel's card that keep something out: none is a reason to leave it where it is. */
const SHUT: readonly unknown[] = ['closed-until-act', 'disabled', 'not-allowed', 'not-for-replies', 'not-possible'];

/** What of the channel's card says how such items are received. */
const PROPERTIES: Readonly<Record<ItemKind, readonly string[]>> = {
  'visitor-post': ['visitorPosts', 'moderation'],
  comment: ['moderation', 'comments'],
  reply: ['moderation', 'comments'],
  mention: ['moderation'],
  message: ['messages', 'moderation'],
};

/** How and when the channel is moderated, then what is taken in charge. */
function receiving(request: Request): readonly PolicyClause[] {
  const { policy, item } = request;
  const card = cardOf(policy, item.channel);
  const modes = PROPERTIES[item.kind].flatMap((property) => card[property] ?? []);
  return [
    ...modes.filter(({ what }) => !SHUT.includes(what) && !isMissing(what)).map(({ clause }) => clause),
    ...policy.replies.filter(({ what }) => what.by === 'intake' && speaksOf(request, what)).map(({ clause }) => clause),
    ...policy.hours
      .filter(({ what }) => what.of === 'moderation' && speaksOf(request, what))
      .map(({ clause }) => clause),
  ];
}

/** Why it stays: what is protected, what is not answered where it was noticed, then how such items are received. */
function leavingUp(request: Request): readonly PolicyClause[] {
  const touched = new Set(request.judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id));
  const rules = rulesAwake(request);
  const of = (modality: Modality) => rules.filter((rule) => rule.modality === modality).map(({ clause }) => clause);
  return [...of('protected'), ...of('no-reply').filter(({ id }) => touched.has(id)), ...receiving(request)];
}

const canReply = ({ policy, item }: Request): boolean => {
  const messages = cardOf(policy, item.channel).messages?.what;
  return item.kind !== 'message' || (messages !== 'not-for-replies' && messages !== 'not-possible');
};

/** Why it is answered or sent on. Nothing where the policy keeps private messages out of answering. */
function answering(request: Request): readonly PolicyClause[] {
  const { policy } = request;
  if (!canReply(request)) return [];
  const replies = policy.replies
    .filter(({ what }) => speaksOf(request, what))
    .filter(({ what }) => what.by !== 'automatic');
  const routes = rulesAwake(request).filter(({ modality }) => modality === 'route');
  return [...replies.map(({ clause }) => clause), ...routes.map(({ clause }) => clause)];
}

/** Why it is handed to an office, whatever the channel lets be answered: what sends it there, a way to answer that names an office, an errand of staff. */
function handingOver(request: Request): readonly PolicyClause[] {
  const routes = rulesAwake(request).filter(({ modality }) => modality === 'route');
  const ways = request.policy.replies.filter(({ what }) => speaksOf(request, what) && namesAnOffice(what));
  const errands = errandsOn(request.policy, request.item);
  return [...routes, ...ways, ...errands].map(({ clause }) => clause);
}

/** Where approval comes first, hiding is how a network that cannot hold an item keeps it waiting. */
const awaiting = ({ policy, item }: Request): readonly PolicyClause[] =>
  [heldBefore(policy, item)].flatMap((clause) => clause ?? []);

const FINDERS: Readonly<Record<GroundedAction, (request: Request) => readonly PolicyClause[]>> = {
  hide: (request) => [...takingDown(request), ...awaiting(request)],
  remove: takingDown,
  publish: leavingUp,
  'no-action': leavingUp,
  reply: answering,
  route: handingOver,
};

/** Taking down and handing over need a clause that says so. */
const NEVER_LENT: readonly GroundedAction[] = ['hide', 'remove', 'route'];

/** Leaving something where it is and answering need a ground as well; a policy without such clauses lends its first ones. */
function lastResort(request: Request, action: GroundedAction): readonly PolicyClause[] {
  if (NEVER_LENT.includes(action) || (action === 'reply' && !canReply(request))) return [];
  const shut = Object.values(cardOf(request.policy, request.item.channel)).flatMap((said) =>
    said !== undefined && SHUT.includes(said.what) ? [said.clause.id] : [],
  );
  return [...request.policy.clauses.values()].filter(
    ({ id, audience, dormant }) => audience === 'external' && !dormant && !shut.includes(id),
  );
}

/** What leads to leaving an item where it is when nothing that was noticed does: how it is received, else whatever is first. */
function usualGround(request: Request, usable: readonly PolicyClause[]): string | undefined {
  const received = new Set(receiving(request).map(({ id }) => id));
  return (usable.find(({ id }) => received.has(id)) ?? usable[0])?.id;
}

/**
 * Clauses that may ground an act on an item, the proposed ones first, each once; sleeping ones never. To leave it where
 * it is, and to give the answer that the judgement proposes, at least one is always proposed.
 */
export function groundsFor(
  policy: CompiledPolicy,
  action: GroundedAction,
  matter: { readonly item: Pick<ItemFacts, 'channel' | 'kind'>; readonly judgement: Judgement },
): readonly Ground[] {
  const request = { policy, ...matter };
  const touched = matter.judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id);
  const found = FINDERS[action](request).filter(({ dormant }) => !dormant);
  const usable = found.length > 0 ? found : lastResort(request, action);
  const cited = new Set([...touched, ...matter.judgement.proposal.reasons.flatMap(({ clause }) => clause ?? [])]);
  const wanted = LEAVING.includes(action) || (action === 'reply' && matter.judgement.proposal.action === 'answer');
  const usual = wanted && !usable.some(({ id }) => cited.has(id)) ? usualGround(request, usable) : undefined;
  const unique = [...new Map(usable.map((clause) => [clause.id, clause])).values()];
  const grounds = unique.map((clause) => ({ clause, proposed: cited.has(clause.id) || clause.id === usual }));
  const rank = ({ clause, proposed }: Ground): number => {
    const place = touched.indexOf(clause.id);
    if (place >= 0) return place;
    return proposed ? touched.length : touched.length + 1;
  };
  return grounds.toSorted((left, right) => rank(left) - rank(right));
}

const LEAVING: readonly GroundedAction[] = ['publish', 'no-action'];

/** A clause by its id. */
export const clause = (policy: CompiledPolicy, id: string): PolicyClause | undefined => policy.clauses.get(id);
