// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import { writesWaiting } from '#delivery';
import { isId } from '#kernel';
import type { Tx } from '#platform';
import { draftById, draftsDue } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import { outingById } from '../publishing/store.ts';
import { openOutingViewsIn } from '../publishing/view.ts';
import type { LateOne, StopView } from './contract.ts';
import { openStop, plannedAfter } from './store.ts';

const SENT: readonly (string | null)[] = ['sent', 'unknown'];

/** Whether all is stopped, what had left already, and what would go out late. */
export const stopView = (ports: EditorialPorts, body: string): Promise<StopView> =>
  ports.database.inBody(body, (tx) => stopViewIn(ports, tx, body));

export async function stopViewIn(ports: EditorialPorts, tx: Tx, body: string): Promise<StopView> {
  const stop = await openStop(tx, body);
  if (stop === undefined) return { stopped: null, sent: [], late: [], planned: 0, others: 0 };
  const { late, others } = await lateOnes(ports, tx, body);
  return {
    stopped: { name: stop.stopped_by_name, at: stop.stopped_at.toISOString(), reasons: stop.reasons },
    sent: (await openOutingViewsIn(ports, tx, body)).filter(({ delivery }) => SENT.includes(delivery)),
    late,
    planned: await plannedAfter(tx, body, ports.clock.now()),
    others,
  };
}

/** What waits of the body's own words and would go out late; and how many writes wait about what others wrote. */
export async function lateOnes(
  { clock }: Pick<EditorialPorts, 'clock'>,
  tx: Tx,
  body: string,
): Promise<{ readonly late: LateOne[]; readonly others: number }> {
  const waiting = await writesWaiting(tx, body);
  const late: LateOne[] = [];
  for (const { cause, type } of waiting) {
    const outing =
      (type === 'publish' || type === 'edit-post') && isId(cause) ? await outingById(tx, cause) : undefined;
    if (outing === undefined) continue;
    const [draft, account] = [await draftById(tx, outing.draft_id), await accountById(tx, outing.account_id)];
    late.push({
      ...{ kind: 'outing', id: outing.id, draft: outing.draft_id, title: draft?.title ?? '' },
      ...{ account: account?.name ?? '', network: outing.network, at: outing.at.toISOString() },
    });
  }
  const others = waiting.filter(({ item_id }) => item_id !== null).length;
  for (const id of await draftsDue(tx, body, clock.now())) {
    const draft = await draftById(tx, id);
    // What a person has to fire waits for that person anyway.
    if (draft === undefined || draft.goes !== 'at-its-time' || draft.goes_at === null) continue;
    const { title, goes_at: at } = draft;
    late.push({ kind: 'content', id, draft: id, title, account: '', network: null, at: at.toISOString() });
  }
  return { late, others };
}
