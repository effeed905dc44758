// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { z } from 'zod';
import { BulkOffer, type BulkRequest, BulkView, CrisisView, Waves } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// A bad day: many attack at once, many ask the same, and everything that leaves can be stopped in one act.

const RAIDED = 'asst-crema';
const ASKED = 'comune-di-esempio';
const MINUTE_MILLISECONDS = 60_000;

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([RAIDED, ASKED]);
});
after(() => desk?.close());

function facebook(body: string): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  return found;
}

/** Many citizens, a minute apart; then all is read and judged. Gives the network's ids. */
async function arrive(page: Presence, texts: readonly string[], who: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [nth, text] of texts.entries()) {
    ids.push(await page.writes({ text, author: `${who} ${nth}` }));
    desk.clock.advance(MINUTE_MILLISECONDS);
  }
  await page.poll();
  await desk.drain();
  return ids;
}

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key });

async function read<Shape extends z.ZodType>(shape: Shape, response: Response): Promise<z.infer<Shape>> {
  assert.ok(response.ok, await response.clone().text());
  return shape.parse(await response.json());
}

async function refused(response: Response, code: string, status: number): Promise<void> {
  const problem = (await response.json()) as { code: string };
  assert.deepEqual([response.status, problem.code], [status, code]);
}

const offer = async (client: Client, cases: readonly string[]): Promise<BulkOffer> =>
  read(BulkOffer, await client.post('bulk-decisions/offer', { cases }));

/** The first clause offered for most of them. */
async function requestFor(client: Client, kind: BulkRequest['kind'], cases: readonly string[]): Promise<BulkRequest> {
  const offered = await offer(client, cases);
  const option = offered.options.find((one) => one.kind === kind);
  const ground = option?.grounds[0];
  assert.ok(ground, kind);
  return {
    ...{ kind, ground: { kind: 'clause', clause: ground.id }, reasons: ground.reasons },
    cases: offered.cases.map(({ id, revision }) => ({ id, revision })),
    ...{ policyVersion: offered.policyVersion, policyDigest: offered.policyDigest },
  };
}

const INSULTS = [
  'Siete dei cialtroni incapaci',
  'Branco di idioti, andate a casa',
  'Dirigenti imbecilli e ladri',
  'Che schifo di incapaci che siete, buffoni',
  'Siete degli stronzi e basta',
  'Pagliacci, siete dei pagliacci cretini',
  'Idioti patentati, vergognatevi cretini',
];
const CRITICISM = 'Tre ore di attesa allo sportello: è uno scandalo, organizzatevi meglio';

