// SPDX-License-Identifier: AGPL-3.0-or-later
import { peopleWithMandate } from '#governance';
import { CodedError } from '#kernel';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import { changeConcern, concernOn } from './store.ts';

/** Writes to each person in charge; of the content, of its author and of the place not a word. Bears repetition. */
export async function alertCsam(
  ports: Pick<ModerationPorts, 'database' | 'clock' | 'mail' | 'url'>,
  { body, concern: id }: { readonly body: string; readonly concern: string },
): Promise<void> {
  const told = await ports.database.inBody(body, async (tx) => {
    const concern = await concernOn(tx, { id });
    if (concern === undefined || concern.alert !== 'promised') return undefined;
    const row = await caseById(tx, concern.case_id);
    const people = await peopleWithMandate(tx, body, ports.clock.now());
    const heads = people.filter(({ role }) => role === 'head').map(({ email }) => email);
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
