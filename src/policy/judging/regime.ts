// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule, PolicyClause } from '../compiled.ts';
import { contactFor } from '../contacts.ts';
import type { Judgement, MissingDatum, Reason } from '../judgement.ts';
import { covers, NETWORK_LABELS } from '../values/networks.ts';
import { type Answer, answersOf, unanswered } from './answers.ts';
import { cardOf, closedComments, type Place } from './card.ts';
import { heldBefore } from './holding.ts';
import { type Notice, noticesOf } from './notice.ts';
import { type Phrase, phrase } from './phrase.ts';
import { standingRules } from './standing-rule.ts';
import { type Watch, watchOf } from './watch.ts';
import { type Wording, wordingOf } from './wording.ts';

/**
 * What a policy says in one place, a kind of item on a network, before anything is noticed there: all of a judgement
 * that does not depend on text and time. Frozen pieces of it are shared by the judgements.
 */
export interface Regime {
  readonly cited: Judgement['policy'];
  readonly isPrivate: boolean;
  readonly notices: ReadonlyMap<string, Notice>;
  /** Whether some rule sleeps here. */
  readonly sleeps: boolean;
  readonly watch: Watch;
  readonly answers: readonly Answer[];
  readonly unanswered: Reason | undefined;
  /** Opens the reasons of what waits for an answer. */
  readonly awaited: Phrase;
  readonly held: Reason | undefined;
  readonly closed: Reason | undefined;
  /** What is said when a life may be in danger. */
  readonly alarm: readonly Reason[];
  /** Clauses whose list the source cut off: they may forbid more than the desk can know. */
  readonly cutOff: readonly PolicyClause[];
  /** That the policy does not name the network. */
  readonly unnamed: MissingDatum | undefined;
}

const HELP = /\baiuto\b|emergenz|soccorso|suicid/iu;

/** What to do when a life may be in danger: the number to call comes from the policy or is not there at all. */
function alarmOf(policy: CompiledPolicy): readonly Reason[] {
  const help = contactFor(policy, HELP);
  return [
    { text: 'Subito: può esserci una vita in pericolo. Leggi ora e, se il pericolo è concreto, chiama il 112.' },
    help === undefined
      ? { text: 'La policy non indica un numero di aiuto: avvisa subito il responsabile.' }
      : { clause: help.clause, text: `Il recapito di aiuto che la policy indica è ${help.address}.` },
    { text: 'A chi scrive risponda una persona: poche parole, con rispetto, senza formule e senza giudizi.' },
  ].map((reason) => Object.freeze(reason));
}

function heldHere(policy: CompiledPolicy, place: Place): Reason | undefined {
  const clause = heldBefore(policy, place);
  if (clause === undefined) return undefined;
  const text = `Il punto «${clause.title}» vuole che compaia solo dopo l’approvazione: si trattiene finché una persona non lo legge. Dove il social non può trattenere, si nasconde finché non è approvato.`;
  return Object.freeze({ clause: clause.id, text });
}

function closedHere(policy: CompiledPolicy, place: Place): Reason | undefined {
  if (place.kind !== 'comment' && place.kind !== 'reply') return undefined;
  const { comments } = cardOf(policy, place.channel);
  const closed = comments?.what === 'disabled' ? comments.clause : closedComments(policy, place.channel);
  if (closed === undefined) return undefined;
  const text = 'Qui i commenti dovrebbero essere chiusi: controlla le impostazioni del canale.';
  return Object.freeze({ clause: closed.id, text });
}

function unnamedHere(policy: CompiledPolicy, place: Place): MissingDatum | undefined {
  if (policy.channels.size === 0 || policy.channels.has(place.channel)) return undefined;
  const text = `La policy non parla di ${NETWORK_LABELS[place.channel]}: si applicano le regole generali.`;
  return Object.freeze({ what: 'other', text });
}

/** What one policy has made ready so far. */
interface Prepared {
  readonly wordings: ReadonlyMap<CompiledRule, Wording>;
  readonly regimes: Map<Place['author'], Map<Place['channel'], Map<Place['kind'], Regime>>>;
}

function makeRegime(policy: CompiledPolicy, { wordings }: Prepared, place: Place): Regime {
  const rules = standingRules(policy, wordings, place);
  return Object.freeze({
    cited: Object.freeze({ body: policy.body, version: policy.version, digest: policy.digest }),
    isPrivate: place.kind === 'message',
    notices: noticesOf(policy, rules, place),
    sleeps: rules.some(({ asleep }) => asleep !== undefined),
    watch: watchOf(policy, place),
    answers: answersOf(policy, place),
    unanswered: unanswered(policy, place),
    awaited: phrase(policy, { text: ': chi scrive aspetta una risposta.' }),
    held: heldHere(policy, place),
    closed: closedHere(policy, place),
    alarm: alarmOf(policy),
    cutOff: policy.unlisted.filter(({ channels }) => covers(channels, place.channel)).map(({ clause }) => clause),
    unnamed: unnamedHere(policy, place),
  });
}

const known = new WeakMap<CompiledPolicy, Prepared>();

function preparedOf(policy: CompiledPolicy): Prepared {
  const earlier = known.get(policy);
  if (earlier !== undefined) return earlier;
  const wordings = new Map(policy.rules.map((rule) => [rule, wordingOf(policy, rule)]));
  const fresh = { wordings, regimes: new Map() };
  known.set(policy, fresh);
  return fresh;
}

/** The regime of a place, worked out the first time it is asked for: most policies live on two or three networks. */
export function regimeOf(policy: CompiledPolicy, { channel, kind, author }: Place): Regime {
  const prepared = preparedOf(policy);
  const channels = within(prepared.regimes, author);
  const kinds = within(channels, channel);
  const earlier = kinds.get(kind);
  if (earlier !== undefined) return earlier;
  const place = author === undefined ? { channel, kind } : { channel, kind, author };
  const fresh = makeRegime(policy, prepared, place);
  kinds.set(kind, fresh);
  return fresh;
}

function within<Key, Inner extends Map<unknown, unknown>>(maps: Map<Key, Inner>, key: Key): Inner {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const fresh = new Map() as Inner;
  maps.set(key, fresh);
  return fresh;
}
