// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { authorName } from '#inbox';
import type { Tx } from '#platform';
import type { Carried, Follower, Taken } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { reviewError } from '../review/errors.ts';
import type { Decision } from '../store.ts';
import { refuseUnclearGrounds } from './clear.ts';
import { measureOn } from './facts.ts';
import { issueStatement, tellStatement } from './issue.ts';
import { lockStatement, lockStatementsOfCase, statementByCause, updateStatement } from './store.ts';
import { withdrawStatement } from './withdraw.ts';

/** With each hiding and removal its reasons for the author, told once it stands. */
export const statementFollower: Follower = {
  lock: async (tx, row) => lockStatementsOfCase(tx, row.id),
  taken: async (ports, tx, taken) => {
    const { item, matter, decision, toAuthor = '' } = taken;
    const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
    refuseUnclearGrounds(matter.policy, decision.grounds, author);
    const issued = await statementOn(ports, tx, taken);
    if (issued === undefined && toAuthor.trim() !== '') throw reviewError('TO_AUTHOR_UNTOLD');
    if (taken.supersedes !== undefined) await replace(ports, tx, taken.supersedes);
  },
  takenBack: async (ports, tx, { standsAgain }) => {
    if (standsAgain !== undefined) await giveAfterAll(ports, tx, standsAgain);
  },
  carried,
};

/** Who was not told of a hiding yet is told of the removal that followed it. */
async function replace(ports: ModerationPorts, tx: Tx, { id }: Pick<Decision, 'id'>): Promise<void> {
  const statement = await statementByCause(tx, id);
  if (statement !== undefined && statement.withdrawn_at === null && statement.given_at === null)
    await withdrawStatement(ports, tx, statement);
}

/** The hiding stands alone again: what was withdrawn for the removal is given by a person. */
async function giveAfterAll({ clock }: ModerationPorts, tx: Tx, { id }: Pick<Decision, 'id'>): Promise<void> {
  const statement = await statementByCause(tx, id);
  if (statement === undefined || statement.withdrawn_at === null) return;
  await updateStatement(tx, statement.id, { withdrawn_at: null, told: 'by-hand', promised_at: clock.now() });
}

async function statementOn(ports: ModerationPorts, tx: Tx, taken: Taken): Promise<string | undefined> {
  const { row, item, matter, decision, actor, toAuthor } = taken;
  if (decision.kind !== 'hide' && decision.kind !== 'remove') return undefined;
  return issueStatement(ports, tx, {
    ...{ cause: decision.id, measure: measureOn(decision.kind, matter), row, item, matter },
    ...{ policyVersion: decision.policy_version, grounds: decision.grounds, reported: decision.reported },
    ...{ telling: 'when-done', actor, ...(toAuthor !== undefined && { toAuthor }) },
  });
}

async function carried(ports: ModerationPorts, tx: Tx, { row, decision, settled }: Carried): Promise<void> {
  if (settled.type !== 'hide' && settled.type !== 'remove') return;
  const found = await statementByCause(tx, decision.id);
  const statement = found && (await lockStatement(tx, found.id));
  if (statement === undefined || statement.withdrawn_at !== null || statement.promised_at !== null) return;
  if (settled.withdrawn || settled.state === 'cancelled') {
    await withdrawStatement(ports, tx, statement);
    await record(tx, statement.body, ports.clock.now(), {
      ...{ kind: 'statement.withdrawn', subject: statement.item_id, person: null, grounds: statement.clauses },
      policyVersion: statement.policy_version,
      summary: `Motivazione ritirata (pratica n. ${row.number}): la misura non è stata applicata`,
      facts: { statement: statement.id, case: row.id, decision: decision.id },
    });
  } else if (settled.state === 'confirmed' && decision.undone_at === null)
    await tellStatement(ports, tx, { row, statement, person: decision.person });
}
