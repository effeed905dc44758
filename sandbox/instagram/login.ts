// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Parameters } from '../graph/edges.ts';
import { refuseParameter } from '../graph/refusal.ts';
import { type Answer, type Call, html, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import { credentialsOf } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import { grantedOf, proofOf, type Route, routeOf, SCOPES, TOKENS, tokenOf } from './access.ts';
import { refuse } from './refusals.ts';

const HOUR_SECONDS = 3600;
const LONG_SECONDS = 60 * 86_400;
const DAY_SECONDS = 86_400;
const DATA_ACCESS_SECONDS = 90 * 86_400;

const Code = z.object({ redirect: z.string(), route: z.enum(['facebook-login', 'instagram-login']) });
/** Of a person (through Facebook) or short-lived (through Instagram); `account` where it is of one. */
const LoginToken = z.object({ endsAt: z.string(), account: z.string().nullable() });
const codesOf = ({ world }: Stage) => openDrawer(world, 'login-code', Code);
const loginTokensOf = ({ world }: Stage) => openDrawer(world, 'login-token', LoginToken);
/** When a token of sixty days was granted: younger than a day it is not renewed. */
const grantsOf = ({ world }: Stage) => openDrawer(world, 'grant', z.object({ at: z.string() }));

const later = (stage: Stage, seconds: number): Date => new Date(stage.now().getTime() + seconds * 1000);
const unixOf = (at: Date): number => Math.floor(at.getTime() / 1000);
const isApplication = ({ client_id: id, client_secret: secret }: Parameters, { secrets }: Stage): boolean =>
  id === secrets.appId && secret === secrets.appSecret;
const accountsOn = (route: Route, { world }: Stage): Account[] =>
  [...world.accounts.values()].filter((account) => routeOf(account) === route);

/** Where the person agrees; a link instead of a button, for a test to follow. */
export function dialog(parameters: Parameters, route: Route, stage: Stage): Answer {
  const unknown = stranger(parameters, ['client_id', 'redirect_uri', 'state', 'scope', 'response_type']);
  if (unknown !== null) return refuseParameter(unknown);
  const { client_id: id, redirect_uri: redirect = '', state = '', scope = '', response_type: type } = parameters;
  const known: readonly string[] = SCOPES[route];
  const strange = scope.split(',').find((one) => !known.includes(one));
  if (id !== stage.secrets.appId || type !== 'code' || !URL.canParse(redirect)) return refuse('login-malformed');
  if (strange !== undefined) return refuseParameter(`scope ${strange}`);
  const code = `codice-${stage.world.draw()}`;
  codesOf(stage).put(code, { redirect, route });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', state);
  const address = back.href.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html(
    `<!doctype html><html lang="it"><meta charset="utf-8"><title>Instagram simulato</title>` +
      `<p>Instagram simulato: una persona inventata collega l’account.</p><a href="${address}">Continua</a></html>`,
  );
}

/** Through Facebook: a code, once, or a living short token, for a token of the person. */
export function facebookToken(parameters: Parameters, stage: Stage): Answer {
  const known = ['client_id', 'client_secret', 'redirect_uri', 'code', 'grant_type', 'fb_exchange_token'];
  const unknown = stranger(parameters, known);
  if (unknown !== null) return refuseParameter(unknown);
  if (!isApplication(parameters, stage)) return refuse('login-malformed');
  const { grant_type: grant, fb_exchange_token: short } = parameters;
  if (grant === 'fb_exchange_token')
    return loginToken(short, stage) === undefined
      ? refuse('token-invalid')
      : granted(stage, { seconds: LONG_SECONDS, account: null });
  return redeemed(parameters, 'facebook-login', stage) ?? granted(stage, { seconds: HOUR_SECONDS, account: null });
}

/** Through Instagram: a code, once, for a token of an hour. */
export function instagramToken(parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code']);
  if (unknown !== null) return refuseParameter(unknown);
  if (!isApplication(parameters, stage) || parameters.grant_type !== 'authorization_code')
    return refuse('login-malformed');
  const refusal = redeemed(parameters, 'instagram-login', stage);
  const [account] = accountsOn('instagram-login', stage);
  if (refusal !== null || account === undefined) return refusal ?? refuse('login-malformed');
  const token = `breve-${stage.world.draw()}`;
  const endsAt = later(stage, HOUR_SECONDS).toISOString();
  loginTokensOf(stage).put(token, { endsAt, account: account.id });
  return json({ access_token: token, user_id: account.id, permissions: SCOPES['instagram-login'] });
}

/** Null where the code was good; it is used up. */
function redeemed({ code = '', redirect_uri: redirect }: Parameters, route: Route, stage: Stage): Answer | null {
  const kept = codesOf(stage).get(code);
  if (kept === undefined || kept.redirect !== redirect || kept.route !== route) return refuse('code-invalid');
  codesOf(stage).remove(code);
  return null;
}

function granted(stage: Stage, { seconds, account }: { seconds: number; account: string | null }): Answer {
  const token = `persona-${stage.world.draw()}`;
  loginTokensOf(stage).put(token, { endsAt: later(stage, seconds).toISOString(), account });
  return json({ access_token: token, token_type: 'bearer', expires_in: seconds });
}

function loginToken(value: string | undefined, stage: Stage): z.infer<typeof LoginToken> | undefined {
  const token = loginTokensOf(stage).get(value ?? '');
  return token !== undefined && new Date(token.endsAt) > stage.now() ? token : undefined;
}

/** A token of an hour for one of sixty days. */
export function exchangeToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['grant_type', 'client_secret', 'access_token']);
  if (unknown !== null) return refuseParameter(unknown);
  const { grant_type: grant, client_secret: secret } = parameters;
  if (grant !== 'ig_exchange_token' || secret !== stage.secrets.appSecret) return refuse('login-malformed');
  const short = loginToken(tokenOf(call, parameters), stage);
  return short?.account ? longFor(short.account, stage) : refuse('token-invalid');
}

