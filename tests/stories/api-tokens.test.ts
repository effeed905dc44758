// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { ContentDetail } from '#editorial/contract';
import { PeoplePage, TokenMade, TokenPage, type TokenScope } from '#governance/contract';
import { manualClock } from '#kernel';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { contentWith } from '../support/editorial-hand.ts';
import { answered, refusedAs } from '../support/people-hand.ts';

// Programs that ask in a person's name: they read, or write drafts; they decide, approve and publish nothing.

const BODY = BODIES.asl.slug;
const DAY = 24 * 60 * 60 * 1000;
const clock = manualClock(new Date());
let desk: Desk;
let head: Client;
before(async () => {
  desk = await startDesk({ clock, proxies: ['127.0.0.1'] });
  head = await desk.signIn('head');
});
after(() => desk?.close());

const makes = async (client: Client, scopes: readonly TokenScope[], days = 30) =>
  answered(TokenMade, await client.post('tokens', { name: 'Calendario del sito', scopes, days }));

interface Asking {
  readonly method?: string;
  readonly body?: string;
  readonly cookie?: string;
}

const asks = (token: string, path: string, { method = 'GET', body = BODY, cookie = '' }: Asking = {}) =>
  fetch(`${desk.url}${path.startsWith('/') ? path : `/api/bodies/${body}/${path}`}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, cookie, 'x-forwarded-for': '203.0.113.7' },
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });

let count = 0;
const colleague = (role: 'moderator' | 'head' | 'auditor' = 'moderator'): Promise<Colleague> => {
  count += 1;
  return joins(desk.portavoce, { body: BODY, name: `Collega ${'abcdefghilm'[count] ?? 'z'}`, role });
};

describe('a token', () => {
  test('is told once, kept as a digest, and opens what it was given alone', async () => {
    const { client, name } = await colleague();
    const { token, page } = await makes(client, ['read']);
    assert.match(token, /^pvt_[\w-]{43}$/);
    const [view] = page.items;
    assert.deepEqual(
      [view?.name, view?.scopes, view?.person, view?.state],
      ['Calendario del sito', ['read'], name, 'good'],
    );
    assert.equal(view?.lastUsedAt, null);
    assert.equal((await asks(token, 'editorial/drafts')).status, 200);
    await refusedAs(await asks(token, 'cases'), 'TOKEN_TOO_NARROW');
    const used = (await answered(TokenPage, await client.get('tokens'))).items[0]?.lastUsedAt;
    assert.equal(used, clock.now().toISOString());
    const monitor = await makes(client, ['monitor']);
    assert.equal((await asks(monitor.token, 'cases')).status, 200);
    await refusedAs(await asks(monitor.token, 'editorial/drafts'), 'TOKEN_TOO_NARROW');
    const { rows } = await desk.portavoce.ports.database.inBody(BODY, async (tx) =>
      sql<{ all: string }>`select one::text as all from api_token one`.execute(tx),
    );
    assert.ok(rows.length >= 2 && rows.every(({ all }) => !all.includes(token)));
    const record = JSON.stringify(await head.record());
    assert.ok(record.includes('Fatto un gettone') && !record.includes(token));
  });

  test('opens nothing for whoever is nobody’s, of another body, or of no body', async () => {
    const { client } = await colleague();
    const { token } = await makes(client, ['read', 'monitor']);
    await refusedAs(await asks(token, 'cases', { body: BODIES.comune.slug }), 'TOKEN_OVER', 401);
    await refusedAs(await asks(`pvt_${'A'.repeat(43)}`, 'cases'), 'TOKEN_OVER', 401);
    for (const path of ['/api/session', '/api/networks', '/api/second-factor'])
      await refusedAs(await asks(token, path), 'TOKEN_NOT_HERE');
    await refusedAs(await asks(token, 'tokens'), 'TOKEN_TOO_NARROW');
    await refusedAs(await asks('un-altro', 'cases'), 'NOT_SIGNED_IN', 401);
    // The cookie of a browser beside it adds nothing.
    await refusedAs(await asks(token, 'people', { cookie: head.cookie }), 'TOKEN_TOO_NARROW');
    await refusedAs(await asks(token, 'editorial/drafts', { method: 'POST', cookie: head.cookie }), 'TOKEN_TOO_NARROW');
  });

  test('is never given what its maker may not do, nor for more than a year', async () => {
    const auditor = await colleague('auditor');
    const content = { name: 'Troppo', scopes: ['drafts'], days: 30 };
    await refusedAs(await auditor.client.post('tokens', content), 'ROLE_TOO_NARROW');
    assert.deepEqual((await answered(TokenPage, await auditor.client.get('tokens'))).scopes, ['read', 'monitor']);
    for (const over of [{ days: 366 }, { days: 0 }, { scopes: [] }, { scopes: ['decide'] }, { name: ' ' }])
      await refusedAs(
        await auditor.client.post('tokens', { ...content, scopes: ['read'], ...over }),
        'REQUEST_INVALID',
        422,
      );
    const { token } = await makes(auditor.client, ['read'], 365);
    clock.advance(364 * DAY);
    assert.equal((await asks(token, 'editorial/drafts')).status, 200);
    clock.advance(DAY);
    await refusedAs(await asks(token, 'editorial/drafts'), 'TOKEN_OVER', 401);
  });

  test('is closed by whoever made it and by the head, by nobody else', async () => {
    const { client } = await colleague();
    const other = await colleague();
    const { token, page } = await makes(client, ['read']);
    const [view] = page.items;
    await refusedAs(await other.client.post(`tokens/${view?.id}/end`, {}), 'TOKEN_NOT_FOUND', 404);
    assert.ok((await answered(TokenPage, await other.client.get('tokens'))).items.every(({ own }) => own));
    assert.ok((await answered(TokenPage, await head.get('tokens'))).items.some(({ id }) => id === view?.id));
    for (let time = 0; time < 2; time++) await answered(TokenPage, await head.post(`tokens/${view?.id}/end`, {}));
    await refusedAs(await asks(token, 'editorial/drafts'), 'TOKEN_OVER', 401);
    const ended = (await head.record()).items.filter(({ kind }) => kind === 'token.ended');
    assert.equal(ended.length, 1);
  });

  test('dies with the mandate at once, and is closed with whoever leaves', async () => {
    const { id, client } = await colleague();
    const { token } = await makes(client, ['read']);
    assert.equal((await asks(token, 'editorial/drafts')).status, 200);
    const page = await answered(PeoplePage, await head.post(`people/${id}/departure`, { reason: 'Va via' }));
    assert.equal(page.people.find((one) => one.id === id)?.departures[0]?.closed.tokens, 1);
    await refusedAs(await asks(token, 'editorial/drafts'), 'TOKEN_OVER', 401);

    const short = await colleague();
    const made = await makes(short.client, ['read']);
    const { mandates } =
      (await answered(PeoplePage, await head.get('people'))).people.find((one) => one.id === short.id) ?? {};
    const ending = { at: null, reason: 'Cambia ufficio' };
    await answered(PeoplePage, await head.post(`mandates/${mandates?.[0]?.id}/end`, ending));
    await refusedAs(await asks(made.token, 'editorial/drafts'), 'NO_MANDATE');
  });
});

/** Evidence, originals, names, and tokens themselves. */
const PEOPLE_ALONE = [
  ...['/tokens', '/dossiers/:id/file', '/authors/:id/name', '/media/:media'],
  ...['/editorial/media/:id', '/editorial/consents', '/editorial/consents/:id'],
];

test('of every route, a token that may do all that a token may reads, writes drafts, and does nothing else', async () => {
  const maker = await colleague('head');
  const { token } = await makes(maker.client, ['read', 'monitor', 'drafts']);
  const opened: string[] = [];
  const odd: string[] = [];
  let refused = 0;
  for (const { method, url, rule } of desk.portavoce.routes) {
    if (rule === undefined || !('act' in rule)) continue;
    const path = url.replace(':body', BODY).replace(/:[a-z]+/g, () => randomUUID());
    const going = new AbortController();
    const response = await asks(token, path, { method });
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const code = isProblem ? ((await response.json()) as { code: string }).code : undefined;
    await response.body?.cancel().catch(() => {});
    going.abort();
    const isNo = code === 'TOKEN_TOO_NARROW' || code === 'TOKEN_NOT_HERE';
    const mayRead = method === 'GET' && (rule.act === 'read' || rule.act === 'monitor');
    if (isNo) refused += 1;
    else if (!mayRead) opened.push(`${method} ${url}`);
    if (isNo && mayRead && !PEOPLE_ALONE.some((end) => url.endsWith(end))) odd.push(`${method} ${url} ${code}`);
    if (response.status >= 500) odd.push(`${method} ${url} ${response.status}`);
  }
  assert.deepEqual(opened.sort(), [
    'POST /api/bodies/:body/editorial/drafts',
    'PUT /api/bodies/:body/editorial/drafts/:id',
  ]);
  assert.deepEqual(odd, []);
  console.log(`a token with all its scopes: refused on ${refused} routes`);
  assert.ok(refused > 120, String(refused));
});

test('what a token writes is its maker’s, who approves none of it', async () => {
  const maker = await colleague('head');
  const { token } = await makes(maker.client, ['drafts']);
  const response = await fetch(`${desk.url}/api/bodies/${BODY}/editorial/drafts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ content: contentWith({ title: 'Orari dello sportello' }) }),
  });
  const { id, version } = await answered(ContentDetail, response);
  const step = (client: Client, name: string, content: object) =>
    client.post(`editorial/drafts/${id}/${name}`, { version, ...content });
  await refusedAs(await asks(token, `editorial/drafts/${id}/proposal`, { method: 'POST' }), 'TOKEN_TOO_NARROW');
  // Proposed, as if by another: whoever wrote it is still who made the token.
  await desk.portavoce.ports.database.inBody(BODY, (tx) =>
    sql`update editorial_draft set state = 'proposed', proposed_by = person.id, proposed_by_name = person.name
          from person where person.email = ${desk.credentials('moderator').email} and editorial_draft.id = ${id}`.execute(
      tx,
    ),
  );
  const until = new Date(clock.now().getTime() + DAY).toISOString();
  await refusedAs(await step(maker.client, 'approval', { digest: '0'.repeat(64), until }), 'CONTENT_FOUR_EYES');
  await refusedAs(await asks(token, `editorial/drafts/${id}/approval`, { method: 'POST' }), 'TOKEN_TOO_NARROW');
});
