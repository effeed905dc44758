// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { AuthorsPage, CaseStatements } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { accepted, keyed, type LadderHand, ladderHand, ladderOf, refusal, stepOf } from '../support/ladder-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// What stood under a measure falls: a warning that was wrong warns nobody, a ban that nothing carries is looked at again.

const CREMA = 'asst-crema';
const MILANO = 'ats-milano';

let desk: NetworksDesk;
let hand: LadderHand;
before(async () => {
  desk = await startNetworksDesk([CREMA, MILANO]);
  hand = ladderHand(desk);
  for (const body of [CREMA, MILANO]) await hand.chooses(body, 2);
});
after(() => desk?.close());

const REASONS = 'Ha insultato chi lavora allo sportello.';

/** In public, as the desk proposes it; arrived. */
async function warns(client: Client, id: string): Promise<string> {
  const view = await ladderOf(client, id);
  const warning = { reasons: REASONS, text: view.texts.warnInPublic, told: 'public', policyDigest: view.policyDigest };
  await accepted(await client.post(`cases/${id}/warnings`, warning, keyed()));
  await desk.drain();
  return (await ladderOf(client, id)).measures[0]?.id ?? '';
}

const warningsOn = async (client: Client, id: string) => (await ladderOf(client, id)).history.warnings;
const whyAsked = async (client: Client, id: string) =>
  stepOf(await ladderOf(client, id), 'ban').asks.includes('warning-or-why-not');
const toReview = async (client: Client) =>
  AuthorsPage.parse(await accepted(await client.get('authors'))).reviews.map(({ id }) => id);

test('a warning found wrong counts no more, and opens no ban', async () => {
  const [moderator, head] = [await desk.signIn('moderator', CREMA), await desk.signIn('head', CREMA)];
  const author = 'Ugo Inventato';
  const first = await hand.arrives(moderator, CREMA, { text: 'Siete dei cialtroni incapaci', author });
  await hand.takesDown(moderator, first.id);
  await warns(moderator, first.id);
  const second = await hand.arrives(moderator, CREMA, { text: 'Ancora voi, branco di idioti', author });
  await hand.takesDown(moderator, second.id);
  assert.deepEqual([await warningsOn(moderator, second.id), await whyAsked(moderator, second.id)], [1, false]);

  const { issued } = CaseStatements.parse(await accepted(await moderator.get(`cases/${first.id}/statements`)));
  const ofWarning = issued.find(({ measure }) => measure === 'warn');
  assert.ok(ofWarning);
  const correcting = { reasons: 'L’avviso era per un’altra persona.', correction: null };
  await accepted(await head.post(`statements/${ofWarning.id}/correction`, correcting));
  assert.deepEqual([await warningsOn(moderator, second.id), await whyAsked(moderator, second.id)], [0, true]);
  const view = await ladderOf(moderator, second.id);
  const unsaid = await moderator.post(`cases/${second.id}/bans`, hand.banRequest(view), keyed());
  await refusal(unsaid, 'WARNING_OR_REASON');
});

test('a warning falls with the decision, or the confirmed violation, that it rested on', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const author = 'Ada Inventata';
  const hidden = await hand.arrives(moderator, MILANO, { text: 'Siete una massa di deficienti', author });
  const decision = await hand.takesDown(moderator, hidden.id);
  await warns(moderator, hidden.id);
  assert.equal(await warningsOn(moderator, hidden.id), 1);
  await accepted(await moderator.post(`decisions/${decision}/undo`, { reasons: 'Citava le parole di altri.' }));
  await desk.drain();
  assert.equal(await warningsOn(moderator, hidden.id), 0);
  assert.notEqual((await ladderOf(moderator, hidden.id)).measures[0]?.endedAt, null);

  const left = await hand.arrives(moderator, MILANO, { text: 'Idioti, siete tutti idioti', author });
  const { policyDigest, confirmable } = await ladderOf(moderator, left.id);
  const clauses = confirmable.filter(({ proposed }) => proposed).map(({ id }) => id);
  await accepted(await moderator.post(`cases/${left.id}/violation`, { clauses, policyDigest }));
  await warns(moderator, left.id);
  assert.equal(await warningsOn(moderator, left.id), 1);
  await accepted(await moderator.post(`cases/${left.id}/violation/withdraw`, { policyDigest }));
  assert.equal(await warningsOn(moderator, left.id), 0);
});

