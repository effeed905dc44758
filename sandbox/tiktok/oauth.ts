// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, json, seeOther } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { jsonOf, parametersOf, stranger, WrongBody } from '../town/parameters.ts';
import { grantTokens, holderOf, renewTokens, type TokenPair } from '../town/tokens.ts';
import { refuse, told } from './refusals.ts';

const CODE_MILLISECONDS = 10 * 60_000;
const DAY_SECONDS = 86_400;
const SCOPE = 'user.info.basic,user.info.username,user.info.stats,video.list,comment.list,comment.list.manage';

const Code = z.object({ account: z.string(), redirectUri: z.string(), until: z.number() });
const codesOf = ({ world }: Stage) => openDrawer(world, 'code', Code);

/** `/v2/auth/authorize`: the person is taken to have agreed. */
export function authorize({ query }: Call, stage: Stage): Answer {
  const unknown = stranger(query, ['client_key', 'scope', 'response_type', 'redirect_uri', 'state', 'account']);
  const redirect = query.get('redirect_uri') ?? '';
  const isAsked = query.get('response_type') === 'code' && query.get('client_key') === stage.secrets.appId;
  if (unknown !== null || !isAsked || !URL.canParse(redirect)) return json({ error: 'invalid_request' }, 400);
  const account = query.get('account') ?? [...stage.world.accounts.keys()][0] ?? '';
  const code = `code-${stage.world.draw()}`;
  codesOf(stage).put(code, { account, redirectUri: redirect, until: stage.now().getTime() + CODE_MILLISECONDS });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', query.get('state') ?? '');
  return seeOther(back.href);
}

const Client = { client_id: z.string(), client_secret: z.string() };
const TokenAsked = z.strictObject({
  ...Client,
  grant_type: z.literal('authorization_code'),
  auth_code: z.string(),
  redirect_uri: z.string(),
});
const RenewalAsked = z.strictObject({ ...Client, grant_type: z.literal('refresh_token'), refresh_token: z.string() });
const InfoAsked = z.strictObject({ app_id: z.string(), access_token: z.string() });

/** `tt_user/…` of the interface of comments. */
export function businessTokens(call: Call, stage: Stage, habits: TokenHabits): Answer {
  switch (call.path.slice(3).join('/')) {
    case 'oauth2/token':
      return redeem(call, stage, habits);
    case 'oauth2/refresh_token':
      return renew(call, stage, habits);
    case 'token_info/get':
      return info(call, stage);
    default:
      return refuse('bad-field', 'unknown address');
  }
}

const isClient = (asked: { client_id: string; client_secret: string }, { secrets }: Stage): boolean =>
  asked.client_id === secrets.appId && asked.client_secret === secrets.appSecret;

function redeem(call: Call, stage: Stage, habits: TokenHabits): Answer {
  const asked = jsonOf(call, TokenAsked);
  if (asked instanceof WrongBody || !isClient(asked, stage)) return refuse('bad-field', 'client or body');
  const code = codesOf(stage).get(asked.auth_code);
  if (code === undefined || code.redirectUri !== asked.redirect_uri || code.until < stage.now().getTime()) {
    return refuse('bad-field', 'auth_code is expired, used or unknown');
  }
  codesOf(stage).remove(asked.auth_code);
  return pairTold(grantTokens(habits, stage, { account: code.account }));
}

function renew(call: Call, stage: Stage, habits: TokenHabits): Answer {
  const asked = jsonOf(call, RenewalAsked);
  if (asked instanceof WrongBody || !isClient(asked, stage)) return refuse('bad-field', 'client or body');
  const pair = renewTokens(habits, stage, asked.refresh_token);
  return typeof pair === 'string' ? refuse('token-expired', `refresh_token is ${pair}`) : pairTold(pair);
}

const pairTold = ({ access, refresh }: TokenPair): Answer =>
  json(
    told({
      access_token: access.value,
      expires_in: DAY_SECONDS,
      refresh_token: refresh?.value ?? '',
      refresh_token_expires_in: 365 * DAY_SECONDS,
      open_id: access.account,
      scope: SCOPE,
      token_type: 'Bearer',
    }),
  );

function info(call: Call, stage: Stage): Answer {
  const asked = jsonOf(call, InfoAsked);
  if (asked instanceof WrongBody) return refuse('bad-field', asked.why);
  const holder = holderOf(asked.access_token, stage);
  if (typeof holder === 'string' || asked.app_id !== stage.secrets.appId) return refuse('token-expired');
  return json(told({ app_id: asked.app_id, creator_id: holder.id, scope: SCOPE }));
}

/** `/v2/oauth/token/`: the pair for posting, which is another one. */
export function postingTokens(call: Call, stage: Stage): Answer {
  const given = parametersOf(call);
  const unknown = stranger(given, ['client_key', 'client_secret', 'grant_type', 'refresh_token']);
  const { clientKey, clientSecret } = stage.secrets;
  const isClient = given.client_key === clientKey && given.client_secret === clientSecret;
  const account = [...stage.world.accounts.values()].find(
    ({ credentials }) => credentials.postingRefreshToken === given.refresh_token,
  );
  if (unknown !== null || !isClient || given.grant_type !== 'refresh_token' || account === undefined) {
    return json(
      { error: 'invalid_grant', error_description: 'Refresh token is invalid or expired.', log_id: '2026' },
      400,
    );
  }
  const value = `act.${randomBytes(12).toString('hex')}`;
  const tokens = openDrawer(stage.world, 'posting-token', z.object({ account: z.string(), until: z.number() }));
  tokens.put(value, { account: account.id, until: stage.now().getTime() + DAY_SECONDS * 1000 });
  return json({
    access_token: value,
    expires_in: DAY_SECONDS,
    open_id: account.id,
    refresh_token: given.refresh_token,
    refresh_expires_in: 365 * DAY_SECONDS,
    scope: 'video.publish',
    token_type: 'Bearer',
  });
}
