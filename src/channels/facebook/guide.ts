// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ByHandGuide, Command, ConnectedAccount } from '../port.ts';

type Page = Pick<ConnectedAccount, 'externalId' | 'handle'>;
type Steps = readonly [string, string, ...string[]];

const SITE = 'https://www.facebook.com';
const INBOX = 'https://business.facebook.com/latest/inbox/messenger';
const MODERATION = 'https://business.facebook.com/latest/moderation_assist';

const ENTER = 'Entrare su Facebook e passare al profilo della Pagina.';

/** What a person does on Facebook where the desk cannot, or where nobody knows whether it did. */
export function guide(page: Page, command: Command, permalink: string | null): ByHandGuide {
  const link = linkOf(page, command, permalink);
  const check = CHECKS[command.type];
  return { link, steps: stepsOf(command, link), ...(check === undefined ? {} : { check }) };
}

function linkOf(page: Page, command: Command, permalink: string | null): string {
  const account = `${SITE}/${encodeURIComponent(page.handle || page.externalId)}`;
  switch (command.type) {
    case 'answer-message':
      return permalink ?? `${INBOX}?asset_id=${encodeURIComponent(page.externalId)}`;
    case 'approve':
      return permalink ?? `${MODERATION}?asset_id=${encodeURIComponent(page.externalId)}`;
    case 'publish':
    case 'ban':
    case 'unban':
      return permalink ?? account;
    default:
      return permalink ?? `${SITE}/${encodeURIComponent(command.target)}`;
  }
}

/** What the desk reads afterwards by itself; of the others there is only the person's word. */
const CHECKS: Partial<Readonly<Record<Command['type'], string>>> = {
  'answer-message': 'Dopo la conferma si cerca la risposta nella conversazione su Facebook.',
  publish: 'Dopo la conferma si cerca il post tra quelli della Pagina.',
  'edit-post': 'Dopo la conferma si rilegge il testo del post.',
  'remove-post': 'Dopo la conferma si controlla che il post non ci sia più.',
  reply: 'Dopo la conferma si cerca la risposta sotto il commento.',
  hide: 'Dopo la conferma si controlla che il commento sia nascosto.',
  unhide: 'Dopo la conferma si controlla che il commento sia visibile.',
  remove: 'Dopo la conferma si controlla che il commento non ci sia più.',
  ban: 'Dopo la conferma si cerca la persona tra quelle bloccate dalla Pagina.',
  unban: 'Dopo la conferma si controlla che la persona non sia più tra quelle bloccate.',
};

function stepsOf(command: Command, link: string): Steps {
  switch (command.type) {
    case 'report':
      return reportSteps(command.text, link);
    case 'close-comments':
      return [
        ENTER,
        'Aprire il post e il menu con i tre puntini in alto a destra.',
        'Scegliere chi può commentare il post, e il gruppo più ristretto che Facebook offre.',
      ];
    case 'open-comments':
      return [
        ENTER,
        'Aprire il post e il menu con i tre puntini in alto a destra.',
        'Scegliere chi può commentare il post: tutti.',
      ];
    case 'approve':
      return [
        ENTER,
        'Aprire l’assistente alla moderazione e l’elenco dei commenti trattenuti.',
        'Cercare il commento e renderlo visibile.',
      ];
    case 'answer-message':
      return [
        'Aprire la posta della Pagina e la conversazione con la persona.',
        `Scrivere questa risposta: «${command.text}».`,
        'Se Facebook non la lascia inviare, rispondere per un’altra via che la persona ha indicato.',
      ];
    case 'publish':
      return publishSteps(command);
    case 'ban':
      return [
        ENTER,
        'Aprire il profilo della persona, o il menu accanto a un suo commento.',
        'Scegliere «Blocca» e confermare.',
      ];
    case 'unban':
      return [
        ENTER,
        'Aprire le impostazioni della Pagina alla voce «Blocchi».',
        'Cercare la persona e togliere il blocco.',
      ];
    default:
      return [ENTER, ...ON_ITEM[command.type], ...('text' in command ? [`Il testo è: «${command.text}».`] : [])];
  }
}

const ON_ITEM = {
  hide: ['Aprire il commento e il menu con i tre puntini accanto.', 'Scegliere «Nascondi commento».'],
  unhide: ['Aprire il commento nascosto e il menu con i tre puntini accanto.', 'Scegliere «Mostra commento».'],
  remove: ['Aprire il commento e il menu con i tre puntini accanto.', 'Scegliere «Elimina» e confermare.'],
  reply: ['Aprire il commento e scegliere «Rispondi».', 'Inviare la risposta a nome della Pagina.'],
  'edit-post': ['Aprire il post e il menu con i tre puntini.', 'Scegliere «Modifica post» e salvare il nuovo testo.'],
  'remove-post': ['Aprire il post e il menu con i tre puntini.', 'Scegliere «Elimina post» e confermare.'],
} as const satisfies Partial<Record<Command['type'], readonly [string, string]>>;

/** With the elements of a notice under article 16 of Regulation (EU) 2022/2065. */
const reportSteps = (reasons: string, link: string): Steps => [
  'Aprire il commento con il collegamento qui sopra e, nel menu con i tre puntini, scegliere «Segnala».',
  `Scrivere i motivi: «${reasons}».`,
  `Indicare l’indirizzo esatto: ${link}.`,
  'Indicare nome ed e-mail di chi segnala a nome dell’ente.',
  'Dichiarare in buona fede che le informazioni sono esatte e complete; poi inviare e annotare qui data e risposta di Facebook.',
];

function publishSteps({ content }: Extract<Command, { type: 'publish' }>): Steps {
  const { text, media, link, comments } = content;
  const attached = media.map(({ url, alt }) => (alt === '' ? url : `${url} (testo alternativo: «${alt}»)`));
  return [
    'Entrare su Facebook, passare al profilo della Pagina e scegliere «Crea post».',
    `Scrivere il testo: «${text}».`,
    ...(link === undefined ? [] : [`Aggiungere il collegamento ${link.url}.`]),
    ...(attached.length === 0 ? [] : [`Allegare: ${attached.join('; ')}.`]),
    comments === undefined
      ? 'Pubblicare.'
      : 'Scegliere chi può commentare, il gruppo più ristretto che Facebook offre, e pubblicare.',
  ];
}
