// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { jobKind, type Tx } from '#platform';
import { feastsIn } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { type Alarm, changeAlarm, insertLetter } from './alarm-store.ts';
import { onCall } from './duty.ts';
import { type Colleague, colleaguesIn } from './people.ts';
import { planIn } from './plan.ts';
import { promisePushes } from './push/promise.ts';

export interface ToWrite {
  readonly body: string;
  readonly letter: string;
}

/** Writing to somebody on call. */
export const alarmLetterJob = jobKind<ToWrite>('alarm-letter', 5);

/** How often each is called before the desk stops, and says so: a letter every few minutes all night helps nobody. */
const ROUNDS = 3;
const MINUTE_MILLISECONDS = 60_000;

/** Who is called now: the rota's, else the heads of the desk, else whoever may decide. */
export async function chainNow(
  { clock, holidays }: Pick<ModerationPorts, 'clock' | 'holidays'>,
  tx: Tx,
  body: string,
): Promise<{ readonly people: string[]; readonly byRota: boolean }> {
  const now = clock.now();
  const colleagues = await colleaguesIn(tx, body, now);
  const { plan } = await planIn(tx, body);
  const byRota = onCall(plan, now, await feastsIn(tx, body, { now, national: holidays })).filter((id) =>
    colleagues.some((one) => one.id === id),
  );
  if (byRota.length > 0) return { people: byRota, byRota: true };
  const heads = colleagues.filter(({ isHead }) => isHead);
  return { people: (heads.length > 0 ? heads : colleagues).map(({ id }) => id), byRota: false };
}

/**
 * Calls the next of an alarm that rings; all of them at once where the body has not chosen after how many minutes the next is
 * called. Its row is locked.
 */
export async function callNext(
  ports: ModerationPorts,
  tx: Tx,
  alarm: Pick<Alarm, 'id' | 'body' | 'case_id' | 'people' | 'calls_made'>,
): Promise<void> {
  const { people, calls_made: made } = alarm;
  const now = ports.clock.now();
  const { repeatMinutes } = (await planIn(tx, alarm.body)).plan;
  const together = repeatMinutes === null;
  if (together ? made > 0 : made >= people.length * ROUNDS) {
    await changeAlarm(tx, alarm.id, { next_at: null });
    await recordSilence(ports, tx, alarm);
    return;
  }
  const called = together ? people : people.slice(made % people.length, (made % people.length) + 1);
  await changeAlarm(tx, alarm.id, {
    calls_made: made + called.length,
    next_at: together ? null : new Date(now.getTime() + repeatMinutes * MINUTE_MILLISECONDS),
  });
  const colleagues = await colleaguesIn(tx, alarm.body, now);
  for (const [index, id] of called.entries())
    await promiseLetter(ports, tx, { alarm, id, colleagues, nth: made + index + 1 });
}

interface Calling {
  readonly alarm: Pick<Alarm, 'id' | 'body' | 'case_id'>;
  readonly id: string;
  readonly colleagues: readonly Colleague[];
  readonly nth: number;
}

async function promiseLetter(ports: ModerationPorts, tx: Tx, { alarm, id, colleagues, nth }: Calling): Promise<void> {
  const { body } = alarm;
  const now = ports.clock.now();
  const letter = {
    ...{ id: newId(), body, alarm_id: alarm.id, person: id },
    person_name: colleagues.find((one) => one.id === id)?.name ?? id,
    state: ports.mail.possible ? ('promised' as const) : ('by-hand' as const),
    ...{ at: now, held_until: null, settled_at: null },
  };
  await insertLetter(tx, letter);
  if (ports.mail.possible) await ports.jobs.promise(tx, alarmLetterJob, { body, letter: letter.id });
  const devices = await promisePushes(ports, tx, { body, person: id, letter: letter.id });
  await record(tx, body, now, {
    kind: 'alarm.called',
    subject: null,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: `${callSummary(ports.mail.possible, devices)} (chiamata n. ${nth})`,
    facts: { alarm: alarm.id, case: alarm.case_id, letter: letter.id, to: id, nth, devices },
  });
}

function callSummary(letters: boolean, devices: number): string {
  if (letters) return `Urgenza: scritto alla persona reperibile${devices > 0 ? ', anche sui suoi dispositivi' : ''}`;
  return devices > 0
    ? 'Urgenza: avviso ai dispositivi della persona reperibile; se non parte va chiamata a voce, il banco non ha un server di posta'
    : 'Urgenza: va chiamata a voce la persona reperibile, il banco non ha un server di posta';
}

async function recordSilence(
  ports: ModerationPorts,
  tx: Tx,
  alarm: Pick<Alarm, 'id' | 'body' | 'case_id' | 'calls_made'>,
): Promise<void> {
  await record(tx, alarm.body, ports.clock.now(), {
    kind: 'alarm.unanswered',
    subject: null,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: 'Urgenza: nessuno ha risposto alle chiamate, il banco non ne fa altre',
    facts: { alarm: alarm.id, case: alarm.case_id, calls: alarm.calls_made },
  });
}
