// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, withdraw } from '#delivery';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Follower, TakenBack } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { statementByCause, updateStatement } from '../statements/store.ts';
import { insertStanding, standingOf, UNDECIDED, updateReview } from './store.ts';

/**
 * A decision that was taken back takes its statement with it: what was not sent is not sent, an open review has got what it asked,
 * and whoever had been told of the measure will be told that it is no more.
 */
export const reviewFollower: Follower = { takenBack };

async function takenBack(ports: ModerationPorts, tx: Tx, { decision, actor }: TakenBack): Promise<void> {
  const statement = await statementByCause(tx, decision.id);
  // Already withdrawn: a review is taking it back.
  if (statement === undefined || statement.withdrawn_at !== null) return;
  const now = ports.clock.now();
  await updateStatement(tx, statement.id, { withdrawn_at: now });
  const sent = await withdraw({ ...ports, tx }, statement.id);
  const [writes, standing] = [
    await commandsOf(tx, { causes: [`undo:${decision.id}`] }),
    (await standingOf(tx, [statement.id])).get(statement.id),
  ];
  const mended = {
    state: 'corrected' as const,
    restored: writes.length > 0 ? ('restoring' as const) : ('nothing-to-restore' as const),
    ...{ decided_at: now, person: actor.id, person_name: actor.name },
  };
  if (standing?.state === 'open') return updateReview(tx, standing.id, mended);
  if (standing !== undefined || (sent.length === 0 && statement.given_at === null)) return;
  await insertStanding(tx, {
    ...UNDECIDED,
    ...{ id: newId(), body: statement.body, statement_id: statement.id, via: 'own-motion', asked_at: now },
    ...{ opened_at: now, ...mended },
  });
}
