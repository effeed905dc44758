// SPDX-License-Identifier: AGPL-3.0-or-later
import { subscribeAccount, subscribeApplication } from '../core/graph-subscribing.ts';
import { neededForNotices } from '../core/subscribing.ts';
import type { ConnectedAccount, Subscribed } from '../port.ts';
import { errors } from './errors.ts';
import { GRAPH_VERSION, HEARD } from './limits.ts';
import { graphOf } from './wire.ts';

const NEEDED = {
  appId: 'il numero dell’app dell’ente su Meta',
  appSecret: 'la chiave segreta dell’app dell’ente su Meta',
  verifyToken: 'la parola scelta dall’ente per registrare l’indirizzo degli avvisi',
};

/** The address is the application's, one for all its Pages; the Page adds itself to it, until somebody takes it off. */
export async function subscribe(account: ConnectedAccount, address: string): Promise<Subscribed> {
  const application = neededForNotices(account.credentials, NEEDED);
  const { baseUrl, externalId } = account;
  const host = { baseUrl, version: GRAPH_VERSION, ...application };
  await subscribeApplication(host, { object: 'page', fields: HEARD, address }, errors);
  await subscribeAccount(graphOf(account), { subject: externalId, fields: HEARD }, errors);
  return { until: null };
}
