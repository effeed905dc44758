// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ByHandGuide, Command, NetworkAdapter } from '../port.ts';
import { studioLink } from './wire.ts';

type Account = Parameters<NetworkAdapter['guide']>[0];

/** Where to go and what to do, for what YouTube lets nobody do from here, or while the connection is down. */
export function guide({ externalId: channel }: Account, command: Command, permalink: string | null): ByHandGuide {
  const studio = studioLink(channel);
  switch (command.type) {
    case 'publish':
      return command.content.media.some(({ kind }) => kind === 'video') ? video(studio) : channelPost(channel);
    case 'close-comments':
    case 'open-comments':
    case 'edit-post':
    case 'remove-post':
      return inVideo(command.type, command.target);
    case 'unban':
      return unban(studio);
    case 'report':
      return report(permalink ?? `${studio}/comments`, permalink);
    case 'answer-message':
      return noMessages(permalink ?? studio);
    case 'unhide':
    case 'approve':
      return onComment(`${studio}/comments/held`, command.type);
    default:
      return onComment(permalink ?? `${studio}/comments`, command.type);
  }
}

const BACK = 'Tornare qui e segnare l’attività come fatta.';

type OnComment = Exclude<
  Command['type'],
  'publish' | 'close-comments' | 'open-comments' | 'edit-post' | 'remove-post' | 'unban' | 'report' | 'answer-message'
>;

const COMMENT_STEP: Readonly<Record<OnComment, string>> = {
  remove: 'Dal menu con i tre puntini accanto al commento scegliere «Rimuovi» e confermare.',
  hide: 'Dal menu con i tre puntini accanto al commento scegliere «Rimuovi» e confermare.',
  ban: 'Dal menu con i tre puntini accanto al commento scegliere «Nascondi utente dal canale».',
  reply: 'Premere «Rispondi», incollare il testo approvato e pubblicare.',
  unhide: 'Trovare il commento tra quelli in attesa e premere «Approva».',
  approve: 'Trovare il commento tra quelli in attesa e premere «Approva».',
};

const onComment = (link: string, type: OnComment): ByHandGuide => ({
  link,
  steps: ['Accedere a YouTube con l’account del canale e aprire il commento.', COMMENT_STEP[type], BACK],
  check:
    type === 'remove' ? 'Si controlla che il commento non esista più.' : 'Si rilegge il commento e come si presenta.',
});

const VIDEO_STEP = {
  'close-comments':
    'Premere «Mostra altro» e alla voce «Commenti» scegliere «Disattivati»: quelli già scritti spariscono finché restano chiusi.',
  'open-comments': 'Premere «Mostra altro» e alla voce «Commenti» scegliere «Attivati».',
  'edit-post': 'Incollare la nuova descrizione.',
  'remove-post': 'Dal menu con i tre puntini scegliere «Elimina per sempre» e confermare.',
} as const;

const VIDEO_CHECK = {
  'close-comments': 'Si controlla che YouTube dica chiusi i commenti del video.',
  'open-comments': 'Si controlla che i commenti del video si possano di nuovo leggere.',
  'edit-post': 'Si rilegge la descrizione del video.',
  'remove-post': 'Si controlla che il video non esista più.',
} as const;

const inVideo = (type: keyof typeof VIDEO_STEP, id: string): ByHandGuide => ({
  link: `https://studio.youtube.com/video/${encodeURIComponent(id)}/edit`,
  steps: [
    'Aprire il video in YouTube Studio con l’account del canale.',
    VIDEO_STEP[type],
    ...(type === 'remove-post' ? [] : ['Premere «Salva».']),
    BACK,
  ],
  check: VIDEO_CHECK[type],
});

/** The four elements of a notice under article 16 of the regulation on digital services. */
const report = (link: string, address: string | null): ByHandGuide => ({
  link,
  steps: [
    'Aprire il commento e dal menu con i tre puntini scegliere «Segnala», poi il motivo più vicino a quello della pratica.',
    `Se viene chiesto, spiegare perché il contenuto è illecito (primo elemento dell’articolo 16 del regolamento UE 2022/2065) e indicare l’indirizzo esatto (secondo): ${address ?? 'quello del commento'}.`,
    'Indicare nome e indirizzo e-mail di chi segnala per l’ente (terzo elemento).',
    'Dichiarare di ritenere in buona fede che quanto segnalato sia esatto e completo (quarto elemento).',
    'Annotare qui la data e, quando arriva, la risposta di YouTube.',
  ],
});

const unban = (studio: string): ByHandGuide => ({
  link: `${studio}/settings`,
  steps: [
    'Aprire YouTube Studio, poi «Impostazioni» e «Community».',
    'Nell’elenco «Utenti nascosti» trovare la persona e toglierla.',
    'Premere «Salva».',
    BACK,
  ],
});

const video = (studio: string): ByHandGuide => ({
  link: `${studio}/videos/upload`,
  steps: [
    'In YouTube Studio premere «Crea» e poi «Carica video», e scegliere il file.',
    'Incollare titolo e descrizione così come sono stati approvati.',
    'Scegliere chi può commentare, poi «Pubblico», e pubblicare.',
    BACK,
  ],
  check: 'Si cerca il video tra gli ultimi del canale.',
});

const channelPost = (channel: string): ByHandGuide => ({
  link: `https://www.youtube.com/channel/${encodeURIComponent(channel)}/posts`,
  steps: [
    'Accedere a YouTube con l’account del canale, premere «Crea» e poi «Crea post».',
    'Incollare il testo approvato e, se ci sono, aggiungere le immagini.',
    'Premere «Pubblica», poi copiare qui l’indirizzo del post.',
  ],
});

const noMessages = (link: string): ByHandGuide => ({
  link,
  steps: [
    'Su YouTube non ci sono messaggi privati: rispondere con un altro recapito della persona, se lo ha dato.',
    'Annotare qui come si è risposto.',
  ],
});
