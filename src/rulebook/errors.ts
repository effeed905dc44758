// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const rulebookErrors = {
  POLICY_REFUSED: {
    status: 422,
    title: 'La policy ha degli errori e non può essere adottata',
    hint: 'Correggi i punti indicati: `portavoce policy check FILE` li elenca tutti',
  },
  VERSION_TAKEN: {
    status: 409,
    title: 'Questa versione della policy è già stata adottata con un altro testo',
    hint: 'Una versione adottata non cambia più: aumenta il numero di versione nell’intestazione del file',
  },
  NO_POLICY: {
    status: 409,
    title: 'L’ente non ha una policy in vigore',
    hint: 'Adotta una policy prima di moderare: senza regole pubblicate nessuna decisione ha fondamento',
  },
} as const;

export const rulebookError = errorsOf(rulebookErrors);
