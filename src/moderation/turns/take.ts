// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { itemById } from '#inbox';
import { newId } from '#kernel';
import { moderationError } from '../errors.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById, lockCase } from '../store.ts';
import { stopRinging } from './alarm.ts';
import { alarmById, insertCall, lockAlarm } from './alarm-store.ts';
import { hold } from './claim.ts';
import type { Called, CallRequest } from './contract.ts';
import { turnsError } from './errors.ts';

export interface Answered {
  readonly body: string;
  readonly alarm: string;
  readonly actor: Actor;
}

/**
 * Somebody called takes charge: the calling stops and the case is in their hands, whoever had opened it. Repeated, changes
 * nothing. ALARM_TAKEN where another was first, ALARM_OVER where the case is decided.
 */
export async function takeAlarm(ports: ModerationPorts, { body, alarm: id, actor }: Answered): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const found = await alarmById(tx, id);
    const row = found && (await lockCase(tx, found.case_id));
    if (found === undefined || row === undefined) throw turnsError('ALARM_NOT_FOUND');
    const alarm = await lockAlarm(tx, id);
    if (alarm === undefined || alarm.state === 'ended') throw turnsError('ALARM_OVER');
    if (alarm.state === 'taken') {
      if (alarm.taken_by === actor.id) return;
      throw turnsError('ALARM_TAKEN', alarm.taken_by_name ?? undefined);
    }
    // Decided already, it rings for what the network has not done: nothing is left to hold.
    if (row.state === 'open') await hold(ports, tx, { row, person: actor, how: 'alarm' });
    await stopRinging(ports, tx, { row, actor });
  });
}

const CALLED_NAMES: Readonly<Record<Called, string>> = {
  emergency: '112',
  ambulance: '118',
  police: 'forze dell’ordine',
  'local-police': 'polizia locale',
  'social-services': 'servizi sociali',
  colleague: 'una persona dell’ente',
  other: 'altri',
};

/** The person who has the alarm, or any other at the desk, telephoned somebody: recorded, without what was said. */
export async function recordCall(
  ports: ModerationPorts,
  { body, alarm: id, actor }: Answered,
  { called, who, key }: CallRequest & { readonly key: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const alarm = await alarmById(tx, id);
    const row = alarm && (await caseById(tx, alarm.case_id));
    if (alarm === undefined) throw turnsError('ALARM_NOT_FOUND');
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const now = ports.clock.now();
    const item = await itemById(tx, row.item_id);
    const [callId, subject] = [newId(), item?.author_id ?? row.item_id];
    const sealed = await sealWords({ tx, vault: ports.vault }, { body, subject, row: callId }, { who });
    const call = {
      ...{ id: callId, body, alarm_id: id, called, idempotency_key: key },
      ...(who === '' ? { sealed: null, subject: null } : { sealed, subject }),
      ...{ person: actor.id, person_name: actor.name, at: now },
    };
    if (!(await insertCall(tx, call))) return;
    await record(tx, body, now, {
      kind: 'alarm.telephoned',
      subject: row.item_id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Urgenza della pratica n. ${row.number}: fatta una telefonata (${CALLED_NAMES[called]})`,
      facts: { alarm: id, case: row.id, call: call.id },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'alarm' });
  });
}
