// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficeKind, OfficeOpening } from '#governance/contract';
import type { CaseReferrals, Outcome, OutcomeRequest, ReferralState, ReferralView } from '#moderation/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('it-IT')} ${number === 1 ? one : many}`;
const DAYS = ['', 'lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'] as const;
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const hours = (minutes: number) =>
  minutes % 60 === 0 ? count(minutes / 60, 'ora', 'ore') : count(minutes, 'minuto', 'minuti');

/** What is said of requests handed to offices: beside a case, on the page of referrals and on that of offices. */
export const referralWords = {
  nav: 'Inoltri',
  missing: 'dato mancante',
  panel: {
    title: 'Ufficio ed esito',
    loading: 'Leggo di chi è la pratica',
    failed: 'Gli inoltri non si leggono',
    owner: (office: string, clause: string | null) =>
      clause === null
        ? `In carico a: ${office}. La policy non indica un ufficio.`
        : `In carico a: ${office} (punto ${clause}).`,
    routes: 'La policy la manda a:',
    route: ({ name, clause }: CaseReferrals['routes'][number]) => `${name} (punto ${clause})`,
    notKept: 'non è nell’elenco degli uffici: dato mancante',
    owed: (clauses: readonly string[]) =>
      `È una richiesta: non si chiude senza un esito (${clauses.length === 1 ? 'punto' : 'punti'} ${clauses.join(', ')}). Rispondi, inoltra all’ufficio, oppure scrivi com’è andata.`,
    outcome: {
      answered: 'Esito: risposto.',
      'link-provided': 'Esito: risposto con un collegamento utile.',
      routed: 'Esito: inoltrata all’ufficio',
      'answered-elsewhere': 'Esito: risolta altrove.',
      'no-request': 'Esito: non è una richiesta.',
    } satisfies Words<Outcome>,
    routedTo: (office: string | null) => (office === null ? '.' : ` «${office}».`),
    noted: (by: string, note: string | null) => (note === null ? by : `${by}: «${note}»`),
    note: 'Scrivi l’esito…',
  },
  outcomeDialog: {
    title: 'Com’è finita la richiesta',
    choose: 'Esito',
    options: {
      'answered-elsewhere': 'È stata risolta altrove (telefono, sportello, un’altra risposta)',
      'no-request': 'Non è una richiesta',
    } satisfies Words<OutcomeRequest['outcome']>,
    note: 'In una frase',
    noteHint: 'Resta nel registro degli esiti: niente dati di persone.',
    required: 'Scrivi almeno tre caratteri.',
    save: 'Registra l’esito',
    failed: 'L’esito non è registrato',
  },
  fields: {
    office: 'A quale ufficio',
    officeRequired: 'Scegli l’ufficio.',
    none: 'Nessun ufficio in elenco. Lo aggiunge la persona responsabile nella pagina «Inoltri».',
    choose: 'Scegli un ufficio',
    proposed: 'proposto dalla policy',
    byHand: 'consegna a mano',
    note: 'Che cosa chiedi all’ufficio',
    noteHint: 'Serve a chi risponde. Se parla di salute o di dati di una persona resta dietro il collegamento.',
    wait: 'Leggo gli uffici',
  },
  answers: {
    title: 'Risposta dell’ufficio arrivata',
    use: 'Usa come risposta',
    used: 'Il testo dell’ufficio è nella risposta: rivedilo prima di mandarlo.',
    erased: 'Testo cancellato.',
    from: (office: string, by: string | null) => (by === null ? office : `${office} – ${by}`),
  },
  state: {
    queued: 'lettera in partenza',
    'by-hand': 'lettera da consegnare a mano',
    sent: 'lettera mandata',
    taken: 'presa in carico dall’ufficio',
    answered: 'risposta arrivata',
    withdrawn: 'ritirato',
  } satisfies Words<ReferralState>,
  one: {
    to: (office: string) => `Inoltro all’ufficio «${office}»`,
    note: 'Chiesto:',
    linkOnly: 'La lettera porta solo il collegamento.',
    reminded: 'ricordata',
    escalated: 'senza risposta: avvisato chi dirige',
    lookAt: 'promemoria',
    noTerms: 'Nessun promemoria: l’ente non ha scelto i tempi (dato mancante).',
    link: {
      open: 'collegamento valido',
      over: 'collegamento scaduto',
      revoked: 'collegamento revocato',
    } satisfies Words<ReferralView['link']['state']>,
    letter: 'Lettera da consegnare',
    letterTo: (to: string | null) => (to === null ? 'L’ufficio non ha un indirizzo: consegnala tu.' : `A: ${to}`),
    carried: 'L’ho consegnata',
    receipt: 'L’ufficio l’ha presa in carico',
    enter: 'Scrivi la risposta dell’ufficio…',
    revoke: 'Revoca il collegamento',
    renew: 'Manda un nuovo collegamento',
    failed: 'Non è riuscito',
  },
  answerDialog: {
    title: (office: string) => `Risposta dell’ufficio «${office}»`,
    text: 'Che cosa ha risposto',
    hint: 'Torna alla pratica: la rivedi prima di scrivere a chi ha chiesto.',
    required: 'Scrivi la risposta.',
    save: 'Registra la risposta',
    failed: 'La risposta non è registrata',
  },
  board: {
    title: 'Inoltri',
    intro: 'Le richieste passate agli uffici: che cosa aspetta, che cosa è tornato, che cosa la policy manda a chi.',
    offices: 'Uffici e tempi',
    failed: 'Gli inoltri non si leggono',
    answered: 'Risposte arrivate',
    answeredNone: 'Nessuna risposta in attesa di essere usata.',
    waiting: 'In attesa dell’ufficio',
    waitingNone: 'Nessun inoltro in attesa.',
    columns: { case: 'Pratica', office: 'Ufficio', state: 'Stato', since: 'Dal' },
    case: (number: number) => `n. ${number}`,
    queues: 'Code degli uffici',
    queuesNone: 'Nessuna pratica aperta.',
    queuesIntro: 'Pratiche aperte: «in carico» dal primo momento, «da passare» dove un punto della policy le manda lì.',
    queueColumns: { office: 'Ufficio', owned: 'In carico', sent: 'Da passare' },
    show: (office: string) => `Pratiche di: ${office}`,
    role: { owner: 'in carico', route: 'da passare' },
  },
  offices: {
    title: 'Uffici e tempi degli inoltri',
    intro: 'Gli uffici a cui il banco passa le richieste. Li tiene la persona responsabile.',
    back: 'Torna agli inoltri',
    failed: 'Gli uffici non si leggono',
    noMail: 'Non c’è un server di posta: le lettere si consegnano a mano, con il testo pronto da copiare.',
    list: 'Uffici',
    none: 'Nessun ufficio: finché non ce n’è uno non si può inoltrare.',
    columns: { name: 'Ufficio', kind: 'Tipo', email: 'E-mail', hours: 'Orario' },
    deskHours: 'quello del banco',
    hours: ({ days, ranges }: OfficeOpening) =>
      `${days.map((day) => DAYS[day]).join(' ')}, ${ranges.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(' e ')}`,
    named: 'Nella policy',
    namedIntro: 'Gli uffici che la policy in vigore nomina. Chi manca in elenco non può ricevere.',
    namedColumns: { name: 'Ufficio', clauses: 'Punti', address: 'Indirizzo', office: 'In elenco' },
    inList: 'sì',
    add: 'Aggiungi un ufficio',
    addShort: 'Aggiungi',
    addThis: (name: string) => `Aggiungi «${name}»`,
    change: 'Modifica',
    changeThis: (name: string) => `Modifica «${name}»`,
    kind: {
      urp: 'relazioni con il pubblico (URP)',
      secretariat: 'segreteria',
      press: 'ufficio stampa',
      service: 'servizio',
      disciplinary: 'ufficio disciplinare',
      other: 'altro',
    } satisfies Words<OfficeKind>,
    fields: {
      name: 'Nome',
      kind: 'Tipo',
      email: 'E-mail',
      emailHint: 'Vuota: la lettera si consegna a mano.',
      alsoNamed: 'Come lo chiama la policy, se diversamente',
      alsoNamedHint: 'Un nome per riga.',
      substitutes: 'Sostituti',
      substitutesHint: 'Indirizzi e-mail, uno per riga: ricevono anche loro i promemoria.',
      own: 'Ha un orario diverso da quello del banco',
      days: 'Giorni',
      from: 'Dalle',
      to: 'Alle',
      holidays: 'Anche nei giorni festivi',
    },
    save: 'Salva l’ufficio',
    close: 'Togli dall’elenco',
    saveFailed: 'L’ufficio non è salvato',
    terms: 'Tempi',
    termsIntro:
      'Nessuna policy li dà: li sceglie l’ente, con un atto. Contano le ore di lavoro dell’ufficio, o del banco.',
    termsMissing: 'Dato mancante: finché non si scelgono i tempi nessun ufficio riceve promemoria.',
    termsNow: (remind: number, escalate: number, days: number) =>
      `Promemoria dopo ${hours(remind)} di lavoro; poi, dopo altre ${hours(escalate)}, avviso a chi dirige. I collegamenti valgono ${count(days, 'giorno', 'giorni')}.`,
    termsBy: (by: string, act: string) => `Scelti da ${by}: ${act}.`,
    remind: 'Ore di lavoro prima del promemoria',
    escalate: 'Altre ore di lavoro prima dell’avviso a chi dirige',
    linkDays: 'Giorni di validità dei collegamenti',
    act: 'Atto',
    choose: 'Registra i tempi',
    chooseFailed: 'I tempi non sono registrati',
  },
} as const;

export const WEEKDAYS = DAYS.slice(1);
