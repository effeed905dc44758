// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CompiledPolicy,
  HEARD,
  type ItemFacts,
  ownTerms,
  type PolicyClause,
  type ReplyRegime,
  type Signal,
  saidOf,
} from '#policy';
import { analyse } from '#triage';
import { isOwnOfficial, namedBesides } from '../own-officials.ts';
import { dataAskedIn } from './asks-for-data.ts';
import type { ReplyCheckName, ReplyFinding } from './contract.ts';
import { discussed } from './personal-case.ts';
import { hasStrayBraces, placesIn } from './placeholders.ts';
import { wordsIn } from './words.ts';

/** An answer about to be sent, with what it answers. */
export interface Answering {
  readonly policy: CompiledPolicy;
  readonly facts: ItemFacts;
  /** Of the item. */
  readonly signals: readonly Signal[];
  readonly regime: ReplyRegime;
  readonly text: string;
  /** The name under which the author writes: greeting somebody by it tells nobody more than they showed. */
  readonly author?: string | undefined;
  /** How many nearly equal answers stand under the same post since yesterday. */
  readonly alike: number;
}

type Span = readonly [number, number];

export interface Finding {
  readonly check: ReplyCheckName;
  readonly severity: ReplyFinding['severity'];
  readonly clauses: readonly PolicyClause[];
  readonly text: string;
  readonly spans: readonly Span[];
}

type Check = (answering: Answering) => readonly Finding[];

/** What is wrong with an answer, or wants reasons, in the terms of the policy in force. Pure. */
export const checkReply = (answering: Answering): readonly Finding[] => CHECKS.flatMap((check) => check(answering));

const isPrivate = ({ facts }: Answering): boolean => facts.kind === 'message';

const unfilled: Check = ({ text }) => {
  const places = placesIn(text);
  if (places.length === 0 && !hasStrayBraces(text)) return [];
  const named = places.map((name) => `{${name}}`).join(', ');
  const said =
    places.length === 0 ? 'C’è una parentesi graffa di troppo.' : `Resta da scrivere che cosa va al posto di ${named}.`;
  return [{ check: 'unfilled', severity: 'block', clauses: [], text: said, spans: bracesIn(text) }];
};

const bracesIn = (text: string): Span[] =>
  [...text.matchAll(/\{[^{}]*\}|[{}]/g)].map(({ 0: found, index }) => [index, index + found.length] as const);

/** An office has them too: a person says whose they are. */
const CONTACTS: readonly string[] = ['telefono', 'e-mail', 'email'];

const GREETING: ReadonlySet<string> = new Set(
  'buongiorno buonasera salve ciao gentile cara caro egregio egregia signor signora sig dott dottor dottoressa'.split(
    ' ',
  ),
);

/** Only a greeting and the author's own name. */
function greets({ text, author = '' }: Answering, [from, to]: Span): boolean {
  const own = new Set(wordsIn(author).map(({ form }) => form));
  return own.size > 0 && wordsIn(text.slice(from, to)).every(({ form }) => own.has(form) || GREETING.has(form));
}

const personalData: Check = (answering) => {
  const { policy, text } = answering;
  const noticed = analyse(text, ownTerms(policy)).filter(
    (signal) => signal.category === 'personal-data' && signal.strength >= HEARD && !isOwnOfficial(policy, text, signal),
  );
  const isNoticed = ([from, to]: Span) =>
    noticed.some(({ spans }) => spans.some((other) => other[0] < to && from < other[1]));
  const named = namedBesides(policy, text).flatMap((span) =>
    isNoticed(span) ? [] : [{ source: 'nome', spans: [span] }],
  );
  const found = [...noticed, ...named].filter(({ spans }) => !spans.every((span) => greets(answering, span)));
  if (found.length === 0) return [];
  const onlyContacts = found.every(({ source }) => CONTACTS.includes(source));
  const clauses = regulating(answering, ['personal-data', 'sensitive-data']);
  const spans = found.flatMap((one) => one.spans);
  if (onlyContacts || isPrivate(answering)) {
    const said = isPrivate(answering)
      ? 'La risposta contiene dati personali: servono davvero?'
      : 'La risposta contiene un recapito che non è fra quelli della policy: se è di un ufficio, dillo nella motivazione.';
    return [{ check: 'personal-data', severity: 'justify', clauses, text: said, spans }];
  }
  return [{ check: 'personal-data', severity: 'block', clauses, text: 'La risposta contiene dati personali.', spans }];
};

