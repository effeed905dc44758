// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf, itemById } from '#inbox';
import { newId } from '#kernel';
import { decidable } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import { ringAgain } from './alarm.ts';
import { hold } from './claim.ts';
import type { HandoverRequest } from './contract.ts';
import { turnsError } from './errors.ts';
import { colleaguesIn } from './people.ts';
import { handoverByKey, insertHandover } from './store.ts';

export interface HandingOver {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
  /** Of the sender's making; the same request sent twice hands over once. */
  readonly key: string;
}

/** Puts a case in another person's hands, with a note that only the desk reads. A grave one calls that person first. */
export async function handOver(
  ports: ModerationPorts,
  { body, caseId, actor, key }: HandingOver,
  { to, note }: HandoverRequest,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const earlier = await handoverByKey(tx, body, key);
    if (earlier !== undefined) {
      if (earlier.case_id !== caseId || earlier.from_person !== actor.id) throw moderationError('KEY_REUSED');
      return;
    }
    if (!decidable(row)) throw turnsError('CASE_NOT_OPEN');
    if (row.claimed_by !== null && row.claimed_by !== actor.id)
      throw turnsError('CASE_CLAIMED', row.claimed_by_name ?? undefined);
    const now = ports.clock.now();
    const receiver = (await colleaguesIn(tx, body, now)).find(({ id }) => id === to);
    const item = await itemById(tx, row.item_id);
    if (receiver === undefined || receiver.id === actor.id) throw turnsError('NOT_AT_THE_DESK');
    if (item === undefined) throw moderationError('CASE_NOT_FOUND');
    const id = newId();
    const subject = item.author_id ?? item.id;
    const sealed_note = await sealWords({ tx, vault: ports.vault }, { body, subject, row: id }, { note });
    await insertHandover(tx, {
      ...{ id, body, case_id: caseId, subject, sealed_note, at: now, idempotency_key: key },
      ...{ from_person: actor.id, from_name: actor.name, to_person: receiver.id, to_name: receiver.name },
    });
    await hold(ports, tx, { row, person: receiver, how: 'handed-over' });
    await ringAgain(ports, tx, row, receiver.id);
    await record(tx, body, now, {
      kind: 'case.handed-over',
      subject: row.item_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Consegnata a un’altra persona, con una nota (pratica n. ${row.number})`,
      facts: { case: row.id, handover: id, to: receiver.id, note: fingerprintOf(ports.vault, note) },
    });
  });
}
