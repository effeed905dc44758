// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, json, seeOther } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { parametersOf, stranger } from '../town/parameters.ts';
import { grantTokens, renewTokens, type TokenPair } from '../town/tokens.ts';
import type { World } from '../town/world.ts';
import { invalid } from './problems.ts';

/** Refresh tokens change at every use; the used one is dead. */
export const tokens: TokenHabits = {
  access: { credential: 'accessToken', seconds: 7200 },
  refresh: { credential: 'refreshToken', seconds: null, rotates: true, reuse: 'refused' },
};

const Code = z.object({
  account: z.string(),
  redirect: z.string(),
  challenge: z.string(),
  scope: z.string(),
  until: z.string(),
});
const codesOf = (world: World) => openDrawer(world, 'code', Code);

const SCOPES = [
  ...['tweet.read', 'tweet.write', 'tweet.moderate.write', 'users.read', 'media.write', 'block.read', 'block.write'],
  ...['mute.read', 'mute.write', 'dm.read', 'dm.write', 'offline.access', 'follows.read', 'like.read', 'space.read'],
];
const ASKED = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];
const CODE_SECONDS = 30;

/** The person says yes at once, for the account that `as` names or for the first one. */
export function authorize({ query }: Call, stage: Stage): Answer {
  const unknown = stranger(query, [...ASKED, 'as']);
  const missing = ASKED.find((name) => (query.get(name) ?? '') === '');
  if (unknown !== null || missing !== undefined) throw invalid(`\`${unknown ?? missing}\` is unknown or missing`);
  const [redirect, scope] = [query.get('redirect_uri') ?? '', query.get('scope') ?? ''];
  const isWrong =
    query.get('response_type') !== 'code' ||
    query.get('code_challenge_method') !== 'S256' ||
    query.get('client_id') !== stage.secrets.clientId ||
    scope.split(' ').some((name) => !SCOPES.includes(name));
  if (isWrong) throw invalid('something went wrong: this App cannot be given access');
  const account = query.get('as') ?? [...stage.world.accounts.keys()][0] ?? '';
  const code = randomBytes(24).toString('base64url');
  const until = new Date(stage.now().getTime() + CODE_SECONDS * 1000).toISOString();
  codesOf(stage.world).put(code, { account, redirect, scope, until, challenge: query.get('code_challenge') ?? '' });
  const back = new URL(redirect);
  back.searchParams.set('state', query.get('state') ?? '');
  back.searchParams.set('code', code);
  return seeOther(back.href);
}

const refusal = (status: number, error: string, error_description: string): Answer =>
  json({ error, error_description }, status);
const INVALID_TOKEN = refusal(400, 'invalid_request', 'Value passed for the token was invalid.');

const FORMS: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id'],
  refresh_token: ['grant_type', 'refresh_token', 'client_id'],
};

/** Exchanges a code, or a refresh token, for a pair of tokens. */
export function token(call: Call, stage: Stage): Answer {
  const form = parametersOf(call);
  const known = FORMS[form.grant_type ?? ''];
  if (known === undefined) return refusal(400, 'unsupported_grant_type', 'grant_type is not supported');
  const unknown = stranger(form, known);
  if (unknown !== null) return refusal(400, 'invalid_request', `unknown parameter ${unknown}`);
  if (!isApplication(call, form, stage))
    return refusal(401, 'unauthorized_client', 'Missing valid authorization header');
  if (form.grant_type === 'refresh_token') {
    const renewed = renewTokens(tokens, stage, form.refresh_token);
    return typeof renewed === 'string' ? INVALID_TOKEN : given(renewed, SCOPES.join(' '));
  }
  const codes = codesOf(stage.world);
  const code = codes.get(form.code ?? '');
  codes.remove(form.code ?? '');
  const challenge = createHash('sha256')
    .update(form.code_verifier ?? '')
    .digest('base64url');
  const isGood =
    code !== undefined &&
    code.redirect === form.redirect_uri &&
    code.challenge === challenge &&
    new Date(code.until) > stage.now();
  if (!isGood) return refusal(400, 'invalid_request', 'Value passed for the authorization code was invalid.');
  return given(grantTokens(tokens, stage, { account: code.account }), code.scope);
}

/** A confidential client proves itself by HTTP Basic. */
function isApplication({ headers }: Call, form: Readonly<Record<string, string>>, { secrets }: Stage): boolean {
  const expected = Buffer.from(`${secrets.clientId}:${secrets.clientSecret}`).toString('base64');
  return headers.authorization === `Basic ${expected}` && (form.client_id ?? secrets.clientId) === secrets.clientId;
}

const given = ({ access, refresh }: TokenPair, scope: string): Answer =>
  json({
    ...{ token_type: 'bearer', expires_in: tokens.access.seconds, access_token: access.value, scope },
    ...(scope.split(' ').includes('offline.access') && { refresh_token: refresh?.value }),
  });
