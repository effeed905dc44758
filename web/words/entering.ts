// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseSummary } from '#moderation/contract';

/** What the dialog says that brings to the queue what was seen elsewhere. */
export const enteringWords = {
  open: 'Aggiungi un intervento visto altrove',
  title: 'Aggiungi un intervento visto altrove',
  detail:
    'Per ciò che il banco non legge da sé: recensioni, canali di messaggi, storie, dirette. Entra in coda come gli altri e nel registro resta che l’hai riportato tu.',
  account: 'Dove l’hai visto',
  choose: 'Scegli l’account',
  unread: 'Nessuno li legge per te',
  read: 'Letti dal banco',
  noAccounts: 'L’ente non ha account registrati: si registrano alla voce «Account».',
  kind: 'Che cos’è',
  kinds: {
    comment: 'un commento',
    'visitor-post': 'un post o una recensione di una persona',
    mention: 'una menzione',
    message: 'un messaggio privato',
    reply: 'una risposta a un altro commento',
  } satisfies Record<CaseSummary['kind'], string>,
  text: 'Testo',
  textHint: 'Parola per parola, com’è scritto.',
  author: 'Autore',
  authorHint: 'Il nome che si vede lì. Se non si vede, lascia vuoto: non cercarlo.',
  when: 'Quando è stato scritto',
  whenHint: 'Ora italiana, come la mostra il social.',
  link: 'Collegamento',
  linkHint: 'Facoltativo: l’indirizzo dove si vede.',
  media: 'Contiene foto, video o voce',
  mediaHint: 'Il banco non li analizza: chi decide li guarda sul posto.',
  confirm: 'Aggiungi alla coda',
  confirming: 'Invio in corso…',
  done: 'Intervento aggiunto: entra in coda appena è valutato.',
  failed: 'L’intervento non è stato aggiunto',
  required: {
    account: 'Scegli dove l’hai visto.',
    text: 'Scrivi il testo, oppure indica che contiene foto, video o voce.',
    textLong: (limit: string) => `Il testo è troppo lungo: al massimo ${limit} caratteri.`,
    when: 'Scrivi giorno e ora in cui è stato scritto.',
    ahead: 'È nel futuro: indica quando è stato scritto, come lo mostra il social.',
    link: 'Scrivi un indirizzo intero, che comincia con https://',
  },
} as const;
