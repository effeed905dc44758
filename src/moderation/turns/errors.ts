// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';
import { pushRoomErrors } from './push/errors.ts';

export const turnsRoomErrors = {
  ...pushRoomErrors,
  CASE_CLAIMED: {
    status: 409,
    title: 'La pratica è in carico a un’altra persona',
    hint: 'Scegline un’altra, oppure prendila in carico al suo posto: resta scritto nel registro',
  },
  CASE_NOT_CLAIMED: {
    status: 409,
    title: 'La pratica non è in carico a te',
    hint: 'Ricarica la pratica: forse qualcuno l’ha già presa o decisa',
  },
  CASE_NOT_OPEN: {
    status: 409,
    title: 'La pratica non è più da decidere',
    hint: 'Ricarica la pratica: forse qualcuno l’ha appena decisa',
  },
  NOT_AT_THE_DESK: {
    status: 422,
    title: 'La persona indicata non può decidere in questo ente',
    hint: 'Scegli una persona con un incarico di moderazione o di responsabile',
  },
  TURNS_CHANGED: {
    status: 409,
    title: 'I turni sono cambiati mentre li scrivevi',
    hint: 'Ricarica la pagina e ripeti la modifica',
  },
  TURN_WITHOUT_LENGTH: {
    status: 422,
    title: 'Un turno comincia e finisce alla stessa ora',
    hint: 'Scrivi un’ora di fine diversa da quella di inizio',
  },
  SHEET_NOT_FOUND: { status: 404, title: 'Il foglio consegne non esiste in questo ente', hint: 'Torna ai turni' },
  ALARM_NOT_FOUND: {
    status: 404,
    title: 'L’urgenza non esiste in questo ente',
    hint: 'Torna alla coda: forse hai aperto un indirizzo di un altro ente',
  },
  ALARM_TAKEN: {
    status: 409,
    title: 'L’urgenza è già di un’altra persona',
    hint: 'Se serve un aiuto, telefonale: il nome è nella pagina',
  },
  ALARM_OVER: { status: 409, title: 'L’urgenza è finita: la pratica è già decisa', hint: 'Apri la pratica' },
} as const;

export const turnsError = errorsOf(turnsRoomErrors);
