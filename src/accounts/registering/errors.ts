// SPDX-License-Identifier: AGPL-3.0-or-later

/** What may be refused in the life of an account. */
export const registeringErrors = {
  NETWORK_NOT_IN_POLICY: {
    status: 409,
    title: 'La policy non presenta questo social, e non dice chi può aggiungerlo',
    hint: 'Prima va cambiato l’elenco dei canali nella policy, con il suo atto',
  },
  ACCOUNT_NOT_AUTHORISED: {
    status: 409,
    title: 'L’account non è stato autorizzato',
    hint: 'Serve una richiesta autorizzata con il suo atto: si presenta nella pagina «Registro degli account»',
  },
  ACCOUNT_REQUEST_OPEN: {
    status: 409,
    title: 'La stessa richiesta è già stata presentata',
    hint: 'È nel registro degli account, e aspetta il parere o l’autorizzazione',
  },
  REQUEST_NOT_FOUND: {
    status: 404,
    title: 'La richiesta non esiste',
    hint: 'Ricarica il registro degli account',
  },
  REQUEST_MOVED_ON: {
    status: 409,
    title: 'La richiesta è già andata avanti',
    hint: 'Ricarica il registro degli account: qualcuno l’ha già trattata',
  },
  REQUEST_NOT_AUTHORISED: {
    status: 409,
    title: 'Questa richiesta non è autorizzata per questo social, oppure è già stata usata',
    hint: 'Scegli una delle richieste autorizzate e non ancora usate',
  },
  REQUEST_INCOMPLETE: {
    status: 422,
    title: 'Nella richiesta manca qualcosa',
    hint: 'Rispondi a tutte le domande del modulo, con almeno tre caratteri',
  },
  KEEPER_UNKNOWN: {
    status: 422,
    title: 'Chi cura l’account dev’essere una persona con un incarico nell’ente',
    hint: 'Scegli una persona dell’elenco: un ufficio o una casella condivisa non bastano',
  },
  KEEPER_ALREADY: {
    status: 409,
    title: 'Questa persona cura già l’account',
    hint: 'Scegline un’altra, oppure lascia tutto com’è',
  },
  KEEPER_NOT_FOUND: {
    status: 404,
    title: 'Questa persona non cura l’account',
    hint: 'Ricarica la pagina: qualcuno può averle già tolto l’incarico',
  },
  OPINION_MISSING: {
    status: 409,
    title: 'Manca il parere che la policy vuole prima dell’autorizzazione',
    hint: 'Lo esprime l’ufficio indicato dalla policy; poi la richiesta si può autorizzare',
  },
  NOT_YOUR_OFFICE: {
    status: 403,
    title: 'La policy affida questo passo a un altro ufficio',
    hint: 'Lo compie chi ha un incarico in quell’ufficio',
  },
  OWN_ACCOUNT_REQUEST: {
    status: 403,
    title: 'Chi ha presentato la richiesta non ne dà il parere e non la autorizza',
    hint: 'Lo deve fare un’altra persona',
  },
  ACT_OF_ANOTHER: {
    status: 422,
    title: 'L’atto non è di chi, secondo la policy, autorizza',
    hint: 'Serve l’atto di chi è indicato dalla policy',
  },
  ACCOUNT_STATE_WRONG: {
    status: 409,
    title: 'L’account non è nello stato da cui si può fare questo passo',
    hint: 'Ricarica la pagina: qualcuno può averlo già sospeso, riattivato o chiuso',
  },
  TEXTS_CHANGED: {
    status: 409,
    title: 'I testi del profilo sono cambiati mentre li guardavi',
    hint: 'Ricarica la pagina, guarda i testi di adesso e ripeti il controllo',
  },
  PROFILE_BY_HAND: {
    status: 409,
    title: 'Su questo social nessun programma legge la presentazione del profilo',
    hint: 'Apri il profilo sul social e registra il controllo a mano',
  },
  PROFILE_NOT_READ: {
    status: 502,
    title: 'Il social non ha fatto leggere la presentazione del profilo',
    hint: 'Riprova fra poco, oppure apri il profilo sul social e registra il controllo a mano',
  },
  ARCHIVE_NOT_FOUND: {
    status: 404,
    title: 'Di questo account non c’è un archivio',
    hint: 'L’archivio si forma quando l’account viene chiuso',
  },
  IMPOSTOR_NOT_FOUND: {
    status: 404,
    title: 'Questo account non ufficiale non è nell’elenco',
    hint: 'Ricarica il registro degli account',
  },
  IMPOSTOR_MOVED_ON: {
    status: 409,
    title: 'Di questo account non ufficiale è già stato annotato l’esito',
    hint: 'Ricarica il registro degli account',
  },
  IMPOSTOR_KNOWN: {
    status: 409,
    title: 'Questo account non ufficiale è già nell’elenco',
    hint: 'Guarda nel registro degli account a che punto è la sua pratica',
  },
  IMPOSTOR_IS_OURS: {
    status: 409,
    title: 'Questo indirizzo è di un account ufficiale dell’ente',
    hint: 'Controlla l’indirizzo: nell’elenco vanno solo account che non sono dell’ente',
  },
  SECRET_IN_TEXT: {
    status: 422,
    title: 'In un campo di testo sembra esserci una credenziale',
    hint: 'Password, codici e token si scrivono soltanto nel modulo delle credenziali, che li cifra',
  },
} as const;
