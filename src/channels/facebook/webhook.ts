// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id } from '../core/graph.ts';
import { graphHandshake, isSignedByApp, noticeOf } from '../core/graph-webhook.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter, type WebhookBatch } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { NoticeTime, noticeEvent } from './notices.ts';
import { privateEvent } from './private-notices.ts';

const Delivery = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: Id,
      time: NoticeTime,
      changes: z.array(z.object({ field: z.string(), value: z.unknown().optional() })).default([]),
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
    for (const { id: pageId, time, changes, messaging } of delivery.data.entry) {
      const told = [
        ...changes.map((change) => noticeEvent(change, pageId, time)),
        ...messaging.map((message) => privateEvent(message, pageId)),
      ].filter((event) => event !== null);
      batches.set(pageId, [...(batches.get(pageId) ?? []), ...told]);
    }
    return [...batches].map(([accountExternalId, events]): WebhookBatch => ({ accountExternalId, events }));
  },
};
