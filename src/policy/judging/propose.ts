// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProposedAction, Reason } from '../judgement.ts';
import { known } from '../missing.ts';
import { covers } from '../values/networks.ts';
import { heldBefore } from './holding.ts';
import { type Hit, labelsOf, type Matter } from './matter.ts';
import { mustBeLookedAt, remarks } from './remarks.ts';
import { proposeRemoval } from './removal.ts';

export interface Proposed {
  readonly action: ProposedAction;
  readonly reasons: readonly Reason[];
}

const touchedBy = ({ awake }: Matter, modality: Hit['rule']['modality']): readonly Hit[] =>
  awake.filter(({ rule }) => rule.modality === modality);

function silence(matter: Matter): Proposed | undefined {
  const hits = touchedBy(matter, 'no-reply');
  if (hits.length === 0) return undefined;
  const text = (hit: Hit): string =>
    `${labelsOf(matter.policy, hit.categories)}: il punto «${hit.rule.clause.title}» prevede di non rispondere; non è un motivo di rimozione.`;
  return { action: 'none', reasons: hits.map((hit) => ({ clause: hit.rule.clause.id, text: text(hit) })) };
}

function routing(matter: Matter): Proposed | undefined {
  const hits = touchedBy(matter, 'route');
  if (hits.length === 0) return undefined;
  const reasons = hits.map(({ rule, categories }) => {
    const office = known(rule.route?.office) ?? 'un ufficio che la policy non indica';
    return { clause: rule.clause.id, text: `${labelsOf(matter.policy, categories)}: si indirizza a ${office}.` };
  });
  return { action: 'route', reasons: [...reasons, ...inPrivate(matter)] };
}

/** What waits for approval is held, unless somebody calls for help: then a person answers. */
function holding({ policy, item, heard }: Matter): Proposed | undefined {
  const clause = heldBefore(policy, item);
  if (clause === undefined || heard.has('emergency')) return undefined;
  const text = `Il punto «${clause.title}» vuole che compaia solo dopo l’approvazione: si trattiene finché una persona non lo legge. Dove il social non può trattenere, si nasconde finché non è approvato.`;
  return { action: 'hold', reasons: [{ clause: clause.id, text }] };
}

/** How the policy says such things are answered; several clauses may say it. */
function waysToAnswer({ policy, item, heard }: Matter): readonly Reason[] {
  return policy.replies
    .filter(({ clause, what }) => !clause.dormant && what.by === 'staff')
    .filter(({ what }) => covers(what.channels, item.channel) && (what.kinds?.includes(item.kind) ?? true))
    .filter(({ what }) => what.categories?.some((slug) => heard.has(slug)) ?? true)
    .filter(({ what }) => known(what.ways) !== undefined)
    .map(({ clause, what }) => ({ clause: clause.id, text: `Come si risponde: ${known(what.ways)?.join('; ')}.` }));
}

/** A case of one's own, or somebody's health, is not discussed before everybody, though it be asked there. */
const inPrivate = ({ item, heard }: Matter): readonly Reason[] =>
  (heard.has('personal-case') || heard.has('sensitive-data')) && item.kind !== 'message'
    ? [{ text: 'È un caso personale: in pubblico si invita solo a un canale riservato, senza entrare nel merito.' }]
    : [];

const EXPECTS_ANSWER = ['emergency', 'question', 'complaint'] as const;

function answering(matter: Matter): Proposed | undefined {
  const wanted = EXPECTS_ANSWER.filter((slug) => matter.heard.has(slug));
  if (wanted.length === 0) return undefined;
  const messages = matter.card.messages;
  if (matter.item.kind === 'message' && (messages?.what === 'not-for-replies' || messages?.what === 'not-possible'))
    return {
      action: 'none',
      reasons: [{ clause: messages.clause.id, text: 'Su questo canale i messaggi diretti non servono a rispondere.' }],
    };
  if (matter.heard.has('emergency'))
    return { action: 'answer', reasons: [{ text: 'Chi scrive ha bisogno di una persona, non di un ufficio.' }] };
  const what = { text: `${labelsOf(matter.policy, wanted)}: chi scrive aspetta una risposta.` };
  return { action: 'answer', reasons: [what, ...inPrivate(matter), ...waysToAnswer(matter)] };
}

function asking(matter: Matter): Proposed | undefined {
  const hits = touchedBy(matter, 'asked');
  if (hits.length === 0 || matter.item.kind === 'message') return undefined;
  const text = (hit: Hit): string =>
    `${labelsOf(matter.policy, hit.categories)}: il punto «${hit.rule.clause.title}» chiede di evitarlo, ma la policy non prevede che si rimuova.`;
  return { action: 'none', reasons: hits.map((hit) => ({ clause: hit.rule.clause.id, text: text(hit) })) };
}

function protecting(matter: Matter): Proposed | undefined {
  const hits = touchedBy(matter, 'protected');
  if (hits.length === 0) return undefined;
  const reasons = hits.map(({ rule }) => ({
    clause: rule.clause.id,
    text: `Il punto «${rule.clause.title}» lo ammette: resta dov’è.`,
  }));
  return { action: 'none', reasons };
}

const nothing = (matter: Matter): Proposed => ({
  action: 'none',
  reasons:
    matter.hits.length === 0 && !mustBeLookedAt(matter) ? [{ text: 'Nessun punto della policy è toccato.' }] : [],
});

/**
 * The first that has something to propose decides the action. Taking down comes first because the strictest clause wins;
 * what waits for approval is held before anything else is done with it;
 * keeping silent comes before routing and answering because a policy that forbids an answer also forbids a courtesy.
 */
const STEPS: readonly ((matter: Matter) => Proposed | undefined)[] = [
  proposeRemoval,
  holding,
  silence,
  routing,
  answering,
  asking,
  protecting,
];

/** What is proposed to a person, and every reason for it. */
export function propose(matter: Matter): Proposed {
  const first = STEPS.map((step) => step(matter)).find((proposed) => proposed !== undefined) ?? nothing(matter);
  return { action: first.action, reasons: [...remarks(matter), ...first.reasons] };
}
