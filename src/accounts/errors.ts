// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const accountErrors = {
  ACCOUNT_UNKNOWN: {
    status: 404,
    title: 'L’account istituzionale non esiste',
    hint: 'Controlla l’indirizzo del webhook nel registro degli account',
  },
  ACCOUNT_NOT_CONNECTED: {
    status: 409,
    title: 'L’account istituzionale non è collegato al social',
    hint: 'Collega di nuovo l’account: finché non lo è, si lavora a mano',
  },
  NETWORK_NOT_SERVED: {
    status: 422,
    title: 'Questo social non ha ancora un collegamento',
    hint: 'Registra l’account fra quelli seguiti a mano',
  },
} as const;

export const accountError = errorsOf(accountErrors);
