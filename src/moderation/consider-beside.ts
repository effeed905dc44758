// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util';
import { itemsByIds } from '#inbox';
import type { Tx } from '#platform';
import { inForce } from '#rulebook';
import { queueing, toAssign } from './consider.ts';
import { judgeAll, keepJudgements } from './judge-items.ts';
import type { ModerationPorts } from './ports.ts';
import { assign } from './referrals/assign.ts';
import { latestJudgement, lockCasesOfItems, updateCase } from './store.ts';

/** Judges open cases again whose words stand beside others that came later; what reads as it did is left as it is. */
export async function considerBeside(ports: ModerationPorts, body: string, ids: readonly string[]): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const open = (await lockCasesOfItems(tx, ids)).filter(({ state }) => state === 'open');
    const rows = new Map(open.map((row) => [row.item_id, row]));
    const items = (await itemsByIds(tx, [...rows.keys()])).filter(({ purged_at }) => purged_at === null);
    const policy = await inForce(tx, body, ports.clock.now());
    const news: { id: string; change: string }[] = [];
    for (const judged of await judgeAll(ports, tx, { policy, items })) {
      const row = rows.get(judged.item.id);
      const company = row && (await nextCompany(tx, row.id, judged));
      if (row === undefined || company === undefined) continue;
      await keepJudgements(ports, tx, [{ ...judged, row, company }]);
      await assign(tx, policy.compiled, { body, cases: [toAssign({ ...judged, row })] });
      const change = queueing(judged.judgement, judged.item, judged.text);
      await updateCase(tx, row.id, { ...change, revision: row.revision + 1 });
      news.push({ id: row.id, change: 'changed' });
    }
    if (news.length > 0) await ports.news.tellAll(tx, body, news);
  });
}

/** Undefined where it was judged so already, or where newer words still wait to be judged. */
async function nextCompany(
  tx: Tx,
  caseId: string,
  { item, signals }: { readonly item: { readonly version: number }; readonly signals: readonly object[] },
): Promise<number | undefined> {
  const latest = await latestJudgement(tx, caseId);
  if (latest === undefined || latest.item_version !== item.version) return undefined;
  return isDeepStrictEqual(latest.signals, JSON.parse(JSON.stringify(signals))) ? undefined : latest.company + 1;
}
