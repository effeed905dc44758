// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, withdraw } from '#delivery';
import type { Actor } from '#governance';
import { changeMeasure, lockMeasure } from '../ladder/store.ts';
import type { ModerationPorts } from '../ports.ts';
import { reviewError } from '../review/errors.ts';
import { outcomeCauses } from '../review/outcome.ts';
import { lockReview, reviewById, updateReview } from '../review/store.ts';
import { lockCase } from '../store.ts';
import { markGiven, settleByHand } from './given.ts';
import { lockStatement, statementById } from './store.ts';
import { stateOf } from './to-give.ts';

interface Giving {
  readonly body: string;
  readonly actor: Actor;
  readonly id: string;
}

/** A person gave the statement by hand, or did what the network would not. Throws STATEMENT_NOT_FOUND, STATEMENT_GIVEN. */
export async function giveStatement(ports: ModerationPorts, { body, actor, id }: Giving): Promise<string> {
  return ports.database.inBody(body, async (tx) => {
    const found = await statementById(tx, id);
    const row = found && (await lockCase(tx, found.case_id));
    const statement = row && (await lockStatement(tx, id));
    if (statement === undefined) throw reviewError('STATEMENT_NOT_FOUND');
    const causes = [id, statement.cause];
    const now = ports.clock.now();
    if (stateOf(statement, await commandsOf(tx, { causes }), now) !== 'to-give') throw reviewError('STATEMENT_GIVEN');
    // What has not left for a day is not to arrive as well.
    if ((await settleByHand(ports, tx, { body, causes, actor, note: '' })) === 0) await withdraw({ ...ports, tx }, id);
    await markGiven(ports, tx, { statement, told: 'by-hand', actor });
    if (statement.measure === 'warn' || statement.measure === 'ban') {
      const measure = await lockMeasure(tx, statement.cause);
      if (measure?.given_at === null) await changeMeasure(tx, measure.id, { given_at: now });
    }
    return statement.case_id;
  });
}

/** The same of what came of a review. */
export async function giveOutcome(ports: ModerationPorts, { body, actor, id }: Giving): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const found = await reviewById(tx, id);
    const statement = found && (await statementById(tx, found.statement_id));
    const row = statement && (await lockCase(tx, statement.case_id));
    const review = row && (await lockReview(tx, id));
    if (review === undefined || statement === undefined) throw reviewError('REVIEW_NOT_FOUND');
    const settled = await settleByHand(ports, tx, { body, causes: outcomeCauses(id), actor, note: '' });
    if (review.given_at !== null || (review.told !== 'by-hand' && settled === 0)) throw reviewError('STATEMENT_GIVEN');
    const now = ports.clock.now();
    await updateReview(tx, id, { given_at: now });
    await record(tx, body, now, {
      ...{ kind: 'review.given', subject: statement.item_id, person: actor, grounds: statement.clauses },
      policyVersion: statement.policy_version,
      summary: 'Esito del riesame dato all’autore a mano',
      facts: { statement: statement.id, case: statement.case_id },
    });
    await ports.news.tell(tx, body, { id: statement.case_id, change: 'changed' });
  });
}
