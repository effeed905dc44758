// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { carryOut, commandsOf, letOneGo, letWritesGo, stopWrites, writesWaiting } from '#delivery';
import type { Actor } from '#governance';
import { manualClock } from '#kernel';
import type { Tx } from '#platform';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// While sending is stopped nothing leaves but what a person lets go, whatever happens at the same moment.

const clock = manualClock(new Date());
const { slug: COMUNE, page: PAGE } = BODIES.comune;
const A_WHILE_MILLISECONDS = 20 * 60_000;
let desk: Desk;
let moderator: Client;
let by: Actor;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator', 'comune');
  const { rows } = await desk.portavoce.ports.database.pool.query<{ id: string }>(
    "select id from person where email = 'head@comune-di-esempio.example'",
  );
  by = { id: rows[0]?.id ?? '', name: 'Persona head', role: 'head' };
});
after(() => desk.close());

let count = 0;
async function arrives(): Promise<{ readonly id: string; readonly external: string }> {
  count += 1;
  const text = `Siete dei cialtroni incapaci, numero ${count}`;
  const writing = { page: PAGE.id, post: desk.posts.comune, author: `Autore ${count}`, text };
  const external = await desk.facebook.comment(writing);
  clock.advance(60_000);
  await desk.poll('comune');
  await desk.drain();
  const id = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text)?.id;
  assert.ok(id);
  return { id, external };
}

async function hides(id: string): Promise<void> {
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
}

const inBody: typeof desk.portavoce.ports.database.inBody = (body, work) =>
  desk.portavoce.ports.database.inBody(body, work);
const carry = (command: string) => carryOut(desk.portavoce.ports, { body: COMUNE, command });
const writesOn = (id: string) =>
  inBody(COMUNE, async (tx) => {
    const { rows } = await sql<{ item_id: string }>`select item_id from moderation_case where id = ${id}`.execute(tx);
    return commandsOf(tx, { item: rows[0]?.item_id ?? '' });
  });

async function letTimePass(id: string): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    clock.advance(A_WHILE_MILLISECONDS);
    for (const { id: command } of await writesOn(id)) await carry(command);
    await desk.drain();
  }
}

const stopping = (tx: Tx) => stopWrites(tx, COMUNE, { actor: by, at: clock.now() });
const going = () => inBody(COMUNE, (tx) => letWritesGo(desk.portavoce.ports, tx, COMUNE));

test('who stops all writes waits for one that is being taken, and it is the last', async () => {
  const { id, external } = await arrives();
  await desk.facebook.faults({ fault: 'rate-limited' });
  await hides(id);
  clock.advance(A_WHILE_MILLISECONDS);
  const [command] = await writesOn(id);
  assert.equal(command?.state, 'queued');
  const [stopped, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const stop = inBody(COMUNE, async (tx) => {
    await stopping(tx);
    stopped.resolve();
    await commit.promise;
  });
  await stopped.promise;
  let over = false;
  const carrying = carry(command?.id ?? '').finally(() => {
    over = true;
  });
  while (!over && !(await isWaiting())) await setImmediate();
  commit.resolve();
  await Promise.all([stop, carrying]);
  assert.equal((await desk.facebook.written(external)).hidden, false);
  await going();
  await desk.drain();
  assert.equal((await desk.facebook.written(external)).hidden, true);
});

const isWaiting = async (): Promise<boolean> => {
  const { rows } = await desk.portavoce.ports.database.pool.query<{ waiting: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and not granted) as waiting`,
  );
  return rows[0]?.waiting === true;
};

test('what was let go in one stop and did not leave waits in the next', async () => {
  const { id, external } = await arrives();
  await inBody(COMUNE, stopping);
  await hides(id);
  const [command] = await writesOn(id);
  assert.ok(command);
  await desk.facebook.faults({ fault: 'rate-limited' });
  await inBody(COMUNE, (tx) => letOneGo(desk.portavoce.ports, tx, { body: COMUNE, command: command.id, actor: by }));
  await desk.drain();
  await going();
  clock.advance(1000);
  await inBody(COMUNE, stopping);
  assert.deepEqual(
    (await inBody(COMUNE, (tx) => writesWaiting(tx, COMUNE))).map((one) => one.id),
    [command.id],
  );
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, false);
  await going();
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, true);
});

test('what is let go does not wait for what is stopped, which then comes too late', async () => {
  const { id, external } = await arrives();
  await hides(id);
  await inBody(COMUNE, stopping);
  const decision = (await moderator.case(id)).decisions.at(-1)?.id;
  assert.equal((await moderator.post(`decisions/${decision}/undo`, { reasons: 'Ripensandoci.' })).status, 200);
  await hides(id);
  const [unhide, hide] = (await writesOn(id)).slice(-2);
  assert.ok(unhide && hide);
  await inBody(COMUNE, (tx) => letOneGo(desk.portavoce.ports, tx, { body: COMUNE, command: hide.id, actor: by }));
  await desk.drain();
  await going();
  await letTimePass(id);
  assert.deepEqual(
    (await writesOn(id)).slice(-2).map(({ state }) => state),
    ['cancelled', 'confirmed'],
  );
  assert.equal((await desk.facebook.written(external)).hidden, true);
});

test('of two that wait for each other one is done again, and both are done', async () => {
  const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  let begun = 0;
  const both = (own: 0 | 1) =>
    inBody(COMUNE, async (tx) => {
      begun += 1;
      await sql`select pg_advisory_xact_lock(${`77${own}`}::bigint)`.execute(tx);
      held[own].resolve();
      await held[own === 0 ? 1 : 0].promise;
      await sql`select pg_advisory_xact_lock(${`77${own === 0 ? 1 : 0}`}::bigint)`.execute(tx);
      return own;
    });
  assert.deepEqual([await Promise.all([both(0), both(1)]), begun], [[0, 1], 3]);
});
