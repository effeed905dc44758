// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ratificationsDue } from '#editorial';
import { type ContentDetail, UrgencyView } from '#editorial/contract';
import type { Client } from '../support/client.ts';
import { joins } from '../support/colleagues.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// A wrong number is out and nobody who approves can be reached: where an act of the body allows it one person corrects the text at once,
// and another looks at it afterwards.

const BODY = 'asl-roma-1';
const WRONG = 'Il pronto soccorso risponde allo 06 0000001.';
const RIGHT = 'Il pronto soccorso risponde allo 06 0000002.';
const ACT = 'disposizione di prova n. 12 del 3 marzo 2026';
const HOURS = 4;
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

const facebook = () => hand.on('facebook').account;
const there = async (text: string) => (await hand.posts('facebook', text)).length;
const refusal = async (answered: Response) => [answered.status, ((await answered.json()) as { code: string }).code];
const urgency = async (answered: Response): Promise<UrgencyView> => {
  assert.ok(answered.ok, await answered.clone().text());
  return UrgencyView.parse(await answered.json());
};

async function isOut(place: string): Promise<ContentDetail> {
  const text = `${WRONG} ${place}`;
  const opened = await hand.opens(author, contentWith({ title: place, text, variants: [variantOn(facebook())] }));
  const approved = await hand.approves(head, await hand.does(author, opened, 'proposal'));
  await hand.does(author, approved, 'firing');
  const out = await hand.settles(author, opened.id);
  assert.equal(out.outings[0]?.state, 'out');
  return out;
}

const correcting = (client: Client, { id, version }: ContentDetail, text: string, account = facebook()) =>
  client.post(`editorial/drafts/${id}/urgent-correction`, {
    version,
    account,
    text,
    reasons: 'Il numero è sbagliato.',
  });
const ratifying = (client: Client, { id, version, digest }: ContentDetail) =>
  client.post(`editorial/drafts/${id}/ratification`, { version, digest });

test('without an act of the body nobody corrects alone, and the database knows it too', async () => {
  const draft = await isOut('Sede nord.');
  assert.deepEqual(await refusal(await correcting(author, draft, RIGHT)), [409, 'URGENCY_NOT_ALLOWED']);
  const urgent = sql`
    insert into editorial_publication (id, body, draft_id, version, kind, approval_id, by_itself, fired_by, fired_by_name, at)
    select gen_random_uuid(), body, draft_id, version, 'urgent', null, false, written_by, 'x', now()
      from editorial_version where draft_id = ${draft.id} and version = ${draft.version}`;
  await assert.rejects(
    desk.portavoce.ports.database.inBody(BODY, (tx) => urgent.execute(tx)),
    /act of the body/,
  );
  assert.deepEqual(await refusal(await author.post('editorial/urgency', { act: ACT, hours: HOURS })), [
    403,
    'ROLE_TOO_NARROW',
  ]);
  const { allowed } = await urgency(await head.post('editorial/urgency', { act: ACT, hours: HOURS }));
  assert.deepEqual([allowed?.act, allowed?.hours], [ACT, HOURS]);
});

test('one person corrects one text at once; another ratifies it, to the letter, and neither the author nor a narrower role does', async () => {
  const draft = await isOut('Sede sud.');
  const right = `${RIGHT} Sede sud.`;
  const patient = 'Marta Inventini, 40 anni, è ricoverata per un tumore: il pronto soccorso è allo 06 0000002.';
  assert.deepEqual(
    await refusal(await correcting(author, draft, patient)),
    [422, 'NOT_READY'],
    'the checks stop it too',
  );
  assert.deepEqual(await refusal(await correcting(author, draft, draft.content.text)), [422, 'NOTHING_CHANGED']);
  assert.deepEqual(await refusal(await correcting(author, draft, right, hand.on('x').account)), [409, 'NOT_OUT']);
  assert.equal((await correcting(author, draft, right)).status, 200);
  const corrected = await hand.settles(author, draft.id);
  assert.deepEqual([await there(right), await there(`${WRONG} Sede sud.`)], [1, 0]);
  assert.equal(corrected.state, 'out');
  assert.deepEqual(await refusal(await correcting(author, corrected, `${right} Grazie.`)), [409, 'RATIFY_FIRST']);
  const again = await hand.tries(author, corrected, 'correction', { reasons: 'Un’altra ancora.' });
  assert.deepEqual(again, { status: 409, code: 'RATIFY_FIRST' });

  const [pending] = (await urgency(await author.get('editorial/urgency'))).pending;
  assert.deepEqual([pending?.before, pending?.after], [`${WRONG} Sede sud.`, right]);
  assert.deepEqual([pending?.reasons, pending?.overdue], ['Il numero è sbagliato.', false]);
  assert.deepEqual(await refusal(await ratifying(author, corrected)), [403, 'ROLE_TOO_NARROW']);
  assert.deepEqual(await refusal(await ratifying(head, draft)), [409, 'NOT_WHAT_WAS_READ']);
  const { ports } = desk.portavoce;
  assert.equal(await ratificationsDue(ports, BODY), 0);
  desk.clock.advance((HOURS + 1) * HOUR_MILLISECONDS);
  assert.deepEqual(
    [await ratificationsDue(ports, BODY), await ratificationsDue(ports, BODY)],
    [1, 0],
    'called for once',
  );
  assert.equal((await urgency(await head.get('editorial/urgency'))).pending[0]?.overdue, true);
  assert.equal((await ratifying(head, corrected)).status, 200);
  assert.deepEqual((await urgency(await head.get('editorial/urgency'))).pending, []);
  assert.deepEqual(await refusal(await ratifying(head, corrected)), [409, 'NOTHING_TO_RATIFY']);
  const kinds = (await author.record()).items.map(({ kind }) => kind);
  for (const kind of ['editorial.urgent', 'editorial.unratified', 'editorial.ratified'])
    assert.ok(kinds.includes(kind), kind);
});

test('who corrected it does not ratify it, and it can be undone: what was approved stands again', async () => {
  const draft = await isOut('Sede est.');
  assert.equal((await correcting(head, draft, `${RIGHT} Sede est.`)).status, 200);
  const corrected = await hand.settles(author, draft.id);
  assert.equal(await there(`${RIGHT} Sede est.`), 1);
  assert.deepEqual(await refusal(await ratifying(head, corrected)), [403, 'CONTENT_FOUR_EYES']);
  const undone = await author.post(`editorial/drafts/${draft.id}/urgent-undoing`, { reasons: 'Era giusto prima.' });
  assert.equal(undone.status, 200, await undone.clone().text());
  await hand.settles(author, draft.id);
  assert.deepEqual([await there(`${WRONG} Sede est.`), await there(`${RIGHT} Sede est.`)], [1, 0]);
  assert.deepEqual((await urgency(await head.get('editorial/urgency'))).pending, []);
  const deputy = await joins(desk.portavoce, { body: BODY, name: 'Vice Prova', role: 'head' });
  assert.deepEqual(await refusal(await ratifying(deputy.client, await hand.read(author, draft.id))), [
    409,
    'NOTHING_TO_RATIFY',
  ]);
  assert.equal((await head.post('editorial/urgency/end', {})).status, 200);
  const last = await hand.read(author, draft.id);
  assert.deepEqual(await refusal(await correcting(author, last, `${RIGHT} Sede est.`)), [409, 'URGENCY_NOT_ALLOWED']);
  assert.equal((await author.verification()).intact, true);
});
