// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { carryOut } from '#delivery';
import { manualClock } from '#kernel';
import { adopt } from '#rulebook';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Things that happen between reading and deciding, between deciding and its effect.

const clock = manualClock(new Date());
let desk: Desk;
let moderator: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator');
});
after(() => desk.close());

const A_WHILE_MILLISECONDS = 20 * 60_000;
let count = 0;

async function arrives(words = 'Scrivete a persona{n}@example.org') {
  count += 1;
  const text = words.replace('{n}', String(count));
  const external = await desk.facebook.comment({
    page: BODIES.asl.page.id,
    post: desk.posts.asl,
    author: 'Prova',
    text,
  });
  await desk.drain();
  const id = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text)?.id;
  assert.ok(id);
  return { external, id };
}

/** Everything that was promised for a case, carried out as time goes by. */
async function letTimePass(id: string) {
  for (let round = 0; round < 4; round++) {
    clock.advance(A_WHILE_MILLISECONDS);
    for (const { enforcements } of (await moderator.case(id)).decisions) {
      for (const { id: command } of enforcements)
        await carryOut(desk.portavoce.ports, { body: BODIES.asl.slug, command });
    }
    await desk.drain();
  }
}

const undo = async (id: string) => {
  const decision = (await moderator.case(id)).decisions.at(-1)?.id;
  assert.equal((await moderator.post(`decisions/${decision}/undo`, { reasons: 'Ripensandoci.' })).status, 200);
};

for (const fault of ['rate-limited', 'error-before-effect', 'error-after-effect', 'broken-after-effect']) {
  test(`a hide undone while it is on its way (${fault}) leaves the comment visible, for good`, async () => {
    const { external, id } = await arrives();
    await desk.facebook.faults({ fault });
    await moderator.decide(id, { kind: 'hide' });
    await desk.drain();
    await undo(id);
    await letTimePass(id);
    assert.equal((await desk.facebook.written(external)).hidden, false);
    assert.equal((await moderator.case(id)).state, 'open');
  });
}

test('an edit while a hide waits takes the hide back: it was meant for other words', async () => {
  const { external, id } = await arrives();
  await desk.facebook.faults({ fault: 'rate-limited' });
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  await desk.facebook.edit(external, `Grazie, tutto risolto (${count})`);
  await desk.drain();
  await moderator.decide(id, { kind: 'publish' });
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, false);
});

test('words not yet judged cannot be decided on, whatever revision is sent', async () => {
  const { id } = await arrives();
  const read = await moderator.case(id);
  const { database } = desk.portavoce.ports;
  await database.inBody(BODIES.asl.slug, async (tx) => {
    const { sql } = await import('kysely');
    await sql`update item set version = 2 where id = (select item_id from moderation_case where id = ${id})`.execute(
      tx,
    );
    await sql`insert into item_version select item_id, body, 2, 'Grazie a tutti', at from item_version
              where item_id = (select item_id from moderation_case where id = ${id})`.execute(tx);
  });
  await assert.rejects(moderator.decide(id, { kind: 'hide', revision: read.revision }), /CASE_CHANGED/);
  // The desk reads again of itself: where it has judged the new words meanwhile, they come with their own revision.
  const { text, revision } = await moderator.case(id);
  assert.equal(text, revision === read.revision ? read.text : 'Grazie a tutti', 'the words shown are those judged');
});

test('another policy in force meanwhile refuses the decision; decided cases stay decided, open ones are judged again', async () => {
  const { id: decided, external } = await arrives();
  await moderator.decide(decided, { kind: 'no-action' });
  const { id: waiting } = await arrives();
  const read = await moderator.case(waiting);
  const source = await readFile(join(import.meta.dirname, '../../policies/asl-roma-1.policy.md'), 'utf8');
  clock.advance(1000);
  const newer = source.replace(/^versione: 1$/m, 'versione: 2');
  await adopt(desk.portavoce.ports, { source: newer, file: 'prova', act: 'atto di prova', person: null });
  await desk.drain();
  await assert.rejects(
    moderator.decide(waiting, { kind: 'hide', policyVersion: read.policy.version, revision: read.revision }),
    /CASE_CHANGED/,
  );
  await desk.facebook.erase(external);
  await desk.drain();
  assert.equal((await moderator.case(decided)).state, 'decided');
  assert.equal((await moderator.case(waiting)).policy.version, '2');
  assert.equal((await moderator.decide(waiting, { kind: 'hide' })).decisions.at(-1)?.policyVersion, '2');
});

test('an answer may be followed by a measure, a measure only by its undoing', async () => {
  const { external, id } = await arrives(
    'Il mio codice è nella foto, scrivetemi a tizia{n}@example.org: quando aprite?',
  );
  await moderator.decide(id, { kind: 'reply', reply: 'Apriamo alle 8.' });
  await desk.drain();
  assert.equal((await moderator.case(id)).decidable, true);
  await moderator.decide(id, { kind: 'remove' });
  await desk.drain();
  assert.equal((await desk.facebook.written(external)).deleted, true);
  assert.equal((await moderator.case(id)).decidable, false);
  await assert.rejects(moderator.decide(id, { kind: 'no-action' }), /CASE_DECIDED/);
});
