// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyNode } from './blocks/reply.ts';
import type { RoutingNode } from './blocks/routing.ts';
import type { CompiledPolicy, PolicyClause, Said } from './compiled.ts';
import type { ItemFacts, ItemKind } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { cardOf, reaches } from './judging/card.ts';
import { isMissing, known, type Missing } from './missing.ts';
import { saidOf } from './said.ts';
import { covers, type NetworkScope } from './values/networks.ts';

/** An office that a policy sends people or their requests to. */
export interface NamedOffice {
  readonly name: string;
  /** Clauses that name it, in the order of the file. */
  readonly clauses: readonly string[];
  /** Absent: «dato mancante». */
  readonly address?: string;
}

/** One office as names are compared: capitals, accents, articles and stops are no difference. */
export const officeKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:il|lo|la|i|gli|le|l) /, '');

const KIND_OF_OFFICE =
  /^(?:ufficio|area|servizio|settore|struttura|unita operativa|funzione) (?:(?:di|del|della|dello|dell|dei|delle) )?/;
const bare = (name: string): string => officeKey(name).replace(KIND_OF_OFFICE, '');

/** Whether two names are of one office or one authority: «Comunicazione» is the «ufficio Comunicazione». */
export const isSameOffice = (one: string, other: string): boolean => bare(one) === bare(other) && bare(one) !== '';

/** Every office that awake clauses route to, once, with the first address that any of them gives. */
export function officesNamed(policy: CompiledPolicy): readonly NamedOffice[] {
  const found = new Map<string, NamedOffice>();
  const told = policy.rules.flatMap(({ clause, route }) => (route === undefined ? [] : [{ clause, what: route }]));
  const errands = saidOf(policy, 'routing').filter(({ clause }) => clause.audience === 'internal');
  for (const { clause, what } of [...told, ...errands]) {
    const name = known(what.office);
    if (clause.dormant || name === undefined) continue;
    const before = found.get(officeKey(name));
    const address = before?.address ?? known(what.address);
    found.set(officeKey(name), {
      name: before?.name ?? name,
      clauses: [...new Set([...(before?.clauses ?? []), clause.id])],
      ...(address !== undefined && { address }),
    });
  }
  return [...found.values()];
}

/** An office to which an item goes, under a clause. */
export interface OfficeOfItem {
  readonly name: string;
  readonly clause: string;
  /** Absent: «dato mancante». */
  readonly address?: string;
  /** Said of what staff do with such items, in the part that citizens do not read: the errand is theirs. */
  readonly errand: boolean;
}

interface Asked {
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
  readonly judgement: Judgement;
}

const officeOf = (
  clause: PolicyClause,
  { office, address }: { readonly office: string | Missing; readonly address?: string | Missing },
): OfficeOfItem[] => {
  const [name, at] = [known(office), known(address)];
  if (name === undefined) return [];
  return [
    { name, clause: clause.id, ...(at !== undefined && { address: at }), errand: clause.audience === 'internal' },
  ];
};

/** What the internal part says of routing such items, whatever was noticed in them. */
export const errandsOn = (policy: CompiledPolicy, item: Asked['item']): readonly Said<RoutingNode>[] =>
  saidOf(policy, 'routing').filter(
    ({ clause, what }) => clause.audience === 'internal' && !clause.dormant && speaksOf(item, what),
  );

/** Where clauses send an item: what the judgement names first, then what else it touches, then the errands of staff; each once. */
export function officesFor(policy: CompiledPolicy, { item, judgement }: Asked): readonly OfficeOfItem[] {
  const awake = judgement.clauses.filter(({ dormant }) => !dormant);
  const heard = awake.flatMap(({ categories }) => categories);
  const touched = awake.flatMap(({ id, modality, categories }) =>
    policy.rules
      .filter((rule) => modality === 'route' && rule.clause.id === id && rule.modality === 'route')
      .filter((rule) => reaches(rule, item) && rule.categories.some((slug) => categories.includes(slug)))
      .flatMap(({ clause, route }) => (route === undefined ? [] : officeOf(clause, route))),
  );
  const errands = errandsOn(policy, item)
    .filter(({ what }) => what.categories.some((slug) => heard.includes(slug)))
    .flatMap(({ clause, what }) => officeOf(clause, what));
  const first = judgement.route === undefined ? undefined : officeKey(judgement.route.office);
  const ordered = [...touched, ...errands].toSorted(
    (left, right) => Number(officeKey(right.name) === first) - Number(officeKey(left.name) === first),
  );
  return [...new Map(ordered.toReversed().map((one) => [officeKey(one.name), one])).values()].toReversed();
}

/** Who has an item from the moment it comes. */
export interface OwningOffice {
  readonly name: string;
  readonly clause: string;
}

/**
 * The office whose own errand such items are; else the one that runs the channel. Undefined where the policy names none: the
 * desk itself has them.
 */
export function ownerOf(policy: CompiledPolicy, asked: Asked): OwningOffice | undefined {
  const errand = officesFor(policy, asked).find(({ errand: theirs }) => theirs);
  if (errand !== undefined) return { name: errand.name, clause: errand.clause };
  const managed = cardOf(policy, asked.item.channel).managedBy;
  if (managed === undefined || managed.clause.dormant || isMissing(managed.what)) return undefined;
  return { name: String(managed.what), clause: managed.clause.id };
}

/** Clauses that promise to answer, to point to an office or to take in charge what comes there. */
export function outcomeOwed(policy: CompiledPolicy, { item, judgement }: Asked): readonly string[] {
  const { action, reasons } = judgement.proposal;
  if (action !== 'answer' && action !== 'route') return [];
  const promised = policy.replies
    .filter(({ what, clause }) => what.by !== 'automatic' && !clause.dormant && speaksOf(item, what))
    .map(({ clause }) => clause.id);
  const behind = reasons.flatMap(({ clause }) => clause ?? []);
  return [...new Set([...promised, ...behind])].filter((id) => policy.clauses.get(id)?.dormant === false);
}

const speaksOf = (
  item: Asked['item'],
  what: { readonly channels?: NetworkScope; readonly kinds?: readonly ItemKind[] },
): boolean => covers(what.channels, item.channel) && (what.kinds?.includes(item.kind) ?? true);

/** Whether one of the ways to answer is an office. */
export const namesAnOffice = ({ by, ways }: Pick<ReplyNode, 'by' | 'ways'>): boolean =>
  by === 'staff' && (known(ways) ?? []).some((way) => /\b(?:uffic|serviz)/i.test(way));
