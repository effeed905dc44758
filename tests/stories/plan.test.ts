// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordAbout } from '#audit';
import type { DraftContent, PlanDetail, PlanSlot } from '#editorial/contract';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, FOR_READERS, variantOn } from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';
import { type PlanHand, planHand, planWith, slotOn } from '../support/plan-hand.ts';
import { proves } from '../support/proves.ts';

// What goes out follows a plan that somebody else approved, where a policy says so; elsewhere a plan binds nobody.

const BODY = 'regione-calabria';
const TEXT = 'Giovedì il Centro per l’impiego di prova apre alle 9.';
const LINK = { url: 'https://ente.example/avvisi', title: 'Avvisi', description: 'Gli avvisi dell’ente.' };
const leftOut = ['instagram', 'linkedin', 'youtube'].map((network) => ({ network, reason: 'Avviso locale.' }));
/** Tuesday 24 November 2026, at half past nine in Rome. */
const SLOT = { day: '2026-11-24', time: '09:30' };
const AT_SLOT = '2026-11-24T08:30:00.000Z';

let desk: NetworksDesk;
let hand: EditorialHand;
let plans: PlanHand;
let author: Client;
let head: Client;
let free: { readonly hand: EditorialHand; readonly plans: PlanHand; readonly author: Client };
before(async () => {
  desk = await startNetworksDesk([BODY, 'asst-crema']);
  desk.clock.set('2026-11-23T07:00:00Z');
  const [town, other] = desk.towns as [Town, Town];
  hand = await editorialHand(desk, town);
  plans = planHand(desk.portavoce.url, BODY);
  [author, head] = [await desk.signIn('moderator'), await desk.signIn('head')];
  free = {
    hand: await editorialHand(desk, other),
    plans: planHand(desk.portavoce.url, 'asst-crema'),
    author: await desk.signIn('moderator', 'asst-crema'),
  };
});
after(() => desk?.close());

const contentOf = (more: Partial<DraftContent>): DraftContent => {
  const variants = [variantOn(hand.on('facebook').account)];
  return contentWith({ text: TEXT, links: [LINK], leftOut, variants, answers: [FOR_READERS], ...more });
};
const clausesIn = (detail: { readonly obstacles: readonly { readonly clause: string | null }[] }) =>
  detail.obstacles.map(({ clause }) => clause);

async function approved(plan: PlanDetail): Promise<PlanDetail> {
  const proposed = await plans.does(author, plan, 'proposal');
  return plans.does(head, proposed, 'approval', { digest: proposed.digest });
}

test(
  proves(
    'CAL-090',
    'a post of a plan that is not approved is refused until the Director approves it, and again once it changed',
  ),
  async () => {
    const slot = slotOn(SLOT.day, SLOT.time);
    const opened = await plans.opens(author, planWith({ slots: [slot] }));
    assert.deepEqual(opened.terms?.approval, { by: 'Dirigente generale', clause: 'CAL-090' });
    const draft = await hand.opens(author, contentOf({ slot: slot.id, at: AT_SLOT }));
    assert.deepEqual(clausesIn(draft), ['CAL-090']);
    assert.match(draft.obstacles[0]?.what ?? '', /«Settimana 48».*Dirigente generale/);
    assert.deepEqual(await hand.tries(author, draft, 'proposal'), { status: 422, code: 'NOT_READY' });

    assert.equal(await plans.refused(author, opened, 'approval', { digest: opened.digest }), 'ROLE_TOO_NARROW');
    const proposed = await plans.does(author, opened, 'proposal');
    assert.deepEqual(clausesIn(await hand.read(author, draft.id)), ['CAL-090'], 'proposed is not approved');
    assert.equal(
      await plans.refused(head, proposed, 'approval', { digest: '0'.repeat(64) }),
      'PLAN_NOT_AS_READ',
      'only what was read',
    );
    const signed = await plans.does(head, proposed, 'approval', { digest: proposed.digest });
    assert.equal(signed.state, 'approved');
    const free = await hand.read(author, draft.id);
    assert.deepEqual(clausesIn(free), []);
    assert.equal(free.plan.slot?.approved, true);
    const ready = await hand.does(author, free, 'proposal');

    const changed = await plans.saves(author, signed, { ...signed.content, aims: 'Un altro scopo.' });
    assert.equal(changed.state, 'draft');
    assert.equal(changed.approval?.void, 'Il piano è cambiato dopo l’approvazione.');
    const until = new Date(desk.clock.now().getTime() + 3 * 86_400_000);
    await assert.rejects(hand.approves(head, ready, until), /NOT_READY/);
    await approved(changed);
    const out = await hand.approves(head, await hand.read(author, draft.id), until);
    assert.equal(out.state, 'approved');
    const kinds = await desk.portavoce.ports.database.inBody(BODY, (tx) => recordAbout(tx, BODY, opened.id));
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['opened', 'proposed', 'approved', 'voided', 'proposed', 'approved'].map((step) => `editorial.plan-${step}`),
    );
  },
);

