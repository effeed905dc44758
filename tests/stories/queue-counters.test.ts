// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client as Connection } from 'pg';
import { foldCounters } from '#moderation';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Counters that are kept, beside a count: after a random history of cases that come, change, are decided and come back, by eight
// hands at once while others come in, and while what changed is being added up.

const BODY: string = BODIES.asl.slug;
const SEED = 20261122;
const HANDS = 8;
const STEPS = 120;

let desk: Desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.close());

/** The same numbers each time: between 0 and 1. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CELLS = 'network, kind, state, priority, must_look';
const COUNTED = `
  select ${CELLS}, stuck, sum(cases)::integer as cases
    from (select ${CELLS}, stuck, cases from queue_count where body = $1
          union all select ${CELLS}, stuck, cases from queue_change where body = $1) as kept
   group by ${CELLS}, stuck having sum(cases) <> 0 order by ${CELLS}, stuck`;
const COUNTED_BY_HAND = `
  select ${CELLS}, is_stuck(state, enforcement) as stuck, count(*)::integer as cases
    from moderation_case where body = $1 group by ${CELLS}, 6 order by ${CELLS}, 6`;

const INSERT = `
  with place as (select nextval('history') as nth),
  its_item as (
    insert into item (id, body, account_id, network, external_id, kind, own, has_media, version, visibility, written_at,
                      received_at, text_at, state_at)
    select gen_random_uuid(), $1, $2, $3, 'storia-' || nth, $4, false, false, 1, 'visible', now(), now(), now(), now()
      from place returning id)
  insert into moderation_case (id, body, number, item_id, state, priority, due_rank, written_at, received_at, network, kind,
                               excerpt, proposal, clauses, must_look, edited, deleted_by_author, has_media, enforcement, revision)
  select gen_random_uuid(), $1, 1000000 + nth, its_item.id, 'open', $5, now(), now(), now(), $3, $4, '', 'none', '{}', $6,
         false, false, false, 'none', 1 from its_item, place`;

const one = `id in (select id from moderation_case where body = $1 order by md5(id::text || $2) limit 3 for update skip locked)`;
const CHANGES = [
  `update moderation_case set state = 'decided', decision = 'hide', decided_at = now(), enforcement = 'queued' where ${one}`,
  `update moderation_case set enforcement = 'failed' where state = 'decided' and ${one}`,
  `update moderation_case set enforcement = 'confirmed' where state = 'decided' and ${one}`,
  `update moderation_case set state = 'open', decision = null, decided_at = null, enforcement = 'none' where ${one}`,
  `update moderation_case set priority = 3 - priority, must_look = not must_look where ${one}`,
  `update moderation_case set revision = revision + 1 where ${one}`,
];

test('after a random history by eight hands the counters are what a count gives', async (context) => {
  const owner = new Connection(desk.portavoce.owner);
  await owner.connect();
  context.after(() => owner.end());
  await owner.query('create sequence history; grant usage on sequence history to portavoce_app');
  const { pool } = desk.portavoce.ports.database;
  const hand = async (nth: number) => {
    const random = randomOf(SEED + nth);
    const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
      values[Math.floor(random() * values.length)] ?? values[0];
    const client = await pool.connect();
    try {
      for (let step = 0; step < STEPS; step += 1) {
        await client.query('begin');
        await client.query("select set_config('app.body', $1, true)", [BODY]);
        for (let within = 0; within <= random() * 3; within += 1) {
          if (nth < 2 || random() < 0.2) {
            const network = pick(['facebook', 'x', 'youtube']);
            const kind = pick(['comment', 'message']);
            const more = [Math.floor(random() * 4), random() < 0.3];
            await client.query(INSERT, [BODY, desk.accounts.asl, network, kind, ...more]);
          } else await client.query(pick(CHANGES as [string, ...string[]]), [BODY, `${random()}`]);
        }
        await client.query(random() < 0.1 ? 'rollback' : 'commit');
      }
    } finally {
      client.release();
    }
  };
  let working = true;
  let folded = 0;
  const adding = (async () => {
    while (working) folded += await foldCounters(desk.portavoce.ports, BODY);
  })();
  await Promise.all(Array.from({ length: HANDS }, (_, nth) => hand(nth)));
  working = false;
  await adding;
  const same = async (when: string) =>
    assert.deepEqual(
      (await owner.query(COUNTED, [BODY])).rows,
      (await owner.query(COUNTED_BY_HAND, [BODY])).rows,
      when,
    );
  assert.ok(folded > HANDS, `${folded} changes were added up meanwhile`);
  await same('with changes not yet added up');
  await foldCounters(desk.portavoce.ports, BODY);
  await same('all added up');
  assert.equal((await owner.query('select 1 from queue_change where body = $1', [BODY])).rowCount, 0);
  const { counters } = await (await desk.signIn('moderator')).queue('?limit=1');
  const { rows } = await owner.query(
    `select count(*) filter (where state = 'open')::integer as open, count(*) filter (where state = 'decided')::integer as decided,
            count(*) filter (where state = 'open' and priority = 0)::integer as grave,
            count(*) filter (where is_stuck(state, enforcement))::integer as stuck from moderation_case where body = $1`,
    [BODY],
  );
  assert.deepEqual(counters, rows[0]);
  assert.ok(counters.open > 50 && counters.decided > 10 && counters.stuck > 0, JSON.stringify(counters));
  await owner.query('delete from moderation_case where body = $1 and number >= 1000000', [BODY]);
  await same('after rows went');
});
