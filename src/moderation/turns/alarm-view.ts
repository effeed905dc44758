// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { emergencyText } from '#policy';
import { inForce } from '#rulebook';
import { openWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById, latestJudgement } from '../store.ts';
import { type Alarm, type AlarmLetter, alarmById, callsOf, lettersOf, liveAlarms } from './alarm-store.ts';
import type { Reader } from './claim-view.ts';
import type { AlarmSummary, Alarms, AlarmView } from './contract.ts';
import { turnsError } from './errors.ts';
import { callsBeside, type PushCall } from './push/call-store.ts';

/** Where the policy says nothing to whoever is in danger. */
export const PLAIN_HELP =
  'Se tu o un’altra persona siete in pericolo, chiamate subito il 112. Non aspettate una risposta qui: non è un servizio di soccorso.';

interface Told {
  readonly letters: readonly AlarmLetter[];
  readonly pushes: readonly PushCall[];
}

async function toldOf(tx: Tx, alarms: readonly string[]): Promise<Told> {
  const letters = await lettersOf(tx, alarms);
  const ids = letters.map(({ id }) => id);
  return { letters, pushes: await callsBeside(tx, ids) };
}

function summaryOf(alarm: Alarm, number: number, { letters, pushes }: Told): AlarmSummary {
  const reached = new Set(pushes.filter(({ state }) => state === 'sent').map(({ letter_id }) => letter_id));
  const unwritten = letters.filter(({ id, state }) => (state === 'by-hand' || state === 'refused') && !reached.has(id));
  return {
    id: alarm.id,
    case: alarm.case_id,
    number,
    state: alarm.state,
    raisedAt: alarm.raised_at.toISOString(),
    takenBy: alarm.taken_by_name,
    takenAt: alarm.taken_at?.toISOString() ?? null,
    nextAt: alarm.next_at?.toISOString() ?? null,
    byHand: [...new Set(unwritten.map(({ person_name }) => person_name))],
  };
}

export const alarmsIn = (ports: ModerationPorts, body: string): Promise<Alarms> =>
  ports.database.inBody(body, async (tx) => {
    const alarms = await liveAlarms(tx, body);
    const { letters, pushes } = await toldOf(
      tx,
      alarms.map(({ id }) => id),
    );
    const of = (id: string) => ({ letters: letters.filter(({ alarm_id }) => alarm_id === id), pushes });
    return { items: alarms.map((alarm) => summaryOf(alarm, Number(alarm.number), of(alarm.id))) };
  });

async function callsOn({ vault }: ModerationPorts, tx: Tx, alarm: string): Promise<AlarmView['calls']> {
  const calls: AlarmView['calls'] = [];
  for (const { id: row, body, called, sealed, subject, person_name: by, at } of await callsOf(tx, alarm)) {
    const words =
      sealed === null || subject === null
        ? null
        : await openWords<{ who: string }>({ tx, vault }, { body, subject, row }, sealed);
    calls.push({ called, who: words?.who ?? null, by, at: at.toISOString() });
  }
  return calls;
}

/** What whoever is called needs to see, beside the case itself. Throws ALARM_NOT_FOUND. */
export async function alarmView(ports: ModerationPorts, { body, person }: Reader, id: string): Promise<AlarmView> {
  return ports.database.inBody(body, async (tx) => {
    const alarm = await alarmById(tx, id);
    const row = alarm && (await caseById(tx, alarm.case_id));
    if (alarm === undefined || row === undefined) throw turnsError('ALARM_NOT_FOUND');
    const { compiled } = await inForce(tx, body, ports.clock.now());
    const judged = await latestJudgement(tx, row.id);
    const told = await toldOf(tx, [id]);
    const to = (letter: string | null) => told.letters.find((one) => one.id === letter)?.person_name ?? '';
    const help = emergencyText(compiled);
    return {
      ...summaryOf(alarm, Number(row.number), told),
      mine: alarm.taken_by === person,
      why: [...new Set(judged?.signals.map(({ category }) => compiled.categories.get(category)?.label ?? category))],
      help: help === undefined ? { text: PLAIN_HELP, clause: null } : help,
      letters: told.letters.map(({ person_name, state, at }) => ({ to: person_name, state, at: at.toISOString() })),
      pushes: told.pushes.map(({ letter_id, state, at }) => ({ to: to(letter_id), state, at: at.toISOString() })),
      calls: await callsOn(ports, tx, id),
    };
  });
}
