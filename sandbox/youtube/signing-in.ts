// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, html, json, seeOther } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { parametersOf, stranger } from '../town/parameters.ts';
import { grantTokens, holderOf, renewTokens } from '../town/tokens.ts';
import type { Token } from '../town/writing.ts';
import { refuseGrant } from './refusals.ts';

export const TOKENS: TokenHabits = {
  access: { credential: 'accessToken', seconds: 3600 },
  refresh: { credential: 'refreshToken', seconds: null, rotates: false },
};

const SCOPES = [
  'https://www.googleapis.com/auth/youtube.force-ssl',
  'https://www.googleapis.com/auth/yt-analytics.readonly',
];

const Code = z.strictObject({
  account: z.string(),
  redirectUri: z.string(),
  challenge: z.string(),
  scope: z.string(),
  /** Without `access_type=offline` there is no token to renew with. */
  offline: z.boolean(),
});
const codesIn = ({ world }: Stage) => openDrawer(world, 'code', Code);

const AUTHORIZE = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'access_type',
  'prompt',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** The page where a person says yes, and as which channel: `channel` and `scope` (fewer than asked) may be given with it. */
export function authorize(call: Call, stage: Stage): Answer {
  const asked = Object.fromEntries(call.query);
  const unknown = stranger(call.query, [...AUTHORIZE, 'channel', 'granted']);
  const scopes = (asked.scope ?? '').split(' ').filter(Boolean);
  const isRight =
    unknown === null &&
    asked.client_id === stage.secrets.clientId &&
    asked.response_type === 'code' &&
    asked.code_challenge_method === 'S256' &&
    URL.canParse(asked.redirect_uri ?? '') &&
    scopes.length > 0 &&
    scopes.every((scope) => SCOPES.includes(scope));
  if (!isRight) return html(page(`Errore 400: richiesta non valida (${unknown ?? 'parametri'})`), 400);
  const account = stage.world.accounts.get(asked.channel ?? '');
  if (account === undefined) return html(page('Scegli un canale', choices(call, stage)));
  const code = `4/simulato${stage.world.draw()}`;
  codesIn(stage).put(code, {
    account: account.id,
    redirectUri: asked.redirect_uri ?? '',
    challenge: asked.code_challenge ?? '',
    scope: asked.granted ?? scopes.join(' '),
    offline: asked.access_type === 'offline',
  });
  const back = new URL(asked.redirect_uri ?? '');
  back.searchParams.set('code', code);
  back.searchParams.set('state', asked.state ?? '');
  return seeOther(back.href);
}

function choices(call: Call, { world }: Stage): string {
  const links = [...world.accounts.values()].map(({ id, name }) => {
    const query = new URLSearchParams([...call.query, ['channel', id]]);
    return `<li><a href="?${escaped(query.toString())}">${escaped(name)}</a></li>`;
  });
  return `<ul>${links.join('')}</ul>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (title: string, body = ''): string =>
  `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body><h1>${escaped(title)}</h1><p>Pagina simulata.</p>${body}</body></html>`;

const TOKEN_PARAMETERS = [
  'grant_type',
  'code',
  'redirect_uri',
  'client_id',
  'client_secret',
  'code_verifier',
  'refresh_token',
];

export function token(call: Call, stage: Stage): Answer {
  const given = parametersOf(call);
  if (call.query.size > 0) return refuseGrant('invalid_request', 'secrets do not belong in the address');
  const unknown = stranger(given, TOKEN_PARAMETERS);
  if (unknown !== null) return refuseGrant('invalid_request', `unknown parameter ${unknown}`);
  const { clientId, clientSecret } = stage.secrets;
  if (given.client_id !== clientId || given.client_secret !== clientSecret) {
    return refuseGrant('invalid_client', 'The OAuth client was not found.');
  }
  if (given.grant_type === 'refresh_token') return renewed(given.refresh_token, stage);
  return given.grant_type === 'authorization_code'
    ? redeemed(given, stage)
    : refuseGrant('unsupported_grant_type', 'Invalid grant_type.');
}

function renewed(value: string | undefined, stage: Stage): Answer {
  const pair = renewTokens(TOKENS, stage, value);
  if (typeof pair === 'string') return refuseGrant('invalid_grant', 'Token has been expired or revoked.');
  return tokenAnswer(pair.access, stage, { scope: scopeOf(pair.access, stage) });
}

function redeemed(given: Readonly<Record<string, string>>, stage: Stage): Answer {
  const codes = codesIn(stage);
  const code = codes.get(given.code ?? '');
  const challenge = createHash('sha256')
    .update(given.code_verifier ?? '')
    .digest('base64url');
  if (code === undefined || code.redirectUri !== given.redirect_uri || code.challenge !== challenge) {
    return refuseGrant('invalid_grant', 'Bad Request');
  }
  // A code is good for once.
  codes.remove(given.code ?? '');
  const { access, refresh } = grantTokens(TOKENS, stage, { account: code.account });
  stage.world.setOwn(`scope/${access.family}`, code.scope);
  const renewal = code.offline && refresh !== null ? { refresh_token: refresh.value } : {};
  return tokenAnswer(access, stage, { scope: code.scope, ...renewal });
}

const scopeOf = ({ family }: Token, { world }: Stage): string => {
  const scope = world.own(`scope/${family}`);
  return typeof scope === 'string' ? scope : SCOPES.join(' ');
};

const secondsLeft = ({ endsAt }: Token, { now }: Stage): number =>
  endsAt === null ? 0 : Math.floor((new Date(endsAt).getTime() - now().getTime()) / 1000);

const tokenAnswer = (access: Token, stage: Stage, more: object): Answer =>
  json({ access_token: access.value, expires_in: secondsLeft(access, stage), token_type: 'Bearer', ...more });

/** What a token may do and until when; it is given in the body. */
export function tokenInfo(call: Call, stage: Stage): Answer {
  const { access_token: value = '', ...more } = parametersOf(call);
  const known = stage.world.tokens.get(value);
  if (Object.keys(more).length > 0 || known === undefined || typeof holderOf(value, stage) === 'string') {
    return refuseGrant('invalid_token', 'Invalid Value');
  }
  return json({
    azp: stage.secrets.clientId,
    aud: stage.secrets.clientId,
    scope: scopeOf(known, stage),
    expires_in: `${secondsLeft(known, stage)}`,
    access_type: 'offline',
  });
}
