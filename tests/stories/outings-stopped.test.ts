// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { commandsOf, letOneGo } from '#delivery';
import { publishDue } from '#editorial';
import { type ContentDetail, type DraftContent, OutingList, StopView } from '#editorial/contract';
import { poolOf, silentLog } from '#platform';
import { adopt } from '#rulebook';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { letTimePass } from '../support/in-flight.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// Everything that goes out is stopped in one act and let go in another; and what waited goes only if it still may.

const BODY = 'asst-crema';
const HOUR_MILLISECONDS = 3_600_000;

let desk: NetworksDesk;
let hand: EditorialHand;
let author: Client;
let head: Client;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  hand = await editorialHand(desk, desk.towns[0]);
  author = await desk.signIn('moderator');
  head = await desk.signIn('head');
});
after(() => desk?.close());

async function approved(text: string, more: Partial<DraftContent> = {}, until?: Date): Promise<ContentDetail> {
  const variants = [variantOn(hand.on('facebook').account)];
  const opened = await hand.answers(
    author,
    await hand.opens(author, contentWith({ title: text, text, variants, ...more })),
  );
  return hand.approves(head, await hand.does(author, opened, 'proposal'), until);
}

const there = async (text: string) => (await hand.posts('facebook', text)).length;
const due = () => publishDue(desk.portavoce.ports, BODY);
const view = async (response: Promise<Response>): Promise<StopView> => {
  const answered = await response;
  assert.ok(answered.ok, await answered.clone().text());
  return StopView.parse(await answered.json());
};
const refusal = async (response: Promise<Response>) => {
  const answered = await response;
  return [answered.status, ((await answered.json()) as { code: string }).code];
};
const stops = () => view(head.post('editorial/stop', { reasons: 'Lutto cittadino: nessuna uscita oggi.' }));

/** Fired, and turned away by the network: delivery has it in hand and tries again by itself. */
async function waits(text: string, until?: Date): Promise<ContentDetail> {
  const draft = await approved(text, {}, until);
  await hand.on('facebook').control('POST', 'faults', { fault: 'rate-limited', on: 'write' });
  const fired = await hand.does(author, draft, 'firing');
  await desk.drain();
  await hand.on('facebook').control('DELETE', 'faults');
  assert.equal((await hand.read(author, fired.id)).outings[0]?.delivery, 'queued');
  return hand.read(author, fired.id);
}

async function timePasses({ outings }: ContentDetail, hours = 1): Promise<void> {
  desk.clock.advance(hours * HOUR_MILLISECONDS);
  await letTimePass(desk, { body: BODY, causes: outings.map(({ id }) => id), rounds: 3 });
  await desk.drain();
}

test('one act stops what waits, what is planned and what somebody fires; each late thing is asked for, and only what is chosen goes', async () => {
  const TEXTS = { go: 'Lunedì lo sportello apre alle 9.', drop: 'Martedì lo sportello apre alle 9.' };
  const [goes, falls] = [await waits(TEXTS.go), await waits(TEXTS.drop)];
  const at = new Date(desk.clock.now().getTime() + HOUR_MILLISECONDS).toISOString();
  const planned = await approved('Mercoledì lo sportello apre alle 9.', { at, goes: 'at-its-time' });
  const ready = await approved('Giovedì lo sportello apre alle 9.');

  assert.deepEqual(await refusal(author.post('editorial/stop', { reasons: 'Lutto cittadino.' })), [
    403,
    'ROLE_TOO_NARROW',
  ]);
  const stopped = await stops();
  assert.equal(stopped.stopped?.reasons, 'Lutto cittadino: nessuna uscita oggi.');
  assert.deepEqual(await stops(), stopped, 'said twice it changes nothing');
  assert.deepEqual(await hand.tries(author, ready, 'firing'), { status: 409, code: 'OUTINGS_STOPPED' });
  await timePasses(goes, 2);
  await timePasses(falls, 2);
  assert.equal(await due(), 0);
  const { ports } = desk.portavoce;
  const command = await ports.database.inBody(BODY, async (tx) => {
    const [found] = await commandsOf(tx, { causes: [goes.outings[0]?.id ?? ''] });
    return found?.id ?? '';
  });
  const actor = { id: goes.writers[0]?.id ?? '', name: 'Persona', role: 'head' } as const;
  await assert.rejects(
    ports.database.inBody(BODY, (tx) => letOneGo(ports, tx, { body: BODY, command, actor })),
    /ferme/,
    'nor does one go by itself',
  );
  for (const text of ['Lunedì', 'Martedì', 'Mercoledì', 'Giovedì'])
    assert.equal(await there(`${text} lo sportello apre`), 0, text);

  const now = await view(head.get('editorial/stop'));
  assert.deepEqual(
    now.late.map(({ kind, title }) => [kind, title]),
    [
      ['outing', TEXTS.go],
      ['outing', TEXTS.drop],
      ['content', 'Mercoledì lo sportello apre alle 9.'],
    ],
  );
  const reasons = 'Il lutto è finito.';
  const lift = (choices: object[]) => head.post('editorial/stop/lift', { reasons, choices });
  const choose = (id: string | undefined, what: 'go' | 'drop', kind = 'outing') => ({ kind, id, what });
  const some = [choose(goes.outings[0]?.id, 'go'), choose(falls.outings[0]?.id, 'drop')];
  assert.deepEqual(await refusal(lift(some)), [422, 'CHOICES_MISSING']);
  const lifted = await view(lift([...some, choose(planned.id, 'drop', 'content')]));
  assert.equal(lifted.stopped, null);
  assert.deepEqual(await refusal(lift(some)), [409, 'OUTINGS_NOT_STOPPED']);
  assert.equal(await due(), 0);
  const out = await hand.settles(author, goes.id);
  const fallen = await hand.settles(author, falls.id);
  assert.deepEqual([out.outings[0]?.state, fallen.outings[0]?.state], ['out', 'withdrawn']);
  assert.deepEqual([await there(TEXTS.go), await there(TEXTS.drop)], [1, 0]);
  const back = await hand.read(author, planned.id);
  assert.deepEqual([back.state, back.approval?.void], ['open', reasons]);
  assert.equal(fallen.steps.at(-1)?.reasons, reasons);
  await hand.does(author, ready, 'firing');
  assert.equal((await hand.settles(author, ready.id)).outings[0]?.state, 'out');
  const kinds = (await author.record()).items.map(({ kind }) => kind);
  assert.ok(kinds.includes('editorial.stopped') && kinds.includes('editorial.let-go'));
});

