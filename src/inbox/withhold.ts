// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { fingerprintOf } from './fingerprint.ts';
import type { Purging } from './purge.ts';
import { blankVersions, heldVersions } from './purge-store.ts';
import type { ItemVersion } from './store.ts';

/** Words of an item that are no longer where they stood. */
export type Withheld = Pick<ItemVersion, 'version' | 'text'>;

/**
 * Blanks everything an item says, at once and whatever the network's contract: its versions, its post, and what others written
 * under it repeat of it. Ids, the link and keyed digests stay. Returns the words that went, oldest first.
 */
export async function withhold({ tx, clock, vault }: Purging, item: string): Promise<readonly Withheld[]> {
  const now = clock.now();
  // INVARIANT: before its versions are read: an edit that is being received goes in first, or not at all.
  await sql`select from item where id = ${item} for update`.execute(tx);
  const held = await heldVersions(tx, [item]);
  const gone = held.map((one) => ({ ...one, digest: one.digest ?? fingerprintOf(vault, one.text) }));
  await blankVersions(tx, gone, now);
  await sql`
    update item set post_text = null, kept_since = null, purged_at = coalesce(purged_at, ${now}::timestamptz)
     where id = ${item}`.execute(tx);
  await sql`
    update item as under set post_text = null
      from item as above
     where above.id = ${item} and under.account_id = above.account_id
       and under.post_external_id = above.external_id and under.post_text is not null`.execute(tx);
  return held.map(({ version, text }) => ({ version, text }));
}
