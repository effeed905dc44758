// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const ladderRoomErrors = {
  AUTHOR_NOT_FOUND: {
    status: 404,
    title: 'L’autore non esiste in questo ente',
    hint: 'Torna alla pratica: forse hai aperto un indirizzo di un altro ente',
  },
  AUTHOR_UNKNOWN: {
    status: 422,
    title: 'Il social non dice chi ha scritto',
    hint: 'Senza un autore si può decidere solo sull’intervento',
  },
  MEASURE_NOT_FOUND: {
    status: 404,
    title: 'La misura non esiste in questo ente',
    hint: 'Torna alla pagina dell’autore',
  },
  MEASURE_NOT_ALLOWED: {
    status: 422,
    title: 'La policy non consente ora questa misura',
    hint: 'Accanto alla misura c’è scritto che cosa manca',
  },
  WARNING_OR_REASON: {
    status: 422,
    title: 'Manca l’avviso, o perché non è stato possibile',
    hint: 'Avvisa prima l’autore, oppure scrivi perché non si è potuto',
  },
  HISTORY_CHANGED: {
    status: 409,
    title: 'Le violazioni contate sono cambiate mentre guardavi',
    hint: 'Rileggi il quadro aggiornato e conferma di nuovo',
  },
  REVIEW_DATE: {
    status: 422,
    title: 'La data del riesame non va bene',
    hint: 'Scegli un giorno dopo oggi, entro dieci anni',
  },
  CANNOT_TELL_SO: {
    status: 422,
    title: 'L’autore non si può avvisare in questo modo',
    hint: 'Scegli uno dei modi indicati accanto alla misura',
  },
  TEXT_TOO_LONG: {
    status: 422,
    title: 'Il testo è più lungo di quanto il social accetti',
    hint: 'Accorcialo: i motivi per esteso restano agli atti',
  },
  ALREADY_TOLD: {
    status: 409,
    title: 'L’autore è già stato avvisato, o l’avviso sta partendo',
    hint: 'Ricarica la pratica: accanto alla misura c’è scritto come è andata',
  },
  ONLY_OWN_WORDS: {
    status: 422,
    title: 'L’ente fa approvare le risposte: in pubblico va solo il testo proposto dal banco',
    hint: 'Lascia il testo com’è proposto, oppure scegli un altro modo di dirlo',
  },
  VIOLATION_STAYS: {
    status: 422,
    title: 'La violazione è confermata: la policy chiede di rimuovere',
    hint: 'Rimuovi o nascondi l’intervento, oppure ritira prima la conferma',
  },
  VIOLATION_NOT_OFFERED: {
    status: 422,
    title: 'L’intervento non può violare quel punto',
    hint: 'Scegli uno dei punti proposti',
  },
  ALREADY_CONFIRMED: { status: 409, title: 'La violazione è già confermata', hint: 'Ricarica la pratica' },
  REPORT_NOT_OPEN: {
    status: 422,
    title: 'La segnalazione non è in questo stato',
    hint: 'Ricarica la pagina: forse qualcuno l’ha già fatta',
  },
  REPORT_ALREADY_SENT: {
    status: 409,
    title: 'Una segnalazione di questo intervento è già partita',
    hint: 'Annota prima la sua data e il riferimento della piattaforma: poi se ne può fare un’altra',
  },
  NOTHING_TO_CHOOSE: {
    status: 422,
    title: 'La policy dà già questo numero',
    hint: 'Vale quello della policy: lascia vuoto il campo',
  },
  NOTES_WITHOUT_TERM: {
    status: 422,
    title: 'L’ente non ha scelto per quanto conservare le note',
    hint: 'La persona responsabile lo sceglie nella pagina degli autori, con un atto',
  },
  LINK_NOT_POSSIBLE: {
    status: 422,
    title: 'I due autori non si possono collegare',
    hint: 'Servono due autori diversi di questo ente, non ancora collegati',
  },
  YOUNG_NOT_REGULATED: {
    status: 422,
    title: 'La policy in vigore non prevede account per i giovani',
    hint: 'Serve prima un punto della policy che lo dica',
  },
  YOUNG_DATA_KEPT: {
    status: 422,
    title: 'Ora i dati di questa persona non si possono togliere',
    hint: 'Registra intanto che cos’altro si fa: i dati si tolgono quando l’obbligo di tenerli è finito',
  },
  YOUNG_OTHER_PERSON: {
    status: 403,
    title: 'A togliere i dati è un’altra persona, non chi lo ha chiesto',
    hint: 'Lo conferma un’altra persona che modera, o la persona responsabile',
  },
  YOUNG_NOT_ASKED: {
    status: 409,
    title: 'Nessuno chiede ora di togliere questi dati',
    hint: 'Ricarica la pratica: forse li ha già tolti qualcuno, o la richiesta è stata lasciata cadere',
  },
  NO_MINORS_RULE: {
    status: 422,
    title: 'La policy in vigore non dice nulla sui minori per questo account',
    hint: 'Dato mancante: non si applica il limite di un altro account',
  },
} as const;

export const ladderError = errorsOf(ladderRoomErrors);
