// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const staffErrors = {
  CONDUCT_NOT_REGULATED: {
    status: 422,
    title: 'La policy in vigore non parla di violazioni delle regole interne',
    hint: 'Dato mancante: vale il codice di comportamento dell’ente, fuori da questo banco',
  },
  CONDUCT_REPORT_NOT_FOUND: {
    status: 404,
    title: 'La segnalazione interna non esiste in questo ente',
    hint: 'Torna all’elenco delle segnalazioni interne',
  },
  CONDUCT_NOT_CONFIRMED: {
    status: 422,
    title: 'La violazione va prima confermata, con la sua gravità',
    hint: 'Confermala, poi consegnala all’ufficio disciplinare',
  },
  CONDUCT_SETTLED: {
    status: 409,
    title: 'La segnalazione interna è già chiusa',
    hint: 'Ricarica l’elenco: qualcuno l’ha già consegnata o archiviata',
  },
} as const;

export const staffError = errorsOf(staffErrors);
