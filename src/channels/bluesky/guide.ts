// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ByHandGuide, Command, ConnectedAccount } from '../port.ts';
import { permalink as permalinkOf } from './wire.ts';

type Profile = Pick<ConnectedAccount, 'externalId' | 'handle'>;
type Steps = readonly [string, string, ...string[]];

const SITE = 'https://bsky.app';
const ENTER = 'Entrare su Bluesky con l’account dell’ente.';

/** What a person does on Bluesky where the desk cannot, or where nobody knows whether it did. */
export function guide(profile: Profile, command: Command, permalink: string | null): ByHandGuide {
  const link = permalink ?? linkOf(profile, command);
  const check = CHECKS[command.type];
  return { link, steps: stepsOf(command, link), ...(check === undefined ? {} : { check }) };
}

function linkOf({ handle, externalId }: Profile, command: Command): string {
  const own = `${SITE}/profile/${encodeURIComponent(handle || externalId)}`;
  switch (command.type) {
    case 'publish':
      return own;
    case 'answer-message':
      return command.post === null ? `${SITE}/messages` : `${SITE}/messages/${encodeURIComponent(command.post)}`;
    default:
      return command.target.startsWith('did:')
        ? `${SITE}/profile/${encodeURIComponent(command.target)}`
        : (permalinkOf(command.target) ?? own);
  }
}

/** What the desk reads afterwards by itself; of the others there is only the person's word. */
const CHECKS: Partial<Readonly<Record<Command['type'], string>>> = {
  publish: 'Dopo la conferma si cerca il post sul profilo dell’ente.',
  'remove-post': 'Dopo la conferma si controlla che il post non ci sia più.',
  'close-comments': 'Dopo la conferma si rilegge chi può rispondere al post.',
  'open-comments': 'Dopo la conferma si rilegge chi può rispondere al post.',
  reply: 'Dopo la conferma si cerca la risposta tra quelle dell’ente.',
  hide: 'Dopo la conferma si controlla che la risposta sia tra quelle nascoste.',
  unhide: 'Dopo la conferma si controlla che la risposta non sia più tra quelle nascoste.',
  'answer-message': 'Dopo la conferma si cerca la risposta nella conversazione.',
  ban: 'Dopo la conferma si controlla che l’account sia bloccato.',
  unban: 'Dopo la conferma si controlla che l’account non sia più bloccato.',
};

function stepsOf(command: Command, link: string): Steps {
  switch (command.type) {
    case 'report':
      return reportSteps(command.text, link);
    case 'publish':
      return publishSteps(command);
    case 'edit-post':
      return [
        ENTER,
        'Aprire il post, e nel menu con i tre puntini scegliere «Elimina post».',
        `Pubblicare di nuovo con il testo corretto: «${command.text}».`,
        'Allegare di nuovo le immagini, se c’erano, con il loro testo alternativo.',
      ];
    default:
      return [ENTER, ...ON_ITEM[command.type], ...('text' in command ? [`Il testo è: «${command.text}».`] : [])];
  }
}

const CANNOT = 'Su Bluesky non si può fare nemmeno a mano: nascondere la risposta, bloccare chi scrive o segnalare.';
const WHO_REPLIES = 'Aprire il post e scegliere chi può interagire.';

const ON_ITEM = {
  hide: ['Aprire la risposta e il menu con i tre puntini.', 'Scegliere «Nascondi la risposta per tutti».'],
  unhide: ['Aprire le risposte nascoste e il menu con i tre puntini.', 'Scegliere «Mostra la risposta per tutti».'],
  remove: ['Aprire l’intervento con il collegamento qui sopra.', CANNOT],
  approve: ['Aprire l’intervento con il collegamento qui sopra.', 'Su Bluesky niente aspetta un’approvazione.'],
  reply: ['Aprire l’intervento e scegliere «Rispondi».', 'Inviare la risposta a nome dell’ente.'],
  'answer-message': ['Aprire i messaggi e la conversazione con la persona.', 'Inviare la risposta.'],
  'remove-post': ['Aprire il post e il menu con i tre puntini.', 'Scegliere «Elimina post» e confermare.'],
  'close-comments': [WHO_REPLIES, 'Scegliere «Nessuno» e salvare.'],
  'open-comments': [WHO_REPLIES, 'Scegliere «Tutti» e salvare.'],
  ban: ['Aprire il profilo della persona e il menu con i tre puntini.', 'Scegliere «Blocca account» e confermare.'],
  unban: ['Aprire il profilo della persona e il menu con i tre puntini.', 'Scegliere «Sblocca account» e confermare.'],
} as const satisfies Partial<Record<Command['type'], readonly [string, string]>>;

/** With the elements of a notice under article 16 of Regulation (EU) 2022/2065. */
const reportSteps = (reasons: string, link: string): Steps => [
  'Aprire il collegamento qui sopra e, nel menu con i tre puntini, scegliere «Segnala».',
  `Scrivere i motivi: «${reasons}».`,
  `Indicare l’indirizzo esatto: ${link}.`,
  'Indicare nome ed e-mail di chi segnala a nome dell’ente.',
  'Dichiarare in buona fede che le informazioni sono esatte e complete; poi inviare e annotare qui data e risposta di Bluesky.',
];

function publishSteps({ content }: Extract<Command, { type: 'publish' }>): Steps {
  const { text, media, link, comments } = content;
  const attached = media.map(({ url, alt }) => (alt === '' ? url : `${url} (testo alternativo: «${alt}»)`));
  return [
    'Entrare su Bluesky con l’account dell’ente e scegliere «Nuovo post».',
    `Scrivere il testo: «${text}».`,
    ...(link === undefined ? [] : [`Aggiungere il collegamento ${link.url}.`]),
    ...(attached.length === 0 ? [] : [`Allegare: ${attached.join('; ')}.`]),
    comments === undefined ? 'Pubblicare.' : 'Scegliere che nessuno può rispondere, e pubblicare.',
  ];
}
