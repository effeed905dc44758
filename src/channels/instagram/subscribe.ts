// SPDX-License-Identifier: AGPL-3.0-or-later
import { subscribeAccount, subscribeApplication } from '../core/graph-subscribing.ts';
import { neededForNotices } from '../core/subscribing.ts';
import type { ConnectedAccount, Subscribed } from '../port.ts';
import { errors } from './errors.ts';
import { GRAPH_VERSION, HEARD } from './limits.ts';
import { graphOf, routeOf } from './wire.ts';

const NEEDED = {
  appId: 'il numero dell’app dell’ente su Meta',
  appSecret: 'la chiave segreta dell’app dell’ente su Meta',
  verifyToken: 'la parola scelta dall’ente per registrare l’indirizzo degli avvisi',
};

/** Meta hears of Instagram through the linked Page when the Page is added, whichever of its own fields are named. */
const OF_PAGE = ['feed'];

/**
 * Through Facebook the application says where it is told, and the linked Page adds itself to it. Through Instagram the address can
 * be written only by a person, in the application's own pages: the account adds itself to what stands there.
 */
export async function subscribe(account: ConnectedAccount, address: string): Promise<Subscribed> {
  const isThroughFacebook = routeOf(account) === 'facebook-login';
  if (isThroughFacebook) {
    const host = { baseUrl: account.baseUrl, version: GRAPH_VERSION, ...neededForNotices(account.credentials, NEEDED) };
    await subscribeApplication(host, { object: 'instagram', fields: HEARD, address }, errors);
  }
  // With the token of a Page `me` is that Page.
  await subscribeAccount(graphOf(account), { subject: 'me', fields: isThroughFacebook ? OF_PAGE : HEARD }, errors);
  return { until: null };
}
