// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayTerm, ItemKind, OpenWay } from '#policy';
import {
  AUTOMATED_DECISION,
  CONTENT_TYPES,
  categoryOf,
  DECISION_GROUNDS,
  SOURCE_TYPE,
  type StatedMeasure,
  VISIBILITIES,
} from './vocabulary.ts';
import { dayOfWords, dayWords, factOf, NAMINGS, termWords } from './wording.ts';

export type StatedGround =
  | { readonly kind: 'clause'; readonly id: string; readonly title: string; readonly text: string }
  | { readonly kind: 'law'; readonly rule: string; readonly why: string }
  | { readonly kind: 'order'; readonly authority: string; readonly why: string };

/** How the author can contest it. `within`: from the day on which it is given; null: nobody has set a term. */
export type Contesting =
  | { readonly kind: 'open'; readonly within: DayTerm | null }
  | { readonly kind: 'final'; readonly clause: { readonly id: string; readonly title: string } };

/** Everything that a statement says; no name and no word of anybody is in it. */
export interface StatementFacts {
  readonly measure: StatedMeasure;
  readonly bodyName: string;
  readonly networkName: string;
  readonly itemKind: ItemKind;
  readonly hasMedia: boolean;
  readonly writtenAt: Date;
  readonly decidedAt: Date;
  readonly grounds: readonly [StatedGround, ...StatedGround[]];
  /** Of what was noticed under those grounds, the gravest first. */
  readonly categories: readonly string[];
  /** Whether a program had noticed what the grounds speak of: all, a part, nothing. */
  readonly noticed: 'yes' | 'in-part' | 'no';
  /** Null: the policy names no office. */
  readonly office: string | null;
  /** What the measure really does on that network, said to the author; Italian. */
  readonly effect: string | null;
  /** What the person says to the author besides, cleared of others' data; null: nothing. */
  readonly toAuthor: string | null;
  readonly reported: boolean;
  readonly purged: boolean;
  /** Of a ban: the day on which it is looked at again. */
  readonly reviewOn: string | null;
  readonly contesting: Contesting;
  /** The policy lets people write privately there. */
  readonly messages: boolean;
  readonly ways: readonly OpenWay[];
  readonly code: string;
  readonly page: string;
}

