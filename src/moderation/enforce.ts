// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type CommandType } from '#channels';
import { type DeliveryState, type Order, order } from '#delivery';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import type { DecisionKind } from './contract.ts';
import type { Matter } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import { reportReason } from './report-reason.ts';
import type { NewDecision } from './store.ts';

/** The write that each decision asks of the network; `publish` asks for one only where the item is hidden. */
const writeFor = (kind: DecisionKind, hidden: boolean): CommandType | null => {
  if (kind === 'publish') return hidden ? 'unhide' : null;
  return kind === 'no-action' ? null : kind;
};

/** Promises the writes of a decision; the state of the first one is the case's, a report has its own life. */
export async function enforce(
  ports: Pick<ModerationPorts, 'jobs' | 'clock' | 'events'>,
  tx: Tx,
  { item, decision, matter }: { item: Item; decision: NewDecision; matter: Matter },
): Promise<DeliveryState | 'none'> {
  const delivery = { ...ports, tx };
  const place = placeOf(item, { cause: decision.id, person: decision.person });
  if (decision.reported) {
    await order(delivery, { ...place, type: 'report', text: decision.reasons, reason: reportReason(matter.judgement) });
  }
  const type = writeFor(decision.kind, matter.hidden);
  if (type === null) return 'none';
  return order(delivery, { ...place, type, ...(decision.reply !== null && { text: decision.reply }) });
}

/** Where on the network, for whom and because of what. */
export const placeOf = (
  item: Item,
  { cause, person }: { cause: string; person: string },
): Omit<Order, 'type' | 'text' | 'reason'> => ({
  body: item.body,
  account: item.account_id,
  network: item.network,
  item: item.id,
  target: item.external_id,
  post: item.post_external_id,
  cause,
  person,
});

/** What reporting to the platform would do, where it can be done at all. */
export function reportingOn(network: Item['network']): { how: 'api' | 'by-hand'; effect: string } | null {
  const state = adapterOf(network)?.capabilities.report;
  if (state === undefined || state.how === 'none') return null;
  return { how: state.how === 'by-hand' ? 'by-hand' : 'api', effect: state.effect };
}
