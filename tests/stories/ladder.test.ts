// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { banLanded, breachesAstray, ladderDue } from '#moderation';
import { AuthorsPage, AuthorView, LadderChoices, LadderView } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';

// The ladder, end to end on a simulated Facebook: insults hidden, warned, repeated, banned; removed and reported where a policy
// knows no warning; and what each policy refuses meanwhile.

const CREMA = 'asst-crema';
const MILANO = 'ats-milano';
const MOSAICO = 'il-mosaico';
const DAY_SECONDS = 86_400;

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([CREMA, MILANO, MOSAICO]);
});
after(() => desk?.close());

function facebook(body: string): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  return found;
}

/** A comment of a citizen, read and judged: its case. */
async function arrives(body: string, client: Client, writing: { text: string; author: string; kind?: string }) {
  const presence = facebook(body);
  const external = await presence.writes(writing);
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
  const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
  assert.ok(found, writing.text);
  return { id: found.id, external };
}

const ladder = async (client: Client, id: string) => {
  const response = await client.get(`cases/${id}/ladder`);
  assert.equal(response.status, 200, await response.clone().text());
  return LadderView.parse(await response.json());
};
const step = (view: LadderView, measure: LadderView['steps'][number]['measure']) => {
  const found = view.steps.find((one) => one.measure === measure);
  assert.ok(found, measure);
  return found;
};
const refusal = async (response: Response, code: string, status = 422) => {
  const problem = (await response.json()) as { code: string; detail?: string };
  assert.deepEqual([response.status, problem.code], [status, code], problem.detail);
  return problem;
};
const accepted = async (response: Response) => {
  assert.ok(response.ok, await response.clone().text());
  return response.json() as Promise<unknown>;
};
const keyed = () => ({ 'idempotency-key': randomUUID() });

const REASONS = 'Ha insultato di nuovo chi lavora allo sportello.';
const WAYS = 'URP, allo sportello di via Inventata 1';