test('a hate raid is seen as one, and decided in one go: each by itself, criticism left alone, undone in one go', async () => {
  const moderator = await desk.signIn('moderator', RAIDED);
  const page = facebook(RAIDED);
  const written = await arrive(page, [...INSULTS, CRITICISM], 'Assalitore Inventato');
  const { raids } = await read(Waves, await moderator.get('waves'));
  const [raid] = raids;
  assert.ok(raid);
  assert.deepEqual([raids.length, raid.count, raid.authors], [1, INSULTS.length, INSULTS.length]);
  const items = (await moderator.queue('?limit=100')).items;
  const criticism = items.find(({ excerpt }) => excerpt === CRITICISM);
  assert.ok(criticism);
  assert.equal(raid.cases.includes(criticism.id), false);

  // Criticism that slips into the hand-picked lot is refused by itself, one that changed meanwhile too.
  const request = await requestFor(moderator, 'hide', [...raid.cases, criticism.id]);
  const [first] = request.cases;
  assert.ok(first);
  const cases = request.cases.map((one) => (one.id === first.id ? { ...one, revision: one.revision + 7 } : one));
  const key = randomUUID();
  const auditor = await desk.signIn('auditor', RAIDED);
  assert.equal((await auditor.post('bulk-decisions', { ...request, cases }, keyed())).status, 403);
  const bulk = await read(BulkView, await moderator.post('bulk-decisions', { ...request, cases }, keyed(key)));
  assert.deepEqual([bulk.decided, bulk.refused], [INSULTS.length - 1, 2]);
  const refusalOf = (id: string) => bulk.items.find((one) => one.case === id)?.refusal?.code;
  assert.equal(refusalOf(first.id), 'CASE_CHANGED');
  assert.equal(refusalOf(criticism.id), 'BULK_NOT_PROPOSED');
  assert.equal((await moderator.case(criticism.id)).state, 'open');

  const again = await read(BulkView, await moderator.post('bulk-decisions', { ...request, cases }, keyed(key)));
  assert.deepEqual(again, bulk, 'sent twice, done once');
  await refused(
    await moderator.post('bulk-decisions', { ...request, cases, reasons: 'Altri motivi' }, keyed(key)),
    'KEY_REUSED',
    422,
  );
  await desk.drain();
  const hidden = async () => (await page.writings()).filter(({ id, hidden }) => written.includes(id) && hidden).length;
  assert.equal(await hidden(), INSULTS.length - 1);
  const entries = (await moderator.record()).items;
  assert.equal(entries.filter(({ kind }) => kind === 'decision.taken').length, INSULTS.length - 1, 'item by item');
  assert.equal(entries.filter(({ kind }) => kind === 'decision.together').length, 1);
  const decided = bulk.items.find(({ outcome }) => outcome === 'decided');
  assert.ok(decided);
  assert.equal((await moderator.case(decided.case)).decisions[0]?.reasons, request.reasons);

  const reasons = { reasons: 'Il punto citato non era quello giusto.' };
  const undone = await read(BulkView, await moderator.post(`bulk-decisions/${bulk.id}/undo`, reasons));
  assert.deepEqual([undone.undone, undone.undoneAt !== null], [INSULTS.length - 1, true]);
  await desk.drain();
  assert.equal(await hidden(), 0);
  assert.equal((await moderator.case(decided.case)).state, 'open');
  assert.equal((await moderator.verification()).intact, true);
});

const QUESTIONS = [
  'Da lunedì lo sportello anagrafe di via Prova è chiuso o aperto?',
  'Da lunedì lo sportello anagrafe di via Prova è aperto o chiuso?',
  'da lunedì lo sportello anagrafe di via Prova è chiuso o aperto???',
  'Scusate, da lunedì lo sportello anagrafe di via Prova è chiuso o aperto?',
  'Da lunedì lo sportello anagrafe di via Prova è chiuso o aperto? Grazie',
];
const OTHER = 'La piscina comunale ha ancora posti per i corsi di nuoto?';
const APPROVED = 'Da lunedì lo sportello resta chiuso. Gli aggiornamenti sono sul sito del Comune.';

