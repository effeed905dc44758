// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProviderFault, Role, TokenScope, TokenView } from '#governance/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const moment = (iso: string): string =>
  new Date(iso).toLocaleString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' });
const day = (iso: string): string =>
  new Date(iso).toLocaleDateString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' });

/** How people prove who they are: on entering, on their own page, on the page of people. */
export const accessWords = {
  nav: 'Il tuo accesso',
  title: 'Il tuo accesso',
  intro: 'Come entri nel banco e che cosa fanno i programmi a tuo nome.',
  notDone: 'Non è stato fatto',
  failed: 'Il tuo accesso non si legge',
  entering: {
    code: 'Codice di verifica',
    codeHint: 'Le sei cifre che vedi sul telefono, oppure un codice di recupero.',
    codeMissing: 'Scrivi il codice.',
    codeWrong: 'Il codice non è giusto, oppure è già stato usato. Aspetta il prossimo e riprova.',
    over: 'È passato troppo tempo. Ricomincia dalla password.',
    again: 'Ricomincia',
    submit: 'Verifica',
    second: 'La password è giusta. Ora serve il secondo fattore.',
    with: (name: string) => `Entra con ${name}`,
    or: 'Oppure con il servizio del tuo ente',
    notStarted: 'Il servizio di accesso dell’ente non risponde. Riprova fra poco.',
    fault: {
      annullato: 'Hai interrotto l’accesso presso il servizio del tuo ente. Puoi riprovare.',
      ricomincia:
        'L’accesso non si può completare: è passato troppo tempo, è stato già usato o è cominciato altrove. Ricomincia da qui.',
      servizio:
        'Il servizio di accesso del tuo ente non risponde. Riprova fra poco; se continua, avvisa chi lo gestisce.',
      risposta:
        'Il servizio di accesso del tuo ente ha risposto in un modo che il banco non accetta. Avvisa chi lo gestisce.',
      orologio:
        'L’orologio del servizio di accesso del tuo ente e quello del banco non vanno d’accordo. Avvisa chi li gestisce.',
      fattore:
        'Il servizio del tuo ente non ha chiesto il secondo fattore, e senza quello non si entra. Riprova usandolo, o avvisa chi gestisce il servizio.',
      sconosciuto:
        'Il servizio del tuo ente ti riconosce, ma il banco non sa ancora chi sei. Chiedi un invito a chi dirige il banco e apri il collegamento che ricevi.',
      collegato:
        'Questo accesso è già di un’altra persona del banco. Entra con il tuo, o chiedi a chi dirige il banco.',
      invito:
        'L’invito non vale più: è già stato usato, è scaduto o ne è stato fatto un altro. Chiedine uno nuovo al tuo ente.',
    } satisfies Words<ProviderFault>,
  },
  wanted: 'Il tuo ente chiede il secondo fattore a chi ha il tuo incarico: finché non lo attivi non puoi lavorare.',
  wantedLink: 'Attivalo ora',
  factor: {
    title: 'Secondo fattore',
    off: 'Non è attivo: per entrare basta la password.',
    on: (left: number) =>
      `È attivo: dopo la password serve un codice del telefono. Codici di recupero non usati: ${left}.`,
    fewCodes: 'Ti restano pochi codici di recupero: rifalli.',
    elsewhere: 'Entri con il servizio del tuo ente, che ha già un secondo fattore suo.',
    start: 'Attiva il secondo fattore…',
    renew: 'Rifai i codici di recupero…',
    remove: 'Togli il secondo fattore…',
    offerTitle: 'Attiva il secondo fattore',
    offerDetail:
      'Serve un programma per codici sul telefono, per esempio uno di quelli liberi che trovi nel negozio delle applicazioni. Prima conferma la tua password.',
    password: 'La tua password',
    passwordMissing: 'Scrivi la password.',
    go: 'Avanti',
    keyDetail:
      'Nel programma scegli «inserisci una chiave» e scrivi questa. Sul telefono basta aprire il collegamento.',
    key: 'Chiave',
    open: 'Apri nel programma per codici',
    code: 'Codice che il programma mostra',
    codeMissing: 'Scrivi le sei cifre.',
    confirm: 'Attiva',
    renewTitle: 'Rifai i codici di recupero',
    renewDetail: 'Quelli di prima non varranno più.',
    renewConfirm: 'Rifai i codici',
    removeTitle: 'Togli il secondo fattore',
    removeDetail: 'Per entrare basterà la password. Gli altri tuoi accessi aperti si chiudono.',
    removeConfirm: 'Togli',
    codesTitle: 'Codici di recupero',
    codesDetail:
      'Ognuno vale una volta sola, se perdi il telefono. Scrivili o stampali adesso, e tienili lontano dal computer: non si potranno più vedere.',
    codesDone: 'Li ho messi al sicuro',
  },
  tokens: {
    title: 'Gettoni per i programmi',
    intro:
      'Un gettone lascia leggere a un programma, a tuo nome e in questo ente, o scrivere bozze che altri approveranno. Non decide, non approva, non pubblica. Muore con il tuo incarico.',
    none: 'Nessun gettone.',
    make: 'Fai un gettone…',
    makeTitle: 'Nuovo gettone',
    name: 'A che cosa serve',
    nameHint: 'Per esempio: calendario del sito.',
    nameWrong: 'Scrivi almeno tre caratteri.',
    scopes: 'Che cosa può fare',
    scopesWrong: 'Scegli almeno una cosa.',
    scope: {
      read: 'Leggere le cose del banco: bozze, policy, registro, turni',
      monitor: 'Leggere gli interventi e le pratiche, con le parole dei cittadini',
      drafts: 'Scrivere bozze, che restano da approvare',
    } satisfies Words<TokenScope>,
    brief: {
      read: 'legge il banco',
      monitor: 'legge gli interventi',
      drafts: 'scrive bozze',
    } satisfies Words<TokenScope>,
    days: 'Quanto vale',
    daysOf: (days: number) => (days === 365 ? 'Un anno' : `${days} giorni`),
    save: 'Fai il gettone',
    shownTitle: 'Il gettone',
    shown: 'Copialo adesso nel programma: non si potrà più vedere. Va nell’intestazione «Authorization: Bearer».',
    shownDone: 'L’ho copiato',
    end: 'Chiudi il gettone',
    endOf: (name: string) => `Chiudi il gettone ${name}`,
    state: { good: 'valido', ended: 'chiuso', expired: 'scaduto' } satisfies Words<TokenView['state']>,
    line: ({ person, at, expiresAt, lastUsedAt, endedAt, endedBy }: TokenView) =>
      `Di ${person}, fatto il ${moment(at)}; ${
        endedAt === null
          ? `vale fino al ${moment(expiresAt)}`
          : `chiuso il ${moment(endedAt)}${endedBy === null ? '' : ` da ${endedBy}`}`
      }. ${lastUsedAt === null ? 'Mai usato' : `Ultimo uso: ${moment(lastUsedAt)}`}.`,
  },
  people: {
    title: 'Come si entra',
    provider: 'Servizio di accesso dell’ente',
    noProvider: 'Nessuno: si entra con la password del banco. Lo registra chi gestisce l’installazione.',
    providerOf: (name: string, issuer: string) => `${name} (${issuer})`,
    redirect: 'Indirizzo di ritorno',
    shows: 'Secondo fattore mostrato da',
    byEmail: 'Chi entra per la prima volta si riconosce',
    byEmailYes: 'dall’invito, oppure dall’indirizzo che il servizio dà per verificato',
    byEmailNo: 'soltanto dall’invito',
    allowEmail: 'Riconosci anche dall’indirizzo verificato',
    denyEmail: 'Riconosci soltanto dall’invito',
    rules: 'Secondo fattore del banco',
    roles: { head: 'Responsabili', moderator: 'Chi modera e pubblica', auditor: 'Chi controlla' } satisfies Words<Role>,
    notWanted: 'non è chiesto',
    wantedFrom: (since: string) => `chiesto dal ${day(since)}`,
    choose: 'Cambia…',
    chooseOf: (role: string) => `Cambia il secondo fattore: ${role}`,
    ruleTitle: (role: string) => `Secondo fattore: ${role}`,
    from: 'Chiesto dal',
    fromHint: 'Dalle ore 0 di quel giorno. Vuoto: non è chiesto.',
    save: 'Registra',
    reset: 'Togli il secondo fattore…',
    resetTitle: (name: string) => `Togli il secondo fattore a ${name}`,
    resetDetail:
      'Solo se ha perso telefono e codici di recupero, e dopo esserti accertato che sia davvero la persona: i suoi accessi si chiudono e per entrare le basterà la password.',
    resetSave: 'Togli il secondo fattore',
    withFactor: 'Ha il secondo fattore.',
    known: 'Entra con il servizio dell’ente.',
  },
} as const;
