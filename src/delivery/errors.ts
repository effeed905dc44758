// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const deliveryErrors = {
  COMMAND_NOT_FOUND: { status: 404, title: 'L’applicazione non esiste in questo ente', hint: 'Torna alla pratica' },
  NOT_FAILED: {
    status: 409,
    title: 'Questa applicazione non è fallita',
    hint: 'Rileggi la pratica: nel frattempo può essere riuscita o essere stata annullata',
  },
  NOT_STOPPED: {
    status: 409,
    title: 'Questa uscita non è ferma',
    hint: 'Rileggi l’elenco: nel frattempo può essere partita o essere stata ritirata',
  },
  HELD_BY_DESK: {
    status: 409,
    title: 'Tutte le uscite dell’ente sono ferme',
    hint: 'Chi ha l’incarico di responsabile le fa ripartire, in «Bozze e pubblicazione», con il motivo',
  },
  NOT_BY_HAND: {
    status: 409,
    title: 'Questa applicazione non aspetta una persona',
    hint: 'Rileggi la pratica: nel frattempo può essere riuscita o essere stata annullata',
  },
} as const;

export const deliveryError = errorsOf(deliveryErrors);
