// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Pool, PoolClient } from 'pg';
import { manualClock } from '#kernel';
import { poolOf, silentLog } from '#platform';
import { DraftChecks } from '#rulebook/contract';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type RulebookHand, read, refusedAs, rulebookHand, smallPolicy } from '../support/rulebook-hand.ts';

// Names, lengths and numbers that nobody sends by mistake, and one that everybody may ask for.

const COMUNE = BODIES.comune.slug;
const NOTE = 'Si chiarisce la regola sui recapiti.';
const ACT = { number: 'deliberazione n. 12', date: '2026-11-19' };
const clock = manualClock('2026-11-20T09:00:00Z');
let desk: Desk;
let owner: Pool;
let moderator: RulebookHand;
let head: RulebookHand;
before(async () => {
  desk = await startDesk({ clock });
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
  moderator = rulebookHand(desk.url, COMUNE, await desk.signIn('moderator', 'comune'));
  head = rulebookHand(desk.url, COMUNE, await desk.signIn('head', 'comune'));
});
after(async () => {
  await owner.end();
  await desk.close();
});

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${desk.url}${path}`, { headers, redirect: 'manual' });

async function proposed(source: string) {
  const draft = await moderator.save(await moderator.open(source), { changeNote: NOTE });
  return { draft, answer: await moderator.post(`drafts/${draft.id}/proposal`, { revision: draft.revision }) };
}

async function approved(source: string, inForceFrom: string | null = null): Promise<Response> {
  const { draft, answer } = await proposed(source);
  assert.equal(answer.status, 200, await answer.clone().text());
  return head.post(`drafts/${draft.id}/approval`, { revision: draft.revision, act: ACT, inForceFrom });
}

describe('the name of a version', () => {
  test('that could not stand in an address is refused before it is for ever', async () => {
    for (const version of ['.', '..', '1.json', 'v'.repeat(101), '2\u202e', '<b>2</b>', '2#3', '2?']) {
      const { draft, answer } = await proposed(smallPolicy(version));
      await refusedAs(answer, 422, 'VERSION_UNNAMEABLE');
      const { obstacles } = await read(DraftChecks, await moderator.get(`drafts/${draft.id}/checks`));
      assert.deepEqual(
        obstacles.map(({ code }) => code),
        ['VERSION_UNNAMEABLE'],
      );
    }
  });

  test('that is accepted is a page, its data, a file and a side of a comparison', async () => {
    for (const version of ['2026/1 bis (rev_a)', 'ò'.repeat(40), '3.json.1']) {
      clock.advance(1000);
      assert.equal((await approved(smallPolicy(version))).status, 200);
      const name = encodeURIComponent(version);
      const pages = [`/policy/${COMUNE}/versioni/${name}`, `/policy/${COMUNE}/versioni/${name}.json`];
      for (const page of pages) assert.equal((await ask(page)).status, 200, page);
      assert.ok((await (await ask(`/policy/${COMUNE}/versioni`)).text()).includes(`href="${pages[0]}"`));
      for (const path of [`versions/${name}`, `versions/${name}/source`, `comparison?from=1&to=${name}`])
        assert.equal((await head.get(path)).status, 200, path);
    }
  });
});

test('a text of a million characters is saved and comes back to the letter; a longer one is refused', async () => {
  const line = 'Così è più lungo, e va «a capo».\n';
  const long = `${smallPolicy('9')}\n${line.repeat(30_000)}`.slice(0, 1_000_000);
  assert.ok(long.length > 990_000 && long.length <= 1_000_000);
  const draft = await moderator.save(await moderator.open(smallPolicy('9')), { source: long });
  assert.equal(await (await moderator.get(`drafts/${draft.id}/source`)).text(), long);
  const longer = { name: 'Troppo lunga', from: { kind: 'text', source: 'à\n'.repeat(500_001) } };
  await refusedAs(await moderator.post('drafts', longer), 422, 'REQUEST_INVALID');
});

test('what stands in one line of the record and of the page is one line, read as it is written', async () => {
  for (const words of ['delibera n. 1\ndel sindaco', 'delibera \u202e1 .n', 'delibera \ud800']) {
    const choice = { hours: null, basis: 'act', act: { ...ACT, number: words }, note: 'Per prova, si toglie.' };
    assert.equal((await head.post('hours-choice', choice)).status, 422, JSON.stringify(words));
    const draft = { name: words, from: { kind: 'text', source: smallPolicy('9') } };
    assert.equal((await moderator.post('drafts', draft)).status, 422, JSON.stringify(words));
  }
});

test('of two versions from one moment the later adopted holds, or it is not adopted', async () => {
  clock.advance(1000);
  const moment = '2026-12-31T23:00:00.000Z';
  assert.equal((await approved(smallPolicy('20'), moment)).status, 200);
  await refusedAs(await approved(smallPolicy('21'), moment), 409, 'LATER_VERSION');
  clock.advance(1000);
  assert.equal((await approved(smallPolicy('22'), moment)).status, 200);
});

test('the record of an adoption says who wrote, who proposed and who approved', async () => {
  const { rows } = await owner.query<{ content: string }>(
    `select content from audit_entry where body = $1 and kind = 'policy.adopted' order by seq desc limit 1`,
    [COMUNE],
  );
  const { facts, person } = JSON.parse(rows[0]?.content ?? '{}');
  assert.equal(facts.writtenBy.length, 1);
  assert.deepEqual(facts.writtenBy, [facts.proposedBy]);
  assert.notEqual(person.id, facts.proposedBy);
});

describe('versions past', () => {
  test('a page kept by its day is sent again when another version took its place, or is to', async () => {
    clock.advance(1000);
    const later = { 'if-modified-since': clock.now().toUTCString() };
    const page = `/policy/asl-roma-1/versioni/1`;
    assert.equal((await ask(page, later)).status, 304);
    clock.advance(60_000);
    await owner.query(
      `insert into policy_version (body, version, title, source, digest, choices, act, adopted_at, in_force_since)
       select body, 'b', title, source, digest, choices, act, $1, $1 from policy_version where body = 'asl-roma-1'`,
      [clock.now()],
    );
    const again = await ask(page, later);
    assert.equal(again.status, 200);
    assert.match(await again.text(), /Versione non più in vigore/);
  });

  test('are gone through once, whoever asks for a number and however often', async () => {
    await owner.query(
      `insert into policy_version (body, version, title, source, digest, choices, act, adopted_at, in_force_since)
       select body, 'p' || n, title, $2, digest, choices, act, adopted_at, timestamptz '2020-01-01' + n * interval '1 day'
         from policy_version, generate_series(1, 200) n where body = $1 and version = '1'`,
      [COMUNE, smallPolicy('p', '\n### ESE-777 · Una volta\n\nEra qui.\n')],
    );
    const texts = countTexts(desk.portavoce.ports.database.pool);
    assert.equal((await ask(`/policy/${COMUNE}/ZZZ-999`)).status, 404);
    const first = texts.count();
    assert.ok(first > 0 && first < 20, `${first} statements for 200 versions`);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await ask(`/policy/${COMUNE}/ZZZ-${100 + n}`)).status),
    );
    assert.ok(statuses.every((status) => status === 404));
    const moved = await ask(`/policy/${COMUNE}/ESE-777`);
    assert.equal(moved.headers.get('location'), `/policy/${COMUNE}/versioni/p200#ESE-777`);
    assert.equal(texts.count(), first);
  });
});

/** How many statements read texts of versions from now on, on whichever connection. */
function countTexts(pool: Pool): { count(): number } {
  let seen = 0;
  const counted = new Set<PoolClient>();
  pool.on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const counting = (...given: unknown[]) => {
      const [statement] = given;
      const text = typeof statement === 'string' ? statement : ((statement as { text?: string } | null)?.text ?? '');
      if (/from "policy_version"/.test(text) && /"source"|\*/.test(text)) seen += 1;
      return query(...given);
    };
    client.query = counting as typeof client.query;
  });
  return { count: () => seen };
}