/** Of the body's own words, or of a clause quoted as it is. */
export interface Passage {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Statement {
  readonly passages: readonly Passage[];
  /** As it is sent. */
  readonly text: string;
  /** For networks that take little: what, which clause, where the rest is. */
  readonly brief: string;
  readonly structured: StructuredStatement;
}

/** The same in the register's words. */
export interface StructuredStatement {
  readonly decision_visibility: string;
  readonly decision_visibility_other: string | null;
  readonly decision_ground: string;
  readonly illegal_content_legal_ground: string | null;
  readonly incompatible_content_ground: string | null;
  readonly category: string;
  readonly content_type: readonly string[];
  readonly content_date: string;
  readonly application_date: string;
  readonly source_type: string;
  readonly automated_detection: 'Yes' | 'No';
  /** Beyond the register, which knows only yes and no. */
  readonly detected: StatementFacts['noticed'];
  readonly automated_decision: string;
}

/** The statement of reasons of one act. Pure: the same facts, the same words. */
export function statementOf(facts: StatementFacts): Statement {
  const own = (...sentences: readonly (string | null | undefined | false)[]): Passage[] => {
    const text = sentences.filter((one) => typeof one === 'string' && one !== '').join(' ');
    return text === '' ? [] : [{ text, quoted: false }];
  };
  const passages = [
    ...own(`Buongiorno, ${doneWords(facts)}`, effectWords(facts)),
    ...why(facts, own),
    ...own(whoWords(facts), NOTICED[facts.noticed], purgedWords(facts)),
    ...own(reportedWords(facts)),
    ...own(banWords(facts)),
    ...own(contestWords(facts)),
    ...own(waysWords(facts), 'Restano sempre le vie di legge: puoi rivolgerti a un giudice.'),
  ];
  return {
    passages,
    text: passages.map(({ text }) => text).join('\n\n'),
    brief: briefOf(facts),
    structured: structuredOf(facts),
  };
}

const place = ({ networkName, bodyName }: StatementFacts): string => `su ${networkName}, nella pagina «${bodyName}»`;

function doneWords(facts: StatementFacts): string {
  const { un, o } = NAMINGS[facts.itemKind];
  const written = `L’avevi scritt${o} il ${dayWords(facts.writtenAt)}.`;
  switch (facts.measure) {
    case 'hide':
      return `abbiamo nascosto ${un} ${place(facts)}. ${written}`;
    case 'remove':
      return `abbiamo rimosso ${un} ${place(facts)}. ${written}`;
    case 'not-published':
      return `non abbiamo pubblicato ${un} ${place(facts)}. ${written}`;
    case 'warn':
      return `ti scriviamo per ${un} ${place(facts)}. ${written} Questo è un avviso.`;
    case 'ban':
      return `da oggi non puoi più scrivere ${place(facts)}. Lo abbiamo deciso per ${un}. ${written}`;
  }
}

const effectWords = ({ effect, measure }: StatementFacts): string | null =>
  measure === 'hide' || measure === 'ban' ? effect : null;

function why(
  { itemKind, categories, grounds, toAuthor, measure }: StatementFacts,
  own: (...sentences: readonly (string | null | undefined)[]) => Passage[],
): Passage[] {
  const opening = measure === 'not-published' ? 'Ti diciamo perché.' : 'Il motivo è questo.';
  const cited = grounds.flatMap((ground): Passage[] => {
    if (ground.kind === 'law') return own(`La legge non lo permette: ${ground.rule}.`, ground.why);
    if (ground.kind === 'order') return own(`Ce l’ha ordinato un’autorità: ${ground.authority}.`, ground.why);
    return [
      ...own(`Le nostre regole dicono, al punto ${ground.id} (${ground.title}):`),
      { text: `«${ground.text}»`, quoted: true },
    ];
  });
  return [
    ...own(opening, factOf(itemKind, categories)),
    ...cited,
    ...own(toAuthor === null ? null : `Chi ha deciso ti dice: ${toAuthor}`),
  ];
}

const whoWords = ({ office, bodyName }: StatementFacts): string =>
  `Ha deciso una persona, non una macchina. Chi cura la pagina: ${office ?? `il personale di ${bodyName}`}.`;

const NOTICED: Readonly<Record<StatementFacts['noticed'], string>> = {
  yes: 'Un programma ce lo aveva fatto notare, ma non decide.',
  'in-part': 'Un programma ne aveva notato una parte. Il resto lo ha visto la persona.',
  no: 'Nessun programma lo aveva notato.',
};

const purgedWords = ({ purged }: StatementFacts): string | null =>
  purged ? 'Il tuo testo qui non c’è più: il social non ci permette di tenerlo.' : null;

const reportedWords = ({ reported, networkName }: StatementFacts): string | null =>
  reported ? `Lo abbiamo anche segnalato a ${networkName}.` : null;

function banWords({ measure, reviewOn }: StatementFacts): string | null {
  if (measure !== 'ban' || reviewOn === null) return null;
  return `Il blocco non è per sempre. Il ${dayOfWords(reviewOn)} lo guardiamo di nuovo.`;
}

function contestWords(facts: StatementFacts): string {
  const { contesting } = facts;
  const how = howToContest(facts);
  if (contesting.kind === 'final') {
    const { id, title } = contesting.clause;
    return `Le nostre regole dicono che questa scelta non si riapre (punto ${id}, ${title}). Puoi però dirci che cosa ne pensi: lo mettiamo agli atti. ${how}`;
  }
  const { within } = contesting;
  const time = within === null ? '' : ` Hai ${termWords(within)} di tempo, da quando ricevi questo testo.`;
  return `Non sei d’accordo? Puoi chiederci di rivedere la scelta.${time} La rivede un’altra persona. ${how}`;
}

/** Who is kept out cannot write from that account: the page and the offices are left. */
function howToContest({ measure, messages, code, page, ways, office, bodyName }: StatementFacts): string {
  if (measure === 'ban') {
    const whom = ways.length > 0 ? 'a un ufficio' : `a chi cura la pagina (${office ?? bodyName})`;
    return `Apri questa pagina e scrivi lì le tue ragioni, senza usare il tuo account: ${page} Oppure porta o manda il codice ${code} ${whom}.`;
  }
  const where = messages ? 'in un messaggio o in un commento' : 'in un commento';
  return `Scrivi il codice ${code} da questo account, ${where}. Oppure usa questa pagina: ${page}`;
}

function waysWords({ ways }: StatementFacts): string | null {
  if (ways.length === 0) return null;
  const each = ways.map(({ office, address, phone, purposes }) => {
    const where = [office, address, phone].filter((one) => one !== undefined).join(', ');
    return `${where} (per ${purposes.join(', ')})`;
  });
  return `Puoi rivolgerti anche a: ${each.join('; ')}.`;
}

const groundsBriefly = (grounds: readonly StatedGround[]): string =>
  grounds
    .map((ground) =>
      ground.kind === 'clause' ? `punto ${ground.id}` : ground.kind === 'law' ? ground.rule : ground.authority,
    )
    .join(', ');

const briefOf = (facts: StatementFacts): string =>
  [
    `Buongiorno, ${doneWords(facts)}`,
    `Il motivo: ${groundsBriefly(facts.grounds)}.`,
    `Qui c’è scritto perché e come chiederci di rivedere la scelta: ${facts.page}`,
  ].join(' ');

/** For everybody to read: nothing of what, nothing of whom. */
export const publicNotice = ({ page }: Pick<StatementFacts, 'page'>): string =>
  `Qui abbiamo applicato le nostre regole a un intervento. Chi lo ha scritto trova i motivi a questa pagina: ${page}`;

function structuredOf(facts: StatementFacts): StructuredStatement {
  const { grounds, measure, noticed } = facts;
  const laws = grounds.flatMap((ground) => (ground.kind === 'clause' ? [] : [groundsBriefly([ground])]));
  const clauses = grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.id] : []));
  return {
    decision_visibility: VISIBILITIES[measure],
    decision_visibility_other: measure === 'warn' ? 'Avviso all’autore, senza effetti sul contenuto' : null,
    decision_ground: laws.length > 0 ? DECISION_GROUNDS.law : DECISION_GROUNDS.rules,
    illegal_content_legal_ground: laws.length > 0 ? laws.join('; ') : null,
    incompatible_content_ground: clauses.length > 0 ? clauses.join('; ') : null,
    category: categoryOf(facts.categories),
    content_type: facts.hasMedia ? [CONTENT_TYPES.text, CONTENT_TYPES.media] : [CONTENT_TYPES.text],
    content_date: facts.writtenAt.toISOString(),
    application_date: facts.decidedAt.toISOString(),
    source_type: SOURCE_TYPE,
    automated_detection: noticed === 'no' ? 'No' : 'Yes',
    detected: noticed,
    automated_decision: AUTOMATED_DECISION,
  };
}
