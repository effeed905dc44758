// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, doneByHand } from '#delivery';
import type { Actor } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { ladderError } from './errors.ts';
import { changeMeasure, lockMeasure } from './store.ts';

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
    const measure = await lockMeasure(tx, id);
    if (measure === undefined) throw ladderError('MEASURE_NOT_FOUND');
    const waiting = (await commandsOf(tx, { causes: [id] })).filter(
      ({ state }) => state === 'by-hand' || state === 'failed',
    );
    const untold = measure.told === 'by-hand' && measure.given_at === null;
    if (waiting.length === 0 && !untold) throw ladderError('MEASURE_NOT_FOUND');
    for (const command of waiting) await doneByHand({ ...ports, tx }, { body, command: command.id, actor, note });
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
