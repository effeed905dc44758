// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, type GraphAnswer, graphAt, Id, Written } from '../core/graph.ts';
import { usageOf } from '../core/graph-errors.ts';
import { after } from '../core/oauth.ts';
import { type Capability, ChannelFault, type Check, type ConnectedAccount, type Expiry } from '../port.ts';
import { errors, notActingAsPage } from './errors.ts';
import { GRAPH_VERSION, NEEDED_FOR } from './limits.ts';

/** What Facebook knows of a token; moments in Unix seconds, 0 where there is none. */
const Token = z.object({
  data: z.object({
    is_valid: z.boolean(),
    expires_at: z.number().int().default(0),
    data_access_expires_at: z.number().int().default(0),
    profile_id: Id.optional(),
    scopes: z.array(z.string()).default([]),
    error: z.object({ code: z.number().int(), subcode: z.number().int().optional() }).optional(),
  }),
});

interface Checking {
  readonly graph: Graph;
  readonly now: Date;
  readonly timeoutMilliseconds: number | undefined;
}

/** Whom the token acts for, until when and what it may not do. Throws `ChannelFault` where it may do nothing any more. */
export async function check(account: ConnectedAccount, checking: Checking): Promise<Check> {
  const me = await checking.graph('GET', 'me', { fields: 'id' });
  if (bodyOf(me, Written).id !== account.externalId) throw new ChannelFault(notActingAsPage);
  const quota = quotaOf(me, checking.now);
  const { appId = '' } = account.credentials;
  // Facebook tells of a token only to the application that it was given to.
  if (appId === '') return { expiries: [], lacking: [], quota };
  const told = await debugToken(account, checking);
  return { expiries: expiriesOf(told), lacking: lackingIn(told.scopes), quota };
}

function bodyOf<Shape>(answer: GraphAnswer, shape: z.ZodType<Shape>): Shape {
  if (answer.kind !== 'answer') throw new ChannelFault(errors.faultOf(answer));
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new ChannelFault(errors.unclear('unexpected-shape'), { cause: body.error });
  return body.data;
}

type Told = z.infer<typeof Token>['data'];

async function debugToken(
  { baseUrl, externalId, credentials }: ConnectedAccount,
  { timeoutMilliseconds }: Checking,
): Promise<Told> {
  const { appId = '', appSecret = '', pageToken = '' } = credentials;
  const host = { baseUrl, version: GRAPH_VERSION, token: `${appId}|${appSecret}`, appSecret };
  const answer = await graphAt(host, timeoutMilliseconds)('GET', 'debug_token', { input_token: pageToken });
  const { data } = bodyOf(answer, Token);
  if (!data.is_valid) {
    const { code, subcode } = data.error ?? { code: 190 };
    throw new ChannelFault(
      errors.refusal(subcode === undefined ? { code } : { code, error_subcode: subcode }, new Headers()),
    );
  }
  if (data.profile_id !== undefined && data.profile_id !== externalId) throw new ChannelFault(notActingAsPage);
  return data;
}

/** No renewal by the desk reaches beyond either: a person has to log in again. */
function expiriesOf({ expires_at: access, data_access_expires_at: data }: Told): readonly Expiry[] {
  const at = (seconds: number) => new Date(seconds * 1000);
  return [
    ...(access > 0 ? [{ what: 'access', at: at(access), by: 'person' } as const] : []),
    ...(data > 0 ? [{ what: 'permission', at: at(data), by: 'person' } as const] : []),
  ];
}

export function lackingIn(scopes: readonly string[]): readonly Capability[] {
  const lacking = Object.entries(NEEDED_FOR).flatMap(([scope, needed]) => (scopes.includes(scope) ? [] : needed));
  return [...new Set(lacking)];
}

/** Facebook tells percents of an allowance that it does not name. */
function quotaOf(answer: GraphAnswer, now: Date): NonNullable<Check['quota']> {
  const { percent, regainSeconds } = usageOf(answer.kind === 'unclear' ? new Headers() : answer.headers);
  const resetsAt = regainSeconds === undefined ? null : after(now, regainSeconds);
  return { left: Math.max(0, 100 - percent), of: 100, resetsAt };
}
