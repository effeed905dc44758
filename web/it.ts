// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance/contract';
import type { CaseSummary, CitedClause, DecisionKind, DecisionView } from '#moderation/contract';
import { auditWords } from './words/audit.ts';
import { decisionWords } from './words/decision.ts';
import { governanceWords } from './words/governance.ts';
import { moderationWords } from './words/moderation.ts';

// Every word that the desk shows. Words that come from the server (effects, reasons, notes) are already Italian.

type Act = DecisionView['enforcements'][number]['type'];
type Words<Key extends string> = Readonly<Record<Key, string>>;

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('it-IT')} ${number === 1 ? one : many}`;

export const it = {
  audit: auditWords,
  deciding: decisionWords,
  governance: governanceWords,
  moderation: moderationWords,
  product: 'Portavoce',
  desk: 'Banco social',
  demo: 'Dimostrazione: persone e interventi sono inventati, nulla parte verso i social veri.',
  skipToContent: 'Vai al contenuto',
  sections: 'Sezioni del banco',
  body: 'Ente',
  changeBody: 'Cambia ente',
  shortcuts: 'Scorciatoie da tastiera',
  shortcutsHint: 'Tasti singoli per muoversi e scegliere. Da spente, tutto si fa con Tab e Invio.',
  advance: 'Passa alla pratica successiva',
  advanceHint: 'Dopo la conferma si apre la prossima da decidere.',
  calm: 'Vista riposata',
  calmHint:
    'Tutto in grigio; coperti, finché non li chiedi, le parole degli interventi gravi e foto, video e voci di tutti. I video e le voci partono muti, e mai da soli.',
  shortcutsHelp: 'Elenco dei tasti',
  signOut: 'Esci',
  close: 'Chiudi',
  cancel: 'Lascia stare',
  retry: 'Riprova',
  reload: 'Ricarica la pratica',
  slow: 'Il server ci mette più del solito. Se non serve, non ricaricare la pagina.',
  offline: 'Non c’è collegamento con il server. Quello che scrivi resta qui; gli aggiornamenti riprendono da soli.',
  loading: 'Caricamento in corso',
  licence: 'Portavoce è software libero, con licenza AGPL-3.0-or-later.',
  notFound: {
    title: 'Pagina non trovata',
    detail: 'L’indirizzo non porta a nessuna pagina del banco.',
    back: 'Torna alla coda',
  },
  broken: {
    title: 'Qualcosa non ha funzionato',
    detail: 'La pagina non si è aperta. Ricaricala; se capita ancora, avvisa chi gestisce il banco.',
  },
  noMandate: {
    title: 'Nessun incarico per questo ente',
    detail: 'Con questo accesso non puoi lavorare qui. Chiedi l’incarico a chi gestisce il banco dell’ente.',
  },
  role: { moderator: 'moderazione', head: 'responsabile', auditor: 'controllo' } satisfies Words<Role>,
  nav: {
    queue: 'Coda',
    record: 'Registro',
    rulebook: 'Policy',
    published: 'Policy pubblica',
    internal: 'Policy interna',
    more: 'Altro',
    groups: { work: 'Lavoro', rules: 'Regole e testi', body: 'Ente' },
  },
  network: {
    facebook: 'Facebook',
    instagram: 'Instagram',
    threads: 'Threads',
    x: 'X',
    linkedin: 'LinkedIn',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    bluesky: 'Bluesky',
    mastodon: 'Mastodon',
    other: 'Altro canale',
  } as Readonly<Record<string, string>>,
  kind: {
    comment: 'Commento',
    'visitor-post': 'Post di un visitatore',
    mention: 'Menzione',
    message: 'Messaggio diretto',
    reply: 'Risposta',
  } satisfies Words<CaseSummary['kind']>,
  priority: ['Grave', 'Alta', 'Ordinaria', 'Bassa'] as const,
  modality: {
    'must-remove': 'va rimosso',
    'may-remove': 'può essere rimosso',
    'no-reply': 'non si risponde',
    route: 'va inoltrato',
    asked: 'si chiede agli utenti',
    protected: 'tutelato: non si rimuove',
  } satisfies Words<CitedClause['modality']>,
  look: 'guardare',
  proposal: {
    none: 'nessun atto',
    answer: 'rispondi',
    route: 'inoltra all’ufficio',
    hide: 'nascondi',
    remove: 'rimuovi',
    hold: 'trattieni prima di pubblicare',
    warn: 'avvisa l’autore',
    report: 'segnala alla piattaforma',
  } satisfies Words<CaseSummary['proposal']>,
  decision: {
    publish: 'Lascia pubblico',
    hide: 'Nascondi',
    remove: 'Rimuovi',
    reply: 'Rispondi',
    route: 'Inoltra all’ufficio',
    'no-action': 'Archivia senza atti',
  } satisfies Words<DecisionKind>,
  decided: {
    publish: 'Lasciato pubblico',
    hide: 'Nascosto',
    remove: 'Rimosso',
    reply: 'Risposto',
    route: 'Inoltrato all’ufficio',
    'no-action': 'Archiviato',
  } satisfies Words<DecisionKind>,
  enforcement: {
    none: 'nessun invio al social',
    queued: 'in coda',
    sent: 'inviata, in attesa di conferma',
    'under-way': 'in corso, a passi',
    confirmed: 'confermata sul social',
    unknown: 'esito ignoto: si sta verificando',
    failed: 'non riuscita',
    'by-hand': 'da fare a mano',
    cancelled: 'annullata prima dell’invio',
  } satisfies Words<CaseSummary['enforcement']>,
  /** After the name of an act: «Nascondere: non riuscito». */
  outcome: {
    none: 'nessun invio al social',
    queued: 'in corso',
    sent: 'in corso',
    'under-way': 'in corso',
    confirmed: 'fatto',
    unknown: 'esito ignoto',
    failed: 'non riuscito',
    'by-hand': 'da fare a mano',
    cancelled: 'annullato prima dell’invio',
  } satisfies Words<CaseSummary['enforcement']>,
  act: {
    hide: 'Nascondere',
    unhide: 'Mostrare di nuovo',
    remove: 'Rimuovere',
    reply: 'Rispondere',
    report: 'Segnalare alla piattaforma',
    approve: 'Approvare',
    'answer-message': 'Rispondere al messaggio privato',
    ban: 'Bloccare l’autore',
    unban: 'Sbloccare l’autore',
    publish: 'Pubblicare',
    'edit-post': 'Modificare il post',
    'remove-post': 'Ritirare il post',
    'close-comments': 'Chiudere i commenti',
    'open-comments': 'Riaprire i commenti',
  } satisfies Words<Act>,
  flags: {
    edited: 'modificato',
    deleted: 'cancellato dall’autore',
    media: 'non analizzato: guardare',
  },
  deadline: {
    missing: 'dato mancante: orario',
    overdue: 'scaduto',
    overdueBy: (span: string) => `scaduto da ${span}`,
    today: (time: string) => `entro le ${time}`,
    tomorrow: (time: string) => `entro domani alle ${time}`,
    later: (day: string, time: string) => `entro ${day} alle ${time}`,
  },
  count: {
    arrivals: (number: number) => count(number, 'nuovo intervento', 'nuovi interventi'),
    grave: (number: number) => count(number, 'grave', 'gravi'),
    open: (number: number) => count(number, 'da decidere', 'da decidere'),
    entries: (number: number) => count(number, 'annotazione', 'annotazioni'),
    items: (number: number) => count(number, 'intervento ricevuto', 'interventi ricevuti'),
    measures: (number: number) =>
      number === 0 ? 'nessuno nascosto o rimosso' : count(number, 'nascosto o rimosso', 'nascosti o rimossi'),
    entered: {
      open: (number: number) => count(number, 'intervento tornato da decidere', 'interventi tornati da decidere'),
      decided: (number: number) => count(number, 'intervento appena deciso', 'interventi appena decisi'),
      stuck: (number: number) => count(number, 'nuovo da sistemare', 'nuovi da sistemare'),
    },
  },
} as const;
