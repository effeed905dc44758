// SPDX-License-Identifier: AGPL-3.0-or-later

export const bulkRoomErrors = {
  BULK_NOT_FOUND: {
    status: 404,
    title: 'La decisione su più pratiche non esiste in questo ente',
    hint: 'Torna alla coda: forse hai aperto un indirizzo di un altro ente',
  },
  BULK_NOT_PROPOSED: {
    status: 422,
    title: 'Su questo intervento la policy non propone quel punto',
    hint: 'Apri la pratica e decidila da sola: insieme ad altre si toglie solo ciò che il punto tocca',
  },
} as const;
