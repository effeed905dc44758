// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, graphReader, listOf } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import { ChannelFault, type Check, type ConnectedAccount, type Expiry } from '../port.ts';
import { errors } from './errors.ts';
import { NEEDED_FOR } from './limits.ts';
import { whoAmI } from './pull.ts';

const Quota = listOf(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }).optional() }));

/** Moments are Unix seconds, and 0 means never. */
const Debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    scopes: z.array(z.string()).default([]),
    expires_at: z.number().default(0),
    data_access_expires_at: z.number().default(0),
  }),
});
type Debugged = z.infer<typeof Debugged>['data'];

/** Whom the token acts for, until when, what it may not do, and how many posts are left today. */
export async function check(graph: Graph, account: ConnectedAccount): Promise<Check> {
  const reader = graphReader(graph, errors);
  await whoAmI(reader, account);
  const token = await debugToken(graph, account.credentials.token ?? '');
  const query = { fields: 'quota_usage,config' };
  const publishing = await attempt(reader, () => reader.read(Quota, 'me/threads_publishing_limit', query));
  const quota = publishing.state === 'read' ? quotaOf(publishing.found) : undefined;
  const missing = Object.entries(NEEDED_FOR).filter(([scope]) => !token.scopes.includes(scope));
  return {
    expiries: expiriesOf(token),
    lacking: [...new Set(missing.flatMap(([, needed]) => needed))],
    ...(quota === undefined ? {} : { quota }),
  };
}

/** What Threads knows of a token. Throws `ChannelFault` where it is good for nothing any more. */
export async function debugToken(graph: Graph, token: string): Promise<Debugged> {
  const { data } = await graphReader(graph, errors).read(Debugged, 'debug_token', { input_token: token });
  if (!data.is_valid) throw new ChannelFault(errors.refusal({ code: 190 }, new Headers()));
  return data;
}

/** The desk renews the token; the permission behind it a person gives again, or a public profile extends. */
export const expiriesOf = ({ expires_at: access, data_access_expires_at: permission }: Debugged): readonly Expiry[] => [
  ...(access === 0 ? [] : [{ what: 'access', at: new Date(access * 1000), by: 'desk' } as const]),
  ...(permission === 0 ? [] : [{ what: 'permission', at: new Date(permission * 1000), by: 'person' } as const]),
];

function quotaOf({ data: [first] }: z.infer<typeof Quota>): Check['quota'] {
  const of = first?.config?.quota_total;
  if (first === undefined || of === undefined) return undefined;
  return { left: Math.max(0, of - first.quota_usage), of, resetsAt: null };
}
