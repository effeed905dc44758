// SPDX-License-Identifier: AGPL-3.0-or-later

import { record } from '#audit';
import { dayIn } from '#kernel';
import type { ModerationPorts } from '../ports.ts';
import { purgeNotes } from './author-store.ts';
import { changeMeasure, lockBansToCall } from './store.ts';

/** Calls for the bans whose day has come, each once, and forgets the notes whose term is over. Returns how many of each. */
export async function ladderDue(ports: ModerationPorts, body: string): Promise<{ bans: number; notes: number }> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const bans = await lockBansToCall(tx, body, dayIn(now));
    for (const ban of bans) {
      await changeMeasure(tx, ban.id, { review_called_at: now });
      await record(tx, body, now, {
        kind: 'author.ban-review-due',
        subject: ban.item_id,
        person: null,
        grounds: ban.clauses,
        policyVersion: ban.policy_version,
        summary: 'È arrivato il giorno di riesaminare un blocco: lo fa una persona',
        facts: { measure: ban.id, reviewOn: ban.review_on },
      });
      await ports.news.tell(tx, body, { id: ban.case_id, change: 'changed' });
    }
    return { bans: bans.length, notes: await purgeNotes(tx, body, now) };
  });
}
