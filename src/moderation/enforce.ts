// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import { type DeliveryState, type Order, order, type Wanted } from '#delivery';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import type { DecisionKind } from './contract.ts';
import type { Matter } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import { reportReason } from './report-reason.ts';
import { privateWrite } from './statements/private-write.ts';
import type { NewDecision } from './store.ts';

/** The write that each decision asks of the network; `publish` asks for one only where the item is hidden or held. */
function writeFor(kind: DecisionKind, item: Item, reply: string): Wanted | null {
  const on = targetOf(item);
  switch (kind) {
    case 'publish':
      if (item.visibility === 'held') return { type: 'approve', ...on };
      return item.visibility === 'hidden' ? { type: 'unhide', ...on } : null;
    case 'no-action':
    case 'route':
      return null;
    case 'reply':
      return item.kind === 'message' ? privateWrite(item, reply) : { type: 'reply', ...on, text: reply };
    default:
      return { type: kind, ...on };
  }
}

/** Promises the writes of a decision; the state of the first one is the case's, a report has its own life. */
export async function enforce(
  ports: Pick<ModerationPorts, 'jobs' | 'clock' | 'events' | 'vault'>,
  tx: Tx,
  { item, decision, matter }: { item: Item; decision: NewDecision; matter: Matter },
): Promise<DeliveryState | 'none'> {
  const delivery = { ...ports, tx };
  const place = placeOf(item, { cause: decision.id, person: decision.person });
  if (decision.reported) {
    const report = { type: 'report' as const, text: decision.reasons, reason: reportReason(matter.judgement) };
    await order(delivery, { ...place, command: { ...report, ...targetOf(item) } });
  }
  const command = writeFor(decision.kind, item, decision.reply ?? '');
  return command === null ? 'none' : order(delivery, { ...place, command });
}

/** Where on the network, for whom and because of what. */
export const placeOf = (item: Item, { cause, person }: { cause: string; person: string }): Omit<Order, 'command'> => ({
  body: item.body,
  account: item.account_id,
  network: item.network,
  item: item.id,
  cause,
  person,
});

/** What an act on an item names on its network. */
export const targetOf = (item: Item) => ({ target: item.external_id, post: item.post_external_id });

/** What reporting to the platform would do, where it can be done at all. */
export function reportingOn(network: Item['network']): { how: 'api' | 'by-hand'; effect: string } | null {
  const state = adapterOf(network)?.capabilities.report;
  if (state === undefined || state.how === 'none') return null;
  return { how: state.how === 'by-hand' ? 'by-hand' : 'api', effect: state.effect };
}
