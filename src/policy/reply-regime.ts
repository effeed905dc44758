// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemFacts } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { cardOf } from './judging/card.ts';
import { known } from './missing.ts';
import { saidOf } from './said.ts';
import { covers } from './values/networks.ts';

interface On {
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
  readonly judgement: Judgement;
}

/** Where an answer to an item may lead, in the words of the policy in force. */
export interface ReplyRegime {
  /** Whether who writes may be invited to private messages, and the clause that says so; `unsaid`: the policy is silent. */
  readonly privately: { readonly how: 'offered' | 'kept-out' | 'unsaid'; readonly clause?: PolicyClause };
  /** Clauses that promise links to documents or pages in answers given there. */
  readonly links: readonly PolicyClause[];
  /** What somebody tells of themselves alone, in public; absent: nothing of the kind was noticed. */
  readonly personalCase?: PersonalCaseRegime;
}

export interface PersonalCaseRegime {
  /** `discouraged`: the policy gives a private way to go on; `forbidden`: it gives none. */
  readonly how: 'discouraged' | 'forbidden';
  readonly clauses: readonly PolicyClause[];
  /** Health is in it. */
  readonly health: boolean;
  readonly options: readonly AnswerOption[];
}

export const ANSWER_OPTIONS = ['private-message', 'office-contacts', 'general-information'] as const;

/** A way that the policy gives to those who answer. */
export interface AnswerOption {
  readonly kind: (typeof ANSWER_OPTIONS)[number];
  readonly clause: PolicyClause;
  /** The policy's words. */
  readonly words: string;
}

/** Ways are free text: these are the words by which the five policies, and those like them, say the same things. */
const WAYS: Readonly<Record<AnswerOption['kind'], RegExp>> = {
  'private-message': /\b(?:messagg\w*|in)\s+privat/i,
  'office-contacts': /\b(?:contatt|recapit|uffici)/i,
  'general-information': /\b(?:informazion\w* general|pagin\w* del sito|portal)/i,
};
const LINKS = /\b(?:link|collegament|rimand)/i;
const NOT_PRIVATELY = /\bnon\b[^.;]{0,20}\bmessagg\w* privat/i;
const KEPT_OUT: readonly unknown[] = ['not-for-replies', 'not-possible'];

/** What the policy says of an answer to this item. Pure. */
export function replyRegime(policy: CompiledPolicy, on: On): ReplyRegime {
  const privately = privateWay(policy, on);
  const personalCase = personalCaseIn(policy, on, privately);
  return { privately, links: linksPromised(policy, on.item), ...(personalCase !== undefined && { personalCase }) };
}

/** Clauses in force that promise links in answers to such items. */
export function linksPromised(policy: CompiledPolicy, item: On['item']): readonly PolicyClause[] {
  return staffReplies(policy, item)
    .filter(({ what }) => known(what.ways)?.some((way) => LINKS.test(way)) ?? false)
    .map(({ clause }) => clause);
}

const staffReplies = (policy: CompiledPolicy, { channel, kind }: On['item']) =>
  // What staff are told to do stands in the inside part too.
  saidOf(policy, 'reply').filter(
    ({ clause, what }) =>
      what.by === 'staff' && !clause.dormant && covers(what.channels, channel) && (what.kinds?.includes(kind) ?? true),
  );

function privateWay(policy: CompiledPolicy, { item, judgement }: On): ReplyRegime['privately'] {
  const messages = cardOf(policy, item.channel).messages;
  if (messages !== undefined && KEPT_OUT.includes(messages.what)) return { how: 'kept-out', clause: messages.clause };
  const touched = new Set(judgement.clauses.filter(({ dormant }) => !dormant).map(({ id }) => id));
  const notPrivately = saidOf(policy, 'routing').find(
    ({ clause, what }) => touched.has(clause.id) && NOT_PRIVATELY.test(known(what.answer) ?? ''),
  );
  if (notPrivately !== undefined) return { how: 'kept-out', clause: notPrivately.clause };
  return messages?.what === 'used' ? { how: 'offered', clause: messages.clause } : { how: 'unsaid' };
}

function personalCaseIn(
  policy: CompiledPolicy,
  { item, judgement }: On,
  privately: ReplyRegime['privately'],
): PersonalCaseRegime | undefined {
  if (item.kind === 'message') return undefined;
  const touched = judgement.clauses.filter(
    ({ dormant, modality, categories }) =>
      !dormant && modality !== 'protected' && categories.some((category) => PERSONAL.includes(category)),
  );
  if (touched.length === 0) return undefined;
  const options = optionsFor(policy, item).filter(
    ({ kind }) => kind !== 'private-message' || privately.how === 'offered',
  );
  return {
    how: options.some(({ kind }) => kind === 'private-message') ? 'discouraged' : 'forbidden',
    clauses: [...new Set(touched.map(({ id }) => id))].flatMap((id) => policy.clauses.get(id) ?? []),
    health: touched.some(({ categories }) => categories.includes('sensitive-data')),
    options,
  };
}

const PERSONAL: readonly string[] = ['personal-case', 'sensitive-data'];

function optionsFor(policy: CompiledPolicy, item: On['item']): readonly AnswerOption[] {
  const ways = staffReplies(policy, item).flatMap(({ clause, what }) =>
    what.categories?.includes('personal-case') ? (known(what.ways) ?? []).map((words) => ({ clause, words })) : [],
  );
  // Where several clauses give the same way, the one that gives more of them speaks of it most.
  const breadth = (id: string) =>
    ANSWER_OPTIONS.filter((kind) => ways.some(({ clause, words }) => clause.id === id && WAYS[kind].test(words)))
      .length;
  const bySpeaking = ways.toSorted((one, other) => breadth(other.clause.id) - breadth(one.clause.id));
  return ANSWER_OPTIONS.flatMap((kind) => {
    const found = bySpeaking.find(({ words }) => WAYS[kind].test(words));
    return found === undefined ? [] : [{ kind, ...found }];
  });
}