function banRequest(view: LadderView, more: object = {}) {
  const reviewOn = new Date(desk.clock.now().getTime() + 90 * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  return {
    ...{ reasons: REASONS, text: view.texts.banPrivately, told: 'none', ways: WAYS, reviewOn },
    ...{ breaches: view.history.breaches, policyDigest: view.policyDigest, confirmed: true, ...more },
  };
}

/** Hidden or removed under the clause on insults that the policy proposes. */
async function takeDown(client: Client, id: string, kind: 'hide' | 'remove'): Promise<string> {
  const { options } = await client.case(id);
  const clause = options.find((option) => option.kind === kind)?.grounds[0]?.id;
  assert.ok(clause);
  const decided = await client.decide(id, { kind, grounds: [{ kind: 'clause', clause }] });
  await desk.drain();
  return decided.decisions.at(-1)?.id ?? '';
}

const bannedOn = async (body: string): Promise<number> =>
  (await facebook(body).control<{ bans: unknown[] }>('GET', 'bans')).bans.length;

async function chooseTwice(body: string): Promise<void> {
  const head = await desk.signIn('head', body);
  const choice = { threshold: 2, windowDays: 365, notesDays: 30, act: 'determina di prova n. 3' };
  const moderator = await desk.signIn('moderator', body);
  assert.equal((await moderator.post('ladder-choices', choice)).status, 403);
  const chosen = LadderChoices.parse(await accepted(await head.post('ladder-choices', choice)));
  assert.deepEqual([chosen.threshold?.value, chosen.windowDays?.value], [2, 365]);
}

test(
  proves(['CRE-051', 'CRE-052', 'CRE-053'], 'insult hidden, warned, repeated, banned; then the platform'),
  async () => {
    const moderator = await desk.signIn('moderator', CREMA);
    const author = 'Ugo Inventato';
    const first = await arrives(CREMA, moderator, { text: 'Siete dei cialtroni incapaci', author });
    const before = await ladder(moderator, first.id);
    assert.equal(before.history.breaches, 0);
    assert.equal(step(before, 'warn').allowed, false);
    await takeDown(moderator, first.id, 'hide');

    const once = await ladder(moderator, first.id);
    assert.equal(once.history.breaches, 1);
    assert.equal(step(once, 'ban').allowed, false);
    const refused = await moderator.post(`cases/${first.id}/bans`, banRequest(once), keyed());
    assert.match((await refusal(refused, 'MEASURE_NOT_ALLOWED')).detail ?? '', /ripetizione/);
    assert.equal(await bannedOn(CREMA), 0);

    // The policy keeps private messages out of answering: the warning is public, and says nothing of what was written.
    assert.deepEqual(
      once.telling.map(({ told }) => told),
      ['public', 'by-hand'],
    );
    const warning = {
      reasons: REASONS,
      text: once.texts.warnInPublic,
      told: 'public',
      policyDigest: once.policyDigest,
    };
    const key = keyed();
    await accepted(await moderator.post(`cases/${first.id}/warnings`, warning, key));
    await accepted(await moderator.post(`cases/${first.id}/warnings`, warning, key));
    await desk.drain();
    const replies = (await facebook(CREMA).writings()).filter(({ parent, own }) => own && parent === first.external);
    assert.deepEqual(
      replies.map(({ text }) => text),
      [once.texts.warnInPublic],
      'once, as it was signed',
    );
    const warned = await ladder(moderator, first.id);
    assert.equal(warned.history.warnings, 1);
    assert.equal(warned.measures[0]?.enforcements[0]?.state, 'confirmed');

    const second = await arrives(CREMA, moderator, { text: 'Ancora voi, branco di idioti', author });
    await takeDown(moderator, second.id, 'hide');
    const unchosen = await ladder(moderator, second.id);
    assert.equal(unchosen.history.breaches, 2);
    // The policy gives no number: the desk asks before the first ban that needs it.
    assert.deepEqual(step(unchosen, 'ban').asks, ['threshold', 'window']);
    await refusal(
      await moderator.post(`cases/${second.id}/bans`, banRequest(unchosen), keyed()),
      'MEASURE_NOT_ALLOWED',
    );
    await chooseTwice(CREMA);

    const twice = await ladder(moderator, second.id);
    assert.equal(step(twice, 'ban').allowed, true);
    assert.equal(step(twice, 'ban').asks.includes('warning-or-why-not'), false);
    const ban = banRequest(twice);
    const { confirmed: _, ...unsure } = ban;
    assert.equal(
      (await moderator.post(`cases/${second.id}/bans`, unsure, keyed())).status,
      422,
      'said twice or not done',
    );
    await refusal(
      await moderator.post(`cases/${second.id}/bans`, { ...ban, breaches: 1 }, keyed()),
      'HISTORY_CHANGED',
      409,
    );
    await refusal(
      await moderator.post(`cases/${second.id}/bans`, { ...ban, reviewOn: '2020-01-01' }, keyed()),
      'REVIEW_DATE',
    );
    const auditor = await desk.signIn('auditor', CREMA);
    assert.equal((await auditor.post(`cases/${second.id}/bans`, ban, keyed())).status, 403);
    const banned = LadderView.parse(await accepted(await moderator.post(`cases/${second.id}/bans`, ban, keyed())));
    await desk.drain();
    assert.equal(await bannedOn(CREMA), 1);
    await assert.rejects(facebook(CREMA).writes({ text: 'Di nuovo io', author }), /409/);
    assert.match(banned.measures[0]?.text ?? '', /via Inventata 1/);
    assert.deepEqual(banned.measures[0]?.clauses[0], 'CRE-051');

    // Closed by the ban, the platform and then the authorities stay open, by choice.
    const last = await ladder(moderator, second.id);
    assert.deepEqual(
      last.steps.slice(-2).map(({ measure, force, allowed }) => [measure, force, allowed]),
      [
        ['report-platform', 'may', true],
        ['report-authorities', 'may', true],
      ],
    );
    const { items } = await moderator.record();
    const act = items.find(({ kind }) => kind === 'author.ban');
    assert.ok(act);
    assert.ok(act.clauses.includes('CRE-051'));
    assert.equal(act.summary.includes('Ugo'), false);
    assert.equal((await moderator.verification()).intact, true);
  },
);

test('a ban comes back on its day, is kept to another, is lifted on the network', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const page = async () => AuthorsPage.parse(await accepted(await moderator.get('authors')));
  assert.deepEqual((await page()).reviews, []);
  const ban = (await page()).bans[0];
  assert.ok(ban);
  assert.equal((await ladderDue(desk.portavoce.ports, CREMA)).bans, 0);
  desk.clock.advance(91 * DAY_SECONDS * 1000);
  assert.equal((await ladderDue(desk.portavoce.ports, CREMA)).bans, 1);
  assert.equal((await ladderDue(desk.portavoce.ports, CREMA)).bans, 0, 'called for once');
  // The session ended with the days.
  const back = await desk.signIn('moderator', CREMA);
  const again = async () => AuthorsPage.parse(await accepted(await back.get('authors')));
  assert.deepEqual(
    (await again()).reviews.map(({ id }) => id),
    [ban.id],
  );
  const until = new Date(desk.clock.now().getTime() + 30 * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  await accepted(await back.post(`measures/${ban.id}/keep`, { reasons: 'Ha continuato altrove.', reviewOn: until }));
  assert.deepEqual((await again()).reviews, []);
  assert.equal((await again()).bans[0]?.reviewOn, until);
  for (let nth = 0; nth < 2; nth += 1)
    await accepted(await back.post(`measures/${ban.id}/lift`, { reasons: 'Si è scusato allo sportello.' }));
  await desk.drain();
  assert.equal(await bannedOn(CREMA), 0);
  assert.deepEqual((await again()).bans, []);
  const view = AuthorView.parse(await accepted(await back.get(`authors/${ban.author.id}`)));
  assert.deepEqual(
    view.measures.map(({ kind }) => kind),
    ['unban', 'ban', 'warn'],
  );
  assert.equal(view.breaches.length, 2);
  assert.ok(view.retention.some((line) => line.includes('365 giorni')));
});

test(proves(['MIL-049', 'MIL-050', 'MIL-051'], 'without a warning, the reason why there was none'), async () => {
  await chooseTwice(MILANO);
  const moderator = await desk.signIn('moderator', MILANO);
  const author = 'Ada Inventata';
  const first = await arrives(MILANO, moderator, { text: 'Siete una massa di deficienti', author });
  await takeDown(moderator, first.id, 'hide');
  const once = await ladder(moderator, first.id);
  await refusal(await moderator.post(`cases/${first.id}/bans`, banRequest(once), keyed()), 'MEASURE_NOT_ALLOWED');
  const second = await arrives(MILANO, moderator, { text: 'Idioti, siete tutti idioti', author });
  const decision = await takeDown(moderator, second.id, 'hide');
  const twice = await ladder(moderator, second.id);
  assert.equal(twice.history.breaches, 2);
  assert.ok(step(twice, 'ban').asks.includes('warning-or-why-not'));
  await refusal(await moderator.post(`cases/${second.id}/bans`, banRequest(twice), keyed()), 'WARNING_OR_REASON');
  const whyNoWarning = 'I suoi interventi erano già stati tolti: non c’era dove rispondere.';
  const banned = await moderator.post(`cases/${second.id}/bans`, banRequest(twice, { whyNoWarning }), keyed());
  const view = LadderView.parse(await accepted(banned));
  assert.equal(view.measures[0]?.whyNoWarning, whyNoWarning);
  assert.deepEqual(
    view.steps.slice(-2).map(({ measure }) => measure),
    ['report-platform', 'report-authorities'],
  );

  // What is taken back counts no more, and the ban that stood on it is looked at again at once.
  await accepted(await moderator.post(`decisions/${decision}/undo`, { reasons: 'Era una citazione di altri.' }));
  await desk.drain();
  assert.equal((await ladder(moderator, second.id)).history.breaches, 1);
  const page = AuthorsPage.parse(await accepted(await moderator.get('authors')));
  assert.equal(page.reviews.length, 1);
  assert.deepEqual(await desk.portavoce.ports.database.inBody(MILANO, (tx) => breachesAstray(tx, MILANO)), []);
});

test(
  proves(['MOS-070', 'MOS-071'], 'a confirmed violation goes, and its report waits for date and reference'),
  async () => {
    const moderator = await desk.signIn('moderator', MOSAICO);
    const found = await arrives(MOSAICO, moderator, { text: 'Siete degli idioti patentati', author: 'Ivo Inventato' });
    const before = await ladder(moderator, found.id);
    assert.equal(before.mustGo?.id, 'MOS-070');
    const clause = before.confirmable.find(({ proposed }) => proposed)?.id ?? '';
    const confirming = { clauses: [clause], policyDigest: before.policyDigest };
    await accepted(await moderator.post(`cases/${found.id}/violation`, confirming));
    await refusal(await moderator.post(`cases/${found.id}/violation`, confirming), 'ALREADY_CONFIRMED', 409);
    for (const kind of ['publish', 'no-action'] as const)
      await assert.rejects(moderator.decide(found.id, { kind }), /VIOLATION_STAYS/);
    await takeDown(moderator, found.id, 'remove');
    const removed = await ladder(moderator, found.id);
    const due = removed.reports[0];
    assert.deepEqual([due?.duty, due?.state, due?.clauses[0]], [true, 'due', 'MOS-071']);
    const open = async () => AuthorsPage.parse(await accepted(await moderator.get('authors'))).reports;
    assert.deepEqual(
      (await open()).map(({ id }) => id),
      [due?.id],
    );

    const done = { reference: 'FB-2026-0042', on: new Date(desk.clock.now()).toISOString().slice(0, 10) };
    await refusal(await moderator.post(`platform-reports/${due?.id}/done`, done), 'REPORT_NOT_OPEN');
    const notice = {
      ...{ reasons: removed.texts.notice, place: 'https://facebook.example/commento', notifier: 'Il Mosaico' },
      ...{ email: 'info@ilmosaicoservizi.it', goodFaith: true, policyDigest: removed.policyDigest },
    };
    const sent = LadderView.parse(await accepted(await moderator.post(`cases/${found.id}/platform-reports`, notice)));
    const task = sent.reports[0]?.enforcements[0];
    assert.equal(task?.state, 'by-hand');
    const guide = task?.guide?.steps.join(' ') ?? '';
    for (const element of [removed.texts.notice, notice.place, notice.email, 'buona fede'])
      assert.ok(sent.reports[0]?.notice?.includes(element), element);
    assert.ok(guide.includes('Motivi:'), 'the whole notice stands in the guide');
    const { reference: _, ...without } = done;
    assert.equal((await moderator.post(`platform-reports/${due?.id}/done`, without)).status, 422);
    await accepted(await moderator.post(`platform-reports/${due?.id}/done`, done));
    assert.deepEqual(await open(), []);
    const closed = (await ladder(moderator, found.id)).reports[0];
    assert.deepEqual([closed?.state, closed?.reference, closed?.reportedOn], ['done', done.reference, done.on]);
  },
);

test(proves('MOS-073', 'a ban at the first violation, discretionary and reasoned'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const found = await arrives(MOSAICO, moderator, { text: 'Ladri e idioti, tutti quanti', author: 'Ivo Inventato' });
  const before = await ladder(moderator, found.id);
  assert.equal(before.history.breaches, 1);
  assert.equal(step(before, 'ban').allowed, true);
  assert.match(step(before, 'ban').reasons[0]?.text ?? '', /discrezionale/);
  assert.equal(
    before.steps.some(({ measure }) => measure === 'warn'),
    false,
    'the policy knows no warning',
  );
  const short = banRequest(before, { reasons: '' });
  assert.equal((await moderator.post(`cases/${found.id}/bans`, short, keyed())).status, 422);
  const view = LadderView.parse(
    await accepted(await moderator.post(`cases/${found.id}/bans`, banRequest(before), keyed())),
  );
  assert.equal(view.measures[0]?.reasons, REASONS);
  await desk.drain();
  assert.equal(await bannedOn(MOSAICO), 1);
});

test('a ban that lands after it was lifted is undone, once', async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const before = await bannedOn(MOSAICO);
  const found = await arrives(MOSAICO, moderator, { text: 'Idioti voi e chi vi paga', author: 'Eva Inventata' });
  await takeDown(moderator, found.id, 'remove');
  const asked = banRequest(await ladder(moderator, found.id));
  const banned = await moderator.post(`cases/${found.id}/bans`, asked, keyed());
  const ban = LadderView.parse(await accepted(banned)).measures[0]?.id ?? '';
  await accepted(await moderator.post(`measures/${ban}/lift`, { reasons: 'Abbiamo sbagliato persona.' }));
  await desk.drain();
  assert.equal(await bannedOn(MOSAICO), before, 'whether it had been sent or not');
  // As the event tells it of one that was withdrawn too late, and as it may tell it again.
  const landed = { body: MOSAICO, command: ban, cause: ban, item: null, type: 'ban', state: 'confirmed' } as const;
  for (let nth = 0; nth < 2; nth += 1) await banLanded(desk.portavoce.ports, { ...landed, withdrawn: true });
  await desk.drain();
  const [unban] = (await ladder(moderator, found.id)).measures;
  assert.deepEqual(
    unban?.enforcements.map(({ type, state }) => [type, state]),
    [['unban', 'confirmed']],
  );
  assert.equal(await bannedOn(MOSAICO), before);
});

