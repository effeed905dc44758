// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkAdapter } from '#channels';
import type { Clock } from '#kernel';
import type { Tx, Vault } from '#platform';
import { fingerprintOf } from './fingerprint.ts';
import { updateItems } from './keeping-store.ts';
import { blankAuthors, blankVersions, heldVersions, lockDue } from './purge-store.ts';
import type { Item, ItemVersion } from './store.ts';

const HOUR_MILLISECONDS = 3_600_000;
/** The contract says at most: the sweep comes once a minute, and may have to wait. */
const MARGIN_MILLISECONDS = HOUR_MILLISECONDS / 4;
const AT_ONCE = 500;

// YouTube's policies let what is stored be refreshed; the others count from when it was received.
const REFRESHED_BY_READING: ReadonlySet<string> = new Set(['youtube']);

export interface Purging {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly vault: Vault;
}

export interface Purged {
  /** Items some of whose words had to go. */
  readonly items: readonly string[];
  /** Among them, those of whose present words nothing is left. */
  readonly gone: readonly string[];
  /** There may be more. */
  readonly isFull: boolean;
}

/** Whether the network's contract lets its contents be kept only for a time. */
export const isOnClock = ({ retention }: Pick<NetworkAdapter, 'retention'>): boolean =>
  retention.contentHours !== null || retention.deletionHours !== null;

/**
 * Blanks, in a body's items of one network, what its contract does not let the desk keep: words, the author's name, the text of
 * the post. Ids, the link, keyed digests and all that people here decided stay. A part at a time.
 */
export async function purge(
  { tx, clock, vault }: Purging,
  { body, adapter }: { readonly body: string; readonly adapter: NetworkAdapter },
): Promise<Purged> {
  const now = clock.now();
  const { network, retention } = adapter;
  const heldBefore = before(now, retention.contentHours);
  const goneBefore = before(now, retention.deletionHours);
  const items = await lockDue(tx, { body, network, heldBefore, goneBefore, limit: AT_ONCE });
  if (items.length === 0) return { items: [], gone: [], isFull: false };
  const held = Map.groupBy(
    await heldVersions(
      tx,
      items.map(({ id }) => id),
    ),
    (version) => version.item_id,
  );
  const ends = items.map((item) => endOf(item, held.get(item.id) ?? [], { heldBefore, goneBefore, now }));
  const due = ends.flatMap(({ versions }) => versions);
  await blankVersions(
    tx,
    due.map((one) => ({ ...one, digest: one.digest ?? fingerprintOf(vault, one.text) })),
    now,
  );
  await updateItems(
    tx,
    ends.map(({ item }) => item),
  );
  const authors = items.flatMap(({ author_id }) => author_id ?? []);
  await blankAuthors(tx, body, authors);
  return {
    items: [...new Set(due.map(({ item_id }) => item_id))],
    gone: ends.filter(({ isGone }) => isGone).map(({ item }) => item.id),
    isFull: items.length === AT_ONCE,
  };
}

const before = (now: Date, hours: number | null): Date | null =>
  hours === null ? null : new Date(now.getTime() - hours * HOUR_MILLISECONDS + MARGIN_MILLISECONDS);

interface Limits {
  readonly heldBefore: Date | null;
  readonly goneBefore: Date | null;
  readonly now: Date;
}

/** Which versions of an item are due, and the item afterwards. */
function endOf(item: Item, held: readonly ItemVersion[], { heldBefore, goneBefore, now }: Limits) {
  const isAllDue = goneBefore !== null && item.visibility === 'deleted' && item.state_at <= goneBefore;
  const since = (version: ItemVersion): Date => {
    const { seen_at } = item;
    const isRefreshed = version.version === item.version && REFRESHED_BY_READING.has(item.network);
    return isRefreshed && seen_at !== null && seen_at > version.kept_since ? seen_at : version.kept_since;
  };
  const isDue = (version: ItemVersion) => isAllDue || (heldBefore !== null && since(version) <= heldBefore);
  const versions = held.filter(isDue);
  const left = held.filter((version) => !isDue(version)).map((version) => since(version).getTime());
  const isGone = versions.some(({ version }) => version === item.version);
  const kept_since = left.length === 0 ? null : new Date(Math.min(...left));
  const blank = isGone ? { post_text: null, purged_at: now } : {};
  return { versions, isGone, item: { ...item, ...blank, kept_since } };
}
