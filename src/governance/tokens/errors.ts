// SPDX-License-Identifier: AGPL-3.0-or-later

export const tokenErrors = {
  TOKEN_OVER: {
    status: 401,
    title: 'Il gettone non vale',
    hint: 'È scaduto, è stato chiuso o non è di questo ente: chi lo usa ne faccia fare un altro',
  },
  TOKEN_TOO_NARROW: {
    status: 403,
    title: 'Con questo gettone non si può fare',
    hint: 'Un gettone legge e, se è detto, scrive bozze: decidere, approvare e pubblicare spetta alle persone',
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    title: 'Il gettone non è fra i tuoi',
    hint: 'Ricarica la pagina «Il tuo accesso»',
  },
  TOKENS_TOO_MANY: {
    status: 409,
    title: 'Hai già venti gettoni validi',
    hint: 'Chiudi quelli che non servono più',
  },
} as const;
