// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { each, type Tx } from '#platform';
import { cannotWait } from '#policy';
import type { ModerationPorts } from '../ports.ts';
import { type Case, latestJudgement } from '../store.ts';
import { lettersDue } from './alarm-letter.ts';
import {
  changeAlarm,
  dueAlarms,
  insertAlarm,
  lockDueAlarm,
  lockLiveAlarm,
  lockUnwatched,
  wasRaised,
  watched,
} from './alarm-store.ts';
import { callNext, chainNow } from './calling.ts';
import { pushesDue } from './push/sweep.ts';

/** Of one body in one transaction. */
const AT_ONCE = 100;

const NEW_ONES = 'new alarms';
const LETTERS = 'letters';
const DEVICES = 'devices';

/**
 * Looks at what came for what cannot wait, and calls the next where nobody answered, each alarm by itself: one that cannot be
 * called silences no other. Bears repetition.
 */
export async function alarmsDue(ports: ModerationPorts, body: string): Promise<void> {
  const { database, clock } = ports;
  const due = await database.inBody(body, (tx) => dueAlarms(tx, body, clock.now()));
  await each([NEW_ONES, ...due, LETTERS, DEVICES], async (id) => {
    if (id === LETTERS) return lettersDue(ports, body);
    if (id === DEVICES) return pushesDue(ports, body);
    await database.inBody(body, async (tx) => {
      if (id === NEW_ONES) return raiseNew(ports, tx, body);
      const alarm = await lockDueAlarm(tx, id, clock.now());
      if (alarm !== undefined) await callNext(ports, tx, alarm);
    });
  });
}

async function raiseNew(ports: ModerationPorts, tx: Tx, body: string): Promise<void> {
  const rows = await lockUnwatched(tx, body, AT_ONCE);
  if (rows.length === 0) return;
  // INVARIANT: all that is locked by rows comes before the record, whose head is everybody's.
  await watched(tx, rows);
  const grave = [];
  for (const row of rows) {
    const judged = await latestJudgement(tx, row.id);
    if (judged === undefined || !cannotWait(judged.judgement, judged.signals, row.kind === 'message')) continue;
    if (await wasRaised(tx, row.id, judged.item_version)) continue;
    grave.push({ row, itemVersion: judged.item_version, policyVersion: judged.policy_version });
  }
  if (grave.length === 0) return;
  const { people, byRota } = await chainNow(ports, tx, body);
  const now = ports.clock.now();
  for (const { row, itemVersion, policyVersion } of grave) {
    const alarm = {
      ...{ id: newId(), body, case_id: row.id, item_version: itemVersion, state: 'ringing' as const },
      ...{ people, calls_made: 0, next_at: null, raised_at: now },
      ...{ taken_by: null, taken_by_name: null, taken_at: null, ended_at: null },
    };
    await insertAlarm(tx, alarm);
    await record(tx, body, now, {
      kind: 'alarm.raised',
      subject: row.item_id,
      person: null,
      grounds: row.clauses,
      policyVersion,
      summary: `Allarme per un intervento che non può aspettare (pratica n. ${row.number})`,
      facts: { alarm: alarm.id, case: row.id, byRota, people: people.length },
    });
    await callNext(ports, tx, alarm);
    await ports.news.tell(tx, body, { id: row.id, change: 'alarm' });
  }
}

interface Answering {
  /** Locked. */
  readonly row: Case;
  readonly actor: Pick<Actor, 'id' | 'name' | 'role'>;
}

/** Somebody takes the case in hand: no one else is called. Returns whether it rang. */
export async function stopRinging(ports: ModerationPorts, tx: Tx, { row, actor }: Answering): Promise<boolean> {
  const alarm = await lockLiveAlarm(tx, row.id);
  if (alarm === undefined || (alarm.state === 'taken' && alarm.taken_by === actor.id)) return false;
  const now = ports.clock.now();
  await changeAlarm(tx, alarm.id, {
    ...{ state: 'taken', next_at: null, taken_by: actor.id, taken_by_name: actor.name, taken_at: now },
  });
  await record(tx, row.body, now, {
    kind: 'alarm.taken',
    subject: row.item_id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `Urgenza presa in carico (pratica n. ${row.number})`,
    facts: {
      ...{ alarm: alarm.id, case: row.id, calls: alarm.calls_made, from: alarm.taken_by },
      seconds: Math.round((now.getTime() - alarm.raised_at.getTime()) / 1000),
    },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'alarm' });
  return true;
}

/**
 * Nobody has the case in hand any more, and it is still to be decided: whoever is on call now is called anew, `first` before
 * the others.
 */
export async function ringAgain(ports: ModerationPorts, tx: Tx, row: Case, first?: string): Promise<void> {
  if (row.state === 'open')
    await ring(ports, tx, {
      row,
      first,
      summary: `Di nuovo allarme: la pratica n. ${row.number} è ancora da decidere`,
    });
}

/** The measure decided did not come about on the network: whoever decided it is called anew, and then the others. */
export const ringForMeasure = (ports: ModerationPorts, tx: Tx, { row, actor }: Answering): Promise<void> =>
  ring(ports, tx, {
    ...{ row, first: actor.id },
    summary: `Di nuovo allarme: la pratica n. ${row.number} è decisa, ma sul social non risulta fatto`,
  });

interface Ringing {
  readonly row: Case;
  readonly first: string | undefined;
  /** Italian, for the record. */
  readonly summary: string;
}

async function ring(ports: ModerationPorts, tx: Tx, { row, first, summary }: Ringing): Promise<void> {
  const alarm = await lockLiveAlarm(tx, row.id);
  if (alarm?.state !== 'taken') return;
  const { people } = await chainNow(ports, tx, row.body);
  const chain = first === undefined ? people : [first, ...people.filter((person) => person !== first)];
  const change = {
    ...{ state: 'ringing' as const, people: chain, calls_made: 0 },
    ...{ taken_by: null, taken_by_name: null, taken_at: null },
  };
  await changeAlarm(tx, alarm.id, change);
  await record(tx, row.body, ports.clock.now(), {
    kind: 'alarm.rings-again',
    subject: row.item_id,
    person: null,
    grounds: [],
    policyVersion: null,
    summary,
    facts: { alarm: alarm.id, case: row.id },
  });
  await callNext(ports, tx, { ...alarm, ...change });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'alarm' });
}

/** The case was decided, and what was to be taken down is down. */
export async function endAlarm(ports: ModerationPorts, tx: Tx, { row, actor }: Answering): Promise<void> {
  const alarm = await lockLiveAlarm(tx, row.id);
  if (alarm === undefined) return;
  const now = ports.clock.now();
  const takenNow = alarm.taken_by === null && { taken_by: actor.id, taken_by_name: actor.name, taken_at: now };
  await changeAlarm(tx, alarm.id, { state: 'ended', next_at: null, ended_at: now, ...takenNow });
  await record(tx, row.body, now, {
    kind: 'alarm.ended',
    subject: row.item_id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `Urgenza finita (pratica n. ${row.number})`,
    facts: { alarm: alarm.id, case: row.id, calls: alarm.calls_made },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'alarm' });
}