test('a flood of the same question: all sending stopped, answered once with an approved text, let go, and told in a report', async () => {
  const head = await desk.signIn('head', ASKED);
  const moderator = await desk.signIn('moderator', ASKED);
  const page = facebook(ASKED);
  const written = await arrive(page, [...QUESTIONS, OTHER], 'Cittadina Inventata');
  const { alike } = await read(Waves, await moderator.get('waves'));
  const [group] = alike;
  assert.ok(group);
  assert.deepEqual([alike.length, group.count, group.question, group.fresh], [1, QUESTIONS.length, true, true]);

  // Only the head switches, stops and approves.
  const begin = { reason: 'Lo sportello è chiuso per un guasto e tutti chiedono.', stop: true };
  assert.equal((await moderator.post('crisis', begin)).status, 403);
  assert.equal((await moderator.post('crisis/texts', { title: 'Guasto', text: APPROVED })).status, 403);
  const ready = await read(CrisisView, await head.post('crisis/texts', { title: 'Guasto', text: APPROVED }));
  const [text] = ready.texts;
  assert.ok(text);
  const offered = await requestFor(moderator, 'reply', group.cases);
  const { kind: _, ...answer } = { ...offered, text: text.id };
  await refused(await moderator.post('crisis/answers', answer, keyed()), 'CRISIS_OFF', 409);
  const on = await read(CrisisView, await head.post('crisis', begin));
  assert.ok(on.current !== null && on.stopped !== null);
  await refused(await head.post('crisis', begin), 'CRISIS_ON', 409);

  const key = randomUUID();
  const bulk = await read(BulkView, await moderator.post('crisis/answers', answer, keyed(key)));
  assert.deepEqual([bulk.decided, bulk.refused], [QUESTIONS.length, 0], JSON.stringify(bulk.items));
  await read(BulkView, await moderator.post('crisis/answers', answer, keyed(key)));
  await desk.drain();
  const replies = async () =>
    (await page.writings()).filter(({ parent, own }) => own && parent !== null && written.includes(parent));
  assert.equal((await replies()).length, 0, 'nothing leaves');

  // One by one, by a person.
  const stopped = await read(CrisisView, await moderator.get('crisis'));
  assert.equal(stopped.counts.waiting, QUESTIONS.length);
  const [one] = stopped.waiting;
  assert.ok(one);
  assert.deepEqual([one.text, one.what], [APPROVED, 'Rispondere']);
  await read(CrisisView, await moderator.post(`crisis/waiting/${one.id}/let-go`, {}));
  await desk.drain();
  assert.equal((await replies()).length, 1);

  desk.clock.advance(10 * MINUTE_MILLISECONDS);
  await desk.drain();
  assert.equal((await replies()).length, 1, 'the others wait however long it takes');
  assert.equal((await moderator.post('crisis/resume', {})).status, 403);
  const going = await read(CrisisView, await head.post('crisis/resume', {}));
  assert.deepEqual([going.stopped, going.counts.waiting], [null, 0]);
  await desk.drain();
  const sent = await replies();
  assert.equal(sent.length, QUESTIONS.length);
  assert.ok(sent.every((reply) => reply.text === APPROVED));

  // What was answered is no new kind of question any more; another one is.
  await arrive(page, [...QUESTIONS.slice(0, 3), OTHER, OTHER], 'Altra Persona');
  const later = await read(Waves, await moderator.get('waves'));
  assert.deepEqual(
    later.alike.map(({ excerpt, fresh }) => [excerpt, fresh]),
    [
      [OTHER, true],
      [QUESTIONS[0], false],
    ],
    'new kinds of questions first',
  );

  const after = await read(CrisisView, await head.post('crisis/end', { note: 'Lo sportello ha riaperto.' }));
  assert.equal(after.current, null);
  const report = after.past[0]?.report;
  assert.ok(report);
  assert.deepEqual(
    [report.answered, report.held, report.letGo, report.sent, report.notSent],
    [QUESTIONS.length, QUESTIONS.length, 1, QUESTIONS.length, 0],
  );
  assert.ok(report.minutes >= 10 && report.minutesStopped >= 10);
  const kinds = (await moderator.record()).items.map(({ kind }) => kind);
  for (const kind of ['crisis.text-approved', 'crisis.begun', 'delivery.let-go', 'crisis.resumed', 'crisis.ended'])
    assert.ok(kinds.includes(kind), kind);
  assert.equal((await moderator.verification()).intact, true);
});

