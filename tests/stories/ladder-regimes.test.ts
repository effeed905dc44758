// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { AuthorView, LadderView, YoungAccounts } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';
import { rulebookHand } from '../support/rulebook-hand.ts';

// What the policies that know no repetition allow at once, what sleeps until an act, minors, and authors on two networks.

const ROMA = 'asl-roma-1';
const CALABRIA = 'regione-calabria';
const MILANO = 'ats-milano';

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([ROMA, CALABRIA, MILANO]);
});
after(() => desk?.close());

function on(body: string, network = 'facebook'): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find((one) => one.network === network);
  assert.ok(found);
  return found;
}

interface Writing {
  readonly text: string;
  readonly author: string;
  readonly kind?: string;
}

async function arrives(presence: Presence, client: Client, writing: Writing): Promise<string> {
  await presence.writes({ ...writing });
  return read(presence, client, writing.text);
}

async function read(presence: Presence, client: Client, text: string): Promise<string> {
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
  const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found, text);
  return found.id;
}

const accepted = async (response: Response) => {
  assert.ok(response.ok, await response.clone().text());
  return response.json() as Promise<unknown>;
};
const ladder = async (client: Client, id: string) =>
  LadderView.parse(await accepted(await client.get(`cases/${id}/ladder`)));
const refusal = async (response: Response, code: string, status = 422) =>
  assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [status, code]);
const keyed = () => ({ 'idempotency-key': randomUUID() });
const steps = ({ steps: all }: LadderView) => all.map(({ measure, allowed }) => [measure, allowed] as const);

const banRequest = (view: LadderView, more: object = {}) => ({
  ...{ reasons: 'Insulti ripetuti a chi lavora.', text: view.texts.banPrivately, told: 'none' },
  ...{
    ways: 'URP, via Inventata 1',
    breaches: view.history.breaches,
    policyDigest: view.policyDigest,
    confirmed: true,
  },
  reviewOn: new Date(desk.clock.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10),
  ...more,
});

test(
  proves(['RM1-030', 'RM1-031'], 'a ban at the first violation, told in private; then platform and police'),
  async () => {
    const moderator = await desk.signIn('moderator', ROMA);
    const facebook = on(ROMA);
    const author = 'Ugo Inventato';
    await facebook.control('POST', 'messages', {
      account: facebook.externalId,
      author,
      text: 'A che ora aprite domani?',
    });
    await read(facebook, moderator, 'A che ora aprite domani?');
    const id = await arrives(facebook, moderator, { text: 'Siete dei cialtroni incapaci', author });
    const before = await ladder(moderator, id);
    assert.deepEqual(
      steps(before).find(([measure]) => measure === 'ban'),
      ['ban', false],
    );
    await refusal(await moderator.post(`cases/${id}/bans`, banRequest(before), keyed()), 'MEASURE_NOT_ALLOWED');
    await moderator.decide(id, { kind: 'hide' });
    await desk.drain();
    const once = await ladder(moderator, id);
    assert.equal(once.history.breaches, 1);
    assert.equal(once.telling[0]?.told, 'private', 'who wrote in private is told there first');
    const unreasoned = await moderator.post(`cases/${id}/bans`, banRequest(once, { reasons: ' ' }), keyed());
    assert.equal(unreasoned.status, 422);
    const told = banRequest(once, { told: 'private' });
    const banned = LadderView.parse(await accepted(await moderator.post(`cases/${id}/bans`, told, keyed())));
    await desk.drain();
    const { messages } = await facebook.control<{ messages: { own: boolean; text: string }[] }>('GET', 'messages');
    const received = messages.filter(({ own, text }) => own && text.includes('RM1-030')).map(({ text }) => text);
    assert.equal(received.length, 1);
    assert.match(received[0] ?? '', /RM1-030.*URP, via Inventata 1.* Motivi e riesame: http/);
    assert.deepEqual(steps(banned).slice(-2), [
      ['report-platform', true],
      ['report-authorities', true],
    ]);
  },
);

