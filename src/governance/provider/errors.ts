// SPDX-License-Identifier: AGPL-3.0-or-later

export const providerErrors = {
  PROVIDER_NOT_FOUND: {
    status: 404,
    title: 'L’ente non ha un servizio di accesso proprio',
    hint: 'Entra con il tuo indirizzo e la tua password',
  },
  PROVIDER_AWAY: {
    status: 502,
    title: 'Il servizio di accesso dell’ente non risponde',
    hint: 'Riprova fra poco; se continua, avvisa chi gestisce il servizio dell’ente',
  },
  PROVIDER_WRONG: {
    status: 422,
    title: 'Il servizio di accesso non può essere registrato così',
    hint: 'Serve un indirizzo https, e almeno un valore di acr o di amr che dica che il secondo fattore è stato mostrato',
  },
} as const;