test('a minor: the desk notices the words, a person decides, nothing is counted or kept of the child', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const author = 'Tea Inventata';
  const found = await arrives(CREMA, moderator, { text: 'Ho 15 anni, posso scrivervi qui?', author });
  const view = await ladder(moderator, found.id);
  assert.deepEqual([view.minors?.age, view.minors?.below], [18, 'not-allowed']);
  const seen = { basis: 'said-so', outcomes: ['not-engaged', 'data-removed'] };
  await accepted(await moderator.post(`cases/${found.id}/minor`, seen));
  const head = await desk.signIn('head', CREMA);
  await accepted(await head.post(`cases/${found.id}/minor/data`, { remove: true }));
  await refusal(
    await moderator.post(`cases/${found.id}/minor`, { basis: 'said-so', outcomes: ['authorised'] }),
    'YOUNG_NOT_REGULATED',
  );
  const clause = view.minors?.clause.id ?? '';
  const { options } = await moderator.case(found.id);
  const offered = options.find(({ kind }) => kind === 'hide')?.grounds.some(({ id }) => id === clause);
  const ground = offered
    ? { kind: 'clause' as const, clause }
    : { kind: 'law' as const, rule: 'regola di prova', why: 'Tutela di una persona minorenne.' };
  await moderator.decide(found.id, { kind: 'hide', grounds: [ground], reasons: 'Tutela di una persona minorenne.' });
  await desk.drain();
  const after = await ladder(moderator, found.id);
  assert.equal(after.history.breaches, 0, 'no breach of a child');
  const { record } = await moderator.case(found.id);
  const act = record.find(({ kind }) => kind === 'minor.considered');
  assert.ok(act);
  assert.match(
    act.summary,
    /lo dice chi scrive: non si prosegue il dialogo, si tolgono i dati, quando lo dice anche un’altra persona$/,
  );
});
