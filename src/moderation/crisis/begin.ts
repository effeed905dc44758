// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Act, record } from '#audit';
import { letWritesGo, stopWrites, writesStopped } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { reportOf } from './report.ts';
import { type CrisisRow, endCrisis, insertCrisis, insertStopRow, lockCrisis, resumeStop } from './store.ts';

export interface InCrisis {
  readonly body: string;
  readonly actor: Actor;
}

/** Switches the crisis on, and stops all sending in the same act where asked. */
export async function beginCrisis(
  ports: ModerationPorts,
  { body, actor, reason, stop }: InCrisis & { readonly reason: string; readonly stop: boolean },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const id = newId();
    const started = { started_at: at, started_by: actor.id, started_by_name: actor.name };
    if (!(await insertCrisis(tx, { id, body, reason, ...started }))) throw moderationError('CRISIS_ON');
    if (stop) await stopAll(tx, { body, actor, crisis: id, at });
    await enter(tx, body, at, {
      kind: 'crisis.begun',
      subject: id,
      person: actor,
      summary: stop ? 'Attivata la modalità crisi, ferme tutte le uscite' : 'Attivata la modalità crisi',
      facts: { stop, reason: fingerprintOf(ports.vault, reason) },
    });
    await ports.news.tell(tx, body, { id, change: 'changed' });
  });
}

/** «Ferma tutte le uscite»: what was not sent waits; asked again, changes nothing. */
export async function stopSending(ports: ModerationPorts, { body, actor }: InCrisis): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const crisis = await live(tx, body);
    const at = ports.clock.now();
    if (!(await stopAll(tx, { body, actor, crisis: crisis.id, at }))) return;
    await enter(tx, body, at, {
      kind: 'crisis.stopped',
      subject: crisis.id,
      person: actor,
      summary: 'Ferme tutte le uscite verso i social',
      facts: {},
    });
    await ports.news.tell(tx, body, { id: crisis.id, change: 'changed' });
  });
}

/** Lets everything go that waits; asked again, changes nothing. */
export async function resumeSending(ports: ModerationPorts, { body, actor }: InCrisis): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const crisis = await live(tx, body);
    if ((await writesStopped(tx, body))?.held_by === 'desk') throw moderationError('STOPPED_BY_DESK');
    if ((await resume(ports, tx, { body, actor, crisis: crisis.id })) === undefined) return;
    await ports.news.tell(tx, body, { id: crisis.id, change: 'changed' });
  });
}

/** Back to normal: what waits goes, and the report is written. */
export async function finishCrisis(
  ports: ModerationPorts,
  { body, actor, note }: InCrisis & { readonly note: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const crisis = await live(tx, body);
    await resume(ports, tx, { body, actor, crisis: crisis.id });
    const at = ports.clock.now();
    const report = await reportOf(tx, crisis, at);
    const end = { ended_at: at, ended_by: actor.id, ended_by_name: actor.name, ended_note: note };
    await endCrisis(tx, crisis.id, { ...end, report });
    await enter(tx, body, at, {
      kind: 'crisis.ended',
      subject: crisis.id,
      person: actor,
      summary: `Chiusa la modalità crisi dopo ${report.minutes} minuti`,
      facts: { report, note: fingerprintOf(ports.vault, note) },
    });
    await ports.news.tell(tx, body, { id: crisis.id, change: 'changed' });
  });
}

/** The one that is on, locked; CRISIS_OFF where there is none. */
export async function live(tx: Tx, body: string): Promise<CrisisRow> {
  const crisis = await lockCrisis(tx, body);
  if (crisis === undefined) throw moderationError('CRISIS_OFF');
  return crisis;
}

interface Stopping extends InCrisis {
  readonly crisis: string;
}

async function stopAll(tx: Tx, { body, actor, crisis, at }: Stopping & { readonly at: Date }): Promise<boolean> {
  if (!(await stopWrites(tx, body, { actor, at }))) return false;
  await insertStopRow(tx, { id: newId(), body, crisis_id: crisis, stopped_at: at, stopped_by_name: actor.name });
  return true;
}

async function resume(ports: ModerationPorts, tx: Tx, { body, actor, crisis }: Stopping): Promise<number | undefined> {
  const waited = await letWritesGo(ports, tx, body);
  if (waited === undefined) return undefined;
  const at = ports.clock.now();
  await resumeStop(tx, crisis, { resumed_at: at, resumed_by_name: actor.name, waited });
  await enter(tx, body, at, {
    kind: 'crisis.resumed',
    subject: crisis,
    person: actor,
    summary: `Le uscite verso i social ripartono: ne aspettavano ${waited}`,
    facts: { waited },
  });
  return waited;
}

/** An act of the desk on itself, under no clause. */
export const enter = (tx: Tx, body: string, at: Date, act: Omit<Act, 'grounds' | 'policyVersion'>): Promise<void> =>
  record(tx, body, at, { ...act, grounds: [], policyVersion: null });
