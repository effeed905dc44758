// SPDX-License-Identifier: AGPL-3.0-or-later

import { withdraw } from '#delivery';
import { dayIn } from '#kernel';
import type { Tx } from '#platform';
import { carriesBan, ladderTerms } from '#policy';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { statementByCause } from '../statements/store.ts';
import { withdrawStatement } from '../statements/withdraw.ts';
import { provedTogether } from './author-store.ts';
import { brokenOn, choicesOf, windowStart } from './history.ts';
import { breachesWithin, changeMeasure, holdAuthors, measuresWhere } from './store.ts';

interface Fallen {
  readonly body: string;
  readonly author: string;
}

/**
 * Breaches of an author fell: every standing ban that what is left would not have carried on its day is called back for a look,
 * that of whoever was proved to be the same too.
 */
export async function callBackBans(ports: ModerationPorts, tx: Tx, { body, author }: Fallen): Promise<void> {
  const authors = await provedTogether(tx, author);
  await holdAuthors(tx, authors);
  const bans = (await measuresWhere(tx, { authors })).filter((one) => one.kind === 'ban' && one.ended_at === null);
  if (bans.length === 0) return;
  const now = ports.clock.now();
  const { compiled: policy } = await inForce(tx, body, now);
  const choices = await choicesOf(tx, body);
  const days = ladderTerms(policy, choices).windowDays?.value ?? null;
  for (const { id, at } of bans) {
    const { count } = await breachesWithin(tx, authors, { since: windowStart(days, at), until: at });
    if (!carriesBan(policy, count, choices)) await callBack(tx, id, now);
  }
}

export const callBack = (tx: Tx, ban: string, now: Date): Promise<void> =>
  changeMeasure(tx, ban, { review_on: dayIn(now), review_called_at: null });

/** Nobody says any more that the item of this case breaks anything: its warnings count no more, and what was not sent is not. */
export async function endWarnings(ports: ModerationPorts, tx: Tx, caseId: string): Promise<void> {
  if ((await brokenOn(tx, caseId)).length > 0) return;
  const now = ports.clock.now();
  const standing = (await measuresWhere(tx, { case: caseId })).filter(
    ({ kind, ended_at }) => kind === 'warn' && ended_at === null,
  );
  for (const { id } of standing) {
    await changeMeasure(tx, id, { ended_at: now });
    await withdraw({ ...ports, tx }, id);
    const statement = await statementByCause(tx, id);
    if (statement !== undefined && statement.withdrawn_at === null) await withdrawStatement(ports, tx, statement);
  }
}
