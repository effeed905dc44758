// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProposedAction, Reason } from '../judgement.ts';
import { known } from '../missing.ts';
import { covers } from '../values/networks.ts';
import { type Hit, labelsOf, type Matter } from './matter.ts';
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
  return { action: 'route', reasons };
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
  const what = { text: `${labelsOf(matter.policy, wanted)}: chi scrive aspetta una risposta.` };
  return { action: 'answer', reasons: [what, ...waysToAnswer(matter)] };
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
    text: `Il punto «${rule.clause.title}» lo ammette: resta dov'è.`,
  }));
  return { action: 'none', reasons };
}

const nothing = ({ hits }: Matter): Proposed => ({
  action: 'none',
  reasons: hits.length === 0 ? [{ text: 'Nessun punto della policy è toccato.' }] : [],
});

/**
 * The first that has something to propose decides the action. Taking down comes first because the strictest clause wins;
 * keeping silent comes before routing and answering because a policy that forbids an answer also forbids a courtesy.
 */
const STEPS: readonly ((matter: Matter) => Proposed | undefined)[] = [
  proposeRemoval,
  silence,
  routing,
  answering,
  asking,
  protecting,
];

/** What must be said beside any proposal, gravest first. */
function remarks({ policy, item, heard, hits, awake, card }: Matter): readonly Reason[] {
  const reasons: Reason[] = [];
  if (heard.has('emergency'))
    reasons.push({
      text: 'Possibile emergenza o richiesta di soccorso: prima di tutto verificare e, se serve, chiamare il 112.',
    });
  for (const { asleep } of hits)
    if (
      asleep !== undefined &&
      !reasons.some((reason) => reason.text === asleep.text && reason.clause === asleep.clause)
    )
      reasons.push(asleep);
  if (
    item.kind === 'message' &&
    awake.some(({ rule }) => ['must-remove', 'may-remove', 'asked'].includes(rule.modality))
  )
    reasons.push({ text: "È un messaggio privato: nessun altro lo vede, non c'è nulla da togliere." });
  const comments = card.comments;
  if (comments?.what === 'disabled' && (item.kind === 'comment' || item.kind === 'reply'))
    reasons.push({
      clause: comments.clause.id,
      text: "Qui i commenti dovrebbero essere disattivati: controllare l'impostazione del canale.",
    });
  const regulated = new Set(hits.flatMap(({ categories }) => categories));
  for (const slug of heard)
    if (!regulated.has(slug) && policy.categories.get(slug)?.priority === 0 && slug !== 'emergency')
      reasons.push({
        text: `${labelsOf(policy, [slug])}: la policy non ne parla qui; decide una persona, anche in base alla legge.`,
      });
  return reasons;
}

/** What is proposed to a person, and every reason for it. */
export function propose(matter: Matter): Proposed {
  const first = STEPS.map((step) => step(matter)).find((proposed) => proposed !== undefined) ?? nothing(matter);
  return { action: first.action, reasons: [...remarks(matter), ...first.reasons] };
}
