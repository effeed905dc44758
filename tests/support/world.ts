// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CompiledPolicy,
  compile,
  evaluate,
  type GroundedAction,
  groundsFor,
  type ItemFacts,
  type Judgement,
  NETWORKS,
  type NetworkName,
  type OwnTerms,
  ownTerms,
  type PolicyChoices,
  type PolicyDocument,
  type PublicPage,
  publicPage,
  type Said,
  type Signal,
  saidOf,
} from '#policy';
import { analyse, type TriageContext } from '#triage';
import { holidaysOf } from '../../src/app/holidays.ts';
import type { BlockKind, BlockNode } from '../../src/policy/blocks/registry.ts';
import type { ChannelCard } from '../../src/policy/compiled.ts';
import { clausesOf, type PlacedClause } from '../../src/policy/document.ts';
import { cardOf } from '../../src/policy/judging/card.ts';
import { instantOf } from '../../src/policy/values/moment.ts';
import { renderedPages } from '../../src/rulebook/pages/rendered.ts';

/** An item to judge: its text alone, or with what a text cannot tell. */
export type Tried = string | TriedItem;

export interface TriedItem extends Partial<Omit<ItemFacts, 'at' | 'post' | 'hasMedia'>> {
  /** Given by hand, instead of what triage notices: slugs, each with its strength or at full strength. */
  readonly signals?: readonly string[] | Readonly<Record<string, number>>;
  /** Local time in Rome, `2026-01-13T10:00` (the default, a working Tuesday), or an instant. */
  readonly at?: string | Date;
  /** The body's post that is answered. */
  readonly post?: string;
  /** A photo or a video came with it. */
  readonly media?: boolean;
  /** How often its author wrote the same shortly before. */
  readonly repeated?: number;
  /** Under how many other posts its author put the same. */
  readonly spread?: number;
}

/** One body's policy and what can be asked of it without a database: everything is worked out when first asked for. */
export interface World {
  readonly document: PolicyDocument;
  readonly policy: CompiledPolicy;
  /** Triage with the body's own terms, then the policy, with the Italian holidays: as the desk does. */
  judge(item: Tried): Judgement;
  /** Signals alone. */
  notice(item: Tried): readonly Signal[];
  /** Ids of the clauses that may ground the act; the item matters by its channel, kind and judgement. */
  grounds(action: GroundedAction, item: Tried): readonly string[];
  /** A clause of either part as it is written, with its section and audience; undefined when it is not in the file. */
  clause(id: string): PlacedClause | undefined;
  /** Every block of a kind, of both parts, with its clause. */
  blocks<Kind extends BlockKind>(kind: Kind): readonly Said<Extract<BlockNode, { readonly kind: Kind }>>[];
  /** What the clauses in force say of one network, property by property, each with its clause. */
  card(network: NetworkName): ChannelCard;
  /** The citizens' page as data. */
  page(): PublicPage;
  /** The citizens' page as it is served, or the page of the internal part that staff are served. */
  markup(part?: 'external' | 'internal'): string;
  /** What is read of one clause on that page: title, prose and blocks as plain text; '' when it is not there. */
  shown(id: string, part?: 'external' | 'internal'): string;
  /** The same policy under what a body recorded: `under({ acts: [{ clause: 'CAL-021', act: '…' }] })` wakes a clause. */
  under(choices: PolicyChoices): World;
}

const WORKING_TUESDAY = '2026-01-13T10:00';
const holidays = holidaysOf();

/** Nothing is worked out twice. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same text is read again for each alteration of the policy, mostly under the same own terms. */
const noticed = new Map<string, readonly Signal[]>();

function analysed(text: string, context: TriageContext & OwnTerms): readonly Signal[] {
  const { kind, post, recent, elsewhere, ownContacts, ownWords } = context;
  const key = JSON.stringify([text, kind, post, recent, elsewhere, ownContacts, [...ownWords]]);
  const known = noticed.get(key);
  if (known !== undefined) return known;
  const fresh = analyse(text, context);
  noticed.set(key, fresh);
  return fresh;
}