/** Of a day at least, and not yet ended. */
export function refreshToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['grant_type', 'access_token']);
  if (unknown !== null) return refuseParameter(unknown);
  if (parameters.grant_type !== 'ig_refresh_token') return refuse('login-malformed');
  const value = tokenOf(call, parameters) ?? '';
  const token = stage.world.tokens.get(value);
  const isAlive = token?.ended === null && (token.endsAt === null || new Date(token.endsAt) > stage.now());
  const grantedAt = grantsOf(stage).get(value)?.at;
  const isYoung = grantedAt !== undefined && later(stage, -DAY_SECONDS) < new Date(grantedAt);
  if (token === undefined || !isAlive || isYoung) return refuse('token-invalid');
  stage.world.endToken(value, 'used');
  return longFor(token.account, stage);
}

function longFor(account: string, stage: Stage): Answer {
  const { value } = stage.world.addToken({ account, kind: 'access', endsAt: later(stage, LONG_SECONDS) });
  grantsOf(stage).put(value, { at: stage.now().toISOString() });
  return json({ access_token: value, token_type: 'bearer', expires_in: LONG_SECONDS });
}

/** Null where the token is not a person's. The Pages they manage, each with the account linked to it. */
export function asPerson(
  call: Call,
  path: readonly string[],
  given: { parameters: Parameters; stage: Stage },
): Answer | null {
  const { parameters, stage } = given;
  const value = tokenOf(call, parameters);
  if (loginToken(value, stage)?.account !== null) return null;
  if (parameters.appsecret_proof !== proofOf(value, stage)) return refuse('proof-invalid');
  if (call.method !== 'GET' || path.join('/') !== 'me/accounts') return json({ data: [] });
  const pages = accountsOn('facebook-login', stage).map((account) => ({
    ...{ id: `1${account.id.slice(1)}`, name: account.name },
    access_token: credentialsOf(account, TOKENS, stage)[TOKENS.access.credential],
    instagram_business_account: { id: account.id, username: account.handle },
  }));
  return json({ data: pages });
}

/** What the application may know of a token that was given to it. */
export function debugToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['input_token', 'access_token', 'appsecret_proof']);
  if (unknown !== null) return refuseParameter(unknown);
  const { appId = '', appSecret = '' } = stage.secrets;
  const caller = tokenOf(call, parameters);
  if (caller !== `${appId}|${appSecret}`) return refuse('token-invalid');
  if (parameters.appsecret_proof !== proofOf(caller, stage)) return refuse('proof-invalid');
  const token = stage.world.tokens.get(parameters.input_token ?? '');
  const account = stage.world.accounts.get(token?.account ?? '');
  if (token === undefined || account === undefined) return refuse('token-invalid');
  const base = { app_id: appId, type: 'PAGE', application: 'Applicazione simulata' };
  const data_access_expires_at = unixOf(later(stage, DATA_ACCESS_SECONDS));
  const ends = { expires_at: token.endsAt === null ? 0 : unixOf(new Date(token.endsAt)), data_access_expires_at };
  return json({ data: { ...base, ...ends, is_valid: token.ended === null, scopes: grantedOf(account) } });
}
