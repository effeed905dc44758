// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { commandsOf } from '#delivery';
import { CaseStatements, LadderView } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { accepted, keyed, type LadderHand, ladderHand, ladderOf, refusal, stepOf } from '../support/ladder-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// What an author is told of a measure: on which clauses it rests, what may stand in public, when, and what waits to be told.

const CREMA = 'asst-crema';
const MOSAICO = 'il-mosaico';

let desk: NetworksDesk;
let hand: LadderHand;
before(async () => {
  desk = await startNetworksDesk([CREMA, MOSAICO]);
  hand = ladderHand(desk);
  await hand.chooses(CREMA, 2);
});
after(() => desk?.close());

const REASONS = 'Ha insultato chi lavora allo sportello.';
const warning = ({ texts, policyDigest }: LadderView, more: object = {}) => ({
  ...{ reasons: REASONS, text: texts.warnInPublic, told: 'public', policyDigest, ...more },
});
const warns = (client: Client, id: string, content: object) => client.post(`cases/${id}/warnings`, content, keyed());

const statements = async (client: Client, id: string) =>
  CaseStatements.parse(await accepted(await client.get(`cases/${id}/statements`))).issued;
const ofMeasure = async (client: Client, id: string, measure: string) => {
  const found = (await statements(client, id)).find((one) => one.measure === measure);
  assert.ok(found, measure);
  return found;
};

const publicNotice = async (publicNotice: boolean): Promise<void> => {
  const head = await desk.signIn('head', CREMA);
  const choice = { askDays: 10, answerDays: 20, publicNotice, act: 'determina di prova n. 7' };
  await accepted(await head.post('statement-choices', choice));
};
const ownUnder = async (external: string) =>
  (await hand.presence(CREMA).writings())
    .filter(({ own, parent }) => own && parent === external)
    .map(({ text }) => text);

test('a warning and a ban rest on what people said was broken, never on what a program noticed', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const author = 'Ugo Inventato';
  const quiet = await hand.arrives(moderator, CREMA, { text: 'Bravi bravi, continuate così', author });
  await hand.takesDown(moderator, quiet.id, { clause: 'CRE-048' });
  const first = await ladderOf(moderator, quiet.id);
  assert.deepEqual(
    stepOf(first, 'warn').clauses.map(({ id }) => id),
    ['CRE-052', 'CRE-048'],
  );
  assert.match(first.texts.warnPrivately, /CRE-048/);
  await accepted(await warns(moderator, quiet.id, warning(first)));
  await desk.drain();
  assert.deepEqual((await ofMeasure(moderator, quiet.id, 'warn')).clauses, ['CRE-052', 'CRE-048']);

  const insult = await hand.arrives(moderator, CREMA, { text: 'Siete degli idioti', author });
  const before = await ladderOf(moderator, insult.id);
  assert.deepEqual(
    stepOf(before, 'warn').clauses.map(({ id }) => id),
    ['CRE-052'],
    'nobody said yet what it breaks',
  );
  assert.ok(before.confirmable.some(({ id, proposed }) => id === 'CRE-041' && proposed));
  await hand.takesDown(moderator, insult.id, { clause: 'CRE-048' });
  const view = await ladderOf(moderator, insult.id);
  assert.equal(view.texts.banPrivately.includes('CRE-041'), false);
  await accepted(await moderator.post(`cases/${insult.id}/bans`, hand.banRequest(view), keyed()));
  const ban = await ofMeasure(moderator, insult.id, 'ban');
  assert.deepEqual(ban.clauses, ['CRE-051', 'CRE-048']);
  assert.equal(ban.text?.includes('insulto'), false);
});

