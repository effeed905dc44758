// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { peopleWithMandate } from '#governance';
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import { LATE_MILLISECONDS } from '../turns/late.ts';
import { promisePushes } from '../turns/push/promise.ts';
import { changeConcern, concernOn, lockUntold } from './store.ts';

interface OfConcern {
  readonly body: string;
  readonly concern: string;
}

const headsIn = async (tx: Tx, body: string, now: Date) =>
  (await peopleWithMandate(tx, body, now)).filter(({ role }) => role === 'head');

/** On the devices of each person in charge, beside the letter. */
export async function pushAlert(ports: ModerationPorts, tx: Tx, { body, concern }: OfConcern): Promise<void> {
  const heads = await headsIn(tx, body, ports.clock.now());
  for (const person of new Set(heads.map(({ id }) => id))) await promisePushes(ports, tx, { body, person, concern });
}

/** What has reached nobody within minutes, as a letter or on a device, is told by voice. Bears repetition. */
export const alertsLate = (ports: ModerationPorts, body: string): Promise<void> =>
  ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const late = await lockUntold(tx, body, new Date(now.getTime() - LATE_MILLISECONDS));
    for (const { id } of late) await changeConcern(tx, id, { alert: 'by-hand', alerted_at: now });
    for (const { id, case_id, number, item_id } of late)
      await record(tx, body, now, {
        kind: 'csam.alert-late',
        subject: item_id,
        person: null,
        grounds: [],
        policyVersion: null,
        summary: `Pratica n. ${number}: la lettera alla persona responsabile non parte, va avvisata a voce`,
        facts: { case: case_id, concern: id },
      });
  });

/** Writes to each person in charge; of the content, of its author and of the place not a word. Bears repetition. */
export async function alertCsam(
  ports: Pick<ModerationPorts, 'database' | 'clock' | 'mail' | 'url'>,
  { body, concern: id }: OfConcern,
): Promise<void> {
  const told = await ports.database.inBody(body, async (tx) => {
    const concern = await concernOn(tx, { id });
    if (concern === undefined || concern.alert !== 'promised') return undefined;
    const row = await caseById(tx, concern.case_id);
    const heads = (await headsIn(tx, body, ports.clock.now())).map(({ email }) => email);
    return row && { number: row.number, caseId: row.id, heads: [...new Set(heads)] };
  });
  if (told === undefined) return;
  let reached = 0;
  for (const to of told.heads) {
    try {
      await ports.mail.send({
        to,
        key: `csam ${id} ${to}`,
        ...letter(told.number, `${ports.url}/banco/${body}/pratiche/${told.caseId}`),
      });
      reached += 1;
    } catch (error) {
      // A server that will never take it leaves the telling to a voice; anything else is tried again.
      if (!(error instanceof CodedError) || error.code !== 'MAIL_REFUSED') throw error;
    }
  }
  const alert = reached > 0 ? ('sent' as const) : ('by-hand' as const);
  await ports.database.inBody(body, (tx) => changeConcern(tx, id, { alert, alerted_at: ports.clock.now() }));
}

const letter = (number: string, link: string) => ({
  subject: `Pratica n. ${number}: serve subito la persona responsabile`,
  text: `Sulla pratica n. ${number} è stato avviato il percorso che richiede di avvisare subito la Polizia.

Apri la pratica e segui i passi indicati:
${link}

Non cercare, non aprire e non copiare il contenuto.
`,
});
