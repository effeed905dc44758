// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { feastsIn } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { ringAgain } from './alarm.ts';
import { closingsIn } from './duty.ts';
import { clearClaim } from './hold.ts';
import { presentSince } from './presence.ts';
import { sheetFacts } from './sheet.ts';
import { type ClaimedCase, clearScreensBefore, insertSheet, latestSheets, lockClaimsOf, plansSince } from './store.ts';

/**
 * Closes the turns that ended since the last time: what those who left had in hand goes back to all, and the sheet for who
 * comes next is written; where several ended while nobody looked, one sheet, of the last. Bears repetition.
 */
export async function turnsDue(ports: ModerationPorts, body: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    await clearScreensBefore(tx, body, presentSince(now));
    const [latest] = await latestSheets(tx, body, 1);
    const plans = await plansSince(tx, body, latest?.closed_at);
    const feasts = await feastsIn(tx, body, { now, national: ports.holidays });
    // Each end by the plan that held then: one that is changed a moment later skips nobody's.
    const closings = plans.flatMap(({ plan, at }, index) => {
      const since = latest !== undefined && latest.closed_at > at ? latest.closed_at : at;
      return closingsIn(plan, { since, now: plans[index + 1]?.at ?? now }, feasts);
    });
    const last = closings.at(-1);
    if (last === undefined) return;
    const released: ClaimedCase[] = [];
    for (const { at, leaving } of closings)
      released.push(...(await lockClaimsOf(tx, body, { people: leaving, before: at })));
    for (const row of released) await clearClaim(ports, tx, row);
    for (const row of released) await ringAgain(ports, tx, row);
    const leaving = [...new Set(closings.flatMap((closing) => closing.leaving))];
    await close(ports, tx, { body, at: last.at, leaving, released });
  });
}

interface Closed {
  readonly body: string;
  readonly at: Date;
  readonly leaving: readonly string[];
  readonly released: readonly ClaimedCase[];
}

async function close(ports: ModerationPorts, tx: Tx, { body, at, leaving, released }: Closed): Promise<void> {
  const facts = await sheetFacts(ports, tx, { body, at, leaving, released });
  const now = ports.clock.now();
  const id = newId();
  await insertSheet(tx, { id, body, closed_at: at, facts: JSON.stringify(facts), at: now });
  await record(tx, body, now, {
    kind: 'turn.closed',
    subject: null,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: `Fine del turno: pratiche rimesse in coda ${released.length}, da decidere ${facts.open}, decise oggi ${facts.decided.total}`,
    facts: {
      ...{ sheet: id, closedAt: at.toISOString(), released: released.map((row) => row.id), people: [...leaving] },
      ...{ open: facts.open, grave: facts.grave.total, decided: facts.decided.total },
    },
  });
  await ports.news.tell(tx, body, { sheet: id });
}
