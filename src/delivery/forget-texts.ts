// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Clock } from '#kernel';
import type { Database, Vault } from '#platform';
import { updateCommand, wordedInClear } from './store.ts';
import { apart } from './words.ts';

/** Until then whoever confirmed a write by hand may still be checked against the network. */
const NEEDED_FOR_MILLISECONDS = 2 * 86_400_000;
const AT_ONCE = 1000;

/**
 * Blanks what people wrote in writes that came to their end, and what was read back of it: an answer stands in its decision, a
 * statement or a measure under its author's key, the proof's fingerprint in the record; none stays here beside whom it was written
 * to. Returns how many.
 */
export async function forgetTexts(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  body: string,
): Promise<number> {
  const before = new Date(clock.now().getTime() - NEEDED_FOR_MILLISECONDS);
  return database.inBody(body, async (tx) => {
    const { numAffectedRows } = await sql`
      update delivery_command
         set payload = payload || '{"text": ""}', sealed_text = null, proof = null, sealed_proof = null
       where id in (
         select id from delivery_command
          where body = ${body} and settled_at <= ${before}
            and state in ('confirmed', 'cancelled') and type in ('reply', 'answer-message', 'report')
            and person is not null and (sealed_text is not null or payload ->> 'text' <> '')
          order by settled_at limit ${AT_ONCE} for update skip locked)`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}

/** Seals words that an earlier desk stored in clear. Returns how many. */
export const sealTexts = (
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  body: string,
): Promise<number> =>
  database.inBody(body, async (tx) => {
    const inClear = await wordedInClear(tx, body, AT_ONCE);
    for (const { id, payload } of inClear) {
      const sealed = apart(vault, { ...payload, key: id });
      await updateCommand(tx, id, { ...sealed, payload: JSON.stringify(sealed.payload) });
    }
    return inClear.length;
  });
