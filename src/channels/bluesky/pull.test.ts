// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock } from '#kernel';
import { ChannelFault, type ConnectedAccount, type Pulled } from '../port.ts';
import { blueskyAdapter } from './adapter.ts';

// What is hard to bring about on the real servers (tests/networks): many pages, late notifications, days that pass.

const BODY = 'did:plc:enteinventato2222222222';
const CITIZEN = 'did:plc:cittadina33333333333333';
const CID = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
const POST = `at://${BODY}/app.bsky.feed.post/3m5zgbk3g2k2a`;
const START = Date.UTC(2026, 10, 22, 10);
const HOUR = 3_600_000;

const account: ConnectedAccount = {
  externalId: BODY,
  handle: 'comune.example.org',
  baseUrl: 'http://127.0.0.1:9',
  credentials: { identifier: 'comune.example.org', appPassword: 'parola' },
};

interface Heard {
  readonly key: string;
  readonly at: number;
}

/** A network of notifications only, in the account server's wire format; `heard` may change between pulls. */
function openNetwork() {
  const heard: Heard[] = [];
  const deleted = new Set<string>();
  const calls: string[] = [];
  const uriOf = (key: string): string => `at://${CITIZEN}/app.bsky.feed.post/${key}`;

  const notifications = (query: URLSearchParams) => {
    assert.equal(query.get('priority'), 'false');
    const skip = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit'));
    const listed = heard.filter(({ key }) => !deleted.has(uriOf(key))).sort((one, other) => other.at - one.at);
    return {
      notifications: listed.slice(skip, skip + limit).map(({ key, at }) => ({
        uri: uriOf(key),
        cid: CID,
        author: { did: CITIZEN, handle: 'cittadina.example.org' },
        reason: 'reply',
        reasonSubject: POST,
        record: {
          $type: 'app.bsky.feed.post',
          text: key,
          reply: { root: { uri: POST, cid: CID }, parent: { uri: POST, cid: CID } },
        },
        isRead: false,
        indexedAt: new Date(at).toISOString(),
      })),
      ...(skip + limit < listed.length ? { cursor: String(skip + limit) } : {}),
    };
  };

  const record = (query: URLSearchParams): unknown => {
    const uri = `at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`;
    return deleted.has(uri) ? null : { uri, cid: CID, value: { text: 'ancora qui' } };
  };

  const methods: Record<string, (query: URLSearchParams) => unknown> = {
    'com.atproto.server.createSession': () => ({ did: BODY, handle: account.handle, accessJwt: 'a', refreshJwt: 'r' }),
    'com.atproto.server.getSession': () => ({ did: BODY, handle: account.handle }),
    'app.bsky.notification.listNotifications': notifications,
    'app.bsky.feed.getPosts': () => ({ posts: [] }),
    'com.atproto.repo.listRecords': () => ({ records: [] }),
    'com.atproto.repo.getRecord': record,
  };

  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const method = url.pathname.replace('/xrpc/', '');
    calls.push(method);
    const body = methods[method]?.(url.searchParams) ?? null;
    if (body === null)
      return Response.json({ error: 'RecordNotFound', message: 'Could not locate record' }, { status: 400 });
    return Response.json(body);
  };

  return { heard, deleted, calls, uriOf, fetch };
}

const texts = (pulled: Pulled): string[] =>
  pulled.events.flatMap((event) => (event.type === 'written' ? [event.text] : []));

test('a first reading goes through every page and returns the oldest first', async () => {
  const network = openNetwork();
  for (let index = 0; index < 250; index++) network.heard.push({ key: `n${index}`, at: START - index * 1000 });
  const pulled = await blueskyAdapter({ fetch: network.fetch, clock: manualClock(new Date(START)) }).pull(
    account,
    null,
  );
  assert.equal(texts(pulled).length, 250);
  assert.equal(texts(pulled)[0], 'n249');
  assert.equal(texts(pulled).at(-1), 'n0');
});

test('what the network lists late, below what was already seen, still arrives and only once', async () => {
  const network = openNetwork();
  const clock = manualClock(new Date(START));
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock });
  network.heard.push({ key: 'puntuale', at: START });
  const first = await bluesky.pull(account, null);
  network.heard.push({ key: 'tardivo', at: START - 40 * HOUR });
  const second = await bluesky.pull(account, first.cursor);
  assert.deepEqual(texts(second), ['tardivo']);
  assert.deepEqual(texts(await bluesky.pull(account, second.cursor)), []);
});

test('once a day a deeper look finds what an author dated weeks back', async () => {
  const network = openNetwork();
  const clock = manualClock(new Date(START));
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock });
  network.heard.push({ key: 'oggi', at: START });
  const first = await bluesky.pull(account, null);
  network.heard.push({ key: 'retrodatato', at: START - 20 * 24 * HOUR });
  clock.advance(HOUR);
  const second = await bluesky.pull(account, first.cursor);
  assert.deepEqual(texts(second), []);
  clock.advance(23 * HOUR);
  const third = await bluesky.pull(account, second.cursor);
  assert.deepEqual(texts(third), ['retrodatato']);
});

test('an ordinary pull stops at the overlap instead of reading everything again', async () => {
  const network = openNetwork();
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock: manualClock(new Date(START)) });
  for (let index = 0; index < 1000; index++) network.heard.push({ key: `n${index}`, at: START - index * HOUR });
  const first = await bluesky.pull(account, null);
  network.calls.length = 0;
  await bluesky.pull(account, first.cursor);
  assert.equal(network.calls.filter((method) => method.endsWith('listNotifications')).length, 1);
});

test('a crowded thread is told once, not again at every pull', async () => {
  const network = openNetwork();
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock: manualClock(new Date(START)) });
  for (let index = 0; index < 1200; index++) network.heard.push({ key: `n${index}`, at: START - index * 60_000 });
  const first = await bluesky.pull(account, null);
  assert.equal(texts(first).length, 1200);
  network.heard.push({ key: 'nuovo', at: START + 1000 });
  const second = await bluesky.pull(account, first.cursor);
  assert.deepEqual(texts(second), ['nuovo']);
  assert.ok(second.cursor.length < 100_000, String(second.cursor.length));
});

test('an unlisted item is told deleted only when the network says so; each is asked about in turn', async () => {
  const network = openNetwork();
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock: manualClock(new Date(START)) });
  for (let index = 0; index < 25; index++) network.heard.push({ key: `n${index}`, at: START - index * 1000 });
  let pulled = await bluesky.pull(account, null);
  const last = network.uriOf('n0');
  // Nothing is listed any longer, as after a block; one item is really gone.
  network.heard.length = 0;
  network.deleted.add(last);
  const gone: string[] = [];
  for (let round = 0; round < 6; round++) {
    pulled = await bluesky.pull(account, pulled.cursor);
    gone.push(...pulled.events.flatMap((event) => (event.type === 'deleted' ? [event.externalId] : [])));
  }
  assert.deepEqual(gone, [last]);
});

test('a cursor of someone else is taken for a start', async () => {
  const network = openNetwork();
  network.heard.push({ key: 'oggi', at: START });
  const bluesky = blueskyAdapter({ fetch: network.fetch, clock: manualClock(new Date(START)) });
  for (const cursor of ['', '{}', 'seen:2026']) {
    assert.deepEqual(texts(await bluesky.pull(account, cursor)), ['oggi']);
  }
});

test('a network that is down is a passing fault of the port', async () => {
  const down: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
  const pulled = blueskyAdapter({ fetch: down }).pull(account, null);
  await assert.rejects(pulled, (cause) => cause instanceof ChannelFault && cause.error.kind === 'transient');
});
