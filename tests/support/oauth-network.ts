// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// An invented network with a real OAuth server: PKCE, access that dies, renewal tokens good for one use, of which a second use
// ends the whole connection. It counts what it is asked and keeps every secret that it ever gave away.

export const APPLICATION = { clientId: 'applicazione-di-prova', clientSecret: randomBytes(18).toString('base64url') };
export const PROFILES = [
  { id: 'profilo-1', handle: 'ente.di.prova', name: 'Ente di prova' },
  { id: 'profilo-2', handle: 'altro.di.prova', name: 'Altro profilo' },
] as const;

export interface OauthNetwork {
  readonly url: string;
  /** Everything that opens anything, as it was given away. */
  readonly secrets: ReadonlySet<string>;
  /** How many times each path was asked, refused or not. */
  asked(path: string): number;
  /** A citizen writes; gives the id. */
  citizenWrites(text: string): string;
  /** What our account wrote there. */
  readonly replies: readonly {
    readonly id: string;
    readonly to: string;
    readonly text: string;
    readonly key: string;
  }[];
  /** Every access that is out stops working; renewals still do. */
  killAccess(): void;
  /** Nothing that was given away works any more. */
  killAll(): void;
  /** The next reply is refused for want of a permission, whatever the access. */
  refuseNextReply(): void;
  /** Milliseconds that a renewal takes to be answered. */
  slowRenewal(milliseconds: number): void;
  /** What a check answers from now on. */
  answersCheck(answer: { readonly role?: string; readonly lacking?: readonly string[] }): void;
  close(): Promise<void>;
}

interface Token {
  readonly family: string;
  alive: boolean;
}

interface State {
  readonly secrets: Set<string>;
  readonly counts: Map<string, number>;
  readonly codes: Map<string, { challenge: string; redirect: string }>;
  readonly access: Map<string, Token>;
  readonly refresh: Map<string, Token>;
  readonly items: { id: string; text: string; at: string }[];
  readonly replies: { id: string; to: string; text: string; key: string }[];
  slow: number;
  refusesReply: boolean;
  check: { role: string; lacking: readonly string[] };
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly location?: string;
}

const refused = (status: number, error: string): Answer => ({ status, body: { error } });

export async function startOauthNetwork(): Promise<OauthNetwork> {
  const state: State = {
    secrets: new Set([APPLICATION.clientSecret]),
    counts: new Map(),
    codes: new Map(),
    access: new Map(),
    refresh: new Map(),
    items: [],
    replies: [],
    slow: 0,
    refusesReply: false,
    check: { role: 'editor', lacking: [] },
  };
  const server = createServer((request, response) => void serve(state, request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const end = (tokens: Map<string, Token>) => {
    for (const token of tokens.values()) token.alive = false;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets: state.secrets,
    asked: (path) => state.counts.get(path) ?? 0,
    citizenWrites: (text) => {
      const id = `intervento-${state.items.length + 1}`;
      state.items.push({ id, text, at: new Date().toISOString() });
      return id;
    },
    replies: state.replies,
    killAccess: () => end(state.access),
    killAll: () => {
      end(state.access);
      end(state.refresh);
    },
    refuseNextReply: () => {
      state.refusesReply = true;
    },
    slowRenewal: (milliseconds) => {
      state.slow = milliseconds;
    },
    answersCheck: (answer) => {
      state.check = { ...state.check, ...answer };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://network.invalid');
  state.counts.set(url.pathname, (state.counts.get(url.pathname) ?? 0) + 1);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await answerTo(state, { url, request, body: Buffer.concat(chunks).toString() });
  if (answer.location !== undefined) response.setHeader('location', answer.location);
  response.setHeader('content-type', 'application/json');
  response.writeHead(answer.status);
  response.end(JSON.stringify(answer.body ?? {}));
}

interface Asked {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly body: string;
}

async function answerTo(state: State, asked: Asked): Promise<Answer> {
  const { pathname, searchParams } = asked.url;
  if (pathname === '/authorize') return authorize(state, searchParams);
  if (pathname === '/token') return token(state, new URLSearchParams(asked.body));
  const bearer = /^Bearer (.+)$/.exec(asked.request.headers.authorization ?? '')?.[1] ?? '';
  if (state.access.get(bearer)?.alive !== true) return refused(401, 'token_expired');
  switch (pathname) {
    case '/profiles':
      return { status: 200, body: { profiles: PROFILES } };
    case '/items':
      return { status: 200, body: { items: state.items.slice(Number(searchParams.get('after') ?? 0)) } };
    case '/replies':
      return reply(state, asked);
    case '/check':
      return { status: 200, body: state.check };
    case '/figures':
      return { status: 200, body: { followers: 120, likes: state.replies.length } };
    default:
      return refused(404, 'not_found');
  }
}

function secret(state: State): string {
  const made = randomBytes(24).toString('base64url');
  state.secrets.add(made);
  return made;
}

/** The person says yes at once. */
function authorize(state: State, asked: URLSearchParams): Answer {
  const redirect = asked.get('redirect_uri') ?? '';
  const challenge = asked.get('code_challenge') ?? '';
  if (asked.get('client_id') !== APPLICATION.clientId || challenge === '') return refused(400, 'invalid_request');
  const code = secret(state);
  state.codes.set(code, { challenge, redirect });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', asked.get('state') ?? '');
  return { status: 302, location: back.href };
}

async function token(state: State, form: URLSearchParams): Promise<Answer> {
  const knows = form.get('client_secret') === APPLICATION.clientSecret;
  if (!knows) return refused(401, 'invalid_client');
  if (form.get('grant_type') === 'refresh_token') return renewal(state, form.get('refresh_token') ?? '');
  const code = state.codes.get(form.get('code') ?? '');
  state.codes.delete(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isTrue = code?.challenge === challenge && code.redirect === form.get('redirect_uri');
  return isTrue ? granted(state, randomBytes(6).toString('hex')) : refused(400, 'invalid_grant');
}

async function renewal(state: State, given: string): Promise<Answer> {
  const known = state.refresh.get(given);
  if (known === undefined) return refused(400, 'invalid_grant');
  if (!known.alive) {
    // A renewal token seen twice was stolen, for all that the network knows.
    for (const tokens of [state.access, state.refresh])
      for (const other of tokens.values()) if (other.family === known.family) other.alive = false;
    return refused(400, 'invalid_grant');
  }
  known.alive = false;
  await new Promise((resolve) => setTimeout(resolve, state.slow));
  return granted(state, known.family);
}

function granted(state: State, family: string): Answer {
  const [access, refresh] = [secret(state), secret(state)];
  state.access.set(access, { family, alive: true });
  state.refresh.set(refresh, { family, alive: true });
  return { status: 200, body: { access_token: access, refresh_token: refresh, expires_in: 7200 } };
}

function reply(state: State, { request, body, url }: Asked): Answer {
  if (request.method === 'GET') {
    const found = state.replies.filter(({ to }) => to === url.searchParams.get('to'));
    return { status: 200, body: { replies: found } };
  }
  if (state.refusesReply) {
    state.refusesReply = false;
    return refused(403, 'permission_missing');
  }
  const { to, text, key } = JSON.parse(body) as { to: string; text: string; key: string };
  const id = `risposta-${state.replies.length + 1}`;
  state.replies.push({ id, to, text, key });
  return { status: 200, body: { id } };
}
