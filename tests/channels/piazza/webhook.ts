// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { NetworkAdapter } from '#channels';
import { headerOf, isSignedBy } from '../../../src/channels/core/signing.ts';
import { fault, told } from './errors.ts';
import { Comment, commentEvent } from './wire.ts';

const Delivery = z.array(z.object({ account: z.string(), comment: Comment }));

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake: ({ echo = '' }) => (/^\d{1,40}$/.test(echo) ? { type: 'text/plain', body: echo } : null),

  verify(delivery, { clientSecret = '' }) {
    const text = headerOf(delivery, 'x-piazza-proof') ?? '';
    return isSignedBy(clientSecret, delivery.rawBody, { text, encoding: 'hex' });
  },

  parse({ rawBody }) {
    const delivery = Delivery.safeParse(JSON.parse(Buffer.from(rawBody).toString()));
    if (!delivery.success) throw fault(told('rejected-content', 'foreign-delivery'));
    return delivery.data.map(({ account, comment }) => ({
      accountExternalId: account,
      events: [commentEvent(comment, account)],
    }));
  },
};
