// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { z } from 'zod';
import { manualClock } from '#kernel';
import { consider, type LocalModel } from '#moderation';
import { LearnedState } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// The learned part: it orders what is otherwise equal, where the body chose so, and is never a reason for anything.

const BODY = BODIES.comune.slug;
const INSULTS = 'ESE-039';
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const clock = manualClock('2026-11-18T09:00:00Z');
let desk: Desk;
let head: Client;
let moderator: Client;
before(async () => {
  desk = await startDesk({ clock });
  head = await desk.signIn('head', 'comune');
  moderator = await desk.signIn('moderator', 'comune');
});
after(() => desk.close());

type Choice = z.infer<typeof LearnedState>['choices'][number]['choice'];

const state = async (client = moderator) => LearnedState.parse(await (await client.get('learned')).json());
const choose = async (choice: Choice) => {
  const response = await head.post('learned', { choice, note: 'Prova di quindici giorni.' });
  assert.equal(response.status, 201, await response.clone().text());
  return LearnedState.parse(await response.json());
};

/** Comments of citizens, read and judged; the ids of their cases. */
async function arrive(...texts: readonly string[]): Promise<string[]> {
  const { page } = BODIES.comune;
  for (const text of texts) {
    await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Cittadina Inventata', text });
    clock.advance(1000);
  }
  await desk.poll('comune');
  await desk.drain();
  const open = (await moderator.queue('?limit=100')).items;
  return texts.map((text) => {
    const id = open.find(({ excerpt }) => excerpt === text)?.id;
    assert.ok(id, text);
    return id;
  });
}

/** These cases in the order of the queue, read two at a time as the desk pages. */
async function inOrder(...ids: readonly (string | undefined)[]): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await moderator.queue(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  assert.equal(new Set(found).size, found.length, 'each case once');
  return found.filter((id) => ids.includes(id));
}

const ranks = () =>
  desk.portavoce.ports.database.inBody(BODY, async (tx) => {
    const { rows } = await sql<{ id: string; rank: number }>`
      select id, learned_rank as rank from moderation_case`.execute(tx);
    return new Map(rows.map(({ id, rank }) => [id, rank]));
  });

const QUIET = 'Passavo di qui per caso e leggo';
const SLANG = 'Gli zufoloni del secondo piano';
let quiet = '';
let slang = '';

test('until the body chooses, the model reads nothing and the queue is as it always was', async () => {
  const [first, second] = await arrive(QUIET, SLANG);
  quiet = first ?? '';
  slang = second ?? '';
  const [one, other] = await Promise.all([moderator.case(quiet), moderator.case(slang)]);
  assert.equal(one.priority, other.priority);
  assert.equal(one.due?.slice(0, 13), other.due?.slice(0, 13), 'equally pressing');
  assert.equal(one.learned, undefined);
  assert.deepEqual(new Set((await ranks()).values()), new Set([100]));
  assert.deepEqual(await inOrder(quiet, slang), [quiet, slang]);
  const { ordering, ownDecisions, localModel, learned } = await state();
  assert.deepEqual(
    { ordering, ownDecisions, localModel, learned },
    { ordering: false, ownDecisions: false, localModel: null, learned: null },
  );
});

test('only the head of the desk chooses, and the other body’s desk is not touched', async () => {
  const asked = await moderator.post('learned', { choice: 'ordering-on', note: 'Prova.' });
  assert.equal(asked.status, 403);
  await choose('ordering-on');
  assert.equal((await state()).ordering, true);
  assert.equal((await state(await desk.signIn('head'))).ordering, false);
});

test('the model orders cases that are equally pressing, and changes nothing else of them', async () => {
  const before = await moderator.case(quiet);
  const stored = await ranks();
  const expected = [quiet, slang].sort((left, right) => (stored.get(left) ?? 0) - (stored.get(right) ?? 0));
  assert.ok((stored.get(slang) ?? 100) < 100, 'something was read');
  assert.deepEqual(await inOrder(quiet, slang), expected);
  assert.equal(before.learned?.caveat, 'non è un motivo');
  assert.equal(before.learned?.part, 'modello del banco');

  await choose('ordering-off');
  const withoutOrder = ({ learned: _, place: __, ...rest }: typeof before) => rest;
  assert.deepEqual(withoutOrder(before), withoutOrder(await moderator.case(quiet)));
  assert.deepEqual(await inOrder(quiet, slang), [quiet, slang]);
  assert.equal((await moderator.case(slang)).learned, undefined);
  await choose('ordering-on');
});

test('a proposal says which part of triage it comes from, and it is never the model', async () => {
  const [id = ''] = await arrive('Siete dei buffoni e dei cretini');
  const { proposal, proposedBy = [], signals, learned } = await moderator.case(id);
  assert.equal(proposal, 'hide');
  assert.ok(learned !== undefined);
  assert.ok(proposedBy.length > 0);
  assert.ok(proposedBy.every((part) => signals.some(({ source }) => source === part) && part !== learned.part));
});

const insultOf = async (text: string) => {
  const [id = ''] = await arrive(text);
  return desk.portavoce.ports.database.inBody(BODY, async (tx) => {
    const { rows } = await sql<{ probability: number; part: string }>`
      select (score ->> 'probability')::float as probability, part
        from learned_reading, jsonb_array_elements(scores) as score
       where case_id = ${id} and score ->> 'category' = 'insult'`.execute(tx);
    assert.ok(rows[0]);
    return rows[0];
  });
};

