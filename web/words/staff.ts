// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConductReports, Gravity } from '#staff/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What the page of internal breaches says. */
export const staffWords = {
  nav: 'Regole interne',
  title: 'Violazioni delle regole interne',
  intro:
    'Qui passano soltanto: si confermano con la loro gravità e si consegnano all’ufficio disciplinare. Il banco non decide nulla.',
  failed: 'Le segnalazioni interne non si leggono',
  headOnly: 'Questa pagina è solo per chi ha l’incarico di responsabile.',
  silent: 'Dato mancante: la policy in vigore non dice che cosa segue a una violazione delle regole interne.',
  clause: (id: string, title: string) => `Lo prevede il punto ${id} («${title}»).`,
  what: 'Che cosa è successo',
  whatHint: 'Solo i fatti. Non cercare nei profili personali e non scrivere più nomi di quanti servono.',
  short: 'Scrivi almeno dieci caratteri.',
  report: 'Registra la segnalazione',
  none: 'Nessuna segnalazione.',
  state: {
    reported: 'da valutare',
    confirmed: 'confermata: da consegnare',
    'handed-over': 'consegnata all’ufficio disciplinare',
    dismissed: 'archiviata: nessuna violazione',
  } satisfies Words<ConductReports['items'][number]['state']>,
  gravity: { slight: 'lieve', medium: 'media', grave: 'grave' } satisfies Words<Gravity>,
  gravityLabel: 'Quanto è grave',
  gravityOf: (gravity: Gravity) => `Gravità: ${staffWords_[gravity]}`,
  gravityMissing: 'Scegli la gravità.',
  gone: 'Le parole non sono più qui.',
  confirm: 'Conferma la violazione…',
  confirmTitle: 'Conferma la violazione',
  confirmDo: 'Conferma',
  handOver: 'Consegna all’ufficio disciplinare…',
  handOverTitle: 'Consegna all’ufficio disciplinare',
  handOverDetail: 'Dopo la consegna le parole della segnalazione non restano nel banco: decide quell’ufficio.',
  handOverDo: 'Consegnata',
  office: 'Ufficio',
  reference: 'Numero di protocollo o altro riferimento',
  on: 'Giorno della consegna',
  missing: 'Compila questo campo.',
  dismiss: 'Nessuna violazione',
  handed: (office: string, reference: string, day: string) =>
    `${office}, ${reference}, il ${day.split('-').reverse().join('/')}`,
} as const;

const staffWords_ = { slight: 'lieve', medium: 'media', grave: 'grave' } as const;
