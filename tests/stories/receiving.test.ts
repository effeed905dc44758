// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { connectAccount, registerAccount } from '#accounts';
import type { InboundEvent } from '#channels';
import { pollAccount, readingOf, receive } from '#inbox';
import { systemClock } from '#kernel';
import type { Tx } from '#platform';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// What a network tells late, twice, out of order or malformed: the desk ends up with what is really there.

const BODY = BODIES.comune.slug;
const PAGE = '900000000000009';
const SECRET = 'segreto di prova';
const START = Date.UTC(2026, 10, 22, 8);
const at = (seconds: number): Date => new Date(START + seconds * 1000);

let desk: Desk;
let page: Page;
let account: string;

before(async () => {
  page = await openPage();
  desk = await startDesk();
  const { ports } = desk.portavoce;
  const approved = { handle: 'PaginaDiProva', name: 'Pagina di Prova', url: page.url, act: 'atto di prova' };
  account = await registerAccount(ports, { body: BODY, network: 'facebook', externalId: PAGE, ...approved });
  const credentials = { pageToken: 'token', appSecret: SECRET, verifyToken: 'parola' };
  await connectAccount(ports, { body: BODY, account, baseUrl: page.url, credentials });
  // Read by this story alone, whenever it says so.
  await inBody((tx) => sql`update account set state = 'suspended' where id = ${account}`.execute(tx));
});
after(async () => {
  await desk?.close();
  page?.close();
});

interface Comment {
  readonly id: string;
  readonly message?: unknown;
  readonly permalink_url?: string;
  readonly created_time?: unknown;
  readonly from?: unknown;
}

interface Page {
  readonly url: string;
  /** What a reading finds under the page's one post, and the time that the answers bear. */
  shows(seconds: number, comments: readonly Comment[]): void;
  breaks(): void;
  close(): void;
}

