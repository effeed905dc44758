// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModerationPorts } from '../ports.ts';
import type { WarnRequest } from './contract.ts';
import { ownPublicWords } from './drafts.ts';
import { refuseUnlessTellable } from './fit.ts';
import { type ActingOnCase, allowedOr, authorToActOn, caseToActOn, ladderOn } from './on-case.ts';
import { isRepeated, take } from './take.ts';
import { tellingOf } from './telling.ts';

export interface Warning extends ActingOnCase {
  readonly key: string;
  readonly request: WarnRequest;
}

/** Warns the author of a case, by the way chosen among those there are. Throws MEASURE_NOT_ALLOWED, CANNOT_TELL_SO. */
export async function warn(ports: ModerationPorts, warning: Warning): Promise<void> {
  const { body, caseId, key, actor, request } = warning;
  await ports.database.inBody(body, async (tx) => {
    const where = await caseToActOn(ports, tx, warning);
    if (await isRepeated(tx, { body, key, kind: 'warn', caseId })) return;
    const author = await authorToActOn(tx, where);
    const answer = allowedOr((await ladderOn(tx, where)).answers, 'warn');
    const { reasons, text, told } = request;
    const own = ownPublicWords(ports, where, 'warn');
    await refuseUnlessTellable(ports, tx, { where, told, text, own });
    const telling = await tellingOf(tx, where);
    await take(ports, tx, {
      where,
      taking: {
        ...{ kind: 'warn', author, told, telling, key, actor, act: null },
        clauses: answer.clauses.map(({ id }) => id),
        words: { reasons, text, whyNoWarning: null, ways: null },
      },
    });
  });
}
