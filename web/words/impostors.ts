// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImpostorView } from '#accounts/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What the register says of accounts that are not the body's own. */
export const impostorWords = {
  title: 'Account non ufficiali',
  intro: 'Account che si spacciano per l’ente, o aperti a suo nome senza permesso. Si segnalano al social a mano.',
  none: 'Nessuno finora.',
  note: 'Annota un account non ufficiale',
  standing: { unofficial: 'non ufficiale' } satisfies Words<ImpostorView['standing']>,
  state: {
    'to-report': 'da segnalare al social',
    reported: 'segnalato',
    gone: 'non c’è più',
    mistaken: 'era un errore',
  } satisfies Words<ImpostorView['state']>,
  noticed: (who: string) => `Trovato da ${who}`,
  byStaff: 'forse aperto da personale dell’ente',
  clause: (id: string) => `punto ${id}`,
  reported: (reference: string, who: string) => `Segnalato da ${who}, riferimento: ${reference}`,
  settled: (note: string, who: string) => `${note} (${who})`,
  report: 'L’ho segnalato al social',
  settle: 'Annota l’esito',
  explainSettle: 'La pratica si chiude qui.',
  settleNote: 'Che cosa si è visto',
  explainNote: 'Apre una pratica interna, che resta qui finché l’account non c’è più.',
  network: 'Social',
  url: 'Indirizzo',
  name: 'Come si chiama',
  staff: 'Forse lo ha aperto personale dell’ente',
  words: 'Che cosa fa',
  confirmNote: 'Annota',
  doneNote: 'Annotato: ora va segnalato al social.',
  explainReport:
    'Sul social: apri il profilo, scegli «Segnala» e poi «Finge di essere un altro». Qui resta il riferimento.',
  reference: 'Riferimento della segnalazione',
  referenceHint: 'Il numero che il social dà, o il giorno in cui è stata fatta.',
  doneReport: 'Segnalazione annotata.',
  outcome: 'Com’è finita',
  doneSettle: 'Esito annotato.',
} as const;
