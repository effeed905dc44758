// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuthorityReportView, DossierCase, DossierView } from '#moderation/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

export const day = (iso: string) => iso.split('-').reverse().join('/');

/** Evidence, holds and authorities, beside a case and on their page. */
export const dossierWords = {
  nav: 'Prove e denunce',
  panel: {
    title: 'Prove e autorità',
    loading: 'Leggo che cosa si conserva di questa pratica',
    failed: 'Le prove non si leggono',
    question: 'Segnalare alle autorità?',
    why: (about: readonly string[]) =>
      `Qui può esserci un reato (${about.join(', ').toLowerCase()}). Rispondi con i motivi: resta agli atti. Non è una misura sull’autore e non dipende dal blocco.`,
    unasked: 'Nulla, nella proposta, fa pensare a un reato. Se ti sembra che ci sia, si può segnalare.',
    declined: (by: string) => `Non si segnala alle autorità: l’ha valutato ${by}.`,
    due: ({ course, office, dueOn, overdue }: AuthorityReportView) =>
      `${course === 'ex-officio' ? 'Denuncia d’ufficio, senza ritardo' : 'Querela'}: entro il ${dueOn === null ? '–' : day(dueOn)}${overdue ? ' (termine passato)' : ''}. Firma: ${office ?? '–'}.`,
    filed: ({ authority, protocol, filedOn }: AuthorityReportView) =>
      `Segnalata a ${authority ?? '–'} il ${filedOn === null ? '–' : day(filedOn)}, protocollo ${protocol ?? '–'}.`,
    erased: 'I motivi non si leggono più: la chiave dell’autore è stata distrutta.',
    evidence: 'Che cosa si conserva',
    noEvidence: 'Le prove si fissano quando si nasconde o si rimuove.',
    original: (until: string) => `originale fino al ${until}, poi resta la copia con i dati altrui coperti`,
    originalGone: 'resta la copia con i dati altrui coperti',
    allGone: 'non si conserva più nulla',
    wordless: 'solo numeri e impronta: il contratto del social non lascia conservare le parole',
    files: 'Raccolte preparate',
    file: ({ form, purpose }: DossierView) => `${words.form[form]}, ${words.purpose[purpose]}`,
    gone: 'Il file non si conserva più: l’impronta resta nel registro.',
    keptUntil: (until: string) => `Si scarica fino al ${until}.`,
    fingerprint: 'Impronta SHA-256',
    download: 'Scarica',
    held: (act: string, by: string) => `Vincolo di conservazione: ${act}, messo da ${by}.`,
  },
  csam: {
    open: 'Contenuto pedopornografico: percorso avviato',
    steps:
      'Non cercare, non aprire e non copiare il contenuto. Avvisa subito la Polizia; poi annota chi hai avvisato. Prima di allora la pratica non si può chiudere.',
    nothingKept: 'Il banco non ne conserva nulla: restano il numero e l’indirizzo sul social.',
    told: 'La Polizia è stata avvisata: ora la pratica si può chiudere.',
    setAside:
      'La pratica era sotto vincolo, o c’era una segnalazione da fare: ciò che si conservava è sigillato e nessuno lo legge. Lo fa distruggere, o dice che non è pedopornografia, una persona responsabile diversa da chi ha avviato il percorso.',
    alert: {
      promised: 'La lettera alla persona responsabile sta partendo.',
      sent: 'La persona responsabile è stata avvisata per e-mail.',
      'by-hand': 'La lettera non parte: avvisa a voce la persona responsabile, subito.',
    } satisfies Words<'promised' | 'sent' | 'by-hand'>,
    grounds: (clauses: readonly string[], law: string | null) =>
      `In base a: ${[...clauses, ...(law === null ? [] : [law])].join(', ')}.`,
  },
  act: {
    answer: 'Rispondi…',
    report: 'Segnala alle autorità…',
    rethink: 'Cambia la risposta…',
    filed: 'Annota la segnalazione fatta…',
    whole: 'Prepara la raccolta intera',
    masked: 'Prepara la raccolta con i dati coperti',
    hold: 'Metti il vincolo di conservazione…',
    lift: 'Togli il vincolo…',
    csam: 'È pedopornografia…',
    dismiss: 'Non lo è…',
    destroy: 'Fai distruggere ciò che era conservato…',
  },
  form: { whole: 'intera', masked: 'dati altrui coperti' } satisfies Words<DossierView['form']>,
  purpose: {
    authorities: 'per le autorità',
    'records-request': 'per una richiesta di accesso',
  } satisfies Words<DossierView['purpose']>,
  answer: {
    title: 'Segnalare alle autorità?',
    detail: 'I motivi restano agli atti dell’ente, cifrati. Nel registro entra solo che è stato risposto.',
    tell: 'La risposta',
    yes: 'Sì, si segnala',
    no: 'No, non si segnala',
    pick: 'Scegli una risposta.',
    reasons: 'Perché',
    course: 'In che modo',
    exOfficio: 'Denuncia d’ufficio: il reato si persegue senza querela. Si fa senza ritardo.',
    complaint: 'Querela dell’ente: entro tre mesi da quando si è saputo.',
    pickCourse: 'Scegli come.',
    office: 'Ufficio che firma',
    officeMissing: 'Scrivi l’ufficio.',
    knownOn: 'Quando l’ente lo ha saputo',
    knownOnMissing: 'Scegli un giorno, non futuro.',
    confirm: 'Registra la risposta',
  },
  filed: {
    title: 'Segnalazione fatta',
    authority: 'A chi',
    authorityHint: 'Per esempio la Polizia postale o la Procura della Repubblica.',
    protocol: 'Numero di protocollo o del verbale',
    on: 'Quando',
    dossier: 'Raccolta delle prove allegata',
    noDossier: 'Prima prepara la raccolta intera: si allega alla segnalazione.',
    missing: 'Compila questo campo.',
    confirm: 'Segnalazione fatta',
  },
  hold: {
    title: 'Vincolo di conservazione',
    liftTitle: 'Togli il vincolo di conservazione',
    act: 'Atto o richiesta',
    actHint: 'Per esempio il decreto o la nota di chi lo chiede, con il numero.',
    reasons: 'Perché',
    confirm: 'Metti il vincolo',
    lift: 'Togli il vincolo',
  },
  raise: {
    title: 'Contenuto pedopornografico',
    detail:
      'Tutto ciò che il banco conserva di questo intervento viene cancellato subito e non torna, nemmeno se fosse un errore. L’intervento viene nascosto dove il social lo permette e la persona responsabile viene avvisata.',
    law: 'Norma di legge',
    lawHint: 'Nessun punto della policy in vigore ne parla su questo canale.',
    lawMissing: 'Indica la norma.',
    sure: 'Ho capito: le parole non torneranno',
    sureMissing: 'Conferma di aver capito.',
    confirm: 'Avvia il percorso',
    detailAside:
      'Tutto ciò che il banco mostra di questo intervento sparisce subito. La pratica è sotto vincolo, o c’è una segnalazione alle autorità: ciò che si conserva viene sigillato, nessuno lo legge, e va distrutto solo se lo dice un’altra persona responsabile. L’intervento viene nascosto dove il social lo permette e la persona responsabile viene avvisata.',
    sureAside: 'Ho capito: non potrò chiudere io il percorso',
    dismissAside: 'La pratica torna come le altre, e le parole che erano state sigillate tornano con lei.',
    destroyTitle: 'Distruggere ciò che era conservato',
    destroyDetail:
      'Le parole sigillate, le prove fissate e le raccolte preparate su questa pratica vengono distrutte e non tornano. Le segnalazioni da fare restano.',
    destroy: 'Distruggi',
    dismissTitle: 'Non è pedopornografia',
    dismissDetail: 'La pratica torna come le altre. Le parole cancellate non tornano: si leggono sul social.',
    dismiss: 'Chiudi il percorso',
  },
  page: {
    title: 'Prove e denunce',
    intro: 'Che cosa va detto alle autorità, che cosa non si può cancellare, che cosa è stato consegnato.',
    failed: 'La pagina non si legge',
    case: (number: number) => `Pratica n. ${number}`,
    urgent: 'Subito',
    reports: 'Da segnalare, o da rispondere',
    noReports: 'Nulla da segnalare.',
    asked: (about: readonly string[]) => `Segnalare alle autorità? ${about.join(', ')}`,
    holds: 'Vincoli di conservazione',
    noHolds: 'Nessun vincolo.',
    lifted: (act: string) => `Tolto: ${act}`,
    files: 'Raccolte delle prove',
    noFiles: 'Nessuna raccolta preparata.',
    key: 'Chiave pubblica di chi firma',
    keyHint: 'Pubblicala sul sito dell’ente: chi riceve una raccolta la confronta con questa.',
    terms: 'Per quanto si conserva',
    standing: (originals: number, files: number) =>
      `Gli originali delle prove per ${originals} giorni dalla decisione, le raccolte per ${files} giorni. Un riesame, un vincolo o una denuncia da fare li trattengono.`,
    own: 'Sono i termini del banco: l’ente non ha ancora scelto i suoi.',
    chosen: (act: string, by: string) => `Scelti con ${act}, da ${by}.`,
    originalDays: 'Giorni per gli originali',
    dossierDays: 'Giorni per le raccolte',
    act: 'Atto con cui l’ente lo sceglie',
    number: 'Scrivi un numero da 1 a 3650.',
    actMissing: 'Scrivi almeno tre caratteri.',
    choose: 'Registra la scelta',
    failedToChoose: 'La scelta non è stata registrata',
  },
  required: 'Scrivi almeno dieci caratteri.',
  failed: 'Non è stato registrato',
} as const;
const words = dossierWords;

/** Whether something is left to answer or to do. */
export const asksOf = ({ asks, report }: DossierCase): boolean =>
  (report === null && asks.length > 0) || report?.state === 'asked';
