// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, html, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { bearerOf, stranger } from '../town/parameters.ts';
import { credentialsOf } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import { refuse, refuseParameter } from './refusals.ts';
import { type Parameters, paged } from './rendering.ts';

export const SCOPES = [
  'pages_show_list',
  'business_management',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_posts',
  'publish_video',
  'pages_manage_engagement',
  'pages_manage_metadata',
  'pages_messaging',
  'read_insights',
];
const TASKS = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MANAGE', 'MESSAGING', 'MODERATE'];

const HOUR_SECONDS = 3600;
const LONG_SECONDS = 60 * 86_400;

/** The person who manages every simulated Page. */
const PERSON = { id: '100000000000001', name: 'Persona Inventata' };

const Code = z.object({ redirect: z.string() });
const UserToken = z.object({ endsAt: z.string(), long: z.boolean() });
const codesOf = ({ world }: Stage) => openDrawer(world, 'login-code', Code);
const userTokensOf = ({ world }: Stage) => openDrawer(world, 'user-token', UserToken);

const later = (stage: Stage, seconds: number): string => new Date(stage.now().getTime() + seconds * 1000).toISOString();
const isApplication = ({ client_id: id, client_secret: secret }: Parameters, { secrets }: Stage): boolean =>
  id === secrets.appId && secret === secrets.appSecret;

/** Where the person agrees; a link instead of a button, for a test to follow. */
export function dialog(parameters: Parameters, stage: Stage): Answer {
  const known = ['client_id', 'redirect_uri', 'state', 'scope', 'response_type'];
  const unknown = stranger(parameters, known);
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
  return html(
    `<!doctype html><html lang="it"><meta charset="utf-8"><title>Facebook simulato</title>` +
      `<p>Facebook simulato: ${PERSON.name} collega le sue Pagine.</p>` +
      `<a href="${escaped(back.href)}">Continua</a></html>`,
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A code, once, or a living short token, for a token of the person. */
export function accessToken(parameters: Parameters, stage: Stage): Answer {
  const known = ['client_id', 'client_secret', 'redirect_uri', 'code', 'grant_type', 'fb_exchange_token'];
  const unknown = stranger(parameters, known);
  if (unknown !== null) return refuseParameter(unknown);
  if (!isApplication(parameters, stage)) return refuse('login-malformed');
  const { grant_type: grant, fb_exchange_token: short, code = '', redirect_uri: redirect } = parameters;
  if (grant === 'fb_exchange_token') return isUserToken(short, stage) ? granted(stage, true) : refuse('token-invalid');
  const kept = codesOf(stage).get(code);
  if (kept === undefined || kept.redirect !== redirect) return refuse('code-invalid');
  codesOf(stage).remove(code);
  return granted(stage, false);
}

function granted(stage: Stage, long: boolean): Answer {
  const seconds = long ? LONG_SECONDS : HOUR_SECONDS;
  const token = `persona-${stage.world.draw()}`;
  userTokensOf(stage).put(token, { endsAt: later(stage, seconds), long });
  return json({ access_token: token, token_type: 'bearer', expires_in: seconds });
}

export function isUserToken(value: string | undefined, stage: Stage): boolean {
  const token = value === undefined ? undefined : userTokensOf(stage).get(value);
  return token !== undefined && new Date(token.endsAt) > stage.now();
}

/**
 * With a person's token: who they are, their Pages, and empty lists of everything else, without an error. To write as a person
 * on a Page is refused.
 */
export function asPerson(
  call: Call,
  path: readonly string[],
  given: { parameters: Parameters; stage: Stage; tokens: TokenHabits },
): Answer {
  const { parameters, stage, tokens } = given;
  if (call.method !== 'GET') return refuse('not-the-page');
  const [subject, edge] = path;
  if (subject === 'me' && edge === undefined) return json(PERSON);
  if (subject !== 'me' || edge !== 'accounts') return json({ data: [] });
  const page = (account: Account) => ({
    ...{ id: account.id, name: account.name, username: account.handle },
    access_token: credentialsOf(account, tokens, stage)[tokens.access.credential],
    tasks: account.credentials.tasks?.split(',') ?? TASKS,
  });
  const address = `${stage.baseUrl}/v26.0/me/accounts`;
  return json(paged([...stage.world.accounts.values()], parameters, { address, one: page }));
}

export const scopesOf = ({ credentials }: Account): readonly string[] => credentials.scopes?.split(',') ?? SCOPES;

const DATA_ACCESS_SECONDS = 90 * 86_400;

/** What the application may know of a token that was given to it. */
export function debugToken(call: Call, parameters: Parameters, stage: Stage): Answer {
  const unknown = stranger(parameters, ['input_token', 'access_token', 'appsecret_proof']);
  if (unknown !== null) return refuseParameter(unknown);
  const { appId = '', appSecret = '' } = stage.secrets;
  const caller = bearerOf(call, ['Bearer', 'OAuth']) ?? parameters.access_token ?? '';
  const proof = createHmac('sha256', appSecret).update(caller).digest('hex');
  if (caller !== `${appId}|${appSecret}`) return refuse('token-invalid');
  if ((parameters.appsecret_proof ?? proof) !== proof) return refuse('proof-invalid');
  const token = stage.world.tokens.get(parameters.input_token ?? '');
  const account = stage.world.accounts.get(token?.account ?? '');
  if (token === undefined || account === undefined) return refuse('token-invalid');
  const base = { app_id: appId, type: 'PAGE', application: 'Applicazione simulata', user_id: PERSON.id };
  if (token.ended !== null) {
    const subcode = { expired: 463, 'password-changed': 460, 'role-lost': 492, revoked: 458, used: 467 }[token.ended];
    const error = { code: 190, message: 'Error validating access token', subcode };
    return json({ data: { ...base, is_valid: false, scopes: [], error } });
  }
  const data_access_expires_at = Math.floor(new Date(later(stage, DATA_ACCESS_SECONDS)).getTime() / 1000);
  const told = { is_valid: true, expires_at: 0, data_access_expires_at, profile_id: account.id };
  return json({ data: { ...base, ...told, scopes: scopesOf(account) } });
}
