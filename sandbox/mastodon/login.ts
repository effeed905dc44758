// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, html, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import { jsonOf, parametersOf, stranger, WrongBody } from '../town/parameters.ts';
import { credentialsOf } from '../town/tokens.ts';
import { SCOPES, TOKENS } from './access.ts';
import { unknownParameter } from './refusals.ts';

const Code = z.object({
  redirect: z.string(),
  account: z.string(),
  scope: z.string(),
  challenge: z.string().nullable(),
});
const codesOf = ({ world }: Stage) => openDrawer(world, 'login-code', Code);

const refused = (status: number, error: string, error_description: string): Answer =>
  json({ error, error_description }, status);

const ASKED = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'force_login',
  'lang',
];

/** Where the person agrees: a link for each account, for a test to follow. */
export function authorize(call: Call, stage: Stage): Answer {
  const asked = Object.fromEntries(call.query);
  const unknown = stranger(asked, ASKED);
  if (unknown !== null) return unknownParameter(unknown);
  const { client_id: client, response_type: type, redirect_uri: redirect = '', scope = 'read', state = '' } = asked;
  if (client !== stage.secrets.clientId) return refused(401, 'invalid_client', 'Client authentication failed.');
  const { code_challenge: challenge = null, code_challenge_method: method } = asked;
  if (type !== 'code' || !URL.canParse(redirect) || (challenge !== null && method !== 'S256')) {
    return refused(400, 'invalid_request', 'The request is missing a required parameter or is otherwise malformed.');
  }
  const strange = scope.split(' ').find((one) => ![...SCOPES, 'read', 'write'].includes(one));
  if (strange !== undefined) return refused(400, 'invalid_scope', `The requested scope is invalid: ${strange}`);
  const links = [...stage.world.accounts.values()].map(({ id, name }) => {
    const code = `codice-${stage.world.draw()}`;
    codesOf(stage).put(code, { redirect, account: id, scope, challenge });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', state);
    return `<p><a href="${escaped(back.href)}">Autorizza come ${escaped(name)}</a></p>`;
  });
  return html(
    `<!doctype html><html lang="it"><meta charset="utf-8"><title>Mastodon simulato</title>${links.join('')}</html>`,
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const Exchange = z.strictObject({
  grant_type: z.literal('authorization_code'),
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.string(),
  code: z.string(),
  code_verifier: z.string().optional(),
  scope: z.string().optional(),
});

/** A code, once, for a token. */
export function token(call: Call, stage: Stage): Answer {
  const asked = exchangeOf(call);
  if (asked === null) return refused(400, 'invalid_request', 'The request is malformed.');
  const { client_id: id, client_secret: secret, redirect_uri: redirect, code, code_verifier: verifier = '' } = asked;
  if (id !== stage.secrets.clientId || secret !== stage.secrets.clientSecret) {
    return refused(401, 'invalid_client', 'Client authentication failed due to unknown client.');
  }
  const kept = codesOf(stage).get(code);
  const proof = createHash('sha256').update(verifier).digest('base64url');
  const isProved = kept !== undefined && (kept.challenge === null || kept.challenge === proof);
  const account = stage.world.accounts.get(kept?.account ?? '');
  if (kept === undefined || account === undefined || kept.redirect !== redirect || !isProved) {
    return refused(400, 'invalid_grant', 'The provided authorization grant is invalid, expired, or revoked.');
  }
  codesOf(stage).remove(code);
  const access_token = credentialsOf(account, TOKENS, stage)[TOKENS.access.credential];
  const created_at = Math.floor(stage.now().getTime() / 1000);
  return json({ access_token, token_type: 'Bearer', scope: kept.scope, created_at });
}

function exchangeOf(call: Call): z.output<typeof Exchange> | null {
  if (call.headers['content-type']?.includes('json')) {
    const asked = jsonOf(call, Exchange);
    return asked instanceof WrongBody ? null : asked;
  }
  return Exchange.safeParse(parametersOf(call)).data ?? null;
}
