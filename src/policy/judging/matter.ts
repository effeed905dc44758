// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelCard, CompiledPolicy, CompiledRule, PolicyClause } from '../compiled.ts';
import type { ItemFacts, NetworkName } from '../facts.ts';
import { MODALITIES, type Reason, type TouchedClause } from '../judgement.ts';
import type { Signal } from '../signal.ts';

/** What desk categories weigh at the least to be listened to; rules say their own minimum. */
const HEARD = 0.5;

/** A rule that signals have touched. */
export interface Hit {
  readonly rule: CompiledRule;
  readonly categories: readonly string[];
  /** Indexes into the signals. */
  readonly signals: readonly number[];
  /** Why it sleeps, when it does. */
  readonly asleep?: Reason;
}

/** Everything a step of the judgement may look at. */
export interface Matter {
  readonly policy: CompiledPolicy;
  readonly item: ItemFacts;
  readonly signals: readonly Signal[];
  readonly card: ChannelCard;
  /** Strictest first, then in the order of the file. */
  readonly hits: readonly Hit[];
  readonly awake: readonly Hit[];
  /** Categories noticed strongly enough, whatever the rules say of them; sorted, so that the signals' order is nothing. */
  readonly heard: ReadonlySet<string>;
}

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

/** Why a rule sleeps on an item, or nothing. */
export function sleepOf(
  policy: CompiledPolicy,
  rule: CompiledRule,
  item: Pick<ItemFacts, 'channel' | 'kind'>,
): Reason | undefined {
  if (rule.clause.dormant)
    return {
      clause: rule.clause.id,
      text: 'Il punto non è in vigore ora: vale solo dopo un atto che non risulta registrato.',
    };
  if (item.kind !== 'comment' && item.kind !== 'reply') return undefined;
  const closed = closedComments(policy, item.channel);
  if (closed === undefined) return undefined;
  return {
    clause: closed.id,
    text: 'I commenti su questo canale sono chiusi fino a un nuovo atto: le regole che li riguardano non sono in vigore ora e non si propone nessuna rimozione.',
  };
}

export const reaches = (rule: CompiledRule, item: Pick<ItemFacts, 'channel' | 'kind'>): boolean =>
  rule.kinds.includes(item.kind) &&
  (rule.channels === undefined || rule.channels.networks.includes(item.channel) !== rule.channels.except);

function hitsOf(policy: CompiledPolicy, item: ItemFacts, signals: readonly Signal[]): readonly Hit[] {
  const touched = new Map<CompiledRule, number[]>();
  for (const [index, signal] of signals.entries())
    for (const rule of policy.rulesByCategory.get(signal.category) ?? []) {
      if (!(signal.strength >= rule.minimum) || !reaches(rule, item) || !counts(item, signal)) continue;
      const indexes = touched.get(rule);
      if (indexes === undefined) touched.set(rule, [index]);
      else indexes.push(index);
    }
  if (touched.size === 0) return [];
  return policy.rules
    .filter((rule) => touched.has(rule))
    .toSorted((left, right) => MODALITIES.indexOf(left.modality) - MODALITIES.indexOf(right.modality))
    .map((rule): Hit => {
      const indexes = touched.get(rule) ?? [];
      const noticed = new Set(indexes.map((index) => signals[index]?.category));
      const asleep = sleepOf(policy, rule, item);
      const hit = { rule, signals: indexes, categories: rule.categories.filter((slug) => noticed.has(slug)) };
      return asleep === undefined ? hit : { ...hit, asleep };
    });
}

/** Of words alone: beside a picture that nobody has looked at, there may well be something to do. */
const counts = (item: ItemFacts, { category }: Signal): boolean =>
  item.hasMedia !== true || category !== 'nothing-to-do';

/** Gathers what the item touches. A signal that is missing, weak or not a number matches nothing. */
export function matterOf(policy: CompiledPolicy, item: ItemFacts, signals: readonly Signal[]): Matter {
  const hits = hitsOf(policy, item, signals);
  return {
    policy,
    item,
    signals,
    card: cardOf(policy, item.channel),
    hits,
    awake: hits.filter((hit) => hit.asleep === undefined),
    heard: new Set(
      signals
        .filter((signal) => signal.strength >= HEARD && counts(item, signal))
        .map(({ category }) => category)
        .toSorted(),
    ),
  };
}

/** One entry for each clause and modality, awake ones first. */
export function touchedClauses(hits: readonly Hit[]): readonly TouchedClause[] {
  const entries = new Map<string, TouchedClause>();
  for (const { rule, categories, signals, asleep } of hits) {
    const key = `${rule.clause.id} ${rule.modality}`;
    const earlier = entries.get(key);
    entries.set(key, {
      id: rule.clause.id,
      title: rule.clause.title,
      modality: rule.modality,
      categories: [...new Set([...(earlier?.categories ?? []), ...categories])],
      signals: [...new Set([...(earlier?.signals ?? []), ...signals])].toSorted((left, right) => left - right),
      dormant: asleep !== undefined,
    });
  }
  return [...entries.values()].toSorted((left, right) => Number(left.dormant) - Number(right.dormant));
}

export const labelOf = (policy: CompiledPolicy, slug: string): string => policy.categories.get(slug)?.label ?? slug;
export const labelsOf = (policy: CompiledPolicy, slugs: readonly string[]): string =>
  slugs.map((slug) => labelOf(policy, slug)).join(', ');