let hidden: string[] = [];

test('a body’s own decisions teach its own words, on its own machine, once a day', async () => {
  const before = await insultOf('sono tutti degli zufoloni, al terzo piano');
  assert.equal((await choose('own-decisions-on')).learned, null);
  const insults = ['zufoloni!', 'ma che zufoloni siete', 'zufoloni e basta', 'i soliti zufoloni', 'branco di zufoloni'];
  const others = ['al secondo piano c’è posto', 'e poi basta così', 'il terzo piano è al buio'];
  hidden = await arrive(...insults);
  const left = await arrive(...others);
  const grounds = [{ kind: 'clause' as const, clause: INSULTS }];
  for (const id of hidden) await moderator.decide(id, { kind: 'hide', grounds, reasons: 'Insulto del posto.' });
  for (const id of left) await moderator.decide(id, { kind: 'publish' });
  await desk.drain();

  await desk.portavoce.sweeps.sweep();
  const { learned } = await state();
  assert.equal(learned?.decisions, insults.length + others.length);
  const after = await insultOf('sono tutti degli zufoloni, al primo piano');
  assert.equal(after.part, 'modello del banco, con le decisioni dell’ente');
  assert.ok(after.probability > 1.5 * before.probability, `${before.probability} → ${after.probability}`);
  // What waited before was read anew.
  assert.deepEqual(await inOrder(quiet, slang), [slang, quiet]);

  await desk.portavoce.sweeps.sweep();
  assert.equal((await state()).learned?.at, learned?.at, 'not again on the same day');
});

test('what is learned is sealed, and keeps no words', async () => {
  const { rows } = await desk.portavoce.ports.database.inBody(BODY, (tx) =>
    sql<{ sealed: Buffer }>`select sealed from learned_lines`.execute(tx),
  );
  assert.equal(rows.length, 1);
  const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
  assert.ok(sealed.length > 100);
  assert.throws(() => desk.portavoce.ports.vault.open(sealed, 'learned:asl-roma-1'));
  assert.ok(!sealed.includes('zufoloni') && !sealed.includes('weights'));
});

test('an undone decision is forgotten at the next learning', async () => {
  const before = (await state()).learned?.decisions ?? 0;
  const decision = (await moderator.case(hidden[0] ?? '')).decisions.at(-1);
  assert.ok(decision);
  assert.equal(
    (await moderator.post(`decisions/${decision.id}/undo`, { reasons: 'Da noi è un complimento.' })).status,
    200,
  );
  await desk.drain();
  clock.advance(DAY_MILLISECONDS + 1);
  moderator = await desk.signIn('moderator', 'comune');
  head = await desk.signIn('head', 'comune');
  await desk.portavoce.sweeps.sweep();
  assert.equal((await state()).learned?.decisions, before - 1);
});

test('one act makes it forget everything, for good, and the record says so', async () => {
  assert.equal((await choose('reset')).learned, null);
  clock.advance(DAY_MILLISECONDS + 1);
  moderator = await desk.signIn('moderator', 'comune');
  head = await desk.signIn('head', 'comune');
  await desk.portavoce.sweeps.sweep();
  assert.equal((await state()).learned, null, 'decisions before the reset are not learned from again');
  assert.equal((await moderator.case(slang)).learned?.part, 'modello del banco');
  const entries = (await moderator.record()).items.filter(({ kind }) => kind.startsWith('learned.'));
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), [
    ...Array.from({ length: 4 }, () => 'learned.chosen'),
    'learned.reset',
  ]);
  assert.ok(entries.every(({ person }) => person === `Persona head ${BODY}`));
  assert.equal((await moderator.verification()).intact, true);
});

const itemOf = (id: string) =>
  desk.portavoce.ports.database.inBody(BODY, async (tx) => {
    const { rows } = await sql<{ item: string }>`select item_id as item from moderation_case where id = ${id}`.execute(
      tx,
    );
    return rows[0]?.item ?? '';
  });

test('a local model takes the desk’s place where it answers, and nobody misses it where it does not', async () => {
  const ports = desk.portavoce.ports;
  const place = { body: BODY, item: await itemOf(quiet) };
  const silent: LocalModel = { name: 'modello muto', classify: async (texts) => texts.map(() => []) };
  await consider({ ...ports, localModel: silent }, place);
  assert.equal((await moderator.case(quiet)).learned?.part, 'modello del banco');

  const sure: LocalModel = {
    name: 'modello locale',
    classify: async (texts) => texts.map(() => [{ category: 'insult', probability: 0.9 }]),
  };
  const { revision, proposal, cited } = await moderator.case(quiet);
  await consider({ ...ports, localModel: sure }, place);
  const read = await moderator.case(quiet);
  assert.equal(read.learned?.part, 'modello locale');
  assert.deepEqual(read.learned?.notes[0]?.text, 'modello: probabile insulto (90 %)');
  assert.deepEqual(
    { revision: read.revision, proposal: read.proposal, cited: read.cited },
    { revision, proposal, cited },
  );
  assert.deepEqual(await inOrder(quiet, slang), [quiet, slang]);

  await choose('ordering-off');
  await consider({ ...ports, localModel: sure }, place);
  assert.equal((await moderator.case(quiet)).learned, undefined);
});
