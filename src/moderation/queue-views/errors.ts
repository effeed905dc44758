// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const queueViewErrors = {
  VIEW_NOT_FOUND: {
    status: 404,
    title: 'La vista non esiste più',
    hint: 'Qualcuno l’ha tolta: ricarica la coda',
  },
  VIEW_OF_ANOTHER: {
    status: 403,
    title: 'Questa vista è di un’altra persona',
    hint: 'Salvane una tua con un altro nome; quelle di tutti le cambia chi è responsabile',
  },
} as const;

export const queueViewError = errorsOf(queueViewErrors);