test(proves('CAL-045', 'a share that defames: platform and police at once, though the ladder sleeps'), async () => {
  const moderator = await desk.signIn('moderator', CALABRIA);
  const share = { text: 'Il dirigente Inventati è un ladro e un corrotto', author: 'Ivo Inventato', kind: 'mention' };
  const id = await arrives(on(CALABRIA), moderator, share);
  const before = await ladder(moderator, id);
  assert.ok(before.confirmable.some(({ id: clause }) => clause === 'CAL-045'));
  const confirming = { clauses: ['CAL-045'], policyDigest: before.policyDigest };
  const view = LadderView.parse(await accepted(await moderator.post(`cases/${id}/violation`, confirming)));
  assert.deepEqual(steps(view), [
    ['report-platform', true],
    ['report-authorities', true],
    ['remove', false],
    ['ban', false],
  ]);
  await refusal(await moderator.post(`cases/${id}/bans`, banRequest(view), keyed()), 'MEASURE_NOT_ALLOWED');
  const notice = {
    ...{
      reasons: view.texts.notice,
      place: 'https://facebook.example/condivisione',
      notifier: 'Dipartimento di prova',
    },
    ...{ email: 'prova@calabria.example', goodFaith: true, policyDigest: view.policyDigest },
  };
  const sent = LadderView.parse(await accepted(await moderator.post(`cases/${id}/platform-reports`, notice)));
  assert.deepEqual([sent.reports[0]?.duty, sent.reports[0]?.state], [false, 'sent']);
  assert.deepEqual(sent.reports[0]?.clauses[0], 'CAL-045');
  await accepted(await moderator.post(`cases/${id}/platform-reports`, notice));
  assert.equal((await ladder(moderator, id)).reports.length, 1, 'the same again changes nothing');
});

test(
  proves(['CAL-083', 'CAL-084'], 'once an act wakes them: a ban at the first violation, platform and police'),
  async () => {
    const head = await desk.signIn('head', CALABRIA);
    const hand = rulebookHand(desk.portavoce.url, CALABRIA, head);
    const { sleeping } = (await accepted(await hand.get('acts'))) as { sleeping: { clause: string }[] };
    const date = new Date(desk.clock.now()).toISOString().slice(0, 10);
    const clauses = sleeping.map(({ clause }) => clause);
    await accepted(
      await hand.post('acts', { clauses, act: { number: 'decreto n. 7', date }, note: 'Si aprono i commenti.' }),
    );
    const id = await arrives(on(CALABRIA), head, { text: 'Siete degli idioti patentati', author: 'Ada Inventata' });
    await head.decide(id, { kind: 'hide' });
    await desk.drain();
    const view = await ladder(head, id);
    assert.deepEqual(
      steps(view).filter(([measure]) => measure !== 'remove'),
      [
        ['ban', true],
        ['report-platform', true],
        ['report-authorities', true],
      ],
    );
    const { ways: _, ...without } = banRequest(view);
    assert.equal(
      (await head.post(`cases/${id}/bans`, without, keyed())).status,
      422,
      'the policy gives no way: the person must',
    );
    const banned = LadderView.parse(await accepted(await head.post(`cases/${id}/bans`, banRequest(view), keyed())));
    assert.ok(banned.measures[0]?.clauses.includes('CAL-083'));
  },
);

test(proves('MIL-058', 'an account for the young never without the authorisation of its project'), async () => {
  const head = await desk.signIn('head', MILANO);
  const moderator = await desk.signIn('moderator', MILANO);
  const facebook = on(MILANO);
  const text = 'Ho 14 anni, posso partecipare al progetto con la scuola?';
  const id = await arrives(facebook, moderator, { text, author: 'Pia Inventata' });
  const seen = { basis: 'said-so', outcomes: ['not-engaged', 'general-answer'] };
  // The rule is not stretched to the general accounts.
  assert.equal((await ladder(moderator, id)).minors, null);
  await refusal(await moderator.post(`cases/${id}/minor`, seen), 'NO_MINORS_RULE');

  const young = {
    account: facebook.account,
    project: 'Scuole in salute',
    by: 'institution',
    document: 'prot. 77/2026',
  };
  assert.equal((await moderator.post('young-accounts', young)).status, 403);
  for (const lacking of ['document', 'by', 'project'])
    assert.equal((await head.post('young-accounts', { ...young, [lacking]: undefined })).status, 422, lacking);
  const declared = YoungAccounts.parse(await accepted(await head.post('young-accounts', young)));
  assert.deepEqual([declared.clause?.id, declared.clause?.age, declared.items.length], ['MIL-058', 16, 1]);
  const view = await ladder(moderator, id);
  assert.deepEqual([view.minors?.age, view.minors?.authorisation?.by], [16, 'institution']);
  await accepted(await moderator.post(`cases/${id}/minor`, { ...seen, outcomes: ['authorised'] }));
  const { items } = await moderator.record();
  const act = items.find(({ kind }) => kind === 'minor.considered');
  assert.ok(act);
  assert.deepEqual(act.clauses, ['MIL-058']);
  assert.equal(/Pia|14 anni/.test(JSON.stringify(act)), false, 'nothing of the child');
  const [entry] = declared.items;
  const ended = YoungAccounts.parse(await accepted(await head.post(`young-accounts/${entry?.id}/end`, {})));
  assert.deepEqual(ended.items, []);
  assert.equal((await ladder(moderator, id)).minors, null);
});

