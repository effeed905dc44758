// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { codesIn, isCode } from '../statements/code.ts';
import { digestOf } from '../statements/issue.ts';
import { lockStatement } from '../statements/store.ts';
import { enterReview, mayAsk } from './ask.ts';
import type { ReviewByHandRequest } from './contract.ts';
import { reviewError } from './errors.ts';

interface Entering {
  readonly body: string;
  readonly statement: string;
  readonly actor: Actor;
  readonly brought: ReviewByHandRequest;
}

/**
 * Somebody brought the code of a statement to the desk; not to who decided. Throws STATEMENT_NOT_FOUND, REVIEW_SAME_PERSON,
 * REVIEW_CODE, REVIEW_TOO_LATE, REVIEW_ASKED.
 */
export async function enterByHand(
  ports: ModerationPorts,
  { body, statement: id, actor, brought }: Entering,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const statement = await lockStatement(tx, id);
    if (statement === undefined) throw reviewError('STATEMENT_NOT_FOUND');
    if (statement.person === actor.id) throw reviewError('REVIEW_SAME_PERSON');
    const code = codesIn(brought.code).find(isCode);
    if (code === undefined || digestOf(ports.vault, code) !== statement.code_digest) throw reviewError('REVIEW_CODE');
    if (!mayAsk(statement, ports.clock.now())) throw reviewError('REVIEW_TOO_LATE');
    const { words } = brought;
    if (!(await enterReview(ports, tx, { statement, via: 'by-hand', words, actor }))) throw reviewError('REVIEW_ASKED');
  });
}