/** A page with one post, in Facebook's wire format, that says exactly what the story wants and when. */
async function openPage(): Promise<Page> {
  let [seconds, comments, isBroken] = [0, [] as readonly Comment[], false];
  const written = (comment: Comment) => ({ created_time: START / 1000, ...comment });
  const answer = (path: string): object => {
    if (path.endsWith('/me')) return { id: PAGE };
    if (!path.endsWith('/published_posts')) return { data: [] };
    const post = { id: `${PAGE}_1`, message: 'Avviso', created_time: START / 1000 };
    return { data: [{ ...post, comments: { data: comments.map(written) } }] };
  };
  const server = createServer((request, response) => {
    response.setHeader('date', at(seconds).toUTCString());
    response.statusCode = isBroken ? 500 : 200;
    response.end(
      isBroken ? 'guasto' : JSON.stringify(answer(new URL(request.url ?? '', 'http://page.invalid').pathname)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shows: (when, shown) => {
      [seconds, comments, isBroken] = [when, shown, false];
    },
    breaks: () => {
      isBroken = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const inBody = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  desk.portavoce.ports.database.inBody(BODY, work);

const poll = () => pollAccount(desk.portavoce.ports, { body: BODY, account });

/** A notice about a comment, signed as Facebook does. */
async function told(verb: string, id: string, seconds: number, message?: string): Promise<void> {
  const value = { item: 'comment', verb, post_id: `${PAGE}_1`, comment_id: id, message, created_time: START / 1000 };
  const entry = { id: PAGE, time: at(seconds).getTime() / 1000, changes: [{ field: 'feed', value }] };
  const body = JSON.stringify({ object: 'page', entry: [entry] });
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  const answer = await fetch(`${desk.url}/webhooks/${account}`, { method: 'POST', headers, body });
  assert.equal(answer.status, 200, await answer.text());
}

interface Kept {
  readonly visibility: string;
  readonly permalink: string | null;
  readonly texts: readonly string[];
}

async function kept(id: string): Promise<Kept | undefined> {
  const { rows } = await inBody((tx) =>
    sql<Kept>`select visibility, permalink, array_agg(item_version.text order by item_version.version) as texts
                from item join item_version on item_version.item_id = item.id
               where account_id = ${account} and external_id = ${id} group by item.id`.execute(tx),
  );
  return rows[0];
}

test('every edit that only reading sees becomes a version', async () => {
  for (const [index, message] of ['uno', 'due', 'tre', 'tre', 'due'].entries()) {
    page.shows(60 + index, [{ id: '1_10', message }]);
    await poll();
  }
  assert.deepEqual((await kept('1_10'))?.texts, ['uno', 'due', 'tre', 'due']);
});

test('edits told out of order or again leave the newest text', async () => {
  await told('edited', '1_11', 120, 'seconda modifica');
  await told('edited', '1_11', 110, 'prima modifica');
  await told('add', '1_11', 100, 'com’era');
  assert.deepEqual((await kept('1_11'))?.texts, ['seconda modifica']);
  await told('edited', '1_11', 130, 'terza modifica');
  await told('edited', '1_11', 120, 'seconda modifica');
  assert.deepEqual((await kept('1_11'))?.texts, ['seconda modifica', 'terza modifica']);
});

test('an edit told after a reading that already saw what followed it is old', async () => {
  await told('add', '1_12', 100, 'com’era');
  page.shows(200, [{ id: '1_12', message: 'com’era' }]);
  await poll();
  await told('edited', '1_12', 150, 'ripensata e poi rimessa a posto');
  assert.deepEqual((await kept('1_12'))?.texts, ['com’era']);
});

test('the notice of the first writing, told last in the same second, does not undo the edit', async () => {
  await told('edited', '1_13', 0, 'corretta');
  await told('add', '1_13', 0, 'sbagliata');
  assert.deepEqual((await kept('1_13'))?.texts, ['corretta']);
});

test('hiding and showing told late do not overwrite what came after them', async () => {
  await told('add', '1_14', 100, 'nascosto e mostrato');
  await told('unhide', '1_14', 120);
  await told('hide', '1_14', 110);
  assert.equal((await kept('1_14'))?.visibility, 'visible');
  await told('hide', '1_14', 130);
  await told('unhide', '1_14', 120);
  assert.equal((await kept('1_14'))?.visibility, 'hidden');
});

test('a deletion is final, unless a later reading shows the item, in whichever order they are told', async () => {
  const comment = { id: '1_15', message: 'ci sono ancora' };
  await told('add', '1_15', 100, comment.message);
  await told('remove', '1_15', 300);
  await told('unhide', '1_15', 310);
  page.shows(299, [comment]);
  await poll();
  assert.equal((await kept('1_15'))?.visibility, 'deleted');
  page.shows(320, [comment]);
  await poll();
  assert.equal((await kept('1_15'))?.visibility, 'visible');
  await told('remove', '1_15', 300);
  assert.equal((await kept('1_15'))?.visibility, 'visible');
  await told('remove', '1_15', 330);
  assert.equal((await kept('1_15'))?.visibility, 'deleted');
});

test('what is missing from a thread read whole is deleted, and back when a later reading shows it', async () => {
  const comment = { id: '1_16', message: 'vado e vengo' };
  const visibilities: unknown[] = [];
  for (const [index, comments] of [[comment], [], [comment]].entries()) {
    page.shows(400 + index * 10, comments);
    await poll();
    visibilities.push((await kept('1_16'))?.visibility);
  }
  assert.deepEqual(visibilities, ['visible', 'deleted', 'visible']);
  assert.deepEqual((await kept('1_16'))?.texts, ['vado e vengo']);
});

test('characters that the database cannot hold neither block a reading nor look like edits', async () => {
  const name = 'Ada\0\ud83d Prova';
  const comments = [
    { id: '1_17', message: 'prima\0dopo \ud83d', from: { id: 'a\0', name } },
    { id: '1_18', message: 'accanto 👍' },
  ];
  for (const seconds of [500, 510]) {
    page.shows(seconds, comments);
    await poll();
  }
  await told('edited', '1_18', 520, 'accanto\0');
  assert.deepEqual((await kept('1_17'))?.texts, ['prima\ufffddopo \ufffd']);
  assert.deepEqual((await kept('1_18'))?.texts, ['accanto 👍', 'accanto\ufffd']);
});

test('only links to the web, or to where the account lives, are kept', async () => {
  page.shows(600, [
    { id: '1_20', message: 'a', permalink_url: 'javascript:alert(document.domain)' },
    { id: '1_21', message: 'b', permalink_url: `${page.url}/p#1` },
    { id: '1_22', message: 'c', permalink_url: 'https://social.example/p' },
  ]);
  await poll();
  const links = await Promise.all(['1_20', '1_21', '1_22'].map(async (id) => (await kept(id))?.permalink));
  assert.deepEqual(links, [null, `${page.url}/p#1`, 'https://social.example/p']);
});

/** As the desk would show it, though nobody else reads the account meanwhile. */
const reading = async () => {
  const readings = await inBody(async (tx) => {
    const become = (state: string) => sql`update account set state = ${state} where id = ${account}`.execute(tx);
    await become('active');
    const found = await readingOf(tx, BODY);
    await become('suspended');
    return found;
  });
  return readings.find((one) => one.account === account);
};

test('a comment of unknown shape is passed over and said, and the others are read', async () => {
  const known = { id: '1_23', message: 'mi si leggeva' };
  page.shows(700, [known]);
  await poll();
  page.shows(710, [
    { ...known, created_time: 'mai' },
    { id: '1_24', message: 'io mi leggo' },
    { id: '1_25', from: 7 },
  ]);
  assert.deepEqual(await poll(), { unreadable: 2 });
  assert.deepEqual((await kept('1_24'))?.texts, ['io mi leggo']);
  assert.equal((await kept('1_23'))?.visibility, 'visible', 'unreadable is not gone');
  const told = await reading();
  assert.match(told?.error ?? '', /^2 interventi/);
  assert.equal(told?.failures, 0);
  page.shows(720, [known]);
  await poll();
  assert.equal((await reading())?.error, null);
});

test('an account that cannot be read says since when, why and how often', async () => {
  page.shows(800, []);
  await poll();
  const before = await reading();
  assert.deepEqual([before?.network, before?.handle, before?.failures], ['facebook', 'PaginaDiProva', 0]);
  page.breaks();
  await assert.rejects(poll());
  await assert.rejects(poll());
  const broken = await reading();
  assert.equal(broken?.failures, 2);
  assert.match(broken?.error ?? '', /Facebook non risponde/);
  assert.deepEqual(broken?.readAt, before?.readAt);
});

test('an account without a connection fails in sight too, and other bodies see nothing of it', async () => {
  const { ports } = desk.portavoce;
  const approved = { handle: 'MaiCollegata', name: 'Mai collegata', url: page.url, act: 'atto di prova' };
  const place = { body: BODY, network: 'facebook', externalId: '900000000000010', ...approved } as const;
  const unconnected = await registerAccount(ports, place);
  const bodyWide = { body: BODY, account: unconnected };
  await assert.rejects(pollAccount(ports, bodyWide));
  const found = (await inBody((tx) => readingOf(tx, BODY))).find((one) => one.account === unconnected);
  assert.match(found?.error ?? '', /non è collegato/);
  assert.ok((found?.failures ?? 0) >= 1);
  assert.equal(found?.readAt, null);
  const others = await ports.database.inBody(BODIES.asl.slug, (tx) => readingOf(tx, BODY));
  assert.deepEqual(others, []);
});

test('deliveries that name the same authors in other orders do not wait for each other', async () => {
  const { database, events, vault } = desk.portavoce.ports;
  const names = Array.from({ length: 60 }, (_, number) => `autrice-${number}`);
  const batch = (delivery: number): InboundEvent[] =>
    (delivery % 2 === 0 ? names : names.toReversed()).map((externalId, number) => ({
      type: 'written',
      externalId: `9${delivery}_${String(number).padStart(3, '0')}`,
      kind: 'comment',
      text: 'insieme',
      author: { externalId, name: `Nome ${delivery}` },
      at: at(0),
      permalink: null,
      post: null,
      parentExternalId: null,
      own: true,
      hasMedia: false,
    }));
  const source = { body: BODY, account, network: 'facebook', homes: [page.url] } as const;
  const deliveries = Array.from({ length: 6 }, (_, delivery) =>
    database.inBody(BODY, (tx) => receive({ tx, events, vault, clock: systemClock }, source, batch(delivery))),
  );
  const outcomes = await Promise.allSettled(deliveries);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  assert.deepEqual(reasons, []);
});
