// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ByHandGuide, Command, ConnectedAccount } from '../port.ts';

type Profile = Pick<ConnectedAccount, 'externalId' | 'handle'>;
type Steps = readonly [string, string, ...string[]];

const ENTER = 'Entrare nell’istanza con l’account dell’ente.';

/** What a person does on Mastodon where the desk cannot, or where nobody knows whether it did. */
export function guide(profile: Profile, command: Command, permalink: string | null): ByHandGuide {
  const link = permalink ?? linkOf(profile, command);
  const check = CHECKS[command.type];
  return { link, steps: stepsOf(command, link), ...(check === undefined ? {} : { check }) };
}

/** Without the item's own address only the instance is known, and that by the handle alone: `user@host`. */
function linkOf({ handle }: Profile, command: Command): string {
  const [name = '', host] = handle.split('@');
  const site = host === undefined ? 'https://joinmastodon.org' : `https://${host}`;
  if (command.type === 'answer-message') return `${site}/conversations`;
  return host === undefined ? site : `${site}/@${encodeURIComponent(name)}`;
}

/** What the desk reads afterwards by itself; of the others there is only the person's word. */
const CHECKS: Partial<Readonly<Record<Command['type'], string>>> = {
  publish: 'Dopo la conferma si cerca il post sul profilo dell’ente.',
  'edit-post': 'Dopo la conferma si rilegge il testo del post.',
  'remove-post': 'Dopo la conferma si controlla che il post non ci sia più.',
  reply: 'Dopo la conferma si cerca la risposta tra quelle dell’ente.',
  'answer-message': 'Dopo la conferma si cerca la risposta tra i messaggi dell’ente.',
  ban: 'Dopo la conferma si controlla che l’account sia bloccato.',
  unban: 'Dopo la conferma si controlla che l’account non sia più bloccato.',
};

function stepsOf(command: Command, link: string): Steps {
  switch (command.type) {
    case 'report':
      return reportSteps(command.text, link);
    case 'publish':
      return publishSteps(command);
    default:
      return [ENTER, ...ON_ITEM[command.type], ...('text' in command ? [`Il testo è: «${command.text}».`] : [])];
  }
}

const OPEN = 'Aprire l’intervento con il collegamento qui sopra.';
const OTHERWISE =
  'Su Mastodon non si può fare nemmeno a mano: bloccare chi scrive, segnalare, o chiedere a chi amministra l’istanza.';
const PROFILE = 'Aprire il profilo della persona e il menu con i tre puntini.';

const ON_ITEM = {
  hide: [OPEN, OTHERWISE],
  unhide: [OPEN, 'Su Mastodon niente può essere nascosto, quindi non c’è niente da mostrare.'],
  remove: [OPEN, OTHERWISE],
  approve: [OPEN, 'Su Mastodon niente aspetta un’approvazione.'],
  'close-comments': [OPEN, 'Su Mastodon le risposte non si chiudono: si può solo eliminare il post.'],
  'open-comments': [OPEN, 'Su Mastodon le risposte non si chiudono mai: non c’è niente da riaprire.'],
  reply: [OPEN, 'Scegliere «Rispondi», lasciare il nome di chi ha scritto, e inviare.'],
  'answer-message': [
    'Aprire le menzioni private e la conversazione con la persona.',
    'Rispondere lasciando la visibilità «Menzione privata» e il solo nome di chi ha scritto.',
  ],
  'edit-post': ['Aprire il post e il menu con i tre puntini.', 'Scegliere «Modifica» e salvare il nuovo testo.'],
  'remove-post': ['Aprire il post e il menu con i tre puntini.', 'Scegliere «Elimina» e confermare.'],
  ban: [PROFILE, 'Scegliere «Blocca» e confermare.'],
  unban: [PROFILE, 'Scegliere «Sblocca».'],
} as const satisfies Partial<Record<Command['type'], readonly [string, string]>>;

/** With the elements of a notice under article 16 of Regulation (EU) 2022/2065. */
const reportSteps = (reasons: string, link: string): Steps => [
  'Aprire il collegamento qui sopra e, nel menu con i tre puntini, scegliere «Segnala».',
  `Scrivere i motivi: «${reasons}».`,
  `Indicare l’indirizzo esatto: ${link}.`,
  'Indicare nome ed e-mail di chi segnala a nome dell’ente.',
  'Dichiarare in buona fede che le informazioni sono esatte e complete; poi inviare e annotare qui data e risposta di chi amministra.',
];

function publishSteps({ content }: Extract<Command, { type: 'publish' }>): Steps {
  const { text, media, link } = content;
  const attached = media.map(({ url, alt }) => (alt === '' ? url : `${url} (testo alternativo: «${alt}»)`));
  return [
    'Entrare nell’istanza con l’account dell’ente e aprire un nuovo post.',
    `Scrivere il testo: «${text}».`,
    ...(link === undefined ? [] : [`Aggiungere in fondo l’indirizzo ${link.url}.`]),
    ...(attached.length === 0 ? [] : [`Allegare: ${attached.join('; ')}.`]),
    'Pubblicare con visibilità «Pubblico».',
  ];
}
