// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const replyRoomErrors = {
  REPLY_UNFILLED: {
    status: 422,
    title: 'Nella risposta c’è un segnaposto non compilato',
    hint: 'Scrivi che cosa va al posto delle parole fra parentesi graffe',
  },
  REPLY_STOPPED: {
    status: 422,
    title: 'La risposta non si può inviare così',
    hint: 'Accanto alla risposta è scritto che cosa non va, e quale punto lo dice',
  },
  REPLY_UNJUSTIFIED: {
    status: 422,
    title: 'La risposta chiede una motivazione',
    hint: 'Accanto alla risposta scrivi perché va inviata lo stesso: resta agli atti',
  },
  NOTHING_TO_JUSTIFY: {
    status: 422,
    title: 'Su questa risposta non c’è nulla da motivare',
    hint: 'Rileggi i controlli: forse il testo è cambiato',
  },
  REPLY_NEEDS_APPROVAL: {
    status: 422,
    title: 'La risposta aspetta l’approvazione di un’altra persona',
    hint: 'Chiedi l’approvazione: la invierà chi la approva',
  },
  OWN_REPLY: {
    status: 422,
    title: 'Chi ha scritto la risposta non può approvarla',
    hint: 'La approva un’altra persona dell’ente',
  },
  APPROVAL_NOT_ASKED: {
    status: 422,
    title: 'L’ente non chiede di approvare le risposte',
    hint: 'Invia la risposta dal modulo della decisione',
  },
  REPLY_DRAFT_NOT_FOUND: {
    status: 404,
    title: 'La bozza di risposta non esiste o non aspetta più',
    hint: 'Ricarica la pratica: forse qualcuno l’ha già guardata',
  },
  TEMPLATE_NOT_FOUND: { status: 404, title: 'Il modello non esiste in questo ente', hint: 'Ricarica la pagina' },
  TEMPLATE_CHANGED: {
    status: 409,
    title: 'Il modello è cambiato mentre lo guardavi',
    hint: 'Ricarica la pagina e rileggi il testo prima di approvarlo',
  },
  TEMPLATE_BRACES: {
    status: 422,
    title: 'Nel modello una parentesi graffa non si chiude',
    hint: 'Un segnaposto si scrive fra due parentesi graffe, per esempio {ufficio}',
  },
  CLAUSE_UNKNOWN: {
    status: 422,
    title: 'Un punto citato non esiste nella policy in vigore',
    hint: 'Scrivi il numero del punto com’è nella policy, per esempio ESE-024',
  },
  TOPIC_NOT_FOUND: { status: 404, title: 'L’argomento non esiste in questo ente', hint: 'Ricarica la pagina' },
  NIGHT_GIVEN: {
    status: 422,
    title: 'La policy dice già quando è notte',
    hint: 'Valgono le ore della policy: lascia vuoti i due campi',
  },
  NIGHT_INCOMPLETE: {
    status: 422,
    title: 'La notte comincia e finisce alla stessa ora',
    hint: 'Scrivi due ore diverse',
  },
  NOTHING_AUTOMATIC: {
    status: 422,
    title: 'Nessun punto della policy in vigore dichiara una risposta automatica',
    hint: 'Una risposta automatica si invia solo se un punto la prevede, con le sue parole',
  },
  NIGHT_MISSING: {
    status: 422,
    title: 'Manca l’orario della notte',
    hint: 'La policy non lo dice: scegli da che ora a che ora, poi attiva la risposta automatica',
  },
} as const;

export const replyError = errorsOf(replyRoomErrors);
