// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EqualTreatment, Precedents } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import { type Desk, startDesk } from '../support/desk.ts';

// Alike things decided alike: what was done before is shown while deciding, and what differs is told to the head alone.

let desk: Desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.close());

test('who decides sees what was done with the nearest cases; who leads sees what was done differently, and not by whom', async () => {
  const moderator = await desk.signIn('moderator', 'asl');
  const head = await desk.signIn('head', 'asl');
  const texts = [
    'Siete dei buffoni incapaci, andate tutti quanti a casa',
    'Buffoni incapaci, andate a casa tutti quanti!',
    'Imbecilli, al pronto soccorso di via Finta siete tutti imbecilli',
    'Idioti, non sapete nemmeno rispondere a un telefono, idioti',
    'Cretini patentati, il sito lo ha fatto un cretino',
    'Siete dei buffoni incapaci, andate tutti a casa',
  ];
  for (const [nth, text] of texts.entries())
    await desk.facebook.comment({ page: '900000000000001', post: desk.posts.asl, author: `Prova ${nth}`, text });
  await desk.drain();
  const { items } = await moderator.queue('?limit=100');
  const idOf = (text: string | undefined) => items.find(({ excerpt }) => excerpt === text)?.id ?? '';
  const [first, second, third, fourth, fifth, last] = texts.map(idOf);
  for (const id of [first, third, fourth, fifth]) await moderator.decide(id ?? '', { kind: 'hide' });
  await head.decide(second ?? '', { kind: 'publish' });

  const near = Precedents.parse(await (await moderator.get(`cases/${last}/precedents`)).json());
  assert.deepEqual(
    new Set(near.items.slice(0, 2).map((one) => `${one.case} ${one.decision}`)),
    new Set([`${first} hide`, `${second} publish`]),
  );
  assert.ok((near.items[0]?.grounds.length ?? 0) > 0);
  const people = ['moderator', 'head'].map((role) => desk.credentials(role as 'moderator', 'asl').email.split('@')[0]);
  const names = (text: string) => people.filter((one) => one !== undefined && text.includes(one));
  assert.deepEqual(names(JSON.stringify(near)), []);
  assert.equal((await (await desk.signIn('moderator', 'comune')).get(`cases/${last}/precedents`)).status, 404);

  assert.equal((await moderator.get('equal-treatment')).status, 403);
  const told = EqualTreatment.parse(await (await head.get('equal-treatment')).json());
  assert.deepEqual(told.smallestGroup, { value: 5, chosen: false });
  const [group] = told.groups;
  const [pair] = group?.pairs ?? [];
  assert.ok(group && pair);
  assert.ok(group.decisions >= 5);
  assert.deepEqual([pair.takenDown.text, pair.left.text], [texts[0], texts[1]]);
  assert.equal(told.since, null);
  const said = JSON.stringify(told);
  for (const one of items) assert.ok(!said.includes(one.id), 'no way to the case, where who decided is named');
  assert.equal(JSON.stringify(told).includes('person'), false);

  const choice = { smallestGroup: 50, act: 'ordine di servizio n. 4' };
  assert.equal((await moderator.post('equal-treatment/choices', choice)).status, 403);
  const fewer = EqualTreatment.parse(await (await head.post('equal-treatment/choices', choice)).json());
  assert.deepEqual([fewer.groups.length, fewer.notShown > 0, fewer.smallestGroup.chosen], [0, true, true]);
  const empty = EqualTreatment.parse(await (await head.get('equal-treatment?month=2001-01')).json());
  assert.deepEqual([empty.groups.length, empty.notShown], [0, 0]);
  assert.equal((await moderator.verification()).intact, true);
});

test('what was decided under a clause is the same whether met among the latest, further on or by the index', async () => {
  const moderator = await desk.signIn('moderator', 'asl');
  const { items } = await moderator.queue('?state=decided&limit=100');
  const clauses = [
    ...new Set((await Promise.all(items.map(({ id }) => moderator.case(id)))).flatMap(({ cited }) => cited)),
  ];
  const owner = poolOf(desk.portavoce.owner, silentLog, 1);
  const client = await owner.connect();
  try {
    const { rows } = await client.query<{ code: string }>(
      "select pg_get_functiondef('decided_under(text[], uuid, timestamptz, integer)'::regprocedure) as code",
    );
    const whole = rows[0]?.code ?? '';
    const found = async (walk: number, common: number) => {
      await client.query('begin');
      await client.query(
        whole
          .replace(/walk constant integer := \d+/, `walk constant integer := ${walk}`)
          .replace(/common constant integer := \d+/, `common constant integer := ${common}`),
      );
      await client.query("select set_config('app.body', 'asl-roma-1', true)");
      const each = [];
      for (const { id } of clauses) {
        const asked = [[id], items[0]?.id, new Date(0), 100];
        const answer = await client.query<{ id: string }>('select decided_under($1, $2, $3, $4) as id', asked);
        each.push(answer.rows.map((row) => row.id));
      }
      await client.query('rollback');
      return each;
    };
    const latest = await found(2000, 40);
    assert.ok(latest.some(({ length }) => length >= 3));
    assert.deepEqual(await found(1, 0), latest, 'going on');
    assert.deepEqual(await found(1, 1000), latest, 'by the index');
  } finally {
    client.release();
    await owner.end();
  }
});
