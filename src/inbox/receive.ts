// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent, NetworkName } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Events, Tx } from '#platform';
import { itemChanged } from './events.ts';
import {
  type Item,
  insertItem,
  insertVersion,
  lockItem,
  saveAuthor,
  sawVisibility,
  setVersion,
  textOf,
} from './store.ts';

/** Where a batch comes from. */
export interface Source {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
}

type Text = Extract<InboundEvent, { text: string }>;
type State = Exclude<InboundEvent, Text>;

const isText = (event: InboundEvent): event is Text => event.type === 'written' || event.type === 'edited';

/**
 * Stores what a network told, once: webhook and polling may tell the same thing, in any order and any number of times.
 * The caller acknowledges only after the transaction has committed.
 */
export async function receive(
  ports: { readonly tx: Tx; readonly events: Events; readonly clock: Clock },
  source: Source,
  arrived: readonly InboundEvent[],
): Promise<{ readonly changed: number }> {
  let changed = 0;
  // INVARIANT: one order for all, so that two deliveries of the same items cannot wait for each other.
  for (const event of [...arrived].sort(byItem)) {
    const touched = isText(event) ? await keepText(ports, source, event) : await keepState(ports, source, event);
    if (touched === null) continue;
    changed += 1;
    if (!touched.own)
      await ports.events.publish(ports.tx, itemChanged, {
        body: source.body,
        item: touched.id,
        version: touched.version,
      });
  }
  return { changed };
}

const byItem = (one: InboundEvent, other: InboundEvent) =>
  one.externalId < other.externalId
    ? -1
    : one.externalId > other.externalId
      ? 1
      : one.at.getTime() - other.at.getTime();

type Ports = { readonly tx: Tx; readonly clock: Clock };
type Touched = Pick<Item, 'id' | 'version' | 'own'>;

async function keepText({ tx, clock }: Ports, source: Source, event: Text): Promise<Touched | null> {
  const fresh = await newItem(tx, source, event, clock.now());
  if (await insertItem(tx, fresh)) {
    await insertVersion(tx, { item_id: fresh.id, body: source.body, version: 1, text: event.text, at: event.at });
    return fresh;
  }
  const known = await lockItem(tx, source.account, event.externalId);
  if (known === undefined) throw new Error('an item that could not be inserted is not there');
  if ((await textOf(tx, known.id, known.version)) === event.text) return null;
  // A late copy of the first writing must not undo an edit already seen.
  if (event.type === 'written' && known.version > 1) return null;
  const version = known.version + 1;
  await insertVersion(tx, {
    item_id: known.id,
    body: source.body,
    version,
    text: event.text,
    at: event.type === 'edited' ? event.at : clock.now(),
  });
  await setVersion(tx, known.id, version);
  return { id: known.id, version, own: known.own };
}

async function newItem(tx: Tx, { body, account, network }: Source, event: Text, now: Date): Promise<Item> {
  const author = event.author && (await saveAuthor(tx, { body, network, ...event.author }));
  return {
    id: newId(),
    body,
    account_id: account,
    network,
    external_id: event.externalId,
    kind: event.kind,
    author_id: author,
    post_external_id: event.post?.externalId ?? null,
    post_text: event.post?.text ?? null,
    parent_external_id: event.parentExternalId,
    permalink: event.permalink,
    own: event.own,
    has_media: event.hasMedia,
    version: 1,
    visibility: 'visible',
    written_at: event.at,
    received_at: now,
  };
}

const VISIBILITY: Record<State['type'], Item['visibility']> = {
  deleted: 'deleted',
  hidden: 'hidden',
  shown: 'visible',
};

async function keepState({ tx }: Ports, source: Source, event: State): Promise<Touched | null> {
  const known = await lockItem(tx, source.account, event.externalId);
  const visibility = VISIBILITY[event.type];
  if (known === undefined || known.visibility === visibility || known.visibility === 'deleted') return null;
  await sawVisibility(tx, known.id, visibility);
  return known;
}