test('a stop of the desk outlives the crisis in which it was said', async () => {
  assert.ok((await head.post('crisis', { reason: 'Allagamento al pronto soccorso.', stop: true })).ok);
  await stops();
  assert.deepEqual(await refusal(head.post('crisis/resume', {})), [409, 'STOPPED_BY_DESK']);
  assert.ok((await head.post('crisis/end', { note: 'Rientrato.' })).ok);
  assert.ok((await view(head.get('editorial/stop'))).stopped !== null);
  const ready = await approved('Venerdì lo sportello apre alle 9.');
  assert.equal((await hand.tries(author, ready, 'firing')).code, 'OUTINGS_STOPPED');
  await view(head.post('editorial/stop/lift', { reasons: 'Rientrato del tutto.', choices: [] }));
  await hand.does(author, ready, 'firing');
  assert.equal((await hand.settles(author, ready.id)).outings[0]?.state, 'out');
});

const openOnes = async () => OutingList.parse(await (await author.get('editorial/outings')).json()).items;

/** What waited at the network’s door does not go any more, and stands in the list with the reason. */
async function isHeldBack(draft: ContentDetail, text: string, why: RegExp): Promise<void> {
  const [outing] = (await hand.read(author, draft.id)).outings;
  assert.equal(outing?.state, 'stopped', JSON.stringify(outing));
  assert.match(outing.why ?? '', why);
  assert.equal(await there(text), 0);
  assert.ok((await openOnes()).some(({ id }) => id === outing.id));
}

test('an approval that expires while the write waits stops it at the moment of sending', async () => {
  const text = 'Sabato lo sportello apre alle 9.';
  const draft = await waits(text, new Date(desk.clock.now().getTime() + HOUR_MILLISECONDS));
  await timePasses(draft, 2);
  await isHeldBack(draft, text, /scaduta/);
});

test('so does one that was voided, and another text put in its place behind the desk’s back', async () => {
  const owner = poolOf(desk.portavoce.owner, silentLog, 1);
  const [voided, altered] = ['Domenica lo sportello è chiuso.', 'Domenica sera lo sportello è chiuso.'];
  const first = await waits(voided);
  await owner.query("update editorial_approval set voided_at = now(), voided_why = 'prova' where draft_id = $1", [
    first.id,
  ]);
  await timePasses(first);
  await isHeldBack(first, voided, /Nessuna approvazione/);
  const second = await waits(altered);
  await owner.query(
    `update editorial_version set content = jsonb_set(content, '{text}', '"Altro"') where draft_id = $1`,
    [second.id],
  );
  await owner.end();
  await timePasses(second);
  await isHeldBack(second, altered, /non è ciò che è stato approvato/);
});

test('and another version of the policy, come into force meanwhile', async () => {
  const text = 'Lunedì prossimo lo sportello apre alle 10.';
  const draft = await waits(text);
  const file = `policies/${BODY}.policy.md`;
  const source = (await readFile(file, 'utf8')).replace('\nversione: 1\n', '\nversione: 2\n');
  await adopt(desk.portavoce.ports, { source, file, act: 'atto di prova', person: null });
  await timePasses(draft);
  await isHeldBack(draft, text, /altra versione della policy/);
});
