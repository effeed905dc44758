// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const inboxErrors = {
  SIGNATURE_WRONG: {
    status: 401,
    title: 'La firma della consegna non è valida',
    hint: 'Controlla che il segreto dell’applicazione sul social sia quello registrato per questo account',
  },
  WEBHOOK_UNKNOWN: {
    status: 404,
    title: 'Questo indirizzo non riceve consegne',
    hint: 'Controlla l’indirizzo del webhook nel registro degli account',
  },
  ACCOUNT_UNKNOWN: {
    status: 404,
    title: 'L’account istituzionale non esiste',
    hint: 'Scegli uno degli account registrati dell’ente',
  },
  ENTERED_AHEAD: {
    status: 422,
    title: 'La data è nel futuro',
    hint: 'Indica quando l’intervento è stato scritto, come lo mostra il social',
  },
} as const;

export const inboxError = errorsOf(inboxErrors);
