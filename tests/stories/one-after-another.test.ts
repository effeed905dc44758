// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { carryOut, commandsOf } from '#delivery';
import { manualClock } from '#kernel';
import { breachesAstray, enforced } from '#moderation';
import { AuthorView, CaseStatements, LadderView, ReviewsPage } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Of several decisions and writes on one item the last word is the one that stands: on the network and in the record.

const clock = manualClock(new Date());
const { slug: COMUNE, page: PAGE } = BODIES.comune;
const A_WHILE_MILLISECONDS = 20 * 60_000;
let desk: Desk;
let moderator: Client;
let head: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator', 'comune');
  head = await desk.signIn('head', 'comune');
});
after(() => desk.close());

let count = 0;
interface Arrived {
  readonly id: string;
  readonly external: string;
  readonly author: string;
}

async function arrives(words = 'Siete dei cialtroni incapaci, numero {n}', by?: string): Promise<Arrived> {
  count += 1;
  const author = by ?? `Autore ${count}`;
  const text = words.replace('{n}', String(count));
  const external = await desk.facebook.comment({ page: PAGE.id, post: desk.posts.comune, author, text });
  await reads();
  const id = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text)?.id;
  assert.ok(id, text);
  return { id, external, author };
}

async function reads(): Promise<void> {
  clock.advance(60_000);
  await desk.poll('comune');
  await desk.drain();
}

/** Whatever was promised about a case, carried out as time goes by. */
async function letTimePass(id: string): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    clock.advance(A_WHILE_MILLISECONDS);
    for (const command of await writesOn(id)) await carry(command.id);
    await desk.drain();
  }
}

const carry = (command: string) => carryOut(desk.portavoce.ports, { body: COMUNE, command });
const inBody: typeof desk.portavoce.ports.database.inBody = (body, work) =>
  desk.portavoce.ports.database.inBody(body, work);

const writesOn = (id: string) =>
  inBody(COMUNE, async (tx) => {
    const { rows } = await sql<{ item_id: string }>`select item_id from moderation_case where id = ${id}`.execute(tx);
    return commandsOf(tx, { item: rows[0]?.item_id ?? '' });
  });

const latest = async (id: string) => {
  const decision = (await moderator.case(id)).decisions.at(-1);
  assert.ok(decision);
  return decision;
};
const undo = (decision: string, by: Client = moderator) =>
  by.post(`decisions/${decision}/undo`, { reasons: 'Ripensandoci.' });
const json = async (response: Response): Promise<unknown> => {
  assert.ok(response.ok, await response.clone().text());
  return response.json();
};
const refused = async (response: Response, code: string) => {
  const problem = (await response.json()) as { code?: string };
  assert.equal(problem.code, code);
};
const statementsOn = async (id: string) =>
  CaseStatements.parse(await json(await moderator.get(`cases/${id}/statements`))).issued;
const reviews = async () => ReviewsPage.parse(await json(await head.get('reviews')));
const breachesOn = async (id: string) => {
  const ladder = LadderView.parse(await json(await moderator.get(`cases/${id}/ladder`)));
  const author = ladder.author?.id ?? '';
  return AuthorView.parse(await json(await moderator.get(`authors/${author}`)));
};
const hides = async (id: string): Promise<void> => {
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
};

/** The author writes the code from the same account: another person is to look. */
async function contests({ id, author }: Arrived): Promise<string> {
  const code = (await statementsOn(id)).at(-1)?.code;
  assert.ok(code);
  await arrives(`Non è vero niente, codice ${code}`, author);
  const open = (await reviews()).open.find((one) => one.case.id === id);
  assert.ok(open);
  return open.id;
}

const writtenOf = async (external: string): Promise<string[]> =>
  (await desk.facebook.writes())
    .filter(({ path, effect }) => effect && path.includes(external))
    .map(({ method, parameters }) => `${method} ${parameters.is_hidden ?? ''}`.trim());

