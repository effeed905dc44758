// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const folderErrors = {
  FOLDER_IN_SERVICE: {
    status: 500,
    title: 'Questa cartella di dati è di un banco in servizio: la dimostrazione non vi si può avviare',
    hint: 'Per questi dati avvia con `npm start -- --empty`; per la dimostrazione indica un’altra cartella, per esempio: PORTAVOCE_DATA=./data-prova npm start',
  },
  FOLDER_OF_DEMO: {
    status: 500,
    title: 'Questa cartella di dati è di una dimostrazione: un banco in servizio non vi si può avviare',
    hint: 'Per la dimostrazione avvia senza `--empty`; per il servizio indica un’altra cartella, per esempio: PORTAVOCE_DATA=/srv/portavoce/dati npm start -- --empty',
  },
  FOLDER_UNCLEAR: {
    status: 500,
    title: 'Nella cartella dei dati il file che dice se è una dimostrazione non si legge',
    hint: 'Rimetti il file dalla copia: contiene la sola parola demo, oppure empty',
  },
} as const;

export const pageErrors = {
  NO_SECURITY_CONTACT: {
    status: 404,
    title: 'Chi gestisce questo banco non ha indicato un recapito per le segnalazioni di sicurezza',
    hint: 'Scrivi all’ente che lo usa; chi gestisce il banco può indicarlo in PORTAVOCE_SECURITY_CONTACT',
  },
} as const;

export const rehearsalErrors = {
  STORY_UNKNOWN: {
    status: 404,
    title: 'Questa storia non c’è',
    hint: 'Ricarica la pagina della palestra e scegli una delle storie dell’elenco',
  },
  REHEARSAL_BEGINNING: {
    status: 409,
    title: 'Il mondo simulato sta ricominciando da capo',
    hint: 'Riprova fra qualche secondo',
  },
} as const;

export const folderError = errorsOf(folderErrors);
export const pageError = errorsOf(pageErrors);
export const rehearsalError = errorsOf(rehearsalErrors);
