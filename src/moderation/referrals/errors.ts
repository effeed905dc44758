// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const referralRoomErrors = {
  OFFICE_MISSING: {
    status: 422,
    title: 'Manca l’ufficio a cui inoltrare',
    hint: 'Scegli un ufficio dall’elenco; se manca, lo aggiunge chi dirige la comunicazione nella pagina degli uffici',
  },
  REFERRAL_NOT_FOUND: {
    status: 404,
    title: 'L’inoltro non esiste in questo ente',
    hint: 'Torna alla pagina degli inoltri',
  },
  REFERRAL_OVER: {
    status: 409,
    title: 'L’inoltro è già concluso',
    hint: 'Ricarica la pratica: forse è stato ritirato, o l’ufficio ha già risposto',
  },
  OUTCOME_MISSING: {
    status: 422,
    title: 'La richiesta non ha ancora un esito',
    hint: 'Rispondi o inoltra all’ufficio; se è già stata risolta altrove, o non è una richiesta, scrivilo accanto alla pratica',
  },
  ANSWERS_ENOUGH: {
    status: 409,
    title: 'L’ufficio ha già risposto più volte',
    hint: 'Per altro, scrivete al banco social',
  },
} as const;

export const referralError = errorsOf(referralRoomErrors);
