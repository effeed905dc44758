// SPDX-License-Identifier: AGPL-3.0-or-later
import { call } from '../core/call.ts';
import { after } from '../core/oauth.ts';
import { hmac } from '../core/signing.ts';
import type { Subscribed } from '../port.ts';
import { addressesFrom } from './addresses.ts';
import type { Acting } from './api.ts';
import { errorOf, fault, hubRefused } from './errors.ts';
import { LEASE_SECONDS } from './limits.ts';

type Credentials = Readonly<Record<string, string>>;

/** The two words between the desk and the hub: those that the body chose, or others that only its application can make. */
export const hubSecretOf = (credentials: Credentials): string => wordOf(credentials, 'hubSecret');
export const verifyTokenOf = (credentials: Credentials): string => wordOf(credentials, 'verifyToken');

function wordOf(credentials: Credentials, name: 'hubSecret' | 'verifyToken'): string {
  const { clientSecret = '', [name]: chosen = '' } = credentials;
  if (chosen !== '' || clientSecret === '') return chosen;
  return hmac('sha256', clientSecret, `youtube notices: ${name}`).toString('hex');
}

/** The hub asks the address back before it answers; what it grants runs out and must be asked for again. */
export async function subscribe({ account, clock, timeoutMilliseconds }: Acting, address: string): Promise<Subscribed> {
  const { baseUrl, externalId, credentials } = account;
  const askedAt = clock.now();
  const answer = await call(
    {
      method: 'POST',
      url: addressesFrom(baseUrl).hub,
      headers: { accept: 'text/plain' },
      body: new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify': 'sync',
        'hub.callback': address,
        'hub.topic': `https://www.youtube.com/feeds/videos.xml?channel_id=${encodeURIComponent(externalId)}`,
        'hub.lease_seconds': `${LEASE_SECONDS}`,
        'hub.secret': hubSecretOf(credentials),
        'hub.verify_token': verifyTokenOf(credentials),
      }),
    },
    timeoutMilliseconds,
  );
  if (answer.kind === 'refused' && answer.status < 500) throw fault(hubRefused(answer.status));
  if (answer.kind !== 'answer') throw fault(errorOf(answer, clock.now()));
  return { until: after(askedAt, LEASE_SECONDS) };
}
