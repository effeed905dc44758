// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ManualClock, manualClock } from '#kernel';
import type { ChannelFault, ConnectedAccount } from '../port.ts';
import { openSessions } from './session.ts';

const BODY = 'did:plc:enteinventato2222222222';
const account: ConnectedAccount = {
  externalId: BODY,
  handle: 'comune.example.org',
  baseUrl: 'http://127.0.0.1:9',
  credentials: { identifier: 'comune.example.org', appPassword: 'parola' },
};
const isFault = (kind: string, code?: string) => (cause: ChannelFault) =>
  cause.error.kind === kind && (code === undefined || cause.error.code === code);

/** An account server whose tokens can be revoked; it counts logins and refuses the password `sbagliata`. */
function openServer() {
  const server = { logins: 0, valid: '' };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const refused = () => Response.json({ error: 'AuthenticationRequired', message: 'no' }, { status: 401 });
    if (request.url.endsWith('createSession')) {
      server.logins += 1;
      const { password } = (await request.json()) as { password: string };
      if (password === 'sbagliata') return refused();
      server.valid = `Bearer access-${server.logins}`;
      return Response.json({
        did: BODY,
        handle: account.handle,
        accessJwt: `access-${server.logins}`,
        refreshJwt: 'r',
      });
    }
    if (request.url.endsWith('refreshSession'))
      return Response.json({ error: 'ExpiredToken', message: 'no' }, { status: 400 });
    if (request.headers.get('authorization') !== server.valid) return refused();
    return Response.json({ posts: [] });
  };
  return { server, fetch };
}

function openDesk(clock: ManualClock = manualClock('2026-11-22T10:00:00Z')) {
  const { server, fetch } = openServer();
  const sessions = openSessions({ clock, fetch });
  const read = (as = account) => sessions.use(as, (agent) => agent.app.bsky.feed.getPosts({ uris: [] }));
  return { server, clock, read };
}

test('many uses at once share one login', async () => {
  const { server, read } = openDesk();
  await Promise.all([read(), read(), read()]);
  await read();
  assert.equal(server.logins, 1);
});

test('a session refused for good gives way to one new login, even with several uses under way', async () => {
  const { server, read } = openDesk();
  await read();
  server.valid = 'Bearer revoked';
  await Promise.all([read(), read()]);
  assert.equal(server.logins, 2);
});

test('wrong credentials pause; others are tried at once', async () => {
  const { server, clock, read } = openDesk();
  const wrong = { ...account, credentials: { ...account.credentials, appPassword: 'sbagliata' } };
  for (let attempt = 0; attempt < 5; attempt++) await assert.rejects(read(wrong), isFault('reauth-needed'));
  assert.equal(server.logins, 1);
  await read();
  assert.equal(server.logins, 2);
  clock.advance(601_000);
  await assert.rejects(read(wrong), isFault('reauth-needed'));
  assert.equal(server.logins, 3);
});

test('a refusal for too many logins is obeyed for as long as it says', async () => {
  const clock = manualClock('2026-11-22T10:00:00Z');
  let logins = 0;
  const fetch: typeof globalThis.fetch = async () => {
    logins += 1;
    const headers = { 'retry-after': '290' };
    return Response.json({ error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' }, { status: 429, headers });
  };
  const sessions = openSessions({ clock, fetch });
  const read = () => sessions.use(account, (agent) => agent.app.bsky.feed.getPosts({ uris: [] }));
  for (let attempt = 0; attempt < 3; attempt++) await assert.rejects(read(), isFault('rate-limited'));
  assert.equal(logins, 1);
  clock.advance(291_000);
  await assert.rejects(read(), isFault('rate-limited'));
  assert.equal(logins, 2);
});

test('the desk stays below the logins that the network allows', async () => {
  const { server, clock, read } = openDesk();
  const revoke = () => {
    server.valid = 'Bearer revoked';
  };
  await read();
  let refusal: ChannelFault | null = null;
  for (let minute = 0; minute < 25 && refusal === null; minute++) {
    revoke();
    clock.advance(10_000);
    refusal = await read().then(
      () => null,
      (cause: ChannelFault) => cause,
    );
  }
  assert.equal(server.logins, 15);
  assert.equal(refusal?.error.kind, 'rate-limited');
  const wait = refusal?.error.retryAfterSeconds ?? 0;
  assert.ok(wait > 0 && wait <= 300, String(wait));
  clock.advance((wait - 1) * 1000);
  await assert.rejects(read(), isFault('rate-limited', 'LoginBudget'));
  clock.advance(2000);
  await read();
  assert.equal(server.logins, 16);
});

test('credentials of another account are never used', async () => {
  const { server, read } = openDesk();
  const other = { ...account, externalId: 'did:plc:altroente44444444444444' };
  for (let attempt = 0; attempt < 3; attempt++) await assert.rejects(read(other), isFault('role-lost', 'OtherAccount'));
  assert.equal(server.logins, 1);
});
