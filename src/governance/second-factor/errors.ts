// SPDX-License-Identifier: AGPL-3.0-or-later

export const secondFactorErrors = {
  SECOND_FACTOR_NEEDED: {
    status: 403,
    title: 'Il tuo ente chiede il secondo fattore a chi ha il tuo incarico',
    hint: 'Attivalo alla pagina «Il tuo accesso», dal menu con il tuo nome, oppure entra con il servizio dell’ente',
  },
  SECOND_FACTOR_WRONG: {
    status: 401,
    title: 'Il codice non è giusto, oppure è già stato usato',
    hint: 'Aspetta il codice nuovo sul telefono e scrivilo; se il telefono non c’è, usa un codice di recupero',
  },
  SECOND_FACTOR_OVER: {
    status: 401,
    title: 'È passato troppo tempo dalla password',
    hint: 'Ricomincia l’accesso dall’indirizzo e dalla password',
  },
  SECOND_FACTOR_ON: {
    status: 409,
    title: 'Il secondo fattore è già attivo',
    hint: 'Per cambiare telefono, prima toglilo con un codice e poi attivalo di nuovo',
  },
  SECOND_FACTOR_OFF: {
    status: 409,
    title: 'Il secondo fattore non è attivo',
    hint: 'Attivalo alla pagina «Il tuo accesso», dal menu con il tuo nome',
  },
  SECOND_FACTOR_NOT_HERE: {
    status: 409,
    title: 'Hai fatto l’accesso con il servizio del tuo ente, che ha già un secondo fattore suo',
    hint: 'Il secondo fattore del banco serve soltanto a chi entra con una password del banco',
  },
  PASSWORD_WRONG: {
    status: 403,
    title: 'La password non è giusta',
    hint: 'Scrivi la password con cui entri nel banco',
  },
  SECOND_FACTOR_ELSEWHERE: {
    status: 409,
    title: 'La persona lavora anche per altri enti: nessun ente può toglierle da solo il secondo fattore',
    hint: 'Può usare uno dei suoi codici di recupero; se non ne ha più, lo toglie chi gestisce l’installazione',
  },
} as const;
