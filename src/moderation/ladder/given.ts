// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { givenWithMeasure, settleByHand } from '../statements/given.ts';
import { lockCase } from '../store.ts';
import { ladderError } from './errors.ts';
import { changeMeasure, lockMeasure, measureById } from './store.ts';

export interface Given {
  readonly body: string;
  readonly measure: string;
  readonly actor: Actor;
  readonly note: string;
}

/**
 * A person did by hand what a measure still asks: told the author by another way, banned or let in again on the network.
 * Throws MEASURE_NOT_FOUND where nothing of it waits for a person.
 */
export async function givenByHand(ports: ModerationPorts, { body, measure: id, actor, note }: Given): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const known = await measureById(tx, id);
    const row = known && (await lockCase(tx, known.case_id));
    const measure = row && (await lockMeasure(tx, id));
    if (measure === undefined) throw ladderError('MEASURE_NOT_FOUND');
    const byHand = { body, causes: [id], actor, note };
    const untold = measure.told === 'by-hand' && measure.given_at === null;
    const told = await settleByHand(ports, tx, byHand);
    const done = await settleByHand(ports, tx, { ...byHand, types: ['ban', 'unban'] });
    if (told + done === 0 && !untold) throw ladderError('MEASURE_NOT_FOUND');
    if (untold || told > 0) await givenWithMeasure(ports, tx, { measure: id, actor });
    const now = ports.clock.now();
    if (untold) {
      await changeMeasure(tx, id, { given_at: now });
      await record(tx, body, now, {
        kind: 'author.told-by-hand',
        subject: measure.item_id,
        person: actor,
        grounds: measure.clauses,
        policyVersion: measure.policy_version,
        summary: 'L’autore è stato avvisato da una persona, per un’altra via',
        facts: { measure: id, case: measure.case_id },
      });
    }
    await ports.news.tell(tx, body, { id: measure.case_id, change: 'changed' });
  });
}