test('who wrote a plan does not approve it, also with the mandate of a head', async () => {
  const opened = await plans.opens(head, planWith({ title: 'Di chi dirige', slots: [slotOn('2026-11-25', '10:00')] }));
  const proposed = await plans.does(author, opened, 'proposal');
  assert.equal(await plans.refused(head, proposed, 'approval', { digest: proposed.digest }), 'PLAN_FOUR_EYES');
  await plans.does(author, proposed, 'discard', { reasons: 'Era una prova.' });
  assert.ok((await plans.list(author)).items.every(({ id }) => id !== opened.id));
});

test(
  proves(
    'CAL-091',
    'a post without a slot of the approved plan is refused, or goes out as off the plan with the reason',
  ),
  async () => {
    const bare = await hand.opens(author, contentOf({}));
    assert.deepEqual(clausesIn(bare), ['CAL-091']);
    assert.equal((await hand.tries(author, bare, 'proposal')).code, 'NOT_READY');
    const reasoned = await hand.opens(author, contentOf({ title: 'Fuori piano', offPlan: 'Chiusura per neve.' }));
    assert.deepEqual(clausesIn(reasoned), []);
    const proposed = await hand.does(author, reasoned, 'proposal');
    const signed = await hand.approves(head, proposed);
    await hand.does(author, signed, 'firing');
    assert.equal((await hand.settles(author, signed.id)).outings[0]?.state, 'out');
    const { unplanned, weeks } = await plans.calendar(author, '2026-11-23', '2026-11-29');
    assert.deepEqual(
      unplanned.map(({ content, offPlan }) => [content.title, offPlan]),
      [['Fuori piano', 'Chiusura per neve.']],
    );
    assert.equal(weeks[0]?.offPlan, 1);
    const gone = await hand.opens(author, contentOf({ slot: slotOn('2026-11-24', '09:00').id }));
    assert.match(gone.obstacles[0]?.what ?? '', /non è più in nessun piano/);
  },
);

test(proves('CAL-043', 'in the plan of a week each post has its slot; one of another week is refused'), async () => {
  const slots = [
    slotOn('2026-12-01', '09:00', { title: 'Primo' }),
    slotOn('2026-12-03', '15:30', { title: 'Secondo' }),
  ];
  const week = { title: 'Settimana 49', from: '2026-11-30', to: '2026-12-06', slots };
  await approved(await plans.opens(author, planWith(week)));
  const [first, second] = slots.map(({ id }) => id);
  for (const [title, slot, at] of [
    ['Primo', first, '2026-12-01T08:00:00.000Z'],
    ['Secondo', second, '2026-12-03T14:30:00.000Z'],
  ] as const)
    assert.deepEqual(clausesIn(await hand.opens(author, contentOf({ title, slot: slot ?? null, at }))), []);
  const seen = await plans.calendar(author, '2026-11-30', '2026-12-06');
  assert.deepEqual(
    seen.slots.map(({ day, time, contents, state }) => [day, time, contents.map(({ title }) => title), state]),
    [
      ['2026-12-01', '09:00', ['Primo'], 'in-hand'],
      ['2026-12-03', '15:30', ['Secondo'], 'in-hand'],
    ],
  );
  assert.deepEqual(seen.unplanned, [], 'each post of the week has its slot');
  const other = await hand.opens(author, contentOf({ slot: first ?? null, at: '2026-12-08T08:00:00.000Z' }));
  assert.deepEqual(clausesIn(other), ['CAL-043']);
  assert.equal((await hand.tries(author, other, 'proposal')).code, 'NOT_READY');
  const untimed = await hand.opens(author, contentOf({ slot: first ?? null }));
  assert.deepEqual(clausesIn(untimed), ['CAL-043'], 'the time is the plan’s, and has to be said');
  const early = await hand.opens(author, contentOf({ slot: first ?? null, at: '2026-12-01T07:00:00.000Z' }));
  assert.match(early.obstacles[0]?.what ?? '', /prima di quella che il piano prevede/);
});

