// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk.close());

const { page } = BODIES.asl;
const arrives = async (text: string, more: object = {}) => {
  const external = await desk.facebook.comment({
    page: page.id,
    post: desk.posts.asl,
    author: 'Cittadina Inventata',
    text,
    ...more,
  });
  await desk.drain();
  return external;
};

test('a comment with a stranger’s phone number is queued, hidden under a clause, confirmed and recorded', async () => {
  const external = await arrives('Chiamate la signora Inventati al 347 1234567, risponde lei');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue()).items[0];
  assert.ok(queued);
  assert.ok(queued.clauses.includes('RM1-128'), 'the clause on personal data is cited');
  assert.equal(queued.proposal, 'remove');

  const before = await moderator.case(queued.id);
  const phone = before.signals.find(({ source }) => source === 'telefono');
  assert.equal(phone?.category, 'personal-data');
  assert.deepEqual(
    phone?.spans.map(([start, end]) => before.text.slice(start, end)),
    ['347 1234567'],
  );

  await moderator.decide(queued.id, {
    kind: 'hide',
    grounds: [{ kind: 'clause', clause: 'RM1-128' }],
    reasons: 'Recapito di un’altra persona.',
  });
  await desk.drain();
  assert.equal((await desk.facebook.written(external)).hidden, true);

  const decided = await moderator.case(queued.id);
  assert.equal(decided.enforcement, 'confirmed');
  const act = decided.record.find(({ kind }) => kind === 'decision.taken');
  assert.ok(act);
  assert.deepEqual(act.clauses, ['RM1-128']);
  assert.equal(act.policyVersion, decided.policy.version);
  assert.equal(act.role, 'moderator');
  assert.ok(Math.abs(Date.parse(act.at) - Date.now()) < 60_000);
  assert.equal((await moderator.verification()).intact, true);
});

test('hiding is undone on the network, and the case comes back to the queue', async () => {
  const external = await arrives('Scrivete a gina.inventata@example.org che vi spiega tutto lei');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt.includes('gina.inventata'));
  assert.ok(queued);
  const decided = await moderator.decide(queued.id, { kind: 'hide' });
  await desk.drain();
  const decision = decided.decisions.at(-1);
  assert.ok(decision);
  const response = await moderator.post(`decisions/${decision.id}/undo`, { reasons: 'È un indirizzo pubblico.' });
  assert.equal(response.status, 200);
  await desk.drain();
  assert.equal((await desk.facebook.written(external)).hidden, false);
  const back = await moderator.case(queued.id);
  assert.equal(back.state, 'open');
  assert.ok(back.record.some(({ kind }) => kind === 'decision.undone'));
});

test('a reply is written once, under the comment, in the page’s name', async () => {
  const external = await arrives('A che ora apre lo sportello il lunedì?');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt.startsWith('A che ora apre'));
  assert.ok(queued);
  await moderator.decide(queued.id, { kind: 'reply', reply: 'Apre alle 8: tutti gli orari sono sul sito.' });
  await desk.drain();
  const replies = (await desk.facebook.allWritten()).filter(({ parent }) => parent === external);
  assert.deepEqual(
    replies.map(({ text }) => text),
    ['Apre alle 8: tutti gli orari sono sul sito.'],
  );
  assert.equal((await moderator.case(queued.id)).enforcement, 'confirmed');
});

test('an edit by the author becomes a version, is judged anew and reopens the case', async () => {
  const external = await arrives('Grazie a tutto il reparto, bravissimi');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt.startsWith('Grazie a tutto'));
  assert.ok(queued);
  await moderator.decide(queued.id, { kind: 'no-action' });
  await desk.facebook.edit(external, 'Grazie un corno, siete dei cialtroni incapaci');
  await desk.drain();
  const edited = await moderator.case(queued.id);
  assert.equal(edited.state, 'open');
  assert.equal(edited.edited, true);
  assert.equal(edited.versions.length, 2);
  assert.ok(edited.signals.some(({ category }) => category === 'insult'));
});

test('a deletion by the author is a state: the words stay, nothing more can be done on the network', async () => {
  const external = await arrives('Ritiro tutto quello che ho detto');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt.startsWith('Ritiro tutto'));
  assert.ok(queued);
  await desk.facebook.erase(external);
  await desk.drain();
  const erased = await moderator.case(queued.id);
  assert.equal(erased.deletedByAuthor, true);
  assert.equal(erased.text, 'Ritiro tutto quello che ho detto');
  assert.equal(erased.options.find(({ kind }) => kind === 'hide')?.available, false);
});

test('webhook and polling tell the same comment: it is one item', async () => {
  await arrives('Questo arriva due volte');
  await desk.poll('asl');
  await desk.poll('asl');
  await desk.drain();
  const moderator = await desk.signIn('moderator');
  const same = (await moderator.queue('?limit=100')).items.filter(
    ({ excerpt }) => excerpt === 'Questo arriva due volte',
  );
  assert.equal(same.length, 1);
  const detail = await moderator.case(same[0]?.id ?? '');
  assert.ok(detail.permalink, 'the link that only polling knows');
  assert.equal(detail.post?.text, 'Da lunedì cambiano gli orari dello sportello.');
});

test('harsh but lawful criticism is never proposed for removal', async () => {
  await arrives('Vergogna, tre mesi per una visita: siete lenti e disorganizzati!');
  const moderator = await desk.signIn('moderator');
  const queued = (await moderator.queue('?limit=100')).items.find(({ excerpt }) =>
    excerpt.startsWith('Vergogna, tre mesi'),
  );
  assert.ok(queued);
  assert.ok(!['hide', 'remove', 'warn', 'report'].includes(queued.proposal), queued.proposal);
});
