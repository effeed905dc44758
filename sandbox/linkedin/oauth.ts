// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json, type Reply, seeOther } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { parametersOf, stranger } from '../town/parameters.ts';
import { grantTokens, holderOf, renewTokens, type TokenPair } from '../town/tokens.ts';
import type { Token } from '../town/writing.ts';

const CODE_MILLISECONDS = 30 * 60_000;
export const SCOPE = 'r_organization_social_feed,rw_organization_admin,w_organization_social_feed';

const Code = z.object({ account: z.string(), redirectUri: z.string(), until: z.number() });
const codesOf = ({ world }: Stage) => openDrawer(world, 'code', Code);

const refuse = (error: string, description: string, status = 400): Answer =>
  json({ error, error_description: description }, status);

/** `/oauth/v2/…`: signing in, and tokens. */
export function oauth(call: Call, stage: Stage, habits: TokenHabits): Reply {
  const what = call.path[2];
  if (what === 'authorization' && call.method === 'GET') return authorize(call, stage);
  if (call.method !== 'POST') return refuse('invalid_request', 'method not allowed', 405);
  const { client_id: id, client_secret: secret } = parametersOf(call);
  if (id !== stage.secrets.clientId || secret !== stage.secrets.clientSecret) {
    return refuse('invalid_client', 'Client authentication failed', 401);
  }
  if (what === 'accessToken') return accessToken(call, stage, habits);
  return what === 'introspectToken' ? introspect(call, stage) : refuse('invalid_request', 'unknown address', 404);
}

/** The person is taken to have agreed: what a person sees here is LinkedIn's own. */
function authorize({ query }: Call, stage: Stage): Answer {
  const unknown = stranger(query, ['response_type', 'client_id', 'redirect_uri', 'state', 'scope', 'account']);
  const [redirect, state] = [query.get('redirect_uri') ?? '', query.get('state') ?? ''];
  if (unknown !== null || query.get('response_type') !== 'code' || !URL.canParse(redirect)) {
    return refuse('invalid_request', `something is wrong with ${unknown ?? 'the request'}`);
  }
  if (query.get('client_id') !== stage.secrets.clientId)
    return refuse('unauthorized_client', 'unknown application', 401);
  const account = query.get('account') ?? [...stage.world.accounts.keys()][0] ?? '';
  const code = `AQ${stage.world.draw()}`;
  codesOf(stage).put(code, { account, redirectUri: redirect, until: stage.now().getTime() + CODE_MILLISECONDS });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', state);
  return seeOther(back.href);
}

function accessToken(call: Call, stage: Stage, habits: TokenHabits): Answer {
  const { grant_type: type, code = '', redirect_uri: redirect, refresh_token: refresh } = parametersOf(call);
  if (type === 'refresh_token') {
    const pair = renewTokens(habits, stage, refresh);
    return typeof pair === 'string' ? refuse('invalid_grant', `The refresh token is ${pair}`) : told(pair, stage);
  }
  const known = codesOf(stage).get(code);
  if (
    type !== 'authorization_code' ||
    known === undefined ||
    known.redirectUri !== redirect ||
    known.until < stage.now().getTime()
  ) {
    return refuse('invalid_grant', 'Unable to retrieve access token: authorization code not found');
  }
  codesOf(stage).remove(code);
  return told(grantTokens(habits, stage, { account: known.account }), stage);
}

function told({ access, refresh }: TokenPair, stage: Stage): Answer {
  const left = ({ endsAt }: Token): number => Math.round((Date.parse(endsAt ?? '') - stage.now().getTime()) / 1000);
  return json({
    access_token: access.value,
    expires_in: left(access),
    ...(refresh && { refresh_token: refresh.value, refresh_token_expires_in: left(refresh) }),
    scope: SCOPE,
    token_type: 'Bearer',
  });
}

function introspect(call: Call, stage: Stage): Answer {
  const { token = '' } = parametersOf(call);
  const known = stage.world.tokens.get(token);
  const isLiving = typeof holderOf(token, stage) !== 'string';
  if (known === undefined || !isLiving)
    return json({ active: false, status: known === undefined ? 'invalid' : 'expired' });
  return json({
    active: true,
    status: 'active',
    client_id: stage.secrets.clientId,
    expires_at: Math.floor(Date.parse(known.endsAt ?? '') / 1000),
    scope: SCOPE,
    auth_type: '3L',
  });
}