test('a slot keeps to its accounts, and a plan that takes another’s place supersedes it', async () => {
  const slot = slotOn('2026-12-09', '09:00', { accounts: [hand.on('instagram').account] });
  const week = { title: 'Settimana 50', from: '2026-12-07', to: '2026-12-13' };
  await approved(await plans.opens(author, planWith({ ...week, slots: [slot] })));
  const draft = await hand.opens(author, contentOf({ slot: slot.id, at: '2026-12-09T08:00:00.000Z' }));
  assert.match(draft.obstacles[0]?.what ?? '', /il piano non prevede questa uscita qui/);
  const again = await plans.opens(
    author,
    planWith({ ...week, title: 'Nuova 50', slots: [slotOn('2026-12-10', '09:00')] }),
  );
  assert.deepEqual(
    again.supersedes.map(({ title }) => title),
    ['Settimana 50'],
  );
  await approved(again);
  assert.ok(
    (await plans.list(author)).items.some(({ title, state }) => title === 'Settimana 50' && state === 'superseded'),
  );
  assert.match((await hand.read(author, draft.id)).obstacles[0]?.what ?? '', /è stato sostituito/);
});

test('what was planned is held against what went out: on time, late, not done', async () => {
  const days = ['2026-12-14', '2026-12-15', '2026-12-16'] as const;
  const slots = days.map((day) => slotOn(day, '09:00', { title: day }));
  const plan = planWith({ title: 'Settimana 51', from: '2026-12-14', to: '2026-12-20', slots });
  await approved(await plans.opens(author, plan));
  const goes = async ({ id: slot, day }: PlanSlot, when: string) => {
    const at = `${day}T08:00:00.000Z`;
    const draft = await hand.opens(author, contentOf({ title: when, text: `${TEXT} ${when}`, slot, at }));
    const proposed = await hand.does(author, draft, 'proposal');
    const until = new Date(Date.parse('2026-12-31T00:00:00Z'));
    const signed = await hand.approves(head, proposed, until);
    desk.clock.set(when);
    await hand.does(author, signed, 'firing');
    assert.equal((await hand.settles(author, signed.id)).outings[0]?.state, 'out');
  };
  await goes(slots[0] as PlanSlot, '2026-12-14T09:00:00Z');
  await goes(slots[1] as PlanSlot, '2026-12-17T09:00:00Z');
  const seen = await plans.calendar(author, '2026-12-14', '2026-12-20');
  assert.deepEqual(
    seen.slots.map(({ day, state }) => [day, state]),
    [
      ['2026-12-14', 'on-time'],
      ['2026-12-15', 'late'],
      ['2026-12-16', 'not-done'],
    ],
  );
  assert.deepEqual(seen.weeks, [
    { week: '2026-12-14', planned: 3, onTime: 1, late: 1, notDone: 1, waiting: 0, offPlan: 0 },
  ]);
});

test('where no plan is approved a content needs none, and may have one all the same', async () => {
  const { hand: crema, plans: own, author: writer } = free;
  const slot = slotOn('2026-12-21', '09:00');
  const plan = await own.opens(writer, planWith({ from: '2026-12-21', to: '2026-12-27', slots: [slot] }));
  assert.equal(plan.terms, null);
  const variants = [variantOn(crema.on('facebook').account)];
  for (const place of [null, slot.id]) {
    const draft = await crema.opens(writer, contentWith({ text: TEXT, links: [LINK], variants, slot: place }));
    assert.equal(draft.plan.followed, null);
    assert.ok(
      draft.obstacles.every(({ what }) => !/pian/i.test(what)),
      JSON.stringify(draft.obstacles),
    );
  }
  assert.equal((await author.get(`editorial/plans/${plan.id}`)).status, 404, 'another body’s is not there');
});

test('two hands on a plan: the second is told, and an hour that does not exist is no time', async () => {
  const plan = await plans.opens(author, planWith({ title: 'Primavera', from: '2027-03-22', to: '2027-03-28' }));
  await plans.saves(head, plan, { ...plan.content, aims: 'Prima mano.' });
  const late = await plans.put(author, plan, { ...plan.content, aims: 'Seconda mano.' });
  assert.equal(late.status, 409);
  const now = await plans.read(author, plan.id);
  const skipped = await plans.put(author, now, { ...now.content, slots: [slotOn('2027-03-28', '02:30')] });
  assert.equal(((await skipped.json()) as { code: string }).code, 'PLAN_TIME_SKIPPED');
});
