// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';

/**
 * Nothing on the network leads to this author any more: neither name nor id. What they wrote stays where it is; if they write again
 * they come as somebody else.
 */
export async function forgetAuthor(tx: Tx, author: string): Promise<void> {
  await sql`update author set name = '', external_id = 'forgotten:' || id where id = ${author}`.execute(tx);
}