test('what was hidden as first aid is removed without being shown again: one breach, no apology, the hiding superseded', async () => {
  const { id, external } = await arrives();
  await hides(id);
  const hidden = await moderator.case(id);
  assert.deepEqual(
    [hidden.decidable, hidden.options.filter(({ available }) => available).map(({ kind }) => kind)],
    [true, ['remove']],
  );
  for (const kind of ['publish', 'reply', 'no-action', 'hide'] as const)
    await assert.rejects(moderator.decide(id, { kind, grounds: [], reply: 'No.', reasons: 'No.' }), /CASE_DECIDED/);
  const { decisions, decision, decidable } = await moderator.decide(id, { kind: 'remove' });
  await desk.drain();
  assert.deepEqual(
    decisions.map(({ kind, undoneAt, superseded }) => [kind, undoneAt, superseded]),
    [
      ['hide', null, true],
      ['remove', null, false],
    ],
  );
  assert.deepEqual([decision, decidable, (await moderator.case(id)).enforcement], ['remove', false, 'confirmed']);
  const seen = await writtenOf(external);
  assert.equal(
    seen.some((write) => write.includes('false')),
    false,
    'never shown again',
  );
  assert.equal((await desk.facebook.written(external)).deleted, true);
  const [first, second, ...more] = await statementsOn(id);
  assert.deepEqual([first?.measure, second?.measure, second?.withdrawnAt, more], ['hide', 'remove', null, []]);
  assert.deepEqual(
    (await reviews()).closed.filter((one) => one.case.id === id),
    [],
    'nobody is told that it was wrong',
  );
  const { breaches } = await breachesOn(id);
  assert.deepEqual(
    breaches.map((one) => [one.decision, one.counted]),
    [['remove', true]],
  );
  assert.equal((await moderator.case(id)).authorHistory?.removedOrHidden, 1);
  assert.deepEqual(await inBody(COMUNE, (tx) => breachesAstray(tx, COMUNE)), []);
});

test('a removal that did not reach the network is taken back: the hiding stands again, and can be undone itself', async () => {
  const { id, external } = await arrives();
  await hides(id);
  await desk.facebook.faults({ fault: 'role-lost' });
  await moderator.decide(id, { kind: 'remove' });
  await desk.drain();
  const removal = await latest(id);
  assert.equal((await undo(removal.id)).status, 200);
  assert.equal((await undo(removal.id)).status, 200, 'asked twice, done once');
  await desk.drain();
  const back = await moderator.case(id);
  assert.deepEqual([back.state, back.decision, back.enforcement], ['decided', 'hide', 'confirmed']);
  assert.deepEqual(
    back.decisions.map(({ superseded, undoable }) => [superseded, undoable]),
    [
      [false, true],
      [false, false],
    ],
  );
  assert.equal((await desk.facebook.written(external)).hidden, true);
  assert.equal((await undo(back.decisions[0]?.id ?? '')).status, 200);
  await desk.drain();
  assert.equal((await moderator.case(id)).state, 'open');
  assert.equal((await desk.facebook.written(external)).hidden, false);
});

test('an overturned hiding takes along the removal on the same ground; on another ground the removal stands', async () => {
  const same = await arrives();
  await hides(same.id);
  const review = await contests(same);
  await moderator.decide(same.id, { kind: 'remove' });
  await desk.drain();
  assert.ok(
    (await reviews()).open.some(({ id }) => id === review),
    'a removal does not close the review',
  );
  const outcome = { outcome: 'overturned', reasons: 'Era una critica, non un insulto.', correction: null };
  await json(await head.post(`reviews/${review}/decision`, outcome));
  await desk.drain();
  const fallen = await moderator.case(same.id);
  assert.equal(
    fallen.decisions.every(({ undoneAt }) => undoneAt !== null),
    true,
  );
  assert.equal(fallen.state, 'open');
  const closed = (await reviews()).closed.filter((one) => one.case.id === same.id);
  assert.deepEqual(
    closed.map(({ state, outcome: told }) => [state, told?.restored]),
    [['overturned', 'impossible']],
    'told once',
  );

  const other = await arrives();
  await hides(other.id);
  const second = await contests(other);
  const law = {
    kind: 'law' as const,
    rule: 'art. 167 d.lgs. 196/2003',
    why: 'Diffonde dati di salute di una persona.',
  };
  await moderator.decide(other.id, { kind: 'remove', grounds: [law], reasons: 'Si toglie per legge.' });
  await desk.drain();
  await json(await head.post(`reviews/${second}/decision`, outcome));
  await desk.drain();
  const stands = await moderator.case(other.id);
  assert.deepEqual([stands.state, stands.decision], ['decided', 'remove']);
  assert.deepEqual(
    stands.decisions.map(({ undoneAt }) => undoneAt !== null),
    [true, false],
  );
});

