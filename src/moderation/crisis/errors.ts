// SPDX-License-Identifier: AGPL-3.0-or-later

export const crisisRoomErrors = {
  CRISIS_ON: {
    status: 409,
    title: 'La modalità crisi è già attiva',
    hint: 'Rileggi la pagina: forse l’ha attivata un’altra persona',
  },
  CRISIS_OFF: {
    status: 409,
    title: 'La modalità crisi non è attiva',
    hint: 'Rileggi la pagina: forse l’ha chiusa un’altra persona',
  },
  STOPPED_BY_DESK: {
    status: 409,
    title: 'Le uscite sono ferme da «Bozze e pubblicazione», non da questa pagina',
    hint: 'Si fanno ripartire di là, con il motivo',
  },
  CRISIS_TEXT_NOT_FOUND: {
    status: 404,
    title: 'Il testo approvato non esiste o è stato ritirato',
    hint: 'Scegline un altro fra quelli in elenco',
  },
  THREAD_NOT_FOUND: {
    status: 404,
    title: 'Il post non risulta fra quelli dell’ente',
    hint: 'Rileggi la pagina e scegli un post dall’elenco',
  },
  THREAD_NOT_CLOSABLE: {
    status: 422,
    title: 'Su questo social i commenti di un post non si possono chiudere',
    hint: 'Si può solo moderare ciò che arriva, anche più pratiche insieme',
  },
} as const;
