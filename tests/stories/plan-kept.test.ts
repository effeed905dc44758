// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordPage } from '#audit';
import { plansDue } from '#editorial';
import { type DraftContent, FeedList, FreshnessList, NewFeed } from '#editorial/contract';
import { ToDo } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import {
  ASKED_OF_EVERY,
  contentWith,
  type EditorialHand,
  editorialHand,
  variantOn,
} from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';
import { type PlanHand, planHand, planWith, slotOn } from '../support/plan-hand.ts';
import { proves } from '../support/proves.ts';

// What has to be kept up to date is asked for when its day comes: work plans, pages; and who follows a plan from elsewhere.

const CALABRIA = 'regione-calabria';
const MOSAICO = 'il-mosaico';
const CURRENT = 'attualità collegata (MOS-084)';

let desk: NetworksDesk;
let plans: PlanHand;
let author: Client;
let head: Client;
let cooperative: { readonly hand: EditorialHand; readonly author: Client; readonly head: Client };
before(async () => {
  desk = await startNetworksDesk([CALABRIA, MOSAICO]);
  desk.clock.set('2026-11-23T07:00:00Z');
  const [, other] = desk.towns as [Town, Town];
  plans = planHand(desk.portavoce.url, CALABRIA);
  [author, head] = [await desk.signIn('moderator'), await desk.signIn('head')];
  cooperative = {
    hand: await editorialHand(desk, other),
    author: await desk.signIn('moderator', MOSAICO),
    head: await desk.signIn('head', MOSAICO),
  };
});
after(() => desk?.close());

const sweeps = (body: string) => plansDue(desk.portavoce.ports, body);
async function waiting(client: Client): Promise<Record<string, number>> {
  const { items } = ToDo.parse(await (await client.get('to-do')).json());
  return Object.fromEntries(items.map(({ kind, count }) => [kind, count]));
}
const recorded = async (body: string) =>
  (await desk.portavoce.ports.database.inBody(body, (tx) => recordPage(tx, body, { before: 1e9, limit: 50 }))).map(
    ({ kind, clauses }) => [kind, clauses] as const,
  );

test(
  proves(
    'CAL-096',
    'a work plan not kept within the days that the body chose opens a reminder; changed, it is approved again',
  ),
  async () => {
    const work = [
      { id: slotOn('2026-11-23', '09:00').id, week: '2026-11-23', who: 'A. Prova', what: 'Avvisi', done: false },
    ];
    const opened = await plans.opens(author, planWith({ kind: 'work', title: 'Lavoro', to: '2027-01-31', work }));
    assert.deepEqual(opened.terms?.approval, { by: null, clause: 'CAL-096' });
    const proposed = await plans.does(author, opened, 'proposal');
    assert.equal((await waiting(head)).plans, 1);
    const signed = await plans.does(head, proposed, 'approval', { digest: proposed.digest });
    desk.clock.set('2026-12-23T07:00:00Z');
    await sweeps(CALABRIA);
    assert.equal((await plans.list(author)).reminder, null, 'the policy gives no interval and the body chose none');

    desk.clock.set('2026-11-23T08:00:00Z');
    assert.equal(
      (await author.post('editorial/plan-choice', { workDays: 7, lateMinutes: null, act: 'nota 3' })).status,
      403,
    );
    const chosen = await head.post('editorial/plan-choice', { workDays: 7, lateMinutes: null, act: 'nota 3 del 2026' });
    assert.equal(chosen.status, 200, await chosen.clone().text());
    desk.clock.set('2026-11-30T22:59:00Z');
    await sweeps(CALABRIA);
    assert.equal((await plans.list(author)).reminder, null, 'the seventh day is still within');
    desk.clock.set('2026-11-30T23:00:00Z');
    await sweeps(CALABRIA);
    await sweeps(CALABRIA);
    assert.deepEqual((await plans.list(author)).reminder, { since: '2026-11-30', plan: signed.id });
    assert.equal((await waiting(author))['work-plan'], 1);
    assert.deepEqual(
      (await recorded(CALABRIA)).filter(([kind]) => kind === 'editorial.plan-reminder'),
      [['editorial.plan-reminder', ['CAL-096']]],
      'once',
    );

    const done = work.map((item) => ({ ...item, done: true }));
    const changed = await plans.saves(author, signed, { ...signed.content, work: done });
    assert.equal(changed.state, 'draft', 'approval is again required');
    assert.notEqual(changed.approval?.void, null);
    assert.equal((await plans.list(author)).reminder, null);
    assert.equal((await waiting(author))['work-plan'], undefined);
  },
);

const contentOf = (more: Partial<DraftContent>) =>
  contentWith({
    ...{ text: 'Lunedì apre il doposcuola di prova.', ...ASKED_OF_EVERY[MOSAICO] },
    links: [{ url: 'https://ente.example/doposcuola', title: 'Doposcuola', description: 'Il doposcuola.' }],
    variants: [variantOn(cooperative.hand.on('facebook').account)],
    ...more,
  });

test(proves('MOS-083', 'a draft says which of the two themes it has, or goes nowhere'), async () => {
  const { hand, author: writer } = cooperative;
  for (const theme of ['', 'un tema qualunque']) {
    const bare = await hand.answers(writer, await hand.opens(writer, contentOf({ theme })));
    assert.deepEqual(
      bare.obstacles.map(({ clause }) => clause),
      ['MOS-083'],
    );
    assert.deepEqual(await hand.tries(writer, bare, 'proposal'), { status: 422, code: 'NOT_READY' });
  }
  const [asked] = (await hand.opens(writer, contentOf({}))).plan.themes;
  assert.deepEqual([asked?.clause, asked?.themes.length], ['MOS-083', 2]);
  for (const theme of asked?.themes ?? []) {
    const draft = await hand.answers(writer, await hand.opens(writer, contentOf({ theme, title: theme.slice(0, 40) })));
    assert.deepEqual(draft.obstacles, []);
    assert.equal((await hand.does(writer, draft, 'proposal')).state, 'proposed');
  }
});

