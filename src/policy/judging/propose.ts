// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality, ProposedAction, Reason } from '../judgement.ts';
import { type Matter, touchedBy } from './matter.ts';
import type { Remarks } from './remarks.ts';
import { proposeRemoval } from './removal.ts';

export interface Proposed {
  readonly action: ProposedAction;
  readonly reasons: readonly Reason[];
}

/** What the awake rules of a modality say, one reason each. */
function saidBy(matter: Matter, modality: Modality): readonly Reason[] | undefined {
  const hits = touchedBy(matter, modality);
  return hits.length === 0 ? undefined : hits.map(({ standing, categories }) => standing.wording.decides(categories));
}

const doingNothing = (reasons: readonly Reason[] | undefined): Proposed | undefined =>
  reasons && { action: 'none', reasons };

const silence = (matter: Matter): Proposed | undefined => doingNothing(saidBy(matter, 'no-reply'));

const IN_PRIVATE: readonly Reason[] = [
  Object.freeze({
    text: 'È un caso personale: in pubblico si invita solo a un canale riservato, senza entrare nel merito.',
  }),
];

/** A case of one's own, or somebody's health, is not discussed before everybody, though it be asked there. */
const inPrivate = ({ regime, heard }: Matter): readonly Reason[] =>
  !regime.isPrivate && (heard.includes('personal-case') || heard.includes('sensitive-data')) ? IN_PRIVATE : [];

function routing(matter: Matter): Proposed | undefined {
  const reasons = saidBy(matter, 'route');
  return reasons && { action: 'route', reasons: [...reasons, ...inPrivate(matter)] };
}

/** What waits for approval is held, unless somebody calls for help: then a person answers. */
const holding = ({ regime: { held }, heard }: Matter): Proposed | undefined =>
  held === undefined || heard.includes('emergency') ? undefined : { action: 'hold', reasons: [held] };

const EXPECTS_ANSWER = ['question', 'complaint'] as const;
const A_PERSON: Reason = Object.freeze({ text: 'Chi scrive ha bisogno di una persona, non di un ufficio.' });

function answering(matter: Matter): Proposed | undefined {
  const { heard, regime } = matter;
  const isEmergency = heard.includes('emergency');
  const wanted = EXPECTS_ANSWER.filter((slug) => heard.includes(slug));
  if (wanted.length === 0 && !isEmergency) return undefined;
  if (regime.unanswered !== undefined) return { action: 'none', reasons: [regime.unanswered] };
  if (isEmergency) return { action: 'answer', reasons: [A_PERSON] };
  const reasons = [regime.awaited(wanted), ...inPrivate(matter)];
  for (const { categories, reason } of regime.answers)
    if (categories === undefined || categories.some((slug) => heard.includes(slug))) reasons.push(reason);
  return { action: 'answer', reasons };
}

const asking = (matter: Matter): Proposed | undefined =>
  matter.regime.isPrivate ? undefined : doingNothing(saidBy(matter, 'asked'));

const protecting = (matter: Matter): Proposed | undefined => doingNothing(saidBy(matter, 'protected'));

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

const NOTHING: Proposed = Object.freeze({ action: 'none', reasons: Object.freeze([]) });
const UNTOUCHED: Proposed = Object.freeze({
  action: 'none',
  reasons: Object.freeze([Object.freeze({ text: 'Nessun punto della policy è toccato.' })]),
});

function firstProposed(matter: Matter, { mustLook }: Remarks): Proposed {
  for (const step of STEPS) {
    const proposed = step(matter);
    if (proposed !== undefined) return proposed;
  }
  return matter.hits.length === 0 && !mustLook ? UNTOUCHED : NOTHING;
}

/** What is proposed to a person, and every reason for it, the remarks first. */
export function propose(matter: Matter, remarks: Remarks): Proposed {
  const proposed = firstProposed(matter, remarks);
  if (remarks.reasons.length === 0) return proposed;
  return { action: proposed.action, reasons: [...remarks.reasons, ...proposed.reasons] };
}
