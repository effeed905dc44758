// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { CodedError } from '#kernel';
import { each, type Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import {
  type AlarmLetter,
  alarmById,
  heldLetters,
  holdLetters,
  lastSentTo,
  lateLetters,
  letterById,
  lockAlarm,
  lockPromisedTo,
  type RingingLetter,
  settleLetter,
  stopUnneeded,
} from './alarm-store.ts';
import { alarmLetterJob, callNext, type ToWrite } from './calling.ts';
import { LATE_MILLISECONDS } from './late.ts';
import { colleaguesIn } from './people.ts';
import { planIn } from './plan.ts';
import { lettersReached } from './push/call-store.ts';

const MINUTE_MILLISECONDS = 60_000;
/** Alarms that ring one after the other reach a person together: three hundred letters would hide the one that counts. */
const TOGETHER_MILLISECONDS = 3 * MINUTE_MILLISECONDS;
/** While it is being sent nobody else sends it; afterwards it is tried again. */
const SENDING_MILLISECONDS = 2 * MINUTE_MILLISECONDS;
/** Beyond these the letter says how many more there are. */
const LISTED = 30;

interface Calls {
  /** Of the desk, without the last part of an address. */
  readonly place: string;
  readonly ringing: readonly Pick<RingingLetter, 'alarm_id' | 'number'>[];
  readonly minutes: number | null;
}

/** Without a word of a citizen: it travels in clear and stands on locked screens. */
function textOf({ place, ringing, minutes }: Calls): string {
  const links = ringing
    .slice(0, LISTED)
    .map(({ alarm_id, number }) => ({ number, link: `${place}/urgenze/${alarm_id}` }));
  const [first] = links;
  const more = ringing.length - links.length;
  const many = [
    `Sono arrivati ${ringing.length} interventi che non possono aspettare l’orario di lavoro.`,
    `Guardali e prendili in carico uno per uno:\n${links.map(({ number, link }) => `pratica n. ${number}: ${link}`).join('\n')}`,
    ...(more > 0 ? [`E altri ${more}, nella coda:\n${place}`] : []),
  ];
  const one = [
    'È arrivato un intervento che non può aspettare l’orario di lavoro.',
    `Guardalo e prendilo in carico qui:\n${first?.link}`,
  ];
  return [
    ...(ringing.length > 1 ? many : one),
    'Se c’è un pericolo per qualcuno chiama il 112: non aspettare una risposta sul social.',
    minutes === null
      ? 'Tutte le persone reperibili hanno ricevuto questa lettera.'
      : `Se nessuno prende in carico entro ${minutes} minuti, il banco chiama la persona che segue nella reperibilità.`,
  ].join('\n\n');
}

const subjectOf = ([first, ...others]: readonly RingingLetter[]): string =>
  others.length === 0
    ? `Urgenza, pratica n. ${first?.number}: prendila in carico`
    : `${others.length + 1} urgenze: prendile in carico`;

/**
 * Writes to somebody on call, in one letter of everything that rings for them; unless it was answered meanwhile. What the server
 * refuses for good calls the next.
 */
export async function writeAlarm(ports: ModerationPorts, { body, letter: id }: ToWrite): Promise<void> {
  const found = await ports.database.inBody(body, (tx) => toSend(ports, tx, { body, id }));
  if (found === undefined) return;
  let refused = false;
  try {
    await ports.mail.send(found.letter);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'MAIL_REFUSED') throw error;
    refused = true;
  }
  for (const one of found.of)
    await ports.database.inBody(body, (tx) => settle(ports, tx, { id: one.id, state: refused ? 'refused' : 'sent' }));
}

interface Settling {
  readonly id: string;
  readonly state: Exclude<AlarmLetter['state'], 'promised'>;
}

/** A letter came to its end. One that does not reach the person calls the next, where the body gave minutes for that. */
async function settle(ports: ModerationPorts, tx: Tx, { id, state }: Settling): Promise<boolean> {
  const found = await letterById(tx, id);
  const alarm = found && (await alarmById(tx, found.alarm_id));
  if (alarm === undefined) return false;
  await lockCase(tx, alarm.case_id);
  const ringing = await lockAlarm(tx, alarm.id);
  const letter = await letterById(tx, id);
  const isPromised = letter?.state === 'promised';
  // Late, and then it left all the same.
  if (letter === undefined || !(isPromised || (letter.state === 'by-hand' && state === 'sent'))) return false;
  await settleLetter(tx, id, { state, at: ports.clock.now() });
  const reached = state === 'sent' || state === 'stopped' || (await lettersReached(tx, [id])).has(id);
  if (!reached && ringing?.state === 'ringing' && ringing.next_at !== null) await callNext(ports, tx, ringing);
  return true;
}

async function toSend(ports: ModerationPorts, tx: Tx, { body, id }: { body: string; id: string }) {
  const letter = await letterById(tx, id);
  if (letter?.state !== 'promised') return undefined;
  const now = ports.clock.now();
  const to = (await colleaguesIn(tx, body, now)).find((one) => one.id === letter.person);
  await stopUnneeded(tx, { ...letter, all: to === undefined, at: now });
  const of = await lockPromisedTo(tx, letter, now);
  const [first] = of;
  if (to === undefined || first === undefined) return undefined;
  const ids = of.map((one) => one.id);
  const last = await lastSentTo(tx, letter);
  const free = last === undefined ? now : new Date(last.getTime() + TOGETHER_MILLISECONDS);
  await holdLetters(tx, ids, free > now ? free : new Date(now.getTime() + SENDING_MILLISECONDS));
  if (free > now) return undefined;
  const { repeatMinutes: minutes } = (await planIn(tx, body)).plan;
  return {
    of,
    letter: {
      to: to.email,
      subject: subjectOf(of),
      text: textOf({ place: `${ports.url}/banco/${body}`, ringing: of, minutes }),
      key: `alarm:${ids.toSorted().join(':')}`,
    },
  };
}

/**
 * Sends what waited to go together or did not leave, and has what is late told by voice, unless the person was reached on a
 * device. Bears repetition.
 */
export async function lettersDue(ports: ModerationPorts, body: string): Promise<void> {
  const { database, clock, jobs } = ports;
  const now = clock.now();
  await database.inBody(body, async (tx) => {
    for (const letter of await heldLetters(tx, body, now)) await jobs.promise(tx, alarmLetterJob, { body, letter });
  });
  const since = new Date(now.getTime() - LATE_MILLISECONDS);
  const late = await database.inBody(body, (tx) => lateLetters(tx, body, since));
  await each(late, (letter) => database.inBody(body, (tx) => tellByVoice(ports, tx, { body, letter })));
}

async function tellByVoice(ports: ModerationPorts, tx: Tx, { body, letter }: ToWrite): Promise<void> {
  if (!(await settle(ports, tx, { id: letter, state: 'by-hand' }))) return;
  await record(tx, body, ports.clock.now(), {
    kind: 'alarm.letter-late',
    subject: null,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: 'Urgenza: la lettera non parte, va chiamata a voce la persona reperibile',
    facts: { letter },
  });
}
