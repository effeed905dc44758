// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { CaseReferrals, OfficesPage } from '#moderation/contract';
import { type Desk, startDesk } from '../support/desk.ts';

// Where there is no mail server a person carries the letter: the desk says so, and gives the text.

let desk: Desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.close());

const ok = async (response: Response): Promise<unknown> => {
  assert.ok(response.ok, await response.clone().text());
  return response.json();
};

test('the letter is given as a text to copy, and its link works', async () => {
  const head = await desk.signIn('head');
  const moderator = await desk.signIn('moderator');
  const office = { name: 'URP', kind: 'urp', email: 'urp@asl.example', opening: null, substitutes: [], alsoNamed: [] };
  const page = OfficesPage.parse(await ok(await head.post('offices', office)));
  assert.equal(page.mailPossible, false);
  assert.equal((await head.post('offices', { ...office, name: 'urp' })).status, 409, 'one name, one office');
  const [urp] = page.offices;
  assert.ok(urp);

  const text = 'Voglio fare un reclamo: allo sportello nessuno risponde';
  await desk.facebook.comment({ page: '900000000000001', post: desk.posts.asl, author: 'Ada Prova', text });
  await desk.drain();
  const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  const current = await moderator.case(found.id);
  const option = current.options.find(({ kind }) => kind === 'route');
  const request = {
    ...{ kind: 'route', grounds: [{ kind: 'clause', clause: 'RM1-024' }], reasons: option?.reasons },
    ...{ revision: current.revision, policyVersion: current.policy.version },
    referral: { office: urp.id, note: '' },
  };
  const send = (more: object) =>
    moderator.post(`cases/${found.id}/referrals`, { ...request, ...more }, { 'idempotency-key': randomUUID() });
  const nowhere = await send({ referral: { office: randomUUID(), note: '' } });
  assert.equal(((await nowhere.json()) as { code: string }).code, 'OFFICE_MISSING');
  await ok(await send({}));
  await desk.drain();

  const read = async () => CaseReferrals.parse(await ok(await moderator.get(`cases/${found.id}/referrals`)));
  const [referral] = (await read()).referrals;
  assert.ok(referral?.letter);
  assert.equal(referral.state, 'by-hand');
  assert.equal(referral.letter.to, 'urp@asl.example');
  assert.match(referral.letter.text, /nessuno risponde/);
  assert.equal(referral.lookAt, null, 'no reminder before the body has chosen its times');
  const link = /https?:\/\/\S+\/uffici\/\S+/.exec(referral.letter.text)?.[0] ?? '';
  assert.equal((await fetch(link)).status, 200, 'the office may answer before anybody notes the delivery');
  await ok(await moderator.post(`referrals/${referral.id}/carried`, {}));
  assert.equal((await read()).referrals[0]?.state, 'sent');

  // Taken in charge, then its link is over: the new one is carried too, or nobody could ever open it.
  await ok(await moderator.post(`referrals/${referral.id}/receipt`, {}));
  await ok(await moderator.post(`referrals/${referral.id}/link/revoke`, {}));
  assert.equal((await read()).referrals[0]?.letter, null);
  await ok(await moderator.post(`referrals/${referral.id}/link/renew`, {}));
  const [renewed] = (await read()).referrals;
  assert.equal(renewed?.state, 'taken');
  const other = /https?:\/\/\S+\/uffici\/\S+/.exec(renewed.letter?.text ?? '')?.[0] ?? '';
  assert.deepEqual([(await fetch(link)).status, (await fetch(other)).status], [404, 200]);
  await ok(await moderator.post(`referrals/${referral.id}/carried`, {}));
  const [carried] = (await read()).referrals;
  assert.deepEqual([carried?.state, carried?.letter], ['taken', null]);

  // Over the wall nothing of it can be seen or touched.
  const stranger = await desk.signIn('moderator', 'comune');
  assert.equal((await stranger.get(`cases/${found.id}/referrals`)).status, 404);
  assert.equal((await stranger.post(`referrals/${referral.id}/answers`, { text: 'No' })).status, 404);
  const theirs = OfficesPage.parse(await ok(await stranger.get('offices')));
  assert.deepEqual(theirs.offices, []);
});

test('many decided at once go to the office that their clauses name, or are refused', async () => {
  const moderator = await desk.signIn('moderator', 'comune');
  const head = await desk.signIn('head', 'comune');
  const text = 'Voglio fare un reclamo per la multa che ho preso';
  await desk.facebook.comment({ page: '900000000000002', post: desk.posts.comune, author: 'Leo Prova', text });
  await desk.poll('comune');
  await desk.drain();
  const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  await assert.rejects(moderator.decide(found.id, { kind: 'route' }), /OFFICE_MISSING/);
  const office = { name: 'Sportello', kind: 'urp', email: null, opening: null, substitutes: [], alsoNamed: ['urp'] };
  await ok(await head.post('offices', office));
  await moderator.decide(found.id, { kind: 'route' });
  const { referrals } = CaseReferrals.parse(await ok(await moderator.get(`cases/${found.id}/referrals`)));
  assert.equal(referrals[0]?.office, 'Sportello');
});
