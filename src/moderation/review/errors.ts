// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const reviewRoomErrors = {
  STATEMENT_NOT_FOUND: {
    status: 404,
    title: 'La motivazione non esiste in questo ente',
    hint: 'Torna alla pratica',
  },
  STATEMENT_GIVEN: {
    status: 409,
    title: 'La motivazione non aspetta di essere data a mano',
    hint: 'Ricarica la pratica: forse qualcuno l’ha già data',
  },
  REVIEW_NOT_FOUND: {
    status: 404,
    title: 'Il riesame non esiste in questo ente',
    hint: 'Torna all’elenco dei riesami',
  },
  REVIEW_SAME_PERSON: {
    status: 403,
    title: 'Chi ha deciso non può riesaminare la propria decisione',
    hint: 'Il riesame spetta a un’altra persona',
  },
  REVIEW_NOT_YOURS: {
    status: 403,
    title: 'Il riesame spetta a chi è responsabile',
    hint: 'Lo decide la persona responsabile; se ha deciso lei, un’altra persona della moderazione',
  },
  REVIEW_CLOSED: {
    status: 409,
    title: 'Il riesame è già concluso',
    hint: 'Ricarica l’elenco dei riesami',
  },
  REVIEW_ASKED: {
    status: 409,
    title: 'Per questa decisione c’è già un riesame',
    hint: 'Si riesamina una volta sola',
  },
  REVIEW_TOO_LATE: {
    status: 422,
    title: 'Il termine per chiedere il riesame è passato',
    hint: 'L’ente può sempre correggere da sé un proprio errore',
  },
  REVIEW_TOO_OFTEN: {
    status: 429,
    title: 'Troppe richieste in un giorno',
    hint: 'Riprova domani, oppure scrivi dal tuo account indicando il codice',
  },
  REVIEW_WORDS: {
    status: 422,
    title: 'Il testo manca o è troppo lungo',
    hint: 'Scrivi perché non sei d’accordo, in non più di 1500 caratteri',
  },
  REVIEW_CODE: {
    status: 422,
    title: 'Il codice non è di questa motivazione',
    hint: 'Ricopia il codice che ha portato chi chiede: quattro gruppi di quattro segni',
  },
  REVIEW_AT_OFFICE: {
    status: 422,
    title: 'Da questa pagina il riesame non si può chiedere',
    hint: 'Porta o manda il codice a un ufficio: lì si verifica chi sei e si apre il riesame',
  },
  TO_AUTHOR_NOT_CLEAR: {
    status: 422,
    title: 'Ciò che hai scritto in «Da dire all’autore» non si può mandare',
    hint: 'Quel testo arriva a chi ha scritto: togli nomi, numeri, indirizzi e note interne; le parole altrui tra «virgolette»',
  },
  TO_AUTHOR_UNTOLD: {
    status: 422,
    title: 'Di questa decisione l’autore non riceve una motivazione',
    hint: 'Togli ciò che hai scritto in «Da dire all’autore»',
  },
  GROUND_WHY_NOT_CLEAR: {
    status: 422,
    title: 'Il perché della norma o dell’ordine arriva a chi ha scritto, e non si può mandare così',
    hint: 'Togli nomi, dati e note interne; se citi parole altrui mettile tra «virgolette». Ciò che serve solo al banco va nelle ragioni',
  },
  GROUND_NOT_CLEAR: {
    status: 422,
    title: 'Nella norma o nell’autorità indicata ci sono dati personali',
    hint: 'Scrivi norma, autorità, numero e data, senza nomi: restano nel registro, che non si cancella',
  },
  REASONS_NOT_CLEAR: {
    status: 422,
    title: 'Le ragioni non si possono mandare così',
    hint: 'Arrivano a chi ha scritto: togli nomi, numeri, indirizzi e note interne; le parole altrui tra «virgolette»',
  },
  NOTHING_TO_CORRECT: {
    status: 409,
    title: 'La decisione è già stata annullata',
    hint: 'Non c’è più nulla da correggere',
  },
  TERM_GIVEN_BY_POLICY: {
    status: 422,
    title: 'La policy dà già questo termine',
    hint: 'Vale quello della policy: lascia vuoto il campo',
  },
} as const;

export const reviewError = errorsOf(reviewRoomErrors);
