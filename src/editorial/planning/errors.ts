// SPDX-License-Identifier: AGPL-3.0-or-later

/** The refusals of the plan; the module's list has them among the others. */
export const planningErrors = {
  PLAN_NOT_FOUND: {
    status: 404,
    title: 'Il piano non esiste in questo ente',
    hint: 'Torna al piano editoriale: forse hai aperto un indirizzo di un altro ente',
  },
  PLAN_MOVED_ON: {
    status: 409,
    title: 'Qualcuno ha cambiato il piano mentre lo scrivevi',
    hint: 'Rileggilo com’è adesso e ripeti la modifica: quello che hai scritto è ancora nella tua pagina',
  },
  PLAN_CLOSED: {
    status: 409,
    title: 'Il piano non si può più cambiare',
    hint: 'È stato sostituito o lasciato cadere: aprine un altro',
  },
  PLAN_NOT_OPEN: {
    status: 409,
    title: 'In questo stato il piano non consente questo passo',
    hint: 'Rileggi il piano: forse qualcuno l’ha già proposto, approvato o rimandato',
  },
  PLAN_EMPTY: {
    status: 422,
    title: 'Nel piano non c’è ancora niente da approvare',
    hint: 'Aggiungi almeno un’uscita, o un compito nel piano di lavoro',
  },
  PLAN_KIND_FIXED: {
    status: 422,
    title: 'Un piano non cambia tipo',
    hint: 'Apri un altro piano del tipo che serve',
  },
  PLAN_FOUR_EYES: {
    status: 403,
    title: 'Chi ha scritto o proposto il piano non lo approva',
    hint: 'Chiedi l’approvazione a un’altra persona con l’incarico di responsabile',
  },
  PLAN_NOT_AS_READ: {
    status: 409,
    title: 'Il piano non è più quello che hai letto',
    hint: 'Rileggilo com’è adesso, poi ripeti',
  },
  PLAN_TIME_SKIPPED: {
    status: 422,
    title: 'A quell’ora, quel giorno, gli orologi di Roma non passano',
    hint: 'È la notte in cui comincia l’ora legale: scegli un’ora prima delle 2 o dalle 3 in poi',
  },
  CALENDAR_TOO_LONG: {
    status: 422,
    title: 'Il periodo chiesto non va bene',
    hint: 'Chiedi al massimo 100 giorni, dal primo all’ultimo',
  },
  CALENDAR_FILE_UNREADABLE: {
    status: 422,
    title: 'Il file non è un calendario iCalendar',
    hint: 'Esporta il calendario in formato .ics e riprova; al massimo 1 MB',
  },
  FEED_NOT_FOUND: {
    status: 404,
    title: 'Questo indirizzo di calendario non c’è, o è stato revocato',
    hint: 'Creane un altro dalla pagina del piano editoriale',
  },
  FEED_OF_ANOTHER: {
    status: 403,
    title: 'L’indirizzo è di un’altra persona',
    hint: 'Lo revoca chi l’ha creato, o chi ha l’incarico di responsabile',
  },
  FRESHNESS_NOT_FOUND: {
    status: 404,
    title: 'Questa data di revisione non c’è, o è già stata chiusa',
    hint: 'Ricarica l’elenco',
  },
  FRESHNESS_OF_NOTHING: {
    status: 422,
    title: 'Il contenuto non è uscito, o l’account non è fra quelli dell’ente',
    hint: 'Scegli dall’elenco ciò che si vede sulle pagine',
  },
} as const;
