// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CautionsView, ElectoralPeriodView } from '#editorial/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What the desk says of electoral periods, open matters and plain writing. */
export const cautionWords = {
  nav: 'Cautele editoriali',
  title: 'Cautele editoriali',
  intro:
    'Quello a cui l’ente fa attenzione quando pubblica: i periodi elettorali, le materie di cui ancora non si parla, la scrittura chiara.',
  failed: 'Le cautele non si leggono',
  notDone: 'Non è stato fatto',
  readOnly: 'Le cautele le registra chi è responsabile. Tutti le leggono.',
  done: 'Fatto.',
  missing: 'Compila questo campo.',
  act: 'Atto',
  actHint: 'La nota, la delibera o il decreto con cui l’ente lo ha deciso.',
  by: (name: string) => `registrato da ${name}`,

  periods: 'Periodo elettorale',
  periodsIntro:
    'Dalla convocazione dei comizi alla chiusura del voto esce soltanto ciò che una persona dichiara impersonale e indispensabile, con il motivo (art. 9 L. 28/2000). Vale anche per i post già approvati e per le ripetizioni.',
  noPeriods: 'Nessun periodo elettorale registrato.',
  periodNow: {
    'to-come': 'deve cominciare',
    running: 'in corso',
    over: 'finito',
    withdrawn: 'ritirato',
  } satisfies Words<ElectoralPeriodView['now']>,
  periodDates: (from: string, votes: string, closes: string) =>
    `Dal ${from}; si vota dal ${votes}; fino alla chiusura del voto, ${closes}.`,
  newPeriod: 'Registra un periodo elettorale',
  election: 'Quale voto',
  electionHint: 'Per esempio: elezioni comunali, referendum.',
  decree: 'Atto di convocazione',
  decreeHint: 'Il decreto che convoca i comizi, con il numero.',
  calledOn: 'Giorno della convocazione',
  votesOn: 'Primo giorno di voto',
  closesAt: 'Chiusura del voto',
  closesAtHint: 'Giorno e ora di Roma. Se c’è un ballottaggio, quella del ballottaggio.',
  closesWrong: 'Serve un giorno e un’ora dopo il primo giorno di voto.',
  votesWrong: 'Si vota dopo la convocazione.',
  withdraw: 'Ritira questo periodo',
  withdrawWhy: 'Perché si ritira',

  banner: (election: string, closes: string) => `Periodo elettorale: ${election}, fino al ${closes}`,
  bannerText:
    'Esce soltanto ciò che è dichiarato impersonale e indispensabile, con il motivo: anche i post già programmati e le ripetizioni.',

  matters: 'Materie di cui ancora non si parla',
  mattersIntro:
    'Cause, procedimenti non ancora decisi, ciò che non è ancora pubblico o è riservato. Una bozza che ne contiene le parole, o che una persona collega alla materia, si ferma finché la materia è aperta.',
  noMatters: 'Nessuna materia in elenco.',
  matterOpen: 'aperta',
  matterEnded: 'chiusa',
  newMatter: 'Metti in elenco una materia',
  matterTitle: 'Come si chiama',
  matterKind: 'Di che cosa si tratta',
  matterWords: 'Parole che la fanno riconoscere',
  matterWordsHint: 'Una per riga, anche più parole insieme. Con * alla fine vale ogni desinenza.',
  matterWordsWrong: 'Ogni riga deve avere almeno tre lettere; al massimo 40 righe.',
  recognised: (all: string) => `Si riconosce da: ${all}.`,
  recognisedByPeople: 'Si riconosce solo se una persona la collega alla bozza.',
  endMatter: 'Chiudi questa materia',
  settledOn: 'Giorno in cui è definita',
  adoptedOn: 'Giorno dell’adozione',
  notifiedOn: 'Giorno della comunicazione formale',
  publicOn: 'Giorno in cui diventa pubblica',
  oneDay: 'Serve almeno una data.',
  ended: (what: string, day: string) => `${what}: ${day}.`,
  byAct: (act: string) => `Con ${act}.`,

  plain: 'Scrittura chiara',
  plainIntro: (clause: string | null) =>
    clause === null
      ? 'La policy non parla di chiarezza: la leggibilità si vede mentre si scrive, e nessun rilievo cita un punto.'
      : `La policy vuole chiarezza (${clause}) e non dice quando un testo è abbastanza chiaro: lo sceglie l’ente.`,
  threshold: 'Soglia di leggibilità',
  thresholdHint: 'Indice Gulpease, da 1 a 100. Vuoto: nessun consiglio. Sotto 60 fatica chi ha la licenza media.',
  thresholdWrong: 'Serve un numero intero da 1 a 100, oppure niente.',
  thresholdNow: (threshold: number | null, act: string | null) =>
    threshold === null
      ? 'Soglia: dato mancante. Nessun consiglio cita la policy.'
      : `Soglia: ${threshold}${act === null ? '' : `, con ${act}`}.`,
  choose: 'Scegli',

  portals: 'Pagina a cui rimandare',
  portalsIntro: 'La policy vuole che le notizie rimandino a una pagina e non dice quale: la sceglie l’ente.',
  portalNow: ({ clause, address, act }: CautionsView['portals'][number]) =>
    address === null ? `${clause}: dato mancante.` : `${clause}: ${address}${act === null ? '' : `, con ${act}`}.`,
  portal: (clause: string) => `Indirizzo (${clause})`,
  portalHint: 'Per esempio www.lavoro.ente.it.',

  about: 'Di che cosa dell’ente parla',
  aboutHint: 'Il servizio, l’iniziativa, l’attività o il progetto.',
  electoral: 'Esce in periodo elettorale',
  impersonal: 'È impersonale: non parla di chi ricopre una carica né dei suoi risultati.',
  indispensable: 'È indispensabile: senza, un servizio o un dovere dell’ente non si compie.',
  electoralReason: 'Motivo',
  tied: 'Tocca una di queste materie',

  reading: 'Come si legge',
  readingIndex: (gulpease: number) => `Indice Gulpease ${gulpease} su 100: ${levelOf(gulpease)}.`,
  readingShort: 'Il testo è breve: l’indice di leggibilità si calcola da 12 parole.',
  readingClause: (clause: string, threshold: number) =>
    `La policy vuole chiarezza (${clause}); l’ente ha scelto una soglia di ${threshold}.`,
  readingFine: 'Niente da semplificare.',
  long: (words: number) => `Frasi di oltre ${words} parole`,
  jargon: 'Parole d’ufficio, e come si dicono',
  instead: (found: string, plain: string) => `«${found}»: ${plain}`,
  passive: 'Forme passive: chi lo fa?',
  acronyms: 'Sigle mai sciolte',
} as const;

/** Who reads it easily, as the index was made to say. */
function levelOf(gulpease: number): string {
  if (gulpease >= 80) return 'facile anche con la licenza elementare';
  if (gulpease >= 60) return 'facile con la licenza media';
  if (gulpease >= 40) return 'facile con il diploma, faticoso per gli altri';
  return 'faticoso per quasi tutti';
}
