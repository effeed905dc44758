// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapters } from '#channels';
import { isOnClock, purge } from '#inbox';
import { blankCases, blankJudgements, purgeEvidenceOf, purgeEvidencePast } from './evidence-store.ts';
import type { ModerationPorts } from './ports.ts';

/**
 * Contents on their networks' clocks: blanks words, names and quotations that a contract does not let a body keep any longer, in
 * its items and cases alike, and evidence whose term has passed. What people decided, and the record, stay. Returns how many
 * items lost words.
 */
export async function purgeDue(ports: ModerationPorts, body: string): Promise<number> {
  let items = 0;
  for (const adapter of adapters.filter(isOnClock)) {
    for (let isMore = true; isMore; ) {
      isMore = await ports.database.inBody(body, async (tx) => {
        const purged = await purge({ ...ports, tx }, { body, adapter });
        if (purged.items.length === 0) return purged.isFull;
        items += purged.items.length;
        await blankJudgements(tx, purged.items);
        const cases = await blankCases(tx, purged.gone);
        await purgeEvidenceOf(tx, cases, ports.clock.now());
        await ports.news.tellAll(
          tx,
          body,
          cases.map((id) => ({ id, change: 'changed' })),
        );
        return purged.isFull;
      });
    }
  }
  await ports.database.inBody(body, (tx) => purgeEvidencePast(tx, body, ports.clock.now()));
  return items;
}