test('what stands in public passes the checks of every answer; where answers are approved only the desk’s own words do', async () => {
  const [moderator, head] = [await desk.signIn('moderator', CREMA), await desk.signIn('head', CREMA)];
  const { id, external } = await hand.arrives(moderator, CREMA, {
    text: 'Branco di deficienti',
    author: 'Ada Inventata',
  });
  await hand.takesDown(moderator, id);
  const view = await ladderOf(moderator, id);
  const naming = warning(view, { text: 'Il codice fiscale è RSSMRA80A01H501U, rispetti le regole.' });
  await refusal(await warns(moderator, id, naming), 'REPLY_STOPPED');
  const inviting = warning(view, { text: 'Rispetti le regole e ci scriva in privato.' });
  assert.match(await refusal(await warns(moderator, id, inviting), 'REPLY_STOPPED'), /CRE-027/);
  await refusal(await warns(moderator, id, warning(view, { text: 'Rispetti le regole: {regole}' })), 'REPLY_UNFILLED');
  const stray = hand.banRequest(view, {
    text: 'Da oggi non puoi scrivere qui. Altri canali: {altri canal}.',
    told: 'none',
  });
  await refusal(await moderator.post(`cases/${id}/bans`, stray, keyed()), 'MEASURE_NOT_ALLOWED');

  const choice = { approval: true, automatic: false, night: null, act: 'ordine di servizio di prova n. 2' };
  await accepted(await head.post('reply-choices', choice));
  assert.equal((await ladderOf(moderator, id)).ownWordsOnly, true);
  const own = warning(view, { text: 'Ti chiediamo di rispettare le regole della pagina.' });
  await refusal(await warns(moderator, id, own), 'ONLY_OWN_WORDS');
  await accepted(await warns(moderator, id, warning(view)));
  await accepted(await head.post('reply-choices', { ...choice, approval: false }));
  await desk.drain();
  assert.deepEqual(await ownUnder(external), [view.texts.warnInPublic]);

  const second = await hand.arrives(moderator, CREMA, { text: 'Massa di idioti', author: 'Ada Inventata' });
  await hand.takesDown(moderator, second.id);
  const twice = await ladderOf(moderator, second.id);
  const braces = { text: 'Da oggi non puoi scrivere qui. Altri canali: {altri canal}.' };
  await refusal(
    await moderator.post(`cases/${second.id}/bans`, hand.banRequest(twice, braces), keyed()),
    'REPLY_UNFILLED',
  );
});

test('nobody acts on the author of a case that another has in hand', async () => {
  const [moderator, head] = [await desk.signIn('moderator', CREMA), await desk.signIn('head', CREMA)];
  const { id } = await hand.arrives(moderator, CREMA, { text: 'Cialtroni incapaci', author: 'Ivo Inventato' });
  await accepted(await head.post(`cases/${id}/claim`, { how: 'by-hand' }));
  const { policyDigest, confirmable } = await ladderOf(moderator, id);
  const confirming = { clauses: confirmable.slice(0, 1).map((one) => one.id), policyDigest };
  await refusal(await moderator.post(`cases/${id}/violation`, confirming), 'CASE_CLAIMED', 409);
  const view = LadderView.parse(await accepted(await head.post(`cases/${id}/violation`, confirming)));
  await refusal(await warns(moderator, id, warning(view)), 'CASE_CLAIMED', 409);
  const seen = { basis: 'said-so', outcomes: ['not-engaged'] };
  await refusal(await moderator.post(`cases/${id}/minor`, seen), 'CASE_CLAIMED', 409);
});

test('nobody writes to an author before the police knows of what they wrote', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const { id } = await hand.arrives(moderator, CREMA, { text: 'Branco di cialtroni', author: 'Noa Inventata' });
  await hand.takesDown(moderator, id);
  const raising = { law: 'art. 600-ter del codice penale', office: 'Ufficio legale', confirmed: true };
  await accepted(await moderator.post(`cases/${id}/csam`, raising));
  await refusal(await warns(moderator, id, warning(await ladderOf(moderator, id))), 'CSAM_POLICE_FIRST');
});

test('what is not told when a ban is taken is told later, once, and leads to its reasons', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  await publicNotice(true);
  const author = 'Eva Inventata';
  const first = await hand.arrives(moderator, CREMA, { text: 'Siete idioti patentati', author });
  await hand.takesDown(moderator, first.id);
  const second = await hand.arrives(moderator, CREMA, { text: 'Deficienti, tutti quanti', author });
  await hand.takesDown(moderator, second.id);
  const asked = hand.banRequest(await ladderOf(moderator, second.id), { whyNoWarning: 'Non c’era dove rispondere.' });
  await accepted(await moderator.post(`cases/${second.id}/bans`, asked, keyed()));
  await desk.drain();
  const [ban] = (await ladderOf(moderator, second.id)).measures;
  assert.deepEqual([ban?.told, ban?.untold, ban?.enforcements.map(({ type }) => type)], ['none', true, ['ban']]);
  assert.equal((await ofMeasure(moderator, second.id, 'ban')).givenAt, null, 'no term runs yet');

  const { texts } = await ladderOf(moderator, second.id);
  const telling = { text: texts.banInPublic, told: 'public' };
  const auditor = await desk.signIn('auditor', CREMA);
  assert.equal((await auditor.post(`measures/${ban?.id}/tell`, telling)).status, 403);
  await refusal(await moderator.post(`measures/${ban?.id}/tell`, { ...telling, told: 'private' }), 'CANNOT_TELL_SO');
  await accepted(await moderator.post(`measures/${ban?.id}/tell`, telling));
  await refusal(await moderator.post(`measures/${ban?.id}/tell`, telling), 'ALREADY_TOLD', 409);
  await desk.drain();
  const [said = '', ...more] = (await ownUnder(second.external)).filter((text) => text.includes('una misura'));
  assert.deepEqual(more, [], 'once');
  assert.match(said, /via Inventata 1\. .*\/motivazioni\//, 'the ways are filled in, the page stands at the end');
  const [told] = (await ladderOf(moderator, second.id)).measures;
  assert.deepEqual([told?.told, told?.untold, told?.text], ['public', false, said]);
  assert.notEqual((await ofMeasure(moderator, second.id, 'ban')).givenAt, null, 'the term runs from here');
  await publicNotice(false);
});

