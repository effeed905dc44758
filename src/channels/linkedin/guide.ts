// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, NetworkAdapter } from '../port.ts';
import { commentNameOf, commentPermalink, postPermalink } from './urn.ts';

/** Where to go on LinkedIn and what to do there, for what cannot be asked of it. */
export const guide: NetworkAdapter['guide'] = ({ handle }, command, permalink) => {
  const page = `https://www.linkedin.com/company/${encodeURIComponent(handle)}/`;
  const { steps, link, check } = doing(command, page);
  return { link: link ?? permalink ?? placeOf(command) ?? page, steps, ...(check && { check }) };
};

interface Doing {
  readonly steps: readonly string[];
  /** Where the thing itself is not the place to go to. */
  readonly link?: string;
  readonly check?: string;
}

function placeOf(command: Command): string | null {
  if (!('target' in command)) return null;
  if (commentNameOf(command.target) === null) {
    return command.target.startsWith('urn:li:person:') ? null : postPermalink(command.target);
  }
  return commentPermalink('post' in command && command.post !== null ? command.post : command.target, command.target);
}

const AS_PAGE = 'Aprire l’indirizzo su LinkedIn, come amministratore della pagina.';

function doing(command: Command, page: string): Doing {
  switch (command.type) {
    case 'report':
      return REPORT;
    case 'remove':
      return {
        steps: [
          AS_PAGE,
          'Trovare il commento e aprire il menu con i tre puntini.',
          'Scegliere «Elimina» e confermare.',
        ],
        check: 'Si guarda che il commento non esista più.',
      };
    case 'ban':
    case 'unban':
      return { steps: banning(command.type === 'ban') };
    case 'answer-message':
      return {
        link: `${page}admin/inbox/`,
        steps: [
          'Aprire la posta della pagina, come amministratore.',
          'Trovare la conversazione con la persona.',
          `Scrivere: «${command.text}».`,
        ],
      };
    case 'reply':
      return {
        steps: [
          AS_PAGE,
          'Sotto il commento scegliere «Rispondi», a nome della pagina.',
          `Scrivere: «${command.text}».`,
        ],
      };
    case 'approve':
      return {
        steps: [
          AS_PAGE,
          'LinkedIn non trattiene commenti: guardare se il commento si vede, e se no togliere il filtro che lo nasconde.',
        ],
      };
    case 'hide':
    case 'unhide':
      return {
        steps: [
          AS_PAGE,
          'LinkedIn non consente di nascondere: decidere se eliminare il commento, segnalarlo o lasciarlo.',
        ],
      };
    case 'publish':
      return { link: `${page}admin/page-posts/published/`, steps: publishing(command.content) };
    case 'edit-post':
      return {
        steps: [AS_PAGE, 'Dal menu del post scegliere «Modifica post».', `Scrivere il nuovo testo: «${command.text}».`],
      };
    case 'remove-post':
      return { steps: [AS_PAGE, 'Dal menu del post scegliere «Elimina post» e confermare.'] };
    case 'close-comments':
    case 'open-comments':
      return { steps: commenting(command.type === 'close-comments') };
  }
}

const REPORT: Doing = {
  steps: [
    'Aprire il commento all’indirizzo dato, dal menu con i tre puntini scegliere «Segnala», poi il modulo per i contenuti illegali.',
    'Motivi: spiegare perché il contenuto è illegale, con i fatti e la norma che risultano dalla pratica.',
    'Indirizzo: incollare l’indirizzo esatto del commento e del post.',
    'Chi segnala: nome dell’ente e indirizzo di posta elettronica dell’ufficio.',
    'Buona fede: confermare che quanto scritto è esatto e completo; annotare qui data e risposta di LinkedIn.',
  ],
};

const banning = (isBan: boolean): readonly string[] =>
  isBan
    ? [
        'Aprire l’intervento della persona, come amministratore della pagina.',
        'Dal menu accanto al suo nome scegliere «Blocca» o «Rimuovi follower».',
        'Confermare, e annotare qui che cosa LinkedIn ha permesso.',
      ]
    : [
        'Aprire le impostazioni della pagina, come amministratore.',
        'Nell’elenco dei membri bloccati trovare la persona.',
        'Scegliere «Sblocca» e confermare.',
      ];

const publishing = ({ text, comments }: Extract<Command, { type: 'publish' }>['content']): readonly string[] => [
  'Aprire la pagina come amministratore e scegliere «Crea un post».',
  `Incollare il testo: «${text}».`,
  ...(comments === undefined ? [] : ['Nelle impostazioni del post scegliere chi può commentare: «Nessuno».']),
  'Aggiungere immagini o video con il loro testo alternativo, e pubblicare.',
];

const commenting = (isClosing: boolean): readonly string[] =>
  isClosing
    ? [
        AS_PAGE,
        'Prima di tutto verificare che i commenti siano stati archiviati: LinkedIn li elimina.',
        'Dal menu del post scegliere «Chi può commentare», poi «Nessuno».',
      ]
    : [AS_PAGE, 'Dal menu del post scegliere «Chi può commentare», poi «Tutti».'];