test('where answers are approved, a text made ready by another person answers many, and only while the crisis is on', async () => {
  const head = await desk.signIn('head', ASKED);
  const moderator = await desk.signIn('moderator', ASKED);
  const choice = { approval: true, automatic: false, night: null, act: 'ordine di servizio di prova n. 3' };
  assert.equal((await head.post('reply-choices', choice)).status, 200);
  await arrive(facebook(ASKED), [QUESTIONS[0] ?? '', QUESTIONS[2] ?? ''], 'Cittadino Approvato');
  const cases = (await moderator.queue('?limit=100')).items
    .filter(({ excerpt }) => QUESTIONS.includes(excerpt))
    .map(({ id }) => id);
  const ready = await read(CrisisView, await head.post('crisis/texts', { title: 'Guasto', text: APPROVED }));
  const text = ready.texts[0]?.id;
  await read(CrisisView, await head.post('crisis', { reason: 'Tutti chiedono la stessa cosa.', stop: false }));
  const offered = await requestFor(moderator, 'reply', cases);
  const { kind: _, ...answer } = { ...offered, text };
  const own = await read(BulkView, await head.post('crisis/answers', answer, keyed()));
  assert.equal(own.decided, 0);
  assert.equal(own.items[0]?.refusal?.code, 'OWN_REPLY', 'who approved it is no other person');
  const bulk = await read(BulkView, await moderator.post('crisis/answers', answer, keyed()));
  assert.deepEqual([bulk.decided, bulk.refused], [cases.length, 0], JSON.stringify(bulk.items));
  const approved = (await head.record()).items.filter(({ kind }) => kind === 'reply.approved');
  assert.equal(approved.length, cases.length);
  await read(CrisisView, await head.post('crisis/end', { note: 'Finita.' }));

  await arrive(facebook(ASKED), [OTHER], 'Cittadino Tardivo');
  const late = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === OTHER);
  const { kind, ...one } = await requestFor(moderator, 'reply', [late?.id ?? '']);
  const alone = await moderator.post('bulk-decisions', { ...one, kind, reply: APPROVED }, keyed());
  assert.equal((await read(BulkView, alone)).items[0]?.refusal?.code, 'REPLY_NEEDS_APPROVAL');
  assert.equal((await head.post('reply-choices', { ...choice, approval: false })).status, 200);
});

test('nothing that was decided while all is stopped is lost: withdrawn it never leaves, and a thread is closed all the same', async () => {
  const head = await desk.signIn('head', RAIDED);
  const moderator = await desk.signIn('moderator', RAIDED);
  const page = facebook(RAIDED);
  const [written] = await arrive(page, ['Siete degli incapaci cialtroni e idioti'], 'Ultimo Inventato');
  await read(CrisisView, await head.post('crisis', { reason: 'Prova di fermo.', stop: false }));
  const on = await read(CrisisView, await head.post('crisis/stop', {}));
  assert.ok(on.stopped);
  const found = (await moderator.queue('?limit=100')).items.find(({ author }) => author === 'Ultimo Inventato 0');
  assert.ok(found);
  const hiding = await moderator.decide(found.id, { kind: 'hide' });
  await desk.drain();
  const waiting = await read(CrisisView, await moderator.get('crisis'));
  assert.deepEqual(
    waiting.waiting.map((one) => one.case?.id),
    [found.id],
  );
  const decision = hiding.decisions.at(-1)?.id ?? '';
  const undone = await moderator.post(`decisions/${decision}/undo`, { reasons: 'Ci abbiamo ripensato.' });
  assert.ok(undone.ok);

  const thread = waiting.threads.find(({ post }) => post === page.post);
  assert.ok(thread);
  const closing = { account: thread.account, post: thread.post, reason: 'Insulti a raffica sotto questo post.' };
  const key = randomUUID();
  const closed = await moderator.post('crisis/threads', closing, keyed(key));
  if (thread.how === 'none') await refused(closed, 'THREAD_NOT_CLOSABLE', 422);
  else {
    await read(CrisisView, closed);
    await read(CrisisView, await moderator.post('crisis/threads', closing, keyed(key)));
    await desk.drain();
    const [row, ...others] = (await read(CrisisView, await moderator.get('crisis'))).closed;
    assert.deepEqual([others.length, row?.state], [0, thread.how === 'api' ? 'confirmed' : 'by-hand']);
    if (thread.how === 'by-hand') {
      const done = await read(CrisisView, await moderator.post(`crisis/threads/${row?.id}/done`, {}));
      assert.equal(done.closed[0]?.state, 'confirmed');
    }
  }
  await read(CrisisView, await head.post('crisis/end', { note: '' }));
  await desk.drain();
  const standing = (await page.writings()).find(({ id }) => id === written);
  assert.equal(standing?.hidden, false, 'what was taken back never left');
  assert.equal((await moderator.verification()).intact, true);
});