test('a ban is looked at again when a breach under it falls, on whatever case it was', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const author = 'Ivo Inventato';
  const first = await hand.arrives(moderator, MILANO, { text: 'Branco di deficienti', author });
  const undone = await hand.takesDown(moderator, first.id);
  const second = await hand.arrives(moderator, MILANO, { text: 'Che massa di idioti', author });
  await hand.takesDown(moderator, second.id);
  const asked = hand.banRequest(await ladderOf(moderator, second.id), { whyNoWarning: 'Non c’era dove rispondergli.' });
  await accepted(await moderator.post(`cases/${second.id}/bans`, asked, keyed()));
  await desk.drain();
  assert.deepEqual(await toReview(moderator), []);
  const ban = (await ladderOf(moderator, second.id)).measures[0];
  await accepted(await moderator.post(`decisions/${undone}/undo`, { reasons: 'Citava le parole di altri.' }));
  await desk.drain();
  assert.deepEqual(await toReview(moderator), [ban?.id]);
  assert.equal((await ladderOf(moderator, second.id)).measures[0]?.reviewOn, hand.day(0));
});

test('who lifts a ban waits for its case before touching anything of it', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const author = 'Rea Inventata';
  const first = await hand.arrives(moderator, MILANO, { text: 'Idioti voi e chi vi paga', author });
  await hand.takesDown(moderator, first.id);
  const { id } = await hand.arrives(moderator, MILANO, { text: 'Idioti anche oggi', author });
  await hand.takesDown(moderator, id);
  const asked = hand.banRequest(await ladderOf(moderator, id), { whyNoWarning: 'Non c’era dove rispondere.' });
  await accepted(await moderator.post(`cases/${id}/bans`, asked, keyed()));
  await desk.drain();
  const ban = (await ladderOf(moderator, id)).measures[0]?.id ?? '';
  const lifting = await desk.portavoce.ports.database.inBody(MILANO, async (tx) => {
    // As an undoing has it: the case first, then its measures.
    await sql`select from moderation_case where id = ${id} for update`.execute(tx);
    const waits = { asked: moderator.post(`measures/${ban}/lift`, { reasons: 'Si è scusata allo sportello.' }) };
    for (let isWaiting = false; !isWaiting; ) {
      const { rows } = await sql`select from pg_locks where not granted limit 1`.execute(tx);
      isWaiting = rows.length > 0;
    }
    await sql`select from author_measure where id = ${ban} for update nowait`.execute(tx);
    return waits;
  });
  await accepted(await lifting.asked);
  assert.notEqual((await ladderOf(moderator, id)).measures.find(({ kind }) => kind === 'ban')?.endedAt, null);
});

test('so it is when the link that counted two authors together is broken; a breach too many still carries the ban', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const names = ['Leo Inventato', 'Lia Inventata'];
  const cases: string[] = [];
  for (const [nth, text] of ['Branco di deficienti', 'Massa di idioti', 'Idioti patentati'].entries()) {
    const { id } = await hand.arrives(moderator, CREMA, { text, author: names[nth === 0 ? 0 : 1] ?? '' });
    cases.push(id);
  }
  const [one = '', two = '', three = ''] = cases;
  const decisions = [await hand.takesDown(moderator, one), await hand.takesDown(moderator, two)];
  decisions.push(await hand.takesDown(moderator, three));
  const [first, second] = [(await ladderOf(moderator, one)).author?.id, (await ladderOf(moderator, two)).author?.id];
  const proof = 'Lo ha scritto in un messaggio a entrambi gli account.';
  const linked = (await accepted(await moderator.post(`authors/${first}/links`, { other: second, proof }))) as {
    links: { id: string }[];
  };
  const asked = hand.banRequest(await ladderOf(moderator, one), { whyNoWarning: 'Non c’era dove rispondergli.' });
  await accepted(await moderator.post(`cases/${one}/bans`, asked, keyed()));
  await desk.drain();
  await accepted(await moderator.post(`decisions/${decisions[2]}/undo`, { reasons: 'Citava le parole di altri.' }));
  await desk.drain();
  assert.deepEqual(await toReview(moderator), [], 'two are left of three');
  assert.equal((await moderator.post(`links/${linked.links[0]?.id}/end`, {})).status, 204);
  assert.equal((await toReview(moderator)).length, 1);
});
