// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, NetworkAdapter } from '../port.ts';

const HOME = 'https://www.threads.com';

/** What a person does on Threads where no interface reaches; `permalink` is that of the object, where it is known. */
export const guide: NetworkAdapter['guide'] = ({ handle }, command, permalink) => {
  const profile = `${HOME}/@${encodeURIComponent(handle)}`;
  const enter = `Apri Threads ed entra come @${handle}.`;
  const link = permalink ?? profile;
  switch (command.type) {
    case 'report':
      return { link, steps: reportSteps(enter, command) };
    case 'ban':
    case 'unban':
      return { link: `${HOME}/@${encodeURIComponent(command.target)}`, steps: banSteps(enter, command) };
    case 'edit-post':
      return {
        link,
        steps: [
          enter,
          'Apri il post, tocca i tre puntini e poi «Modifica»: la voce c’è solo nei primi minuti.',
          `Sostituisci il testo con questo: «${command.text}».`,
          'Se la voce non c’è più, segnala qui che la modifica non è possibile.',
        ],
        check: 'Il desk rilegge il testo del post e lo confronta con quello deciso.',
      };
    case 'close-comments':
    case 'open-comments':
      return {
        link,
        steps: [
          enter,
          'Apri il post, tocca i tre puntini e poi «Chi può rispondere e citare».',
          command.type === 'close-comments'
            ? 'Scegli «Solo i profili menzionati» e conferma.'
            : 'Scegli «Chiunque» e conferma.',
        ],
        check: 'Il desk rilegge chi può rispondere al post.',
      };
    case 'publish':
      return { link: profile, steps: publishSteps(enter, command.content) };
    default:
      return {
        link,
        steps: [enter, 'Apri l’intervento dal collegamento.', otherwise(command)],
        check: 'Il desk rilegge l’intervento e vede se è come deciso.',
      };
  }
};

function otherwise(command: Command): string {
  switch (command.type) {
    case 'hide':
      return 'Tocca i tre puntini accanto alla risposta e scegli «Nascondi per tutti».';
    case 'unhide':
      return 'Tocca i tre puntini accanto alla risposta nascosta e scegli di mostrarla.';
    case 'approve':
      return 'Apri le risposte in attesa del post e tocca «Approva».';
    case 'remove-post':
      return 'Tocca i tre puntini del post, poi «Elimina», e conferma.';
    default:
      return 'text' in command ? `Tocca «Rispondi» e scrivi: «${command.text}».` : 'Fai ciò che è stato deciso.';
  }
}

/** The four elements of a notice that Article 16 of the Digital Services Act wants. */
const reportSteps = (enter: string, { reason, text }: Extract<Command, { type: 'report' }>): readonly string[] => [
  `${enter} Apri l’intervento dal collegamento e copia il suo indirizzo esatto.`,
  `Tocca i tre puntini, scegli «Segnala» e poi la voce più vicina a: ${REASONS[reason]}.`,
  `Spiega perché il contenuto è illegale o contrario alle regole: «${text}».`,
  'Indica il nome e l’indirizzo di posta elettronica dell’ente e dichiara che la segnalazione è fatta in buona fede.',
  'Annota qui la data della segnalazione e, quando arriva, la risposta di Threads.',
];

const REASONS: Readonly<Record<Extract<Command, { type: 'report' }>['reason'], string>> = {
  spam: 'spam',
  violation: 'violazione delle regole o della legge',
  misleading: 'informazioni false',
  sexual: 'nudo o atti sessuali',
  rude: 'bullismo o molestie',
  other: 'altro',
};

const banSteps = (enter: string, { type }: Extract<Command, { type: 'ban' | 'unban' }>): readonly string[] => [
  enter,
  'Apri dal collegamento il profilo di chi ha scritto.',
  `Tocca i tre puntini e poi «${type === 'ban' ? 'Blocca' : 'Sblocca'}», e conferma.`,
];

function publishSteps(enter: string, content: Extract<Command, { type: 'publish' }>['content']): readonly string[] {
  return [
    enter,
    `Tocca «Nuovo thread» e scrivi: «${content.text}».`,
    content.media.length === 0
      ? 'Controlla che l’anteprima del collegamento, se c’è, sia giusta.'
      : 'Aggiungi le immagini o il video e scrivi il testo alternativo di ciascuno.',
    content.comments === undefined
      ? 'Lascia che chiunque possa rispondere.'
      : 'Scegli chi può rispondere, come è stato deciso.',
    'Tocca «Pubblica» e annota qui il collegamento del post.',
  ];
}
