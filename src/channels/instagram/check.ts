// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, graphAt, graphReader, listOf } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import { type Capability, ChannelFault, type Check, type ConnectedAccount, type Expiry } from '../port.ts';
import { errors } from './errors.ts';
import { GRAPH_VERSION, NEEDED_FOR } from './limits.ts';
import { whoAmI } from './pull.ts';
import { ON_INSTAGRAM, routeOf } from './wire.ts';

const Quota = listOf(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }).optional() }));
/** Times are Unix seconds, and 0 means never. */
const Debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    scopes: z.array(z.string()).default([]),
    expires_at: z.number().default(0),
    data_access_expires_at: z.number().default(0),
  }),
});

/** Whether the connection still acts for the account, until when, what it may no longer do, and how many posts are left today. */
export async function check(graph: Graph, account: ConnectedAccount): Promise<Check> {
  const reader = graphReader(graph, errors);
  await whoAmI(reader, account);
  const path = `${encodeURIComponent(account.externalId)}/content_publishing_limit`;
  const publishing = await attempt(reader, () => reader.read(Quota, path, { fields: 'config,quota_usage' }));
  const messages = await attempt(reader, () =>
    reader.read(listOf(z.unknown()), 'me/conversations', { ...ON_INSTAGRAM, fields: 'id', limit: 1 }),
  );
  const lost: Capability[] = [
    ...(publishing.state === 'closed' ? (['publish-image', 'publish-video'] as const) : []),
    ...(messages.state === 'closed' ? (['read-messages', 'answer-message'] as const) : []),
  ];
  const asked = routeOf(account) === 'facebook-login' ? await debugged(account) : { expiries: [], lacking: [] };
  const quota = publishing.state === 'read' ? quotaOf(publishing.found) : undefined;
  return {
    expiries: asked.expiries,
    lacking: [...new Set([...lost, ...asked.lacking])],
    ...(quota === undefined ? {} : { quota }),
  };
}

function quotaOf({ data }: z.infer<typeof Quota>): Check['quota'] {
  const [first] = data;
  const of = first?.config?.quota_total;
  if (first === undefined || of === undefined) return undefined;
  return { left: Math.max(0, of - first.quota_usage), of, resetsAt: null };
}

/** Through Facebook Meta tells what a token is worth, to the application it was given to; through Instagram it tells nobody. */
async function debugged({ baseUrl, credentials }: ConnectedAccount): Promise<Omit<Check, 'quota'>> {
  const { token = '', appId = '', appSecret = '' } = credentials;
  if (appId === '' || appSecret === '') return { expiries: [], lacking: [] };
  const graph = graphAt({ baseUrl, version: GRAPH_VERSION, token: `${appId}|${appSecret}`, appSecret });
  const { data } = await graphReader(graph, errors).read(Debugged, 'debug_token', { input_token: token });
  const { expires_at: access, data_access_expires_at: permission, scopes } = data;
  if (!data.is_valid) throw new ChannelFault(errors.refusal({ code: 190 }, new Headers()));
  return {
    expiries: [...until('access', access), ...until('permission', permission)],
    lacking: Object.entries(NEEDED_FOR).flatMap(([scope, needed]) => (scopes.includes(scope) ? [] : needed)),
  };
}

/** No renewal by the desk reaches beyond: a person has to log in again. */
const until = (what: Expiry['what'], seconds: number): readonly Expiry[] =>
  seconds === 0 ? [] : [{ what, at: new Date(seconds * 1000), by: 'person' }];