test(
  proves('MOS-084', 'current affairs without the service or project that they are about are told apart'),
  async () => {
    const { hand, author: writer } = cooperative;
    const asked = 'l’attività, il servizio o il progetto a cui si collega';
    const told = (detail: { readonly asked: readonly { clause: string; asked: string; answer: string | null }[] }) =>
      detail.asked.filter(({ clause }) => clause === 'MOS-084').map((one) => [one.asked, one.answer]);
    assert.deepEqual(told(await hand.opens(writer, contentOf({}))), []);
    const bare = await hand.opens(writer, contentOf({ theme: CURRENT }));
    assert.deepEqual(told(bare), [[asked, null]]);
    const tied = await hand.answers(writer, bare);
    assert.deepEqual(told(tied), [[asked, 'Sì: l’ha verificato l’ufficio stampa.']]);
  },
);

test(proves('MOS-091', 'what is on the pages and past its day of review opens a task to update it'), async () => {
  const { hand, author: writer, head: leader } = cooperative;
  const draft = await hand.answers(writer, await hand.opens(writer, contentOf({ title: 'Post fissato' })));
  const list = async (response: Promise<Response>) => FreshnessList.parse(await (await response).json());
  const set = (more: object) => ({ content: null, account: null, what: 'Orari', reviewOn: '2027-01-10', ...more });
  const early = await writer.post('editorial/freshness', set({ content: draft.id }));
  assert.equal(early.status, 422, 'what is not out stands on no page');
  const signed = await hand.approves(leader, await hand.does(writer, draft, 'proposal'));
  await hand.does(writer, signed, 'firing');
  await hand.settles(writer, signed.id);
  const { account } = hand.on('facebook');
  await list(writer.post('editorial/freshness', set({ content: draft.id, what: 'Orari nel post fissato' })));
  const both = await list(writer.post('editorial/freshness', set({ account, what: 'Testo del profilo' })));
  assert.deepEqual([both.clause, both.items.length], ['MOS-091', 2]);

  desk.clock.set('2027-01-09T22:59:00Z');
  await sweeps(MOSAICO);
  assert.equal((await waiting(writer)).pages, undefined);
  desk.clock.set('2027-01-09T23:00:00Z');
  await sweeps(MOSAICO);
  await sweeps(MOSAICO);
  assert.equal((await waiting(writer)).pages, 2);
  assert.deepEqual(
    (await recorded(MOSAICO)).filter(([kind]) => kind === 'editorial.page-due'),
    [
      ['editorial.page-due', ['MOS-091']],
      ['editorial.page-due', ['MOS-091']],
    ],
  );
  const due = (await list(writer.get('editorial/freshness'))).items.filter((one) => one.due);
  const [first, second] = due;
  const outcome = { outcome: 'Corretti gli orari.', again: '2027-06-30' };
  const settled = await list(writer.post(`editorial/freshness/${first?.id}/outcome`, outcome));
  assert.equal(settled.items.filter((one) => one.due).length, 1);
  assert.ok(settled.items.some((one) => one.reviewOn === '2027-06-30' && one.done === null && !one.due));
  assert.equal((await writer.post(`editorial/freshness/${first?.id}/outcome`, outcome)).status, 404, 'once');
  await list(writer.post(`editorial/freshness/${second?.id}/outcome`, { ...outcome, again: null }));
  assert.equal((await waiting(writer)).pages, undefined);
});

test('a calendar elsewhere follows what is approved, under an address that is revoked', async () => {
  desk.clock.set('2027-02-01T07:00:00Z');
  const url = desk.portavoce.url;
  const slots = [slotOn('2027-02-03', '09:00', { title: 'Bando di prova' })];
  const opened = await plans.opens(
    author,
    planWith({ title: 'Febbraio', from: '2027-02-01', to: '2027-02-28', slots }),
  );
  const { address, items } = NewFeed.parse(await (await author.post('editorial/plan-feeds', {})).json());
  assert.deepEqual([items.length, items[0]?.own], [1, true]);
  assert.ok(address.startsWith(`${url}/calendario/${CALABRIA}/`));
  const follow = async () => {
    const response = await fetch(address);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const before = await follow();
  assert.equal(before.status, 200);
  assert.match(before.type ?? '', /^text\/calendar/);
  assert.doesNotMatch(before.text, /Bando/, 'nobody approved it yet');
  const file = await (await author.get(`editorial/plans/${opened.id}/calendar.ics`)).text();
  assert.match(file, /STATUS:TENTATIVE/);
  const [, uid] = /^UID:(.+)$/m.exec(file) ?? [];
  const proposed = await plans.does(author, opened, 'proposal');
  await plans.does(head, proposed, 'approval', { digest: proposed.digest });
  const after = await follow();
  assert.match(after.text, /SUMMARY:Bando di prova/);
  assert.ok(after.text.includes(`UID:${uid}`), 'under the same name');
  assert.equal((await fetch(address.replace(CALABRIA, MOSAICO))).status, 404, 'of one body alone');
  const auditor = await desk.signIn('auditor');
  assert.deepEqual(FeedList.parse(await (await auditor.get('editorial/plan-feeds')).json()).items, []);
  assert.equal((await auditor.post(`editorial/plan-feeds/${items[0]?.id}/end`, {})).status, 403);
  assert.equal((await head.post(`editorial/plan-feeds/${items[0]?.id}/end`, {})).status, 200);
  assert.equal((await follow()).status, 404);
});