test('a person who could only say it by another way tells it by hand, or as soon as a way is there', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const author = 'Rea Inventata';
  const { id } = await hand.arrives(moderator, MOSAICO, { text: 'Siete degli idioti patentati', author });
  await hand.takesDown(moderator, id, { kind: 'remove' });
  const view = await ladderOf(moderator, id);
  const banned = hand.banRequest(view, { told: 'by-hand' });
  await accepted(await moderator.post(`cases/${id}/bans`, banned, keyed()));
  await desk.drain();
  const [ban] = (await ladderOf(moderator, id)).measures;
  assert.deepEqual([ban?.told, ban?.untold], ['by-hand', true]);
  await accepted(await moderator.post(`measures/${ban?.id}/given`, { note: 'Detto allo sportello.' }));
  const [given] = (await ladderOf(moderator, id)).measures;
  assert.deepEqual([given?.untold, given?.givenAt === null], [false, false]);
  const again = { text: view.texts.banPrivately, told: 'by-hand' };
  await refusal(await moderator.post(`measures/${ban?.id}/tell`, again), 'ALREADY_TOLD', 409);
});

test('the author is told first, and only then kept out', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const author = 'Leo Inventato';
  const first = await hand.arrives(moderator, CREMA, { text: 'Idioti voi e chi vi paga', author });
  await hand.takesDown(moderator, first.id);
  const second = await hand.arrives(moderator, CREMA, { text: 'Idioti anche oggi', author });
  await hand.takesDown(moderator, second.id);
  const view = await ladderOf(moderator, second.id);
  const more = { told: 'public', text: view.texts.banInPublic, whyNoWarning: 'Non c’era dove rispondere.' };
  await accepted(await moderator.post(`cases/${second.id}/bans`, hand.banRequest(view, more), keyed()));
  await desk.drain();
  const [ban] = (await ladderOf(moderator, second.id)).measures;
  const commands = await desk.portavoce.ports.database.inBody(CREMA, (tx) =>
    commandsOf(tx, { causes: [ban?.id ?? ''] }),
  );
  assert.deepEqual(
    commands.map(({ type, state }) => [type, state]),
    [
      ['reply', 'confirmed'],
      ['ban', 'confirmed'],
    ],
  );
  const [told, done] = commands;
  assert.ok(told?.settled_at && done && done.created_at >= told.settled_at, 'asked for when the telling had ended');
});

test('a notice to the platform is never thrown away', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const { id } = await hand.arrives(moderator, MOSAICO, { text: 'Ladri e idioti, tutti', author: 'Pio Inventato' });
  await moderator.decide(id, { kind: 'remove', report: true });
  await desk.drain();
  const before = await ladderOf(moderator, id);
  assert.deepEqual([before.reports[0]?.state, before.reports[0]?.notice], ['sent', null]);
  assert.match(stepOf(before, 'report-platform').reasons.at(-1)?.text ?? '', /quattro elementi/);
  const notice = {
    ...{ reasons: before.texts.notice, place: 'https://facebook.example/commento', notifier: 'Il Mosaico' },
    ...{ email: 'info@ilmosaicoservizi.it', goodFaith: true, policyDigest: before.policyDigest },
  };
  await accepted(await moderator.post(`cases/${id}/platform-reports`, notice));
  const after = await ladderOf(moderator, id);
  assert.equal(after.reports.length, 1);
  assert.match(after.reports[0]?.notice ?? '', /buona fede/);
  assert.equal(after.reports[0]?.enforcements.length, before.reports[0]?.enforcements.length, 'nothing is sent twice');
  assert.equal(stepOf(after, 'report-platform').allowed, false, 'no button that would do nothing');
  await accepted(await moderator.post(`cases/${id}/platform-reports`, notice));
  const other = { ...notice, place: 'https://facebook.example/altro' };
  await refusal(await moderator.post(`cases/${id}/platform-reports`, other), 'REPORT_ALREADY_SENT', 409);
});
