// SPDX-License-Identifier: AGPL-3.0-or-later
import { type InboundEvent, type NetworkName, storable } from '#channels';
import type { Clock } from '#kernel';
import type { Events, Tx, Vault } from '#platform';
import { itemChanged } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Keeping, type Kept, keep } from './keep.ts';
import { insertItems, insertVersions, latestWords, lockItems, updateItems } from './keeping-store.ts';
import { isNewerText, isText, momentOf } from './moments.ts';
import { holdReceiving, type Item, saveAuthors } from './store.ts';

/** Where a batch comes from. */
export interface Source {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
  /** Where the account's network lives, and where people see it: links there may be kept. */
  readonly homes: readonly string[];
}

export interface Receiving {
  readonly tx: Tx;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * Stores what a network told, once: webhook and polling may tell the same thing, late, in any order and any number of
 * times; what was so last on the network stands. The caller acknowledges only after the transaction has committed.
 */
export async function receive(
  { tx, events: news, clock, vault }: Receiving,
  source: Source,
  arrived: readonly InboundEvent[],
): Promise<{ readonly changed: number }> {
  if (arrived.length === 0) return { changed: 0 };
  // INVARIANT: one delivery of an account at a time, and authors in one order, so that two cannot wait for each other.
  await holdReceiving(tx, source.account);
  const told = Map.groupBy(
    arrived.map((event) => storable(event, source.homes)).sort(byItem),
    (event) => event.externalId,
  );
  const digestOf = (text: string) => fingerprintOf(vault, text);
  const known = await knownOf(tx, { source, told, digestOf });
  const authors = await saveAuthors(
    tx,
    { body: source.body, network: source.network },
    [...told].flatMap(([externalId, events]) => namedBy(events, known.get(externalId), digestOf)),
  );
  const keeping: Keeping = { source, authors, now: clock.now(), digestOf };
  const kept = [...told].flatMap(([externalId, events]) => keep(keeping, known.get(externalId), events) ?? []);
  await store(tx, kept);
  const changed = kept
    .filter(({ touched, item }) => touched > 0 && !item.own)
    .map(({ item: { id: item, version } }) => ({ body: source.body, item, version }));
  await news.publishAll(tx, itemChanged, changed);
  return { changed: kept.reduce((sum, { touched }) => sum + touched, 0) };
}

/** An item before what befell it: its text comes first, whatever else was so in the same second. */
const byItem = (one: InboundEvent, other: InboundEvent) =>
  one.externalId < other.externalId
    ? -1
    : one.externalId > other.externalId
      ? 1
      : momentOf(one).getTime() - momentOf(other).getTime() || Number(isText(other)) - Number(isText(one));

const MOST_AT_ONCE = 500;

/** Many events in parts that are received one after the other, each item's in one of them. */
export function inParts(events: readonly InboundEvent[]): readonly (readonly InboundEvent[])[] {
  const parts: InboundEvent[][] = [[]];
  for (const ofItem of Map.groupBy(events, (event) => event.externalId).values()) {
    const last = parts.at(-1);
    if (last === undefined || last.length + ofItem.length > MOST_AT_ONCE) parts.push(ofItem);
    else last.push(...ofItem);
  }
  return parts;
}

type Known = { readonly item: Item; readonly digest: string };

interface Telling {
  readonly source: Source;
  readonly told: ReadonlyMap<string, readonly InboundEvent[]>;
  readonly digestOf: (text: string) => string;
}

/** The items told of that are here, locked, each with the digest of its words. */
async function knownOf(tx: Tx, { source, told, digestOf }: Telling): Promise<ReadonlyMap<string, Known>> {
  const items = await lockItems(tx, source.account, [...told.keys()]);
  const words = await latestWords(tx, items);
  return new Map(
    items.map((item) => {
      const { digest, text } = words.get(item.id) ?? { digest: null, text: '' };
      return [item.external_id, { item, digest: digest ?? digestOf(text ?? '') }];
    }),
  );
}

/** Who is named by what was told of one item; nobody where its words had to go and nothing new was written. */
function namedBy(events: readonly InboundEvent[], known: Known | undefined, digestOf: (text: string) => string) {
  const texts = events.filter(isText);
  const isGone = known !== undefined && known.item.purged_at !== null;
  const isEdited = (event: (typeof texts)[number], { item, digest }: Known) =>
    isNewerText(event, item) && digestOf(event.text) !== digest;
  return texts.filter((event) => !isGone || isEdited(event, known)).flatMap(({ author }) => author ?? []);
}

async function store(tx: Tx, kept: readonly Kept[]): Promise<void> {
  const itemsOf = (some: readonly Kept[]) => some.map(({ item }) => item);
  await insertItems(tx, itemsOf(kept.filter(({ isNew }) => isNew)));
  await insertVersions(
    tx,
    kept.flatMap(({ versions }) => versions),
  );
  await updateItems(tx, itemsOf(kept.filter(({ isNew, isChanged }) => !isNew && isChanged)));
}
