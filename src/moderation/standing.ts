// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionKind } from './contract.ts';
import type { Case, Decision } from './store.ts';

// Which of the decisions of a case is in force. Pure.

type Known = Pick<Decision, 'id' | 'kind' | 'undone_at' | 'superseded_by'>;

/** Neither taken back nor followed by a removal. */
export const stands = ({ undone_at, superseded_by }: Pick<Known, 'undone_at' | 'superseded_by'>): boolean =>
  undone_at === null && superseded_by === null;

/** The one in force; where the case is open, the last that was. `decisions`: oldest first. */
export const lastWord = <One extends Known>(
  { state }: Pick<Case, 'state'>,
  decisions: readonly One[],
): One | undefined => (state === 'decided' ? decisions.findLast(stands) : decisions.at(-1));

/** The cause whose writes the case waits for. */
export function awaitedCause(row: Pick<Case, 'state'>, decisions: readonly Known[]): string | undefined {
  const last = lastWord(row, decisions);
  return last && (last.undone_at === null ? last.id : undoingCause(last.id));
}

export const undoingCause = (decision: string): string => `undo:${decision}`;

const AGAINST: Readonly<Record<'hide' | 'unhide', readonly DecisionKind[]>> = {
  unhide: ['hide', 'remove'],
  hide: ['publish'],
};

/** Whether a write would undo on the network what the decision in force wants there. */
export const contradicts = (write: 'hide' | 'unhide', inForce: Pick<Known, 'kind'> | undefined): boolean =>
  inForce !== undefined && AGAINST[write].includes(inForce.kind);
