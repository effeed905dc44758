// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf } from '#delivery';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Follower, TakenBack } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { type StoredStatement, statementByCause } from '../statements/store.ts';
import { withdrawStatement } from '../statements/withdraw.ts';
import { decisionById } from '../store.ts';
import { insertStanding, standingOf, UNDECIDED, updateReview } from './store.ts';

/**
 * A decision that was taken back takes its statement with it: what was not sent is not sent, an open review has got what it asked,
 * and whoever had been told of the measure will be told that it is no more.
 */
export const reviewFollower: Follower = { takenBack };

async function takenBack(
  ports: ModerationPorts,
  tx: Tx,
  { decision, actor, toldWithAnother }: TakenBack,
): Promise<void> {
  const statement = await statementByCause(tx, decision.id);
  // Already withdrawn: a review is taking it back.
  if (statement === undefined || statement.withdrawn_at !== null) return;
  const reached = await withdrawStatement(ports, tx, statement);
  const standing = (await standingOf(tx, [statement.id])).get(statement.id);
  const mended = await mendedBy(ports, tx, { decision: decision.id, id: actor.id, name: actor.name });
  if (standing?.state === 'open')
    return updateReview(tx, standing.id, { ...mended, ...(toldWithAnother && { told: 'none' as const }) });
  if (reached && standing === undefined && toldWithAnother === undefined) await insertOwnMotion(tx, statement, mended);
}

/** The author was told of what had been taken back meanwhile: they will be told that it is no more. */
export async function oweCorrection(ports: ModerationPorts, tx: Tx, statement: StoredStatement): Promise<void> {
  const decision = await decisionById(tx, statement.cause);
  if (decision === undefined || decision.undone_by === null || (await standingOf(tx, [statement.id])).size > 0) return;
  const { undone_by: id, undone_by_name: name } = decision;
  await insertOwnMotion(tx, statement, await mendedBy(ports, tx, { decision: decision.id, id, name }));
}

async function mendedBy(
  { clock }: ModerationPorts,
  tx: Tx,
  { decision, id, name }: { readonly decision: string; readonly id: string; readonly name: string | null },
) {
  const writes = await commandsOf(tx, { causes: [`undo:${decision}`] });
  const restored = writes.length > 0 ? ('restoring' as const) : ('nothing-to-restore' as const);
  return { state: 'corrected' as const, restored, decided_at: clock.now(), person: id, person_name: name };
}

async function insertOwnMotion(
  tx: Tx,
  { id: statement_id, body }: StoredStatement,
  mended: Awaited<ReturnType<typeof mendedBy>>,
): Promise<void> {
  const at = mended.decided_at;
  const asked = { id: newId(), body, statement_id, via: 'own-motion' as const, asked_at: at, opened_at: at };
  await insertStanding(tx, { ...UNDECIDED, ...asked, ...mended });
}