test('overturning an older decision shows nothing again that a newer one hid', async () => {
  const one = await arrives();
  await hides(one.id);
  const review = await contests(one);
  await desk.facebook.edit(one.external, `Siete dei cialtroni e degli idioti (${count})`);
  await reads();
  assert.equal((await moderator.case(one.id)).state, 'open');
  await hides(one.id);
  const outcome = { outcome: 'overturned', reasons: 'La prima volta era una critica.', correction: null };
  await json(await head.post(`reviews/${review}/decision`, outcome));
  await desk.drain();
  const now = await moderator.case(one.id);
  assert.deepEqual([now.state, now.decision, now.enforcement], ['decided', 'hide', 'confirmed']);
  assert.deepEqual(
    now.decisions.map(({ undoneAt }) => undoneAt !== null),
    [true, false],
  );
  assert.equal((await desk.facebook.written(one.external)).hidden, true);
  assert.equal((await reviews()).closed.find(({ id }) => id === review)?.outcome?.restored, 'nothing-to-restore');
});

test('hidden, undone, hidden anew: a write that is late waits its turn, and the last one wins', async () => {
  const { id, external } = await arrives();
  await hides(id);
  await desk.facebook.faults({ fault: 'rate-limited' });
  assert.equal((await undo((await latest(id)).id)).status, 200);
  await desk.drain();
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.deepEqual((await writesOn(id)).map(({ type, state }) => [type, state]).slice(-2), [
    ['unhide', 'queued'],
    ['hide', 'queued'],
  ]);
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, true);
  assert.deepEqual([(await moderator.case(id)).enforcement], ['confirmed']);
  const item = (await moderator.case(id)).decisions.at(-1)?.enforcements[0];
  assert.equal(item?.state, 'confirmed');
});

test('removed right after an undo: shown again first, then gone', async () => {
  const { id, external } = await arrives();
  await hides(id);
  await desk.facebook.faults({ fault: 'rate-limited' });
  assert.equal((await undo((await latest(id)).id)).status, 200);
  await moderator.decide(id, { kind: 'remove' });
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).deleted, true);
  assert.deepEqual((await writesOn(id)).map(({ type, state }) => `${type} ${state}`).slice(-2), [
    'unhide confirmed',
    'remove confirmed',
  ]);
});

test('a hide taken back that lands late is not undone under a newer one; told twice it is undone once', async () => {
  const { id, external } = await arrives();
  await desk.facebook.faults({ fault: 'broken-after-effect' });
  await hides(id);
  assert.equal((await undo((await latest(id)).id)).status, 200);
  await moderator.decide(id, { kind: 'hide' });
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, true);
  assert.equal(
    (await writesOn(id)).some(({ type }) => type === 'unhide'),
    false,
  );

  const alone = await arrives();
  await desk.facebook.faults({ fault: 'broken-after-effect' });
  await hides(alone.id);
  assert.equal((await undo((await latest(alone.id)).id)).status, 200);
  await letTimePass(alone.id);
  const [hide, unhide] = await writesOn(alone.id);
  assert.ok(hide);
  assert.deepEqual([hide.withdrawn, unhide?.type, unhide?.state], [true, 'unhide', 'confirmed']);
  const { body, id: command, cause, item_id: item, type } = hide;
  await enforced(desk.portavoce.ports, { body, command, cause, item, type, state: 'confirmed', withdrawn: true });
  assert.equal((await writesOn(alone.id)).length, 2);
});

test('what was refused is sent again only while its cause stands, and the record says who asked', async () => {
  const { id, external } = await arrives();
  await desk.facebook.faults({ fault: 'role-lost' });
  await hides(id);
  const failed = (await latest(id)).enforcements[0];
  assert.equal(failed?.state, 'failed');
  assert.equal((await moderator.post(`enforcements/${failed?.id}/retry`, {})).status, 200);
  await desk.drain();
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, true);
  const again = (await moderator.record()).items.find(({ kind }) => kind === 'enforcement.sent-again');
  assert.equal(again?.role, 'moderator');

  const undone = await arrives();
  await desk.facebook.faults({ fault: 'role-lost' });
  await hides(undone.id);
  const write = (await latest(undone.id)).enforcements[0]?.id;
  assert.equal((await undo((await latest(undone.id)).id)).status, 200);
  await refused(await moderator.post(`enforcements/${write}/retry`, {}), 'ENFORCEMENT_OVER');
  await refused(await moderator.post(`enforcements/${write}/done`, {}), 'NOT_BY_HAND');
  assert.equal((await desk.facebook.written(undone.external)).hidden, false);
  assert.equal((await moderator.case(undone.id)).enforcement, 'none');

  const edited = await arrives();
  await desk.facebook.faults({ fault: 'role-lost' });
  await hides(edited.id);
  const old = (await latest(edited.id)).enforcements[0]?.id;
  await desk.facebook.edit(edited.external, `Grazie, tutto risolto (${count})`);
  await reads();
  await moderator.decide(edited.id, { kind: 'no-action' });
  await refused(await moderator.post(`enforcements/${old}/retry`, {}), 'ENFORCEMENT_OVER');
  assert.deepEqual([(await moderator.case(edited.id)).enforcement], ['none']);
});