test('two networks are one author only by a person’s proof; notes wait for a term and go by themselves', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const head = await desk.signIn('head', MILANO);
  const one = await arrives(on(MILANO), moderator, { text: 'Branco di deficienti', author: 'Leo Inventato' });
  const two = await arrives(on(MILANO, 'instagram'), moderator, {
    text: 'Che massa di idioti',
    author: 'leo_inventato',
  });
  for (const id of [one, two]) await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  const [first, second] = [(await ladder(moderator, one)).author?.id, (await ladder(moderator, two)).author?.id];
  assert.ok(first !== undefined && second !== undefined && first !== second);
  const breaches = async () => (await ladder(moderator, one)).history.breaches;
  assert.equal(await breaches(), 1);
  const proof = 'Lo ha scritto lui stesso in un messaggio a entrambi gli account.';
  await refusal(await moderator.post(`authors/${first}/links`, { other: first, proof }), 'LINK_NOT_POSSIBLE');
  const linked = AuthorView.parse(
    await accepted(await moderator.post(`authors/${first}/links`, { other: second, proof })),
  );
  assert.equal(linked.links[0]?.proof, proof);
  assert.equal(await breaches(), 2);
  await refusal(await moderator.post(`authors/${second}/links`, { other: first, proof }), 'LINK_NOT_POSSIBLE');
  assert.equal((await moderator.post(`links/${linked.links[0]?.id}/end`, {})).status, 204);
  assert.equal(await breaches(), 1);

  const note = { text: 'Ha telefonato per scusarsi.' };
  await refusal(await moderator.post(`authors/${first}/notes`, note), 'NOTES_WITHOUT_TERM');
  const choice = { threshold: null, windowDays: null, notesDays: 30, act: 'determina di prova n. 9' };
  await accepted(await head.post('ladder-choices', choice));
  await accepted(await moderator.post(`authors/${first}/notes`, note));
  const stranger = await desk.signIn('moderator', ROMA);
  assert.equal((await stranger.get(`authors/${first}`)).status, 404, 'another body sees nothing of it');
  const dump = await desk.portavoce.ports.database.inBody(MILANO, async (tx) => {
    const { rows } = await sql<{ sealed: string }>`select encode(sealed, 'escape') as sealed from author_note`.execute(
      tx,
    );
    return rows.map(({ sealed }) => sealed).join();
  });
  assert.ok(dump.length > 40 && !dump.includes('scusarsi'), 'sealed at rest');
  desk.clock.advance(31 * 86_400_000);
  const back = await desk.signIn('moderator', MILANO);
  assert.deepEqual(AuthorView.parse(await accepted(await back.get(`authors/${first}`))).notes, []);
});

test('no number is chosen where the policy gives none to choose', async () => {
  const head = await desk.signIn('head', ROMA);
  const choice = { threshold: 2, windowDays: null, notesDays: null, act: 'determina di prova n. 1' };
  await refusal(await head.post('ladder-choices', choice), 'NOTHING_TO_CHOOSE');
});

test('two people ban at once: one does; where the network has no way, a person does it and says so', async () => {
  const [one, two] = [await desk.signIn('moderator', ROMA), await desk.signIn('head', ROMA)];
  const text = 'Cialtroni incapaci, vergognatevi';
  const id = await arrives(on(ROMA, 'tiktok'), one, { text, author: 'Rea Inventata' });
  await one.decide(id, { kind: 'hide' });
  await desk.drain();
  const view = await ladder(one, id);
  assert.equal(view.steps.find(({ measure }) => measure === 'ban')?.how, 'by-hand');
  const asked = banRequest(view);
  const answers = await Promise.all([one, two].map((client) => client.post(`cases/${id}/bans`, asked, keyed())));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422]);
  const [ban] = (await ladder(one, id)).measures;
  const [task] = ban?.enforcements ?? [];
  assert.equal(task?.state, 'by-hand');
  assert.ok((task?.guide?.steps.length ?? 0) > 1);
  await accepted(await one.post(`measures/${ban?.id}/given`, { note: 'Bloccata dal profilo.' }));
  await desk.drain();
  assert.equal((await ladder(one, id)).measures[0]?.enforcements[0]?.state, 'confirmed');
  await refusal(await one.post(`measures/${ban?.id}/given`, {}), 'MEASURE_NOT_FOUND', 404);
});