function byHand(given: NonNullable<TriedItem['signals']>): readonly Signal[] {
  const strengths = Array.isArray(given) ? given.map((slug: string) => [slug, 1] as const) : Object.entries(given);
  return strengths.map(([category, strength]) => ({
    category,
    strength,
    spans: [],
    source: 'example',
    reason: 'Indicato a mano.',
  }));
}

/** The first channel with open comments, else the first of all. */
function usualChannel(policy: CompiledPolicy): NetworkName {
  const regulated = NETWORKS.filter((network) => policy.channels.has(network));
  const open = regulated.find((network) => (cardOf(policy, network).comments?.what ?? 'open') === 'open');
  return open ?? regulated[0] ?? 'facebook';
}

function factsOf(tried: Tried, channel: () => NetworkName): ItemFacts {
  const {
    signals: _,
    at = WORKING_TUESDAY,
    post,
    media,
    repeated: _repeated,
    spread: _spread,
    ...facts
  } = typeof tried === 'string' ? { text: tried } : tried;
  return {
    kind: 'comment',
    text: '',
    ...facts,
    channel: facts.channel ?? channel(),
    at: typeof at === 'string' ? instantOf(at) : at,
    ...(post !== undefined && { post: { text: post } }),
    ...(media !== undefined && { hasMedia: media }),
  };
}

/** The article of a clause, without markup. */
function shownIn(markup: string, id: string): string {
  const start = markup.indexOf(`<article id="${id}"`);
  if (start < 0) return '';
  return (
    markup
      .slice(start, markup.indexOf('</article>', start))
      // A link in the middle of a sentence parts no words.
      .replace(/<\/?a\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** What else its author wrote, for an item that was said to be repeated or spread about. */
function around(tried: Tried): Pick<TriageContext, 'recent' | 'elsewhere'> {
  if (typeof tried === 'string') return {};
  const { text = '', repeated = 0, spread = 0 } = tried;
  return {
    ...(repeated > 0 && { recent: Array.from({ length: repeated }, () => ({ text, sameAuthor: true })) }),
    ...(spread > 0 && { elsewhere: Array.from({ length: spread }, (_, nth) => ({ text, post: `post ${nth}` })) }),
  };
}

export function worldOf(document: PolicyDocument, choices: PolicyChoices = {}): World {
  const policy = once(() => compile(document, { choices }));
  const own = once(() => ownTerms(policy()));
  const channel = once(() => usualChannel(policy()));
  const page = once(() => publicPage(document));
  const pages = once(() => renderedPages(document, choices));

  const signalsOf = (tried: Tried, item: ItemFacts): readonly Signal[] => {
    if (typeof tried !== 'string' && tried.signals !== undefined) return byHand(tried.signals);
    return analysed(item.text, { kind: item.kind, ...own(), ...(item.post && { post: item.post }), ...around(tried) });
  };
  const judged = (tried: Tried) => {
    const item = factsOf(tried, channel);
    return { item, judgement: evaluate(policy(), item, signalsOf(tried, item), item.at, holidays) };
  };

  return {
    document,
    get policy() {
      return policy();
    },
    judge: (tried) => judged(tried).judgement,
    notice: (tried) => signalsOf(tried, factsOf(tried, channel)),
    grounds: (action, tried) => groundsFor(policy(), action, judged(tried)).map(({ clause }) => clause.id),
    clause: (id) => clausesOf(document).find(({ clause }) => clause.id === id),
    blocks: (kind) => saidOf(policy(), kind),
    card: (network) => cardOf(policy(), network),
    page,
    markup: (part = 'external') => pages()[part],
    shown: (id, part = 'external') => shownIn(pages()[part], id),
    under: (recorded) => worldOf(document, recorded),
  };
}
