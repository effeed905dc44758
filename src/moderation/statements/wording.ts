// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayTerm, ItemKind } from '#policy';
import type { StatedMeasure } from './vocabulary.ts';

/** How an item is named to who wrote it. */
interface Naming {
  readonly un: string;
  readonly il: string;
  /** The ending of what is said of it. */
  readonly o: 'o' | 'a';
}

export const NAMINGS: Readonly<Record<ItemKind, Naming>> = {
  comment: { un: 'un tuo commento', il: 'Il commento', o: 'o' },
  reply: { un: 'una tua risposta', il: 'La risposta', o: 'a' },
  'visitor-post': { un: 'un tuo post', il: 'Il post', o: 'o' },
  mention: { un: 'un tuo post', il: 'Il post', o: 'o' },
  message: { un: 'un tuo messaggio', il: 'Il messaggio', o: 'o' },
};

/** What was noticed, said of the item without repeating it: after «Il commento». */
const FACTS: Readonly<Record<string, string>> = {
  insult: 'conteneva un insulto',
  vulgar: 'conteneva parole volgari',
  threat: 'conteneva una minaccia',
  incitement: 'spingeva altri alla violenza o a fare cose vietate',
  discrimination: 'offendeva persone per ciò che sono',
  dignity: 'feriva la dignità di altre persone',
  defamation: 'attribuiva a qualcuno fatti che lo danneggiano',
  disruption: 'disturbava chi cura la pagina',
  'institution-decorum': 'mancava di rispetto alle istituzioni',
  'personal-data': 'rendeva pubblici dati di una persona',
  'sensitive-data': 'rendeva pubblici dati delicati di una persona, come quelli sulla salute',
  'private-facts': 'raccontava fatti privati di altri',
  'identifiable-media': 'mostrava persone che si possono riconoscere',
  'personal-case': 'parlava di un caso personale',
  'no-public-interest': 'non era di interesse per tutti',
  'off-topic': 'parlava di altro',
  spam: 'era spam',
  repetition: 'ripeteva più volte la stessa cosa',
  commercial: 'faceva pubblicità',
  political: 'faceva propaganda politica',
  copyright: 'usava opere di altri senza permesso',
  trademark: 'usava marchi di altri',
  'third-party-rights': 'toccava diritti di altri',
  illegal: 'riguardava cose vietate dalla legge',
  obscene: 'era osceno',
  csam: 'mostrava violenze su minori',
  misleading: 'poteva trarre in inganno',
  alarmist: 'creava allarme senza motivo',
  security: 'metteva a rischio la sicurezza',
  'uncivil-opinion': 'usava toni fuori misura',
  'other-violation': 'violava le regole o la legge',
};

/** One sentence; undefined where nothing that has a name here was noticed. */
export function factOf(kind: ItemKind, categories: readonly string[]): string | undefined {
  const facts = [...new Set(categories.flatMap((slug) => FACTS[slug] ?? []))];
  if (facts.length === 0) return undefined;
  const all = facts.length === 1 ? facts[0] : `${facts.slice(0, -1).join(', ')} e ${facts.at(-1)}`;
  const { il, o } = NAMINGS[kind];
  return `${il} ${o === 'a' ? (all ?? '').replace('era osceno', 'era oscena') : all}.`;
}

/** What was done, as it is named on pages and in lists. */
export const MEASURE_NAMES: Readonly<Record<StatedMeasure, string>> = {
  hide: 'Intervento nascosto',
  remove: 'Intervento rimosso',
  'not-published': 'Intervento non pubblicato',
  warn: 'Avviso',
  ban: 'Blocco',
};

const DAY = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' });

/** `1º dicembre 2026` would not do for who reads aloud: `1 dicembre 2026`. */
export const dayWords = (moment: Date): string => DAY.format(moment).replace('º', '');

/** Of a day as `2026-12-01`. */
export const dayOfWords = (day: string): string => dayWords(new Date(`${day}T12:00:00Z`));

/** `20 giorni lavorativi` */
export const termWords = ({ days, working }: DayTerm): string => {
  if (days === 1) return working ? '1 giorno lavorativo' : '1 giorno';
  return `${days} ${working ? 'giorni lavorativi' : 'giorni'}`;
};
