// SPDX-License-Identifier: AGPL-3.0-or-later

import type { CategoryNode } from './blocks/category.ts';
import { BLOCKS } from './blocks/registry.ts';
import type { ChannelCard, CompiledPolicy, CompiledRule, PolicyChoices, PolicyClause, Said } from './compiled.ts';
import { blocksOf, type ClauseNode, clausesOf, type PlacedClause, type PolicyDocument } from './document.ts';
import { ITEM_KINDS, type ItemKind, NETWORKS, type NetworkName } from './facts.ts';
import type { Modality } from './judgement.ts';
import { isMissing } from './missing.ts';
import { print } from './print.ts';
import { sha256 } from './sha256.ts';
import { covers } from './values/networks.ts';
import { type Category, VOCABULARY } from './vocabulary.ts';

const DEFAULT_MINIMUM = 0.5;
/** A private message is not on show: rules that take things down speak of it only when they say so. */
const PUBLIC_KINDS: readonly ItemKind[] = ITEM_KINDS.filter((kind) => kind !== 'message');
const RESTRAINING: readonly Modality[] = ['must-remove', 'may-remove', 'asked'];

/** Where each said thing stands, with its clause already built. */
interface Clauses {
  readonly nodes: readonly ClauseNode[];
  readonly built: ReadonlyMap<string, PolicyClause>;
}

function policyClause({ clause, section, audience }: PlacedClause, woken: ReadonlySet<string>): PolicyClause {
  const sleeps = clause.blocks.some((block) => 'dormant' in block && block.dormant !== undefined);
  return Object.freeze({
    id: clause.id,
    title: clause.title,
    text: clause.prose.map(({ kind, text }) => (kind === 'item' ? `- ${text}` : text)).join('\n\n'),
    section: section.title,
    audience,
    dormant: sleeps && !woken.has(clause.id),
  });
}

/** Every block of a kind, with its clause. */
function said<Kind extends Parameters<typeof blocksOf>[1]>(clauses: Clauses, kind: Kind) {
  return clauses.nodes.flatMap((node) => {
    const clause = clauses.built.get(node.id);
    return clause === undefined ? [] : blocksOf(node, kind).map((what) => ({ clause, what }));
  });
}

function rulesOf(clauses: Clauses): readonly CompiledRule[] {
  return clauses.nodes.flatMap((node) => {
    const clause = clauses.built.get(node.id);
    if (clause === undefined) return [];
    const own = blocksOf(node, 'rule').map((rule): CompiledRule => {
      const restrains = RESTRAINING.includes(rule.modality);
      return {
        clause,
        modality: rule.modality,
        // INVARIANT: criticism never takes an item down, even in a document that skipped the checks.
        categories: isMissing(rule.categories)
          ? []
          : rule.categories.filter((slug) => !(restrains && slug === 'criticism')),
        channels: rule.channels,
        kinds: rule.kinds ?? (restrains ? PUBLIC_KINDS : ITEM_KINDS),
        ...(rule.authors === undefined ? {} : { authors: rule.authors }),
        minimum: rule.minimum ?? DEFAULT_MINIMUM,
        ...(rule.office === undefined ? {} : { route: { office: rule.office } }),
      };
    });
    const routed = blocksOf(node, 'routing').map(
      (routing): CompiledRule => ({
        clause,
        modality: 'route',
        categories: routing.categories,
        channels: routing.channels,
        kinds: routing.kinds ?? ITEM_KINDS,
        minimum: DEFAULT_MINIMUM,
        route: { office: routing.office, ...(routing.address === undefined ? {} : { address: routing.address }) },
      }),
    );
    return [...own, ...routed];
  });
}

/** What is said of one network, and beneath it what is said of all. */
function channelCards(clauses: Clauses): ReadonlyMap<NetworkName, ChannelCard> {
  const blocks = said(clauses, 'channel');
  const cards = new Map<NetworkName, ChannelCard>();
  for (const network of NETWORKS) {
    const mine = blocks.filter(({ what }) => covers(what.networks, network));
    if (mine.length === 0) continue;
    const card: Record<string, Said<unknown>> = {};
    for (const { clause, what } of mine.toSorted(
      (left, right) => Number(left.what.networks.except) - Number(right.what.networks.except),
    ))
      for (const field of Object.keys(BLOCKS.channel.keys)) {
        const value = (what as Readonly<Record<string, unknown>>)[field];
        if (value !== undefined && field !== 'networks' && field !== 'dormant') card[field] ??= { clause, what: value };
      }
    cards.set(network, Object.freeze(card));
  }
  return cards;
}

const ownCategory = ({ name, label, gravity, fromText }: CategoryNode): Category => ({
  slug: name,
  name,
  label,
  priority: Number(gravity) as Category['priority'],
  textCanShow: fromText !== 'no',
});

/** A category that says it cannot be told from the text has no words to look for. */
const wordsOf = ({ name, words, fromText }: CategoryNode): readonly (readonly [string, readonly string[]])[] =>
  words === undefined || words.length === 0 || fromText === 'no' ? [] : [[name, words]];

function byCategory(rules: readonly CompiledRule[]): ReadonlyMap<string, readonly CompiledRule[]> {
  const index = new Map<string, CompiledRule[]>();
  for (const rule of rules)
    for (const slug of rule.categories) {
      const list = index.get(slug);
      if (list === undefined) index.set(slug, [rule]);
      else list.push(rule);
    }
  return index;
}

/** The same choices give the same text, however they were put together. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`;
}

/** Identifies what judged: the canonical text, and the choices where there are any. */
export function digestOf(document: PolicyDocument, choices: PolicyChoices = {}): string {
  const chosen = canonical(choices);
  return sha256(chosen === '{}' ? print(document) : `${print(document)}\n${chosen}`);
}

/** Makes a checked document ready to judge with. */
export function compile(document: PolicyDocument, options: { readonly choices?: PolicyChoices } = {}): CompiledPolicy {
  const choices = options.choices ?? {};
  const woken = new Set((choices.acts ?? []).map(({ clause }) => clause));
  const placed = clausesOf(document);
  const built = new Map(placed.map((each) => [each.clause.id, policyClause(each, woken)]));
  const external = placed.filter(({ audience }) => audience === 'external').map(({ clause }) => clause);
  const clauses = { nodes: external, built };
  const rules = rulesOf(clauses);
  const ladders = said(clauses, 'ladder');
  const ownNodes = placed.flatMap(({ clause }) => blocksOf(clause, 'category'));
  return Object.freeze({
    body: document.header.body,
    bodyName: document.header.bodyName,
    title: document.header.title,
    version: document.header.version,
    digest: digestOf(document, choices),
    document,
    choices,
    clauses: built,
    rules,
    rulesByCategory: byCategory(rules),
    unlisted: rules.filter((rule) => rule.categories.length === 0),
    discretions: said(clauses, 'discretion'),
    channels: channelCards(clauses),
    hours: said(clauses, 'hours'),
    replies: said(clauses, 'reply'),
    ladder: {
      rungs: ladders.flatMap(({ clause, what }) => what.items.map((rung) => ({ clause, what: rung }))),
      terms: ladders,
    },
    categories: new Map([...VOCABULARY, ...ownNodes.map(ownCategory)].map((category) => [category.slug, category])),
    ownWords: new Map(ownNodes.flatMap(wordsOf)),
  });
}
