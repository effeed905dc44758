// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError } from '#kernel';
import type { ToInvite } from './letter-job.ts';
import { addressOf, sealedFor } from './link.ts';
import type { PeoplePorts } from './ports.ts';
import { bodyName, invitationById, personById, settleInvitation } from './store.ts';

export { invitationLetterJob } from './letter-job.ts';

type Ports = Pick<PeoplePorts, 'database' | 'mail' | 'vault' | 'url'>;

/** Sends the link of an invitation, unless it was used or made void meanwhile. Bears repetition. */
export async function writeInvitation(ports: Ports, { body, invitation: id }: ToInvite): Promise<void> {
  const letter = await ports.database.inBody(body, async (tx) => {
    const invitation = await invitationById(tx, id);
    if (invitation?.state !== 'promised' || invitation.sealed === null) return undefined;
    const person = await personById(tx, invitation.person);
    if (person === undefined) return undefined;
    const link = addressOf(ports.url, ports.vault.open(invitation.sealed, sealedFor(id)).toString());
    const where = await bodyName(tx, body);
    const until = invitation.expires_at.toLocaleDateString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' });
    return {
      to: person.email,
      subject: `${where}: scegli la tua password per il banco social`,
      text: [
        `Buongiorno ${person.name},`,
        `${where} ti ha registrato fra le persone che lavorano al banco social. Scegli la tua password qui:\n${link}`,
        `Il collegamento si usa una volta sola e vale fino al ${until}. Non inoltrarlo: chi lo apre sceglie la password al posto tuo.`,
        'Se non te l’aspettavi, non aprirlo e avvisa il tuo ente.',
      ].join('\n\n'),
      key: `invitation:${id}`,
    };
  });
  if (letter === undefined) return;
  let state: 'sent' | 'refused' = 'sent';
  try {
    await ports.mail.send(letter);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'MAIL_REFUSED') throw error;
    state = 'refused';
  }
  await ports.database.inBody(body, async (tx) => {
    if ((await invitationById(tx, id))?.state === 'promised') await settleInvitation(tx, id, { state });
  });
}
