// SPDX-License-Identifier: AGPL-3.0-or-later
import { neededForNotices } from '../core/subscribing.ts';
import { ChannelFault, type Subscribed } from '../port.ts';
import { type Acting, faultOf } from './api.ts';

const NEEDED = {
  appId: 'il numero dell’applicazione dell’ente su TikTok API for Business',
  appSecret: 'la chiave segreta della stessa applicazione',
};

/** One address for all the accounts of the application: any of them receives for the others. */
export async function subscribe(
  { account, business, now }: Omit<Acting, 'posting'>,
  address: string,
): Promise<Subscribed> {
  const { appId, appSecret } = neededForNotices(account.credentials, NEEDED);
  const body = { app_id: appId, secret: appSecret, event_type: 'COMMENT', callback_url: address };
  const answer = await business({ method: 'POST', path: 'business/webhook/update/', body });
  if (answer.kind !== 'answer') throw new ChannelFault(faultOf(answer, now));
  return { until: null };
}
