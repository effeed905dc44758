// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, NetworkAdapter } from '../port.ts';
import { videoPermalink } from './wire.ts';

/** Where to go on TikTok and what to do there, for what cannot be asked of it. */
export const guide: NetworkAdapter['guide'] = ({ handle }, command, permalink) => ({
  link: permalink ?? placeOf(handle, command),
  steps: stepsOf(command),
});

function placeOf(handle: string, command: Command): string {
  if (command.type === 'answer-message') return 'https://www.tiktok.com/messages';
  if ('post' in command && command.post !== null) return videoPermalink(handle, command.post);
  if ('target' in command && /^\d+$/.test(command.target)) return videoPermalink(handle, command.target);
  return `https://www.tiktok.com/@${encodeURIComponent(handle)}`;
}

const OPEN = 'Aprire il video all’indirizzo dato, con l’account dell’ente.';
const HOLD = 'Trovare il commento e tenerlo premuto.';

function stepsOf(command: Command): readonly string[] {
  switch (command.type) {
    case 'report':
      return REPORT;
    case 'remove':
      return [OPEN, HOLD, 'Scegliere «Elimina» e confermare.'];
    case 'hide':
    case 'unhide':
      return [OPEN, HOLD, command.type === 'hide' ? 'Scegliere «Nascondi».' : 'Scegliere «Mostra di nuovo».'];
    case 'approve':
      return [
        'Aprire «Impostazioni e privacy», poi «Commenti».',
        'Aprire i commenti filtrati in attesa.',
        'Trovare il commento e approvarlo.',
      ];
    case 'ban':
      return [
        OPEN,
        'Dal commento aprire il profilo della persona.',
        'Dal menu del profilo scegliere «Blocca» e confermare.',
      ];
    case 'unban':
      return [
        'Aprire «Impostazioni e privacy», poi «Privacy», poi «Account bloccati».',
        'Trovare la persona e scegliere «Sblocca».',
      ];
    case 'answer-message':
      return [
        'Aprire la posta dell’account dell’ente.',
        'Trovare la conversazione con la persona.',
        `Scrivere: «${command.text}».`,
      ];
    case 'reply':
      return [OPEN, 'Toccare «Rispondi» sotto il commento.', `Scrivere: «${command.text}».`];
    case 'publish':
      return publishing(command.content);
    case 'edit-post':
      return [
        OPEN,
        'Dal menu del video scegliere «Modifica post», se c’è.',
        `Scrivere la nuova descrizione: «${command.text}».`,
      ];
    case 'remove-post':
      return [OPEN, 'Dal menu con i tre puntini scegliere «Elimina» e confermare.'];
    case 'close-comments':
    case 'open-comments':
      return [
        OPEN,
        'Dal menu con i tre puntini aprire «Impostazioni sulla privacy».',
        command.type === 'close-comments' ? 'Disattivare «Consenti commenti».' : 'Attivare «Consenti commenti».',
      ];
  }
}

const REPORT: readonly string[] = [
  'Aprire il video all’indirizzo dato, tenere premuto il commento, scegliere «Segnala», poi il modulo per i contenuti illegali.',
  'Motivi: spiegare perché il contenuto è illegale, con i fatti e la norma che risultano dalla pratica.',
  'Indirizzo: incollare l’indirizzo esatto del video e copiare nome dell’autore e ora del commento.',
  'Chi segnala: nome dell’ente e indirizzo di posta elettronica dell’ufficio.',
  'Buona fede: confermare che quanto scritto è esatto e completo; annotare qui data e risposta di TikTok.',
];

const publishing = ({ text, comments }: Extract<Command, { type: 'publish' }>['content']): readonly string[] => [
  'Aprire TikTok con l’account dell’ente e scegliere «Carica».',
  'Scegliere il video o le foto.',
  `Incollare la descrizione: «${text}».`,
  comments === undefined
    ? 'Controllare che tutti possano vedere e commentare.'
    : 'Disattivare o filtrare i commenti, come deciso.',
  'Pubblicare, e annotare qui l’indirizzo del video.',
];
