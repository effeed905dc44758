// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Clock } from '#kernel';
import type { Database } from '#platform';

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
      update delivery_command set payload = payload || '{"text": ""}', proof = null
       where id in (
         select id from delivery_command
          where body = ${body} and settled_at <= ${before}
            and state in ('confirmed', 'cancelled') and type in ('reply', 'answer-message', 'report')
            and person is not null and payload ->> 'text' <> ''
          order by settled_at limit ${AT_ONCE} for update skip locked)`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}
