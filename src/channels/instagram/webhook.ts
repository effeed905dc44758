// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id } from '../core/graph.ts';
import { graphHandshake, isSignedByApp, noticeOf } from '../core/graph-webhook.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { NoticeTime, noticeEvent } from './notices.ts';
import { privateEvent } from './private-notices.ts';

const Change = z.object({ field: z.string(), value: z.unknown().optional() });

/** An entry holds one change by itself (route through Instagram), several in `changes` (through Facebook), or messages. */
const Delivery = z.object({
  object: z.literal('instagram'),
  entry: z.array(
    z.object({
      id: Id,
      time: NoticeTime,
      field: z.string().optional(),
      value: z.unknown().optional(),
      changes: z.array(z.unknown()).default([]),
      messaging: z.array(z.unknown()).default([]),
    }),
  ),
});

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake: (query, { verifyToken = '' }) => graphHandshake(query, verifyToken),

  verify: (delivery, { appSecret = '' }) => isSignedByApp(delivery, appSecret),

  parse(notice) {
    const delivery = Delivery.safeParse(noticeOf(notice));
    if (!delivery.success) throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    const batches = new Map<string, InboundEvent[]>();
    for (const { id, time, field, value, changes, messaging } of delivery.data.entry) {
      const told = [
        ...[{ field, value }, ...changes].map((change) => changeEvent(change, id, time)),
        ...messaging.map((message) => privateEvent(message, id)),
      ].filter((event) => event !== null);
      batches.set(id, [...(batches.get(id) ?? []), ...told]);
    }
    return [...batches].map(([accountExternalId, events]) => ({ accountExternalId, events }));
  },
};

function changeEvent(value: unknown, accountId: string, time: Date): InboundEvent | null {
  const change = Change.safeParse(value);
  return change.success ? noticeEvent(change.data, accountId, time) : null;
}
