// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ByHandGuide, Command, NetworkAdapter } from '../port.ts';
import { addressOf } from './wire.ts';
import { participantOf } from './write.ts';

type Account = Parameters<NetworkAdapter['guide']>[0];

/** Where to go and what to do on X, for what X does not let the desk do, or refused. */
export function guide(account: Account, command: Command, permalink: string | null): ByHandGuide {
  const { handle } = account;
  const signIn = `Apri il collegamento con l’account @${handle}.`;
  switch (command.type) {
    case 'publish':
      return {
        link: 'https://x.com/compose/post',
        steps: [
          signIn,
          'Incolla il testo e aggiungi immagini o video, con il testo alternativo.',
          'Scegli chi può rispondere, se la scheda lo chiede, e pubblica.',
        ],
        check: 'Si cerca tra i post dell’account uno con lo stesso testo.',
      };
    case 'edit-post':
      return {
        link: addressOf(command.target, handle),
        steps: [
          signIn,
          'Se dal menu con i tre puntini è possibile, scegli «Modifica post» e incolla il testo nuovo.',
          'Altrimenti pubblica un post di correzione, oppure elimina il post e ripubblicalo.',
        ],
        check: 'Si rilegge il testo del post.',
      };
    case 'remove-post':
      return {
        link: addressOf(command.target, handle),
        steps: [signIn, 'Dal menu con i tre puntini del post scegli «Elimina» e conferma.'],
        check: 'Si controlla che il post non ci sia più.',
      };
    case 'close-comments':
    case 'open-comments':
      return replySettings({ ...command, type: command.type }, signIn, handle);
    case 'ban':
    case 'unban':
      return blocking(command, signIn);
    case 'answer-message':
      return {
        link: messagesAt(account, command.post),
        steps: [signIn, 'Apri la conversazione con la persona.', 'Incolla la risposta e inviala.'],
        check: 'Si cerca la risposta nella conversazione.',
      };
    default:
      return onItem(command, permalink ?? addressOf(command.target), signIn);
  }
}

function messagesAt({ externalId }: Account, conversation: string | null): string {
  const other = conversation === null ? null : participantOf(conversation, externalId);
  return other === null ? 'https://x.com/messages' : `https://x.com/messages/compose?recipient_id=${other}`;
}

function replySettings(
  { type, target }: Command & { type: 'close-comments' | 'open-comments' },
  signIn: string,
  handle: string,
): ByHandGuide {
  const choice = type === 'close-comments' ? 'Solo gli account che menzioni' : 'Tutti';
  return {
    link: addressOf(target, handle),
    steps: [signIn, 'Dal menu con i tre puntini del post scegli «Modifica chi può rispondere».', `Scegli «${choice}».`],
    check: 'Si rilegge chi può rispondere al post.',
  };
}

function blocking({ type, target }: Command & { type: 'ban' | 'unban' }, signIn: string): ByHandGuide {
  const choice = type === 'ban' ? 'Blocca' : 'Sblocca';
  return {
    link: `https://x.com/i/user/${target}`,
    steps: [signIn, `Dal menu con i tre puntini del profilo scegli «${choice}».`, 'Conferma.'],
    check: 'Si controlla l’elenco degli account bloccati.',
  };
}

type OnItem = Command & { type: 'hide' | 'unhide' | 'remove' | 'approve' | 'reply' | 'report' };

function onItem(command: OnItem, link: string, signIn: string): ByHandGuide {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return {
        link,
        steps: [
          signIn,
          `Dal menu con i tre puntini della risposta scegli «${command.type === 'hide' ? 'Nascondi' : 'Mostra'} risposta».`,
          'Se la voce manca, la risposta non è sotto un post dell’ente: si può solo segnalare.',
        ],
      };
    case 'reply':
      return {
        link,
        steps: [signIn, 'Premi «Rispondi» sotto il post.', 'Incolla la risposta e pubblicala.'],
        check: 'Si cerca la risposta dell’ente nella conversazione.',
      };
    case 'report':
      return {
        link,
        steps: [
          signIn,
          'Dal menu con i tre puntini scegli «Segnala post»; per i contenuti illegali usa il modulo per l’Unione europea.',
          'Scrivi perché il contenuto è illegale e indica l’indirizzo esatto del post: è quello di questo collegamento.',
          'Indica il nome e l’indirizzo e-mail dell’ente, e dichiara che la segnalazione è fatta in buona fede (articolo 16 del regolamento UE 2022/2065).',
          'Riporta qui la data e ciò che X risponde.',
        ],
      };
    case 'approve':
      return {
        link: 'https://x.com/settings/notifications/advanced_filters',
        steps: [
          signIn,
          'Controlla i filtri delle notifiche e le parole silenziate.',
          'Apri la risposta: su X è già visibile, non c’è nulla da approvare.',
        ],
      };
    case 'remove':
      return {
        link,
        steps: [
          signIn,
          'X non lascia eliminare ciò che scrivono gli altri: nascondi la risposta dal menu con i tre puntini.',
          'Se viola le regole di X, segnala il post.',
        ],
      };
  }
}
