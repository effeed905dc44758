// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, NetworkAdapter } from '../port.ts';

const HOME = 'https://www.instagram.com';

const AS_ACCOUNT = (handle: string): string => `Apri Instagram ed entra come @${handle}.`;

/** What a person does on Instagram where no interface reaches; `permalink` is that of the object, where it is known. */
export const guide: NetworkAdapter['guide'] = ({ handle }, command, permalink) => {
  const profile = `${HOME}/${encodeURIComponent(handle)}/`;
  const enter = AS_ACCOUNT(handle);
  const link = permalink ?? profile;
  switch (command.type) {
    case 'report':
      return { link, steps: reportSteps(enter, command) };
    case 'ban':
    case 'unban':
      return { link, steps: banSteps(enter, command.type === 'ban') };
    case 'edit-post':
      return {
        link,
        steps: [
          enter,
          'Apri il post, tocca i tre puntini e poi «Modifica».',
          `Sostituisci la didascalia con questa: «${command.text}».`,
          'Tocca «Fine» e ricarica il post per vedere che sia cambiata.',
        ],
        check: 'Il desk rilegge la didascalia del post e la confronta con quella decisa.',
      };
    case 'remove-post':
      return {
        link,
        steps: [enter, 'Apri il post, tocca i tre puntini e poi «Elimina».', 'Conferma l’eliminazione.'],
        check: 'Il desk cerca il post e vede se non c’è più.',
      };
    case 'answer-message':
      return {
        link: `${HOME}/direct/inbox/`,
        steps: [
          enter,
          'Apri i messaggi e la conversazione con la persona; guarda anche tra le richieste.',
          `Scrivi questa risposta, senza cambiarla: «${command.text}».`,
        ],
        check: 'Il desk rilegge la conversazione e cerca la risposta.',
      };
    case 'approve':
      return {
        link,
        steps: [
          enter,
          'Nel post apri i commenti e, in fondo, «Visualizza i commenti nascosti».',
          'Tocca il commento e scegli di mostrarlo.',
          'Se il filtro trattiene troppo, cambialo in Impostazioni, «Parole nascoste».',
        ],
      };
    case 'publish':
      return { link: profile, steps: publishSteps(enter, command.content) };
    default:
      return { link, steps: [enter, 'Apri l’intervento dal collegamento.', otherwise(command)], ...checked };
  }
};

const checked = { check: 'Il desk rilegge l’intervento e vede se è come deciso.' };

function otherwise(command: Command): string {
  switch (command.type) {
    case 'hide':
      return 'Tieni premuto il commento e scegli «Nascondi commento».';
    case 'unhide':
      return 'Apri i commenti nascosti del post e scegli di mostrare il commento.';
    case 'remove':
      return 'Tieni premuto il commento e tocca «Elimina».';
    case 'close-comments':
      return 'Tocca i tre puntini del post e scegli «Disattiva i commenti».';
    case 'open-comments':
      return 'Tocca i tre puntini del post e scegli «Attiva i commenti».';
    default:
      return 'text' in command ? `Tocca «Rispondi» e scrivi: «${command.text}».` : 'Fai ciò che è stato deciso.';
  }
}

/** The four elements of a notice that Article 16 of the Digital Services Act wants. */
const reportSteps = (enter: string, { reason, text }: Extract<Command, { type: 'report' }>): readonly string[] => [
  `${enter} Apri l’intervento dal collegamento e copia il suo indirizzo esatto.`,
  'Tieni premuto il commento (o tocca i tre puntini del post) e scegli «Segnala», poi la voce più vicina: ' +
    `${REASONS[reason]}.`,
  `Spiega perché il contenuto è illegale o contrario alle regole: «${text}».`,
  'Indica il nome e l’indirizzo di posta elettronica dell’ente e dichiara che la segnalazione è fatta in buona fede.',
  'Annota qui la data della segnalazione e, quando arriva, la risposta di Instagram.',
];

const REASONS: Readonly<Record<Extract<Command, { type: 'report' }>['reason'], string>> = {
  spam: '«È spam»',
  violation: '«Vendita o promozione di articoli soggetti a restrizioni» o la violazione che lo descrive',
  misleading: '«Informazioni false»',
  sexual: '«Nudo o atti sessuali»',
  rude: '«Bullismo o molestie»',
  other: '«Altro»',
};

const banSteps = (enter: string, isBan: boolean): readonly string[] => [
  enter,
  'Apri l’intervento dal collegamento e tocca il nome di chi lo ha scritto.',
  `Nel suo profilo tocca i tre puntini e poi «${isBan ? 'Blocca' : 'Sblocca'}».`,
  isBan ? 'Scegli solo questo account e conferma.' : 'Conferma lo sblocco.',
];

function publishSteps(enter: string, content: Extract<Command, { type: 'publish' }>['content']): readonly string[] {
  return [
    enter,
    'Tocca «+», scegli «Post» (o «Reel» per un video) e carica i file del post.',
    `Scrivi la didascalia: «${content.text}».`,
    'In «Impostazioni avanzate» scrivi il testo alternativo di ogni immagine' +
      (content.comments === 'nobody' ? ' e disattiva i commenti.' : '.'),
    'Tocca «Condividi» e annota qui il collegamento del post.',
  ];
}
