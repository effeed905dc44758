// SPDX-License-Identifier: AGPL-3.0-or-later
import { textOf } from '#inbox';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById, latestJudgement } from '../store.ts';
import type { Precedents } from './contract.ts';
import { comparing, showsCsam } from './nearest.ts';
import { decidedUnder } from './store.ts';

const YEAR_MILLISECONDS = 365 * 86_400_000;
const FEWEST = 0.35;
const MOST_SHOWN = 5;

/** The nearest cases decided in the last year, and what was done; none where the words had to go or may be csam. */
export async function precedents(
  { database, clock }: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
  id: string,
): Promise<Precedents> {
  return database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    const judged = row && (await latestJudgement(tx, id));
    if (row === undefined || judged === undefined) throw moderationError('CASE_NOT_FOUND');
    const text = await textOf(tx, row.item_id, judged.item_version);
    const own = { clauses: row.clauses, text: text ?? '', signals: judged.signals };
    if (text === undefined || row.clauses.length === 0 || showsCsam(own)) return { items: [] };
    const near = comparing(own);
    const since = new Date(clock.now().getTime() - YEAR_MILLISECONDS);
    const decided = await decidedUnder(tx, { clauses: row.clauses, besides: id, since });
    const nearest = decided
      .filter((one) => !showsCsam(one))
      .map((one) => ({ one, nearness: near(one) }))
      .filter(({ nearness }) => nearness >= FEWEST)
      .toSorted((a, b) => b.nearness - a.nearness)
      .slice(0, MOST_SHOWN);
    return {
      items: nearest.map(({ one, nearness }) => ({
        ...{ case: one.id, number: Number(one.number), network: one.network, excerpt: one.excerpt },
        ...{ at: one.at.toISOString(), decision: one.decision, grounds: [...one.grounds], nearness },
        clauses: one.clauses.filter((clause) => row.clauses.includes(clause)),
      })),
    };
  });
}
