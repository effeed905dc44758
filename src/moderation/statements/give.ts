// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, doneByHand } from '#delivery';
import type { Actor } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { reviewError } from '../review/errors.ts';
import { outcomeCauses } from '../review/outcome.ts';
import { lockReview, updateReview } from '../review/store.ts';
import { lockStatement, type StoredStatement, statementById, updateStatement } from './store.ts';

interface Giving {
  readonly body: string;
  readonly actor: Actor;
  readonly id: string;
}

/** A person gave the statement by hand, or did what the network would not. Throws STATEMENT_NOT_FOUND, STATEMENT_GIVEN. */
export async function giveStatement(ports: ModerationPorts, { body, actor, id }: Giving): Promise<string> {
  return ports.database.inBody(body, async (tx) => {
    const statement = await lockStatement(tx, id);
    if (statement === undefined) throw reviewError('STATEMENT_NOT_FOUND');
    const waiting = (await commandsOf(tx, { causes: [id] })).filter(
      ({ state }) => state === 'by-hand' || state === 'failed',
    );
    const untold = statement.given_at === null && (statement.told === 'by-hand' || waiting.length > 0);
    if (!untold) throw reviewError('STATEMENT_GIVEN');
    for (const { id: command, state } of waiting)
      if (state === 'by-hand') await doneByHand({ ...ports, tx }, { body, command, actor, note: '' });
    const now = ports.clock.now();
    await updateStatement(tx, id, { given_at: now });
    await recordGiven(ports, tx, {
      statement,
      actor,
      kind: 'statement.given',
      summary: 'Motivazione data all’autore a mano',
    });
    return statement.case_id;
  });
}

/** The same of what came of a review. */
export async function giveOutcome(ports: ModerationPorts, { body, actor, id }: Giving): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const review = await lockReview(tx, id);
    const statement = review && (await statementById(tx, review.statement_id));
    if (review === undefined || statement === undefined) throw reviewError('REVIEW_NOT_FOUND');
    const waiting = (await commandsOf(tx, { causes: outcomeCauses(id) })).filter(
      ({ state }) => state === 'by-hand' || state === 'failed',
    );
    const untold = review.given_at === null && (review.told === 'by-hand' || waiting.length > 0);
    if (!untold) throw reviewError('STATEMENT_GIVEN');
    for (const { id: command, state } of waiting)
      if (state === 'by-hand') await doneByHand({ ...ports, tx }, { body, command, actor, note: '' });
    await updateReview(tx, id, { given_at: ports.clock.now() });
    await recordGiven(ports, tx, {
      statement,
      actor,
      kind: 'review.given',
      summary: 'Esito del riesame dato all’autore a mano',
    });
  });
}

type Tx = Parameters<Parameters<ModerationPorts['database']['inBody']>[1]>[0];

async function recordGiven(
  { clock, news }: ModerationPorts,
  tx: Tx,
  given: { statement: StoredStatement; actor: Actor; kind: string; summary: string },
): Promise<void> {
  const { statement, actor, kind, summary } = given;
  await record(tx, statement.body, clock.now(), {
    ...{ kind, subject: statement.item_id, person: actor, grounds: statement.clauses, summary },
    policyVersion: statement.policy_version,
    facts: { statement: statement.id, case: statement.case_id },
  });
  await news.tell(tx, statement.body, { id: statement.case_id, change: 'changed' });
}
