// SPDX-License-Identifier: AGPL-3.0-or-later

export const peopleErrors = {
  PERSON_NOT_HERE: {
    status: 404,
    title: 'La persona non è fra quelle di questo ente',
    hint: 'Ricarica la pagina delle persone',
  },
  MANDATE_NOT_FOUND: {
    status: 404,
    title: 'L’incarico non è fra quelli di questo ente',
    hint: 'Ricarica la pagina delle persone: forse qualcuno l’ha già tolto',
  },
  MANDATE_HELD: {
    status: 409,
    title: 'La persona ha già un incarico in questa veste',
    hint: 'Chiudi quello che ha, oppure scegli un’altra veste',
  },
  MANDATE_OVER: {
    status: 409,
    title: 'L’incarico è già finito',
    hint: 'Se serve ancora, danne uno nuovo con il suo atto',
  },
  MANDATE_DATES: {
    status: 422,
    title: 'Le date dell’incarico non stanno insieme',
    hint: 'La fine viene dopo l’inizio, e non è già passata; la data dell’atto non è nel futuro',
  },
  MANDATE_OWN: {
    status: 403,
    title: 'Nessuno dà, cambia o toglie i propri incarichi',
    hint: 'Chiedi a un’altra persona che ha l’incarico di responsabile',
  },
  MANDATE_CHANNELS: {
    status: 422,
    title: 'I canali dell’incarico non sono fra quelli dell’ente',
    hint: 'Scegli fra i social e gli account del registro',
  },
  SUPPLIER_IS_EXTERNAL: {
    status: 422,
    title: 'Un fornitore è esterno, e il suo incarico ha una fine',
    hint: 'Indica che è esterno e fino a quando vale l’incarico',
  },
  HEAD_EVERYWHERE: {
    status: 422,
    title: 'Chi è responsabile o dirige lo è su tutti i canali',
    hint: 'Togli i canali, oppure scegli una veste che non dirige',
  },
  ONLY_DIRECTORS: {
    status: 422,
    title: 'Soltanto chi dirige può farlo per delega, e soltanto chi dirige coordina il gruppo di lavoro',
    hint: 'Togli la delega o il coordinamento, oppure scegli la veste di chi dirige',
  },
  FIRST_IS_THERE: {
    status: 409,
    title: 'L’ente ha già una persona responsabile',
    hint: 'Le altre persone le registra lei, nella pagina «Persone»',
  },
  LAST_HEAD: {
    status: 409,
    title: 'È l’unica persona responsabile rimasta: senza di lei nessuno potrebbe dare incarichi',
    hint: 'Dai prima l’incarico di responsabile a un’altra persona',
  },
  LINK_BY_LETTER_ONLY: {
    status: 409,
    title: 'La persona lavora anche per altri enti: il collegamento può andare solo al suo indirizzo',
    hint: 'Serve un server di posta: chiedi a chi gestisce il banco di indicarlo',
  },
  LINK_OVER: {
    status: 404,
    title: 'Il collegamento non vale più',
    hint: 'È già stato usato, è scaduto o ne è stato fatto un altro: chiedine uno nuovo al tuo ente',
  },
  TASK_NOT_FOUND: {
    status: 404,
    title: 'La cosa da fare non è fra quelle di questo ente',
    hint: 'Ricarica la pagina delle persone',
  },
} as const;
