// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Parameters } from '../graph/edges.ts';
import { refuseParameter } from '../graph/refusal.ts';
import { type Answer, type Call, html, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { bearerOf, stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { refuse } from './refusals.ts';

export const SCOPES = [
  'threads_basic',
  'threads_content_publish',
  'threads_read_replies',
  'threads_manage_replies',
  'threads_manage_mentions',
  'threads_manage_insights',
  'threads_delete',
];
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
const LONG_SECONDS = 60 * DAY_SECONDS;
const PERMISSION_SECONDS = 90 * DAY_SECONDS;

export const TOKENS: TokenHabits = { access: { credential: 'token', seconds: LONG_SECONDS } };

const Code = z.object({ redirect: z.string() });
const Short = z.object({ endsAt: z.string(), account: z.string() });
const codesOf = ({ world }: Stage) => openDrawer(world, 'login-code', Code);
const shortOf = ({ world }: Stage) => openDrawer(world, 'short-token', Short);
/** When a token was granted: younger than a day it is not renewed. */
const grantsOf = ({ world }: Stage) => openDrawer(world, 'grant', z.object({ at: z.string() }));

const later = (stage: Stage, seconds: number): Date => new Date(stage.now().getTime() + seconds * 1000);
const unixOf = (at: Date): number => Math.floor(at.getTime() / 1000);

export const tokenOf = (call: Call, parameters: Parameters): string | undefined =>
  bearerOf(call) ?? parameters.access_token;
export const scopesOf = ({ credentials }: Account): readonly string[] => credentials.scopes?.split(',') ?? SCOPES;

/** Where the person agrees; a link instead of a button, for a test to follow. */
export function dialog(parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['client_id', 'redirect_uri', 'state', 'scope', 'response_type']);
  if (unknown !== null) return refuseParameter(unknown);
  const { client_id: id, redirect_uri: redirect = '', state = '', scope = '', response_type: type } = parameters;
  const strange = scope.split(',').find((one) => !SCOPES.includes(one));
  if (id !== stage.secrets.appId || type !== 'code' || !URL.canParse(redirect)) return refuse('login-malformed');
  if (strange !== undefined) return refuseParameter(`scope ${strange}`);
  const code = `codice-${stage.world.draw()}`;
  codesOf(stage).put(code, { redirect });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', state);
  const address = back.href.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html(
    `<!doctype html><html lang="it"><meta charset="utf-8"><title>Threads simulato</title>` +
      `<p>Threads simulato: una persona inventata collega l’account.</p><a href="${address}">Continua</a></html>`,
  );
}

/** A code, once, for a token of an hour. */
export function shortToken(parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code']);
  if (unknown !== null) return refuseParameter(unknown);
  const { client_id: id, client_secret: secret, grant_type: grant, redirect_uri: redirect, code = '' } = parameters;
  const { appId, appSecret } = stage.secrets;
  if (id !== appId || secret !== appSecret || grant !== 'authorization_code') return refuse('login-malformed');
  const kept = codesOf(stage).get(code);
  const [account] = stage.world.accounts.values();
  if (kept?.redirect !== redirect || account === undefined) return refuse('code-invalid');
  codesOf(stage).remove(code);
  const token = `breve-${stage.world.draw()}`;
  shortOf(stage).put(token, { endsAt: later(stage, HOUR_SECONDS).toISOString(), account: account.id });
  return json({ access_token: token, user_id: account.id });
}

/** A token of an hour for one of sixty days. */
export function exchangeToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['grant_type', 'client_secret', 'access_token']);
  if (unknown !== null) return refuseParameter(unknown);
  const { grant_type: grant, client_secret: secret } = parameters;
  if (grant !== 'th_exchange_token' || secret !== stage.secrets.appSecret) return refuse('login-malformed');
  const short = shortOf(stage).get(tokenOf(call, parameters) ?? '');
  if (short === undefined || new Date(short.endsAt) <= stage.now()) return refuse('token-invalid');
  return longFor(short.account, stage);
}

/** Of a day at least, and not yet ended. */
export function refreshToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['grant_type', 'access_token']);
  if (unknown !== null) return refuseParameter(unknown);
  if (parameters.grant_type !== 'th_refresh_token') return refuse('login-malformed');
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

export function debugToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['input_token', 'access_token']);
  if (unknown !== null) return refuseParameter(unknown);
  const { world, now } = stage;
  if (!world.tokens.has(tokenOf(call, parameters) ?? '')) return refuse('token-invalid');
  const token = world.tokens.get(parameters.input_token ?? '');
  const account = world.accounts.get(token?.account ?? '');
  if (token === undefined || account === undefined) return refuse('token-invalid');
  const isOver = token.endsAt !== null && new Date(token.endsAt) <= now();
  const ends = {
    expires_at: token.endsAt === null ? 0 : unixOf(new Date(token.endsAt)),
    data_access_expires_at: unixOf(later(stage, PERMISSION_SECONDS)),
  };
  const told = { type: 'USER', application: 'Applicazione simulata', user_id: account.id };
  return json({ data: { ...told, ...ends, is_valid: token.ended === null && !isOver, scopes: scopesOf(account) } });
}
