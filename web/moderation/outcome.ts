// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseSummary, DecisionKind, DecisionView, EnforcementView } from '#moderation/contract';
import { it } from '../it.ts';

type State = CaseSummary['enforcement'];
type Act = EnforcementView['type'];

/** What each decision may ask of the network, the usual first, and what takes it back; the others ask for nothing. */
const ACTS: Partial<Record<DecisionKind, readonly [Act, ...Act[]]>> = {
  publish: ['unhide', 'approve'],
  hide: ['hide'],
  remove: ['remove'],
  reply: ['reply', 'answer-message'],
};
const CONTRARY: Partial<Record<DecisionKind, Act>> = { publish: 'hide', hide: 'unhide' };

const STUCK: readonly State[] = ['failed', 'by-hand', 'unknown'];
const UNDER_WAY: readonly State[] = ['queued', 'sent'];

/** The network has not followed the decision: a person has to look. */
export const isStuck = (state: State): boolean => STUCK.includes(state);

export interface Outcome {
  readonly text: string;
  readonly tone: 'done' | 'under-way' | 'stuck';
}

/** What became of a decision, never said as done before the network has been seen to agree. */
export function outcomeWords(kind: DecisionKind, state: State): Outcome {
  const act = ACTS[kind]?.[0];
  const tone = isStuck(state) ? 'stuck' : UNDER_WAY.includes(state) ? 'under-way' : 'done';
  if (kind === 'publish' && state === 'confirmed') return { text: it.deciding.published, tone: 'done' };
  if (act === undefined || state === 'none' || state === 'confirmed') return { text: it.decided[kind], tone: 'done' };
  return { text: `${it.act[act]}: ${it.outcome[state]}`, tone };
}

/** How far the measure itself has come; a report to the platform goes its own way. */
export const measureState = ({ kind, enforcements }: DecisionView): State =>
  enforcements.findLast(({ type }) => ACTS[kind]?.includes(type))?.state ?? 'none';

/** The write that takes an undone decision back on the network, if one was needed. */
export const contraryWrite = ({ kind, undoneAt, enforcements }: DecisionView): EnforcementView | undefined =>
  undoneAt === null ? undefined : enforcements.findLast(({ type }) => type === CONTRARY[kind]);

/** Whether a write still has to happen: after an undoing, only what takes the decision back. */
export const isAwaited = (decision: DecisionView, write: EnforcementView): boolean =>
  decision.undoneAt === null || contraryWrite(decision)?.id === write.id;