const asksForData: Check = (answering) => {
  const asked = dataAskedIn(answering.text);
  if (asked.length === 0) return [];
  const health = asked.some(({ of }) => of === 'health');
  const clauses = forbiddingRequests(answering, health);
  if (isPrivate(answering) && clauses.length === 0) return [];
  const what = health ? 'dati sulla salute' : 'dati personali';
  const where = isPrivate(answering) ? '' : ' in pubblico';
  const severity = clauses.length > 0 || health ? 'block' : 'justify';
  const said =
    clauses.length > 0
      ? `La risposta chiede ${what}${where}: la policy non lo consente.`
      : health
        ? `La risposta chiede ${what}${where}: i dati sulla salute non si diffondono (art. 2-septies del Codice della privacy).`
        : `La risposta chiede ${what}${where}, e la policy non ne parla.`;
  return [{ check: 'asks-for-data', severity, clauses, text: said, spans: asked.map(({ span }) => span) }];
};

const HEALTH_ONLY = /salut|sanitar|patolog|clinic|medic/i;

/** Clauses that keep people from sending such data there: asking for them would go against what is asked of citizens. */
function forbiddingRequests({ policy, facts }: Answering, health: boolean): readonly PolicyClause[] {
  const speaks = ({ channels, kinds }: Scope) =>
    (channels === undefined || channels.networks.includes(facts.channel) !== channels.except) &&
    (kinds?.includes(facts.kind) ?? true);
  const said = saidOf(policy, 'privacy').filter(({ clause, what }) => {
    if (clause.dormant || (what.use !== 'not-sent' && what.use !== 'not-collected') || !speaks(what)) return false;
    const onlyHealth = Array.isArray(what.of) && what.of.every((words: string) => HEALTH_ONLY.test(words));
    return health || !onlyHealth;
  });
  return unique(said.map(({ clause }) => clause));
}

interface Scope {
  readonly channels?: { readonly networks: readonly string[]; readonly except: boolean };
  readonly kinds?: readonly string[];
}

const INVITING =
  /(?<!\p{L})(?:(?:scriv\p{L}*|contatt\p{L}*|mand\p{L}*|invi\p{L}*|prosegu\p{L}*|continu\p{L}*|parl\p{L}*|spostiam\p{L}*|pass\p{L}*|rispond\p{L}*)[^.!?\n]{0,40}?)(?:in privato|in direct|(?:un |dei |con |tramite |via |per |nei |i )?messagg\p{L}* (?:privat\p{L}*|dirett\p{L}*)|via dm|in dm|su messenger|in chat)(?!\p{L})/giu;
const NOT_INVITING = /(?<!\p{L})(?:non|senza|né)(?!\p{L})/iu;

const privateInvitation: Check = ({ regime: { privately }, text, facts }) => {
  if (privately.how !== 'kept-out' || facts.kind === 'message') return [];
  const spans = [...text.matchAll(INVITING)].flatMap(({ 0: found, index }) =>
    NOT_INVITING.test(text.slice(Math.max(0, index - 25), index) + found)
      ? []
      : [[index, index + found.length] as const],
  );
  if (spans.length === 0) return [];
  const clauses = privately.clause === undefined ? [] : [privately.clause];
  const said = 'La risposta invita a scrivere in privato: qui la policy non lo prevede.';
  return [{ check: 'private-invitation', severity: 'block', clauses, text: said, spans }];
};

const personalCase: Check = ({ regime, facts, signals, text, policy }) => {
  const { personalCase: found } = regime;
  if (found === undefined) return [];
  const spans = discussed({ answer: text, item: facts.text, signals, own: ownTerms(policy) });
  if (spans.length === 0) return [];
  const severity = found.how === 'forbidden' ? 'block' : 'justify';
  const ways =
    found.how === 'forbidden'
      ? 'dà solo informazioni generali'
      : 'prosegui in privato, oppure dà i contatti dell’ufficio';
  const said = `La risposta riprende o discute il caso di una persona in pubblico: la policy non lo vuole; ${ways}.`;
  return [{ check: 'personal-case', severity, clauses: found.clauses, text: said, spans }];
};

/** So many alike under one post read as spam by the body itself. */
export const ALIKE_MOST = 3;

const similar: Check = ({ alike }) =>
  alike < ALIKE_MOST
    ? []
    : [
        {
          ...{ check: 'similar', severity: 'advise', clauses: [], spans: [] },
          text: `Da ieri, sotto questo post, sono già partite ${alike} risposte quasi uguali: valuta una risposta sola per tutti.`,
        },
      ];

const CHECKS: readonly Check[] = [unfilled, personalData, asksForData, privateInvitation, personalCase, similar];

/** Rules in force there that speak of these categories. */
function regulating({ policy, facts }: Answering, categories: readonly string[]): readonly PolicyClause[] {
  return unique(
    policy.rules
      .filter(
        ({ clause, channels, categories: of, modality }) =>
          !clause.dormant &&
          modality !== 'protected' &&
          modality !== 'route' &&
          of.some((one) => categories.includes(one)) &&
          (channels === undefined || channels.networks.includes(facts.channel) !== channels.except),
      )
      .map(({ clause }) => clause),
  ).slice(0, 3);
}

const unique = (clauses: readonly PolicyClause[]): readonly PolicyClause[] => [
  ...new Map(clauses.map((clause) => [clause.id, clause])).values(),
];
