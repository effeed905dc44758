// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';
import { bulkRoomErrors } from './bulk/errors.ts';
import { crisisRoomErrors } from './crisis/errors.ts';
import { dossierRoomErrors } from './dossier/errors.ts';
import { ladderRoomErrors } from './ladder/errors.ts';
import { mediaRoomErrors } from './media/errors.ts';
import { queueViewErrors } from './queue-views/errors.ts';
import { referralRoomErrors } from './referrals/errors.ts';
import { replyRoomErrors } from './replies/errors.ts';
import { reviewRoomErrors } from './review/errors.ts';
import { turnsRoomErrors } from './turns/errors.ts';

export const moderationErrors = {
  ...reviewRoomErrors,
  ...queueViewErrors,
  ...referralRoomErrors,
  ...replyRoomErrors,
  ...turnsRoomErrors,
  ...bulkRoomErrors,
  ...crisisRoomErrors,
  ...ladderRoomErrors,
  ...dossierRoomErrors,
  ...mediaRoomErrors,
  CASE_NOT_FOUND: {
    status: 404,
    title: 'La pratica non esiste in questo ente',
    hint: 'Torna alla coda: forse hai aperto un indirizzo di un altro ente',
  },
  CASE_CHANGED: {
    status: 409,
    title: 'La pratica è cambiata mentre la guardavi',
    hint: 'Rileggi la pratica aggiornata e decidi di nuovo: quello che hai scritto resta nel modulo',
  },
  POLICY_READING_CHANGED: {
    status: 409,
    title: 'Accanto alla policy è stato registrato un atto o un orario mentre guardavi la pratica',
    hint: 'Rileggi la pratica come si giudica adesso e decidi di nuovo: quello che hai scritto resta nel modulo',
  },
  CASE_DECIDED: {
    status: 409,
    title: 'La pratica è già decisa',
    hint: 'Per cambiare la decisione, prima annullala indicando il motivo',
  },
  GROUND_MISSING: {
    status: 422,
    title: 'Manca il fondamento della decisione',
    hint: 'Scegli almeno un punto della policy, oppure indica la norma di legge o l’ordine dell’autorità',
  },
  GROUND_NOT_OFFERED: {
    status: 422,
    title: 'Il punto citato non può fondare questa decisione su questo intervento',
    hint: 'Scegli uno dei punti proposti per la decisione, oppure indica una norma di legge e perché',
  },
  REASONS_MISSING: {
    status: 422,
    title: 'Manca la motivazione',
    hint: 'Scrivi in una frase perché, in parole che l’autore possa capire',
  },
  BASIS_NOT_NEEDED: {
    status: 422,
    title: 'Su questo social il contratto lascia conservare le prove',
    hint: 'Non serve registrare una base giuridica: le prove si conservano già, cifrate',
  },
  BASIS_INCOMPLETE: {
    status: 422,
    title: 'La base giuridica è incompleta',
    hint: 'Indica la norma, l’atto con cui l’ente l’ha fatta propria e per quanti giorni si conserva, fino a dieci anni',
  },
  REPORT_ALONE: {
    status: 422,
    title: 'La segnalazione alla piattaforma accompagna solo chi si nasconde o si rimuove',
    hint: 'Scegli di nascondere o di rimuovere, oppure togli la segnalazione',
  },
  REPLY_MISSING: { status: 422, title: 'Manca il testo della risposta', hint: 'Scrivi la risposta da pubblicare' },
  REPLY_TOO_LONG: {
    status: 422,
    title: 'La risposta è più lunga di quanto il social accetti',
    hint: 'Accorciala, oppure rimanda a una pagina del sito',
  },
  DECISION_NOT_POSSIBLE: {
    status: 422,
    title: 'Su questo social la decisione non si può applicare',
    hint: 'Scegli un’altra decisione: quelle possibili sono indicate accanto all’intervento',
  },
  KEY_REUSED: {
    status: 422,
    title: 'La chiave di ripetizione è già servita per un’altra decisione',
    hint: 'Ricarica la pagina e ripeti',
  },
  DECISION_NOT_FOUND: { status: 404, title: 'La decisione non esiste in questo ente', hint: 'Torna alla pratica' },
  NOT_UNDOABLE: {
    status: 422,
    title: 'Questa decisione non si può annullare',
    hint: 'Su questo social l’effetto è definitivo: lo si può solo spiegare o correggere con un nuovo intervento',
  },
  REVIEW_OPEN: {
    status: 409,
    title: 'Su questa decisione è aperto un riesame',
    hint: 'Lo conclude un’altra persona: chi ha deciso non annulla la propria decisione mentre qualcuno la contesta',
  },
  OVERTURNED_WORDS: {
    status: 403,
    title: 'Su queste parole una tua decisione è già stata annullata da un’altra persona',
    hint: 'Una nuova misura la decide chi è responsabile, o una persona diversa da chi aveva deciso',
  },
  ENFORCEMENT_OVER: {
    status: 409,
    title: 'Questa applicazione era di una decisione che non vale più',
    hint: 'Rileggi la pratica: si porta sul social solo la decisione in vigore',
  },
  DRAFT_UNREADABLE: {
    status: 422,
    title: 'La bozza ha degli errori e non si può provare sugli interventi passati',
    hint: 'Correggi i punti indicati nella bozza e riprova',
  },
  REPLAY_RUNNING: {
    status: 409,
    title: 'Stai già provando una bozza sugli interventi passati',
    hint: 'Aspetta che finisca, oppure interrompi quella prova',
  },
  REPLAY_BROKEN: {
    status: 500,
    title: 'La prova della bozza si è interrotta',
    hint: 'Riprova fra poco: quello che è già elencato resta valido',
  },
} as const;

export const moderationError = errorsOf(moderationErrors);
