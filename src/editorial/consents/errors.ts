// SPDX-License-Identifier: AGPL-3.0-or-later

export const consentErrors = {
  CONSENT_NOT_FOUND: {
    status: 404,
    title: 'Questa voce non è nel registro delle liberatorie di questo ente',
    hint: 'Torna al registro: forse hai aperto un indirizzo di un altro ente',
  },
  CONSENT_INCOMPLETE: {
    status: 422,
    title: 'Alla voce manca qualcosa',
    hint: 'Completa ciò che manca e registra di nuovo',
  },
  CONSENT_WITHDRAWN: {
    status: 409,
    title: 'Questa voce è già stata revocata o cancellata',
    hint: 'Rileggi la voce: vi trovi che cosa è stato tolto e che cosa manca',
  },
  CONSENT_COPIES_MOVED: {
    status: 409,
    title: 'Le copie pubblicate non sono più quelle che hai letto',
    hint: 'Rileggi l’elenco delle copie, poi conferma di nuovo',
  },
  CONSENT_IN_USE: {
    status: 409,
    title: 'Qualcosa di pubblicato, o una bozza, si appoggia ancora a questa persona',
    hint: 'Prima revoca la voce e togli le copie; poi cancella',
  },
  CONSENT_DOCUMENT_TYPE: {
    status: 415,
    title: 'Il documento non è un PDF, una JPEG o una PNG',
    hint: 'Allega la scansione in uno di questi formati, fino a 10 MB',
  },
  CONSENT_DOCUMENT_KEPT: {
    status: 409,
    title: 'La voce ha già il suo documento, che non si sostituisce',
    hint: 'Se il documento è un altro, registra una voce nuova',
  },
  CONSENT_DOCUMENT_NOT_FOUND: {
    status: 404,
    title: 'Questa voce non ha un documento allegato',
    hint: 'Leggi nella voce dove sta quello di carta',
  },
} as const;
