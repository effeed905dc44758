// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carryOut } from '#delivery';
import { manualClock } from '#kernel';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Facebook misbehaves in each of its ways; whatever it answers, the citizen sees one effect and the desk knows of it.

const clock = manualClock(new Date());
let desk: Desk;
let moderator: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator');
});
after(() => desk.close());

// Longer than any lease and any back-off that the simulated Facebook asks for.
const PATIENCE_MILLISECONDS = 10 * 60_000;
let count = 0;

/** A comment decided upon while Facebook has the fault; then carried on as time passes, until it settles. */
async function decideUnder(fault: string, kind: 'hide' | 'reply') {
  count += 1;
  const text = kind === 'hide' ? `Scrivete a persona${count}@example.org` : `Domanda numero ${count}: quando aprite?`;
  const { id: page } = BODIES.asl.page;
  const target = await desk.facebook.comment({ page, post: desk.posts.asl, author: 'Prova', text });
  await desk.drain();
  const queued = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(queued);
  await desk.facebook.faults({ fault });
  const reply = `Risposta numero ${count}.`;
  const decided = await moderator.decide(queued.id, { kind, ...(kind === 'reply' && { reply }) });
  const command = decided.decisions.at(-1)?.enforcements[0]?.id ?? '';
  for (let attempt = 0; attempt < 8; attempt++) {
    await carryOut(desk.portavoce.ports, { body: BODIES.asl.slug, command });
    const { enforcement } = await moderator.case(queued.id);
    if (enforcement === 'confirmed' || enforcement === 'by-hand' || enforcement === 'failed') break;
    clock.advance(PATIENCE_MILLISECONDS);
  }
  const settled = await moderator.case(queued.id);
  const writes = (await desk.facebook.writes()).filter(({ effect }) => effect);
  const effects = writes.filter(({ path, parameters }) =>
    kind === 'hide' ? path.includes(target) : parameters.message === reply,
  );
  return {
    caseId: queued.id,
    command,
    effects: effects.length,
    state: settled.decisions.at(-1)?.enforcements[0]?.state,
    target,
  };
}

for (const fault of ['error-before-effect', 'broken-before-effect', 'rate-limited']) {
  for (const kind of ['hide', 'reply'] as const) {
    test(`${kind}, ${fault}: sent again, done once`, async () => {
      const { effects, state } = await decideUnder(fault, kind);
      assert.deepEqual({ effects, state }, { effects: 1, state: 'confirmed' });
    });
  }
}

for (const fault of ['error-after-effect', 'broken-after-effect', 'unreadable-after-effect']) {
  for (const kind of ['hide', 'reply'] as const) {
    test(`${kind}, ${fault}: found to be there, not sent again`, async () => {
      const { effects, state } = await decideUnder(fault, kind);
      assert.deepEqual({ effects, state }, { effects: 1, state: 'confirmed' });
    });
  }
}

test('hide, success without effect: read back, sent again until it holds', async () => {
  const { state, target } = await decideUnder('success-without-effect', 'hide');
  assert.equal(state, 'confirmed');
  assert.equal((await desk.facebook.written(target)).hidden, true);
});

test('the role on the page is lost: it fails, says why, and a person’s word settles it', async () => {
  const { effects, state, command, caseId } = await decideUnder('role-lost', 'hide');
  assert.deepEqual({ effects, state }, { effects: 0, state: 'failed' });
  assert.ok((await moderator.record()).items.some(({ kind }) => kind === 'enforcement.failed'));

  const done = await moderator.post(`enforcements/${command}/done`, { note: 'Nascosto dalla Pagina' });
  assert.equal(done.status, 200);
  assert.equal((await moderator.case(caseId)).enforcement, 'confirmed');
  const entry = (await moderator.record()).items.find(({ kind }) => kind === 'enforcement.done-by-hand');
  assert.equal(entry?.role, 'moderator');
  assert.equal((await moderator.post(`enforcements/${command}/done`, {})).status, 409, 'once is enough');
});

test('what failed on the network can be taken back: there is nothing there to undo', async () => {
  const { effects, caseId } = await decideUnder('role-lost', 'reply');
  assert.equal(effects, 0);
  const decision = (await moderator.case(caseId)).decisions.at(-1);
  assert.equal(decision?.undoable, true);
  const undone = await moderator.post(`decisions/${decision?.id}/undo`, { reasons: 'Si risponde per telefono.' });
  assert.equal(undone.status, 200);
  assert.equal((await moderator.case(caseId)).state, 'open');
});
