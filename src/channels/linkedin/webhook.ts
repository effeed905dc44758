// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { parseLossless } from '../core/lossless-json.ts';
import { headerOf, hmac, isSignedBy } from '../core/signing.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { notifiedEvent } from './events.ts';
import { Notification } from './wire.ts';

const Delivery = z.object({
  type: z.string(),
  notifications: z.array(z.unknown()).default([]),
});
const SOCIAL_ACTIONS = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
/** What LinkedIn puts before the body when it signs. */
const SIGNED_PREFIX = 'hmacsha256=';

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake({ challengeCode = '' }, { clientSecret = '' }) {
    // It is echoed and signed for whoever asks: only what LinkedIn sends, so that nobody gets a body of his own signed.
    if (clientSecret === '' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(challengeCode)) return null;
    const challengeResponse = hmac('sha256', clientSecret, challengeCode).toString('hex');
    return { type: 'application/json', body: JSON.stringify({ challengeCode, challengeResponse }) };
  },

  verify(delivery, { clientSecret = '' }) {
    const signature = /^(?:hmacsha256=)?([0-9a-f]{64})$/i.exec(headerOf(delivery, 'x-li-signature') ?? '')?.[1];
    if (signature === undefined) return false;
    const signed = Buffer.concat([Buffer.from(SIGNED_PREFIX), delivery.rawBody]);
    return isSignedBy(clientSecret, signed, { text: signature, encoding: 'hex' });
  },

  parse({ rawBody }) {
    const delivery = Delivery.safeParse(bodyOf(rawBody));
    if (!delivery.success) throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    const batches = new Map<string, InboundEvent[]>();
    const told = new Set<string>();
    for (const value of delivery.data.type === SOCIAL_ACTIONS ? delivery.data.notifications : []) {
      const notification = Notification.safeParse(value).data;
      if (notification === undefined || told.has(notification.notificationId)) continue;
      told.add(notification.notificationId);
      const event = notifiedEvent(notification);
      const events = batches.get(notification.organizationalEntity) ?? [];
      batches.set(notification.organizationalEntity, event === null ? events : [...events, event]);
    }
    return [...batches].map(([accountExternalId, events]) => ({ accountExternalId, events }));
  },
};

function bodyOf(rawBody: Uint8Array): unknown {
  try {
    return parseLossless(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}
