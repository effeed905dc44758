// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import { lockWith } from '../followers.ts';
import { liftIn } from '../ladder/lift.ts';
import { changeMeasure } from '../ladder/store.ts';
import type { ModerationPorts } from '../ports.ts';
import { toldWords } from '../statements/issue.ts';
import { type StoredStatement, statementById } from '../statements/store.ts';
import { withdrawStatement } from '../statements/withdraw.ts';
import { lockCase } from '../store.ts';
import { overturn, type Restored } from '../undo.ts';
import { reviewError } from './errors.ts';
import { insertStanding, lockReview, type Review, reviewById, standingOf, UNDECIDED, updateReview } from './store.ts';
import { tellOutcome } from './tell-outcome.ts';

/** What the person who looks again resolves. */
export interface Resolving {
  readonly outcome: 'confirmed' | 'overturned';
  readonly reasons: string;
  /** What is offered where nothing can be restored; told with the outcome. */
  readonly correction: string | null;
}

interface Settling {
  readonly body: string;
  readonly review: string;
  readonly actor: Actor;
  readonly resolving: Resolving;
}

/**
 * Another person looks at a contested decision again. Overturned, it is taken back: shown again where the network allows, and
 * counted no more. Throws REVIEW_SAME_PERSON, REVIEW_NOT_YOURS, REVIEW_CLOSED, REASONS_NOT_CLEAR.
 */
export async function decideReview(ports: ModerationPorts, settling: Settling): Promise<void> {
  const { body, review: id, actor, resolving } = settling;
  await ports.database.inBody(body, async (tx) => {
    const asked = await reviewById(tx, id);
    const statement = asked && (await statementById(tx, asked.statement_id));
    if (statement === undefined) throw reviewError('REVIEW_NOT_FOUND');
    refuseUnlessAnother(statement, actor);
    await holdCase(tx, statement);
    const review = await lockReview(tx, id);
    if (review?.state !== 'open') throw reviewError('REVIEW_CLOSED');
    await conclude(ports, tx, { review, statement, actor, outcome: resolving.outcome, resolving });
  });
}

/** Another person than who decided; the head, or a moderator where the head had decided. */
export function refuseUnlessAnother(statement: StoredStatement, actor: Actor): void {
  if (statement.person === actor.id) throw reviewError('REVIEW_SAME_PERSON');
  if (actor.role !== 'head' && statement.person_role !== 'head') throw reviewError('REVIEW_NOT_YOURS');
}

export const mayReview = (statement: StoredStatement, actor: Actor): boolean =>
  statement.person !== actor.id &&
  actor.role !== 'auditor' &&
  (actor.role === 'head' || statement.person_role === 'head');

/**
 * The head mends a mistake of the body on their own motion, whoever made it and whether or not it is final: the courts and one's own
 * correction are never closed. Throws NOTHING_TO_CORRECT.
 */
export async function correct(
  ports: ModerationPorts,
  { body, statement: id, actor, resolving }: Omit<Settling, 'review'> & { readonly statement: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const found = await statementById(tx, id);
    if (found === undefined) throw reviewError('STATEMENT_NOT_FOUND');
    await holdCase(tx, found);
    if (((await statementById(tx, id))?.withdrawn_at ?? null) !== null) throw reviewError('NOTHING_TO_CORRECT');
    const now = ports.clock.now();
    const standing = (await standingOf(tx, [id])).get(id);
    const review = standing ?? {
      ...UNDECIDED,
      id: newId(),
      body,
      statement_id: id,
      state: 'open',
      via: 'own-motion',
      asked_at: now,
    };
    if (standing === undefined) await insertStanding(tx, { ...review, opened_at: now });
    await conclude(ports, tx, { review, statement: found, actor, outcome: 'corrected', resolving });
  });
}

async function holdCase(tx: Tx, { case_id }: StoredStatement) {
  const row = await lockCase(tx, case_id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  await lockWith(tx, row);
  return row;
}

interface Concluding {
  readonly review: Review;
  readonly statement: StoredStatement;
  readonly actor: Actor;
  readonly outcome: 'confirmed' | 'overturned' | 'corrected';
  readonly resolving: Resolving;
}

async function conclude(ports: ModerationPorts, tx: Tx, concluding: Concluding): Promise<void> {
  const { review, statement, actor, outcome, resolving } = concluding;
  const now = ports.clock.now();
  // Before the decision is taken back: what hears of that finds the review closed.
  await updateReview(tx, review.id, { state: outcome, decided_at: now, person: actor.id, person_name: actor.name });
  const restored = outcome === 'confirmed' ? null : await takeBack(ports, tx, concluding);
  const told = await tellOutcome(ports, tx, { review, statement, outcome, restored, resolving, person: actor.id });
  await updateReview(tx, review.id, { restored, told });
  await record(tx, statement.body, now, {
    kind: `review.${outcome}`,
    subject: statement.item_id,
    person: actor,
    grounds: statement.clauses,
    policyVersion: statement.policy_version,
    summary: `${SUMMARIES[outcome]}; esito all’autore: ${toldWords(told)}`,
    facts: {
      ...{
        statement: statement.id,
        review: review.id,
        case: statement.case_id,
        cause: statement.cause,
        restored,
        told,
      },
      reasons: fingerprintOf(ports.vault, resolving.reasons),
    },
  });
  await ports.news.tell(tx, statement.body, { id: statement.case_id, change: 'changed' });
}

const SUMMARIES = {
  confirmed: 'Riesame: la decisione è confermata da un’altra persona',
  overturned: 'Riesame: la decisione è annullata da un’altra persona',
  corrected: 'Errore corretto dall’ente di propria iniziativa',
} as const;

async function takeBack(
  ports: ModerationPorts,
  tx: Tx,
  { statement, actor, resolving }: Concluding,
): Promise<Restored> {
  const { body, cause, measure } = statement;
  const { reasons } = resolving;
  await withdrawStatement(ports, tx, statement);
  if (measure === 'ban') {
    await liftIn(ports, tx, { body, measure: cause, actor, reasons });
    return 'restoring';
  }
  if (measure === 'warn') {
    await changeMeasure(tx, cause, { ended_at: ports.clock.now() });
    return 'nothing-to-restore';
  }
  return overturn(ports, tx, { body, decision: cause, actor, reasons });
}