test('who decided does not close the review of their own decision, nor takes it again once it was overturned', async () => {
  const one = await arrives();
  await hides(one.id);
  const review = await contests(one);
  const decision = await latest(one.id);
  await refused(await undo(decision.id), 'REVIEW_OPEN');
  const outcome = { outcome: 'overturned', reasons: 'Era una critica, non un insulto.', correction: null };
  await json(await head.post(`reviews/${review}/decision`, outcome));
  await desk.drain();
  for (const kind of ['hide', 'remove'] as const)
    await assert.rejects(moderator.decide(one.id, { kind }), /OVERTURNED_WORDS/);
  await moderator.decide(one.id, { kind: 'no-action' });
  assert.equal((await undo((await latest(one.id)).id)).status, 200);
  await head.decide(one.id, { kind: 'hide' });
  await desk.drain();
  assert.equal((await desk.facebook.written(one.external)).hidden, true);

  // Their own second thought, which nobody contested, is no review.
  const own = await arrives();
  await hides(own.id);
  assert.equal((await undo((await latest(own.id)).id)).status, 200);
  await hides(own.id);

  // New words are judged anew.
  const edited = await arrives();
  await hides(edited.id);
  const again = await contests(edited);
  await json(await head.post(`reviews/${again}/decision`, outcome));
  await desk.facebook.edit(edited.external, `Siete degli idioti, ora sì (${count})`);
  await reads();
  await hides(edited.id);
});

test('while it may be child-abuse content nothing shows it again: no undoing, and an overturning restores nothing', async () => {
  const { id, external } = await arrives();
  await hides(id);
  const decision = await latest(id);
  const statement = (await statementsOn(id)).at(-1);
  const csam = { office: 'Polizia Postale', law: 'Codice penale, art. 600-ter', confirmed: true };
  await json(await moderator.post(`cases/${id}/csam`, csam));
  await desk.drain();
  assert.equal((await latest(id)).undoable, false);
  await refused(await undo(decision.id), 'CSAM_POLICE_FIRST');
  const mending = { reasons: 'Il primo motivo era sbagliato.', correction: null };
  await json(await head.post(`statements/${statement?.id}/correction`, mending));
  await letTimePass(id);
  assert.equal((await desk.facebook.written(external)).hidden, true);
  assert.notEqual((await latest(id)).undoneAt, null);
});

test('one key is one decision: other words, another report or another office under it are refused', async () => {
  const { id } = await arrives('Buongiorno, a che ora apre lo sportello {n}?');
  const read = await moderator.case(id);
  const option = read.options.find(({ kind }) => kind === 'reply');
  const first = option?.grounds[0];
  const request = {
    ...{ kind: 'reply', reply: 'Lo sportello apre alle 8.', reasons: option?.reasons ?? '', revision: read.revision },
    ...{ policyVersion: read.policy.version, policyDigest: read.policy.digest },
    grounds: first === undefined ? [] : [{ kind: 'clause', clause: first.id }],
  };
  const key = { 'idempotency-key': `una-sola-volta-${count}` };
  const send = (change: object) => moderator.post(`cases/${id}/decisions`, { ...request, ...change }, key);
  assert.equal((await send({})).status, 201);
  assert.equal((await send({})).status, 201);
  await refused(await send({ reply: 'Lo sportello apre alle 9.' }), 'KEY_REUSED');

  const hidden = await arrives();
  const other = await moderator.case(hidden.id);
  const hiding = other.options.find(({ kind }) => kind === 'hide');
  const clause = hiding?.grounds[0]?.id ?? '';
  const hide = {
    ...{ kind: 'hide', reasons: hiding?.reasons ?? '', revision: other.revision, report: false },
    ...{ policyVersion: other.policy.version, grounds: [{ kind: 'clause', clause }] },
  };
  const once = { 'idempotency-key': `una-sola-volta-${count}-bis` };
  assert.equal((await moderator.post(`cases/${hidden.id}/decisions`, hide, once)).status, 201);
  const reporting = { ...hide, report: true };
  await refused(await moderator.post(`cases/${hidden.id}/decisions`, reporting, once), 'KEY_REUSED');
});
