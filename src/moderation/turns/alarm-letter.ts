// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { caseById, lockCase } from '../store.ts';
import { alarmById, letterById, lockAlarm, settleLetter } from './alarm-store.ts';
import { callNext, type ToWrite } from './calling.ts';
import { colleaguesIn } from './people.ts';
import { planIn } from './plan.ts';

/** Without a word of a citizen: it travels in clear and stands on locked screens. */
const textOf = ({ link, minutes }: { link: string; minutes: number | null }): string =>
  [
    'È arrivato un intervento che non può aspettare l’orario di lavoro.',
    `Guardalo e prendilo in carico qui:\n${link}`,
    'Se c’è un pericolo per qualcuno chiama il 112: non aspettare una risposta sul social.',
    minutes === null
      ? 'Tutte le persone reperibili hanno ricevuto questa lettera.'
      : `Se nessuno lo prende in carico entro ${minutes} minuti, il banco chiama la persona che segue nella reperibilità.`,
  ].join('\n\n');

/** Writes to somebody on call, unless the alarm was answered meanwhile. What the server refuses for good calls the next. */
export async function writeAlarm(ports: ModerationPorts, { body, letter: id }: ToWrite): Promise<void> {
  const found = await ports.database.inBody(body, (tx) => toSend(ports, tx, { body, id }));
  if (found === undefined) return;
  let refused = false;
  try {
    await ports.mail.send(found);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'MAIL_REFUSED') throw error;
    refused = true;
  }
  await ports.database.inBody(body, async (tx) => {
    const letter = await letterById(tx, id);
    if (letter?.state !== 'promised') return;
    const alarm = await alarmById(tx, letter.alarm_id);
    if (refused && alarm !== undefined) await lockCase(tx, alarm.case_id);
    const ringing = refused ? await lockAlarm(tx, letter.alarm_id) : undefined;
    await settleLetter(tx, id, { state: refused ? 'refused' : 'sent', at: ports.clock.now() });
    if (ringing?.state === 'ringing' && ringing.next_at !== null) await callNext(ports, tx, ringing);
  });
}

async function toSend(ports: ModerationPorts, tx: Tx, { body, id }: { body: string; id: string }) {
  const letter = await letterById(tx, id);
  if (letter?.state !== 'promised') return undefined;
  const alarm = await alarmById(tx, letter.alarm_id);
  const now = ports.clock.now();
  const row = alarm === undefined ? undefined : await caseById(tx, alarm.case_id);
  const to = (await colleaguesIn(tx, body, now)).find((one) => one.id === letter.person);
  if (alarm?.state !== 'ringing' || row === undefined || to === undefined) {
    await settleLetter(tx, id, { state: 'stopped', at: now });
    return undefined;
  }
  const { repeatMinutes } = (await planIn(tx, body)).plan;
  return {
    to: to.email,
    subject: `Urgenza, pratica n. ${row.number}: prendila in carico`,
    text: textOf({ link: `${ports.url}/banco/${body}/urgenze/${alarm.id}`, minutes: repeatMinutes }),
    key: `alarm:${id}`,
  };
}
