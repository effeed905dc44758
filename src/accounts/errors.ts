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
  ACCOUNT_TAKEN: {
    status: 409,
    title: 'Un altro ente ha già registrato questo account',
    hint: 'Controlla l’identificativo dell’account sul social: ogni account appartiene a un ente solo',
  },
} as const;

export const accountError = errorsOf(accountErrors);
