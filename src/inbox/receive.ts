// SPDX-License-Identifier: AGPL-3.0-or-later
import { type InboundEvent, type NetworkName, storable } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Events, Tx } from '#platform';
import { itemChanged } from './events.ts';
import {
  isBack,
  isNewerText,
  isText,
  later,
  momentOf,
  type StateEvent,
  type TextEvent,
  visibilityAfter,
} from './moments.ts';
import { type Item, insertItem, insertVersion, lockItem, saveAuthors, textOf, updateItem } from './store.ts';

/** Where a batch comes from. */
export interface Source {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
  /** Where the account's network lives, and where people see it: links there may be kept. */
  readonly homes: readonly string[];
}

/**
 * Stores what a network told, once: webhook and polling may tell the same thing, late, in any order and any number of
 * times; what was so last on the network stands. The caller acknowledges only after the transaction has committed.
 */
export async function receive(
  ports: { readonly tx: Tx; readonly events: Events; readonly clock: Clock },
  source: Source,
  arrived: readonly InboundEvent[],
): Promise<{ readonly changed: number }> {
  const { tx, clock } = ports;
  // INVARIANT: one order for all, authors first, so that two deliveries cannot wait for each other.
  const events = arrived.map((event) => storable(event, source.homes)).sort(byItem);
  const authors = await saveAuthors(
    tx,
    { body: source.body, network: source.network },
    events.flatMap((event) => (isText(event) ? (event.author ?? []) : [])),
  );
  const keeping: Keeping = { tx, source, authors, now: clock.now() };
  let changed = 0;
  for (const event of events) {
    const touched = isText(event) ? await keepText(keeping, event) : await keepState(keeping, event);
    if (touched === null) continue;
    changed += 1;
    const { id: item, version } = touched;
    if (!touched.own) await ports.events.publish(tx, itemChanged, { body: source.body, item, version });
  }
  return { changed };
}

/** An item before what befell it: its text comes first, whatever else was so in the same second. */
const byItem = (one: InboundEvent, other: InboundEvent) =>
  one.externalId < other.externalId
    ? -1
    : one.externalId > other.externalId
      ? 1
      : momentOf(one).getTime() - momentOf(other).getTime() || Number(isText(other)) - Number(isText(one));

interface Keeping {
  readonly tx: Tx;
  readonly source: Source;
  /** Ids of the authors' rows, by external id. */
  readonly authors: ReadonlyMap<string, string>;
  readonly now: Date;
}

type Touched = Pick<Item, 'id' | 'version' | 'own'>;

async function keepText(keeping: Keeping, event: TextEvent): Promise<Touched | null> {
  const { tx, source } = keeping;
  const known = await lockItem(tx, source.account, event.externalId);
  if (known !== undefined) return keepTextOf(keeping, known, event);
  const fresh = newItem(keeping, event);
  if (await insertItem(tx, fresh)) {
    await insertVersion(tx, { item_id: fresh.id, body: source.body, version: 1, text: event.text, at: event.at });
    return fresh;
  }
  const theirs = await lockItem(tx, source.account, event.externalId);
  if (theirs === undefined) throw new Error('an item that could not be inserted is not there');
  return keepTextOf(keeping, theirs, event);
}

async function keepTextOf(keeping: Keeping, known: Item, event: TextEvent): Promise<Touched | null> {
  const { tx } = keeping;
  const change: Partial<Item> = learnt(newItem(keeping, event), known);
  const { seenAt } = event;
  if (seenAt !== undefined) change.seen_at = later(seenAt, known.seen_at ?? seenAt);
  if (isBack(event, known)) Object.assign(change, { visibility: 'visible', state_at: momentOf(event) });
  let { version } = known;
  if (isNewerText(event, known)) {
    change.text_at = momentOf(event);
    if ((await textOf(tx, known.id, version)) !== event.text) {
      change.version = ++version;
      const { id: item_id, body } = known;
      await insertVersion(tx, { item_id, body, version, text: event.text, at: momentOf(event) });
    }
  }
  if (Object.keys(change).length > 0) await updateItem(tx, known.id, change);
  const isTouched =
    change.version !== undefined ||
    change.visibility !== undefined ||
    change.has_media ||
    change.post_text !== undefined;
  return isTouched ? { id: known.id, version, own: known.own } : null;
}

/** What an earlier telling left out: a webhook knows neither the words of the post nor the link, a reading does. */
function learnt(told: Item, known: Item): Partial<Item> {
  const facts: Partial<Item> = {};
  if (known.author_id === null && told.author_id !== null) facts.author_id = told.author_id;
  if (known.post_external_id === null && told.post_external_id !== null) facts.post_external_id = told.post_external_id;
  if (known.post_text === null && told.post_text !== null) facts.post_text = told.post_text;
  if (known.permalink === null && told.permalink !== null) facts.permalink = told.permalink;
  if (!known.has_media && told.has_media) facts.has_media = true;
  return facts;
}

function newItem({ source, authors, now }: Keeping, event: TextEvent): Item {
  return {
    id: newId(),
    body: source.body,
    account_id: source.account,
    network: source.network,
    external_id: event.externalId,
    kind: event.kind,
    author_id: event.author === null ? null : (authors.get(event.author.externalId) ?? null),
    post_external_id: event.post?.externalId ?? null,
    post_text: event.post?.text ?? null,
    parent_external_id: event.parentExternalId,
    permalink: event.permalink,
    conversation: event.conversation ?? null,
    own: event.own,
    has_media: event.hasMedia,
    version: 1,
    visibility: 'visible',
    written_at: event.at,
    received_at: now,
    text_at: momentOf(event),
    // A notice of the text says nothing of the visibility since it was written; a reading shows it as it is.
    state_at: momentOf(event),
    seen_at: event.seenAt ?? null,
  };
}

async function keepState({ tx, source }: Keeping, event: StateEvent): Promise<Touched | null> {
  const known = await lockItem(tx, source.account, event.externalId);
  const visibility = known && visibilityAfter(event, known);
  if (known === undefined || !visibility) return null;
  await updateItem(tx, known.id, { visibility, state_at: later(event.at, known.state_at) });
  return visibility === known.visibility ? null : known;
}
