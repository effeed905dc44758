// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';
import { cautionErrors } from './cautions/errors.ts';
import { consentErrors } from './consents/errors.ts';
import { mediaErrors } from './media/errors.ts';
import { planningErrors } from './planning/errors.ts';

export const editorialErrors = {
  CONTENT_NOT_FOUND: {
    status: 404,
    title: 'La bozza non esiste in questo ente',
    hint: 'Torna all’elenco: forse hai aperto un indirizzo di un altro ente',
  },
  CONTENT_VERSION_NOT_FOUND: { status: 404, title: 'Questa versione della bozza non c’è', hint: 'Torna alla bozza' },
  ...mediaErrors,
  ACCOUNT_NOT_ACTIVE: {
    status: 422,
    title: 'Una variante è per un account che non è fra quelli attivi dell’ente',
    hint: 'Togli la variante, o chiedi di riattivare l’account nel registro',
  },
  CONTENT_MOVED_ON: {
    status: 409,
    title: 'Qualcuno ha salvato la bozza mentre la scrivevi',
    hint: 'Rileggi che cosa è cambiato e salva di nuovo: quello che hai scritto è ancora nella tua pagina',
  },
  CONTENT_CLOSED: {
    status: 409,
    title: 'La bozza non si può più cambiare',
    hint: 'Quello che è uscito si corregge o si ritira, con il motivo',
  },
  CONTENT_NOT_OPEN: {
    status: 409,
    title: 'In questo stato la bozza non consente questo passo',
    hint: 'Rileggi la bozza: forse qualcuno l’ha già proposta, approvata o rimandata',
  },
  NOT_READY: {
    status: 422,
    title: 'La bozza non può ancora andare avanti',
    hint: 'Risolvi ciò che la ferma: è elencato accanto alle varianti',
  },
  NOTHING_CHANGED: {
    status: 422,
    title: 'La correzione non cambia nessun testo uscito',
    hint: 'Correggi il testo di almeno una variante, oppure lascia stare la correzione',
  },
  CORRECTION_OF_TEXT: {
    status: 422,
    title: 'Di ciò che è già uscito si corregge il testo soltanto',
    hint: 'Per cambiare immagini, collegamenti o account ritira i post e prepara un’altra bozza',
  },
  CONTENT_FOUR_EYES: {
    status: 403,
    title: 'Chi ha scritto o proposto la bozza non la approva',
    hint: 'Chiedi l’approvazione a un’altra persona con l’incarico di responsabile',
  },
  OTHER_APPROVER: {
    status: 403,
    title: 'La policy dice chi approva i contenuti, e il tuo incarico è di un altro ufficio',
    hint: 'Chiedi l’approvazione a chi ha l’incarico di responsabile in quell’ufficio',
  },
  NOT_WHAT_WAS_READ: {
    status: 409,
    title: 'La bozza non è più quella che hai letto',
    hint: 'Rileggila com’è adesso, poi ripeti',
  },
  UNTIL_WRONG: {
    status: 422,
    title: 'La scadenza dell’approvazione non va bene',
    hint: 'Scegli un momento nel futuro, dopo l’ora di uscita ed entro un anno',
  },
  APPROVAL_MISSING: {
    status: 409,
    title: 'Nessuna approvazione vale per questo contenuto',
    hint: 'Falla approvare, poi pubblica',
  },
  APPROVAL_EXPIRED: {
    status: 409,
    title: 'L’approvazione è scaduta',
    hint: 'Proponi di nuovo la bozza e falla approvare',
  },
  APPROVAL_OF_ANOTHER: {
    status: 409,
    title: 'Ciò che dovrebbe uscire non è ciò che è stato approvato',
    hint: 'Proponi di nuovo la bozza e falla approvare com’è adesso',
  },
  APPROVAL_OF_OLD_POLICY: {
    status: 409,
    title: 'Dopo l’approvazione è entrata in vigore un’altra versione della policy',
    hint: 'Proponi di nuovo la bozza e falla approvare sotto la policy di oggi',
  },
  TOO_EARLY: {
    status: 409,
    title: 'Non è ancora l’ora di uscita',
    hint: 'Aspetta l’ora approvata, oppure cambiala e falla approvare di nuovo',
  },
  OUTINGS_STOPPED: {
    status: 409,
    title: 'Tutte le uscite dell’ente sono ferme',
    hint: 'Chi ha l’incarico di responsabile le fa ripartire, in «Bozze e pubblicazione», con il motivo',
  },
  OUTINGS_NOT_STOPPED: {
    status: 409,
    title: 'Le uscite non sono ferme',
    hint: 'Rileggi la pagina: forse qualcuno le ha già fatte ripartire',
  },
  CHOICES_MISSING: {
    status: 422,
    title: 'Di qualcosa che uscirebbe in ritardo non hai detto che cosa farne',
    hint: 'Rileggi l’elenco: nel frattempo può essersi aggiunto qualcosa. Di ciascuno scegli se esce o se cade',
  },
  URGENCY_NOT_ALLOWED: {
    status: 409,
    title: 'Nessun atto dell’ente consente le correzioni urgenti',
    hint: 'Apri la correzione e falla approvare; oppure chi ha l’incarico di responsabile indica l’atto che le consente',
  },
  RATIFY_FIRST: {
    status: 409,
    title: 'Una correzione urgente di questo contenuto aspetta ancora la ratifica',
    hint: 'Falla ratificare da un’altra persona, o annullala',
  },
  NOTHING_TO_RATIFY: {
    status: 409,
    title: 'Non c’è nessuna correzione urgente da ratificare',
    hint: 'Rileggi la bozza: forse qualcuno l’ha già ratificata o annullata',
  },
  NEEDS_A_PERSON: {
    status: 422,
    title: 'La policy vieta la pubblicazione automatica su un canale della bozza',
    hint: 'Scegli che sia una persona a farla partire',
  },
  OUTING_NOT_FOUND: { status: 404, title: 'Questa uscita non esiste in questo ente', hint: 'Torna alla bozza' },
  OUTING_NOT_BY_HAND: {
    status: 409,
    title: 'Questa uscita non aspetta una persona',
    hint: 'Rileggi la bozza: nel frattempo può essere riuscita o essere stata ritirata',
  },
  STILL_GOING: {
    status: 409,
    title: 'Su qualche account l’uscita non è ancora conclusa',
    hint: 'Aspetta che si concluda, oppure ritira quella che non riesce; poi correggi',
  },
  NOT_OUT: {
    status: 409,
    title: 'La bozza non è uscita',
    hint: 'Si corregge o si ritira solo ciò che è stato pubblicato',
  },
  ...consentErrors,
  ...planningErrors,
  ...cautionErrors,
} as const;

export const editorialError = errorsOf(editorialErrors);
