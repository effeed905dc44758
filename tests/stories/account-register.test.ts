// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { manualClock } from '#kernel';
import { ToDo } from '#moderation/contract';
import { adopt } from '#rulebook';
import { AccountsView } from '../../src/rulebook/pages/contract.ts';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { proves } from '../support/proves.ts';
import {
  ACT,
  ACT_WORDS,
  accountIn,
  enters,
  entry,
  newest,
  refused,
  registerOf,
  requestOf,
  step,
} from '../support/register-hand.ts';
import { smallPolicy } from '../support/rulebook-hand.ts';

// A service of ASL Roma 1 wants an account: from its request to its end, and what is refused on the way.

const ASL = BODIES.asl.slug;
const PRESS = 'area Comunicazione e relazioni esterne';
const DAY_MS = 86_400_000;

const clock = manualClock('2026-11-23T09:00:00Z');
let desk: Desk;
let head: Client;
let service: Colleague;
let press: Colleague;
let board: Colleague;
before(async () => {
  desk = await startDesk({ clock });
  head = await desk.signIn('head');
  service = await joins(desk.portavoce, { body: ASL, name: 'Serena Servizio', office: 'Consultori' });
  press = await joins(desk.portavoce, { body: ASL, name: 'Carla Comunicazione', office: PRESS });
  board = await joins(desk.portavoce, {
    body: ASL,
    name: 'Dario Direzione',
    role: 'head',
    office: 'Direzione generale',
  });
});
after(() => desk.close());

const publicList = async (): Promise<AccountsView> =>
  AccountsView.parse(await (await fetch(`${desk.url}/policy/${ASL}/account.json`)).json());
const onPublicList = async (network: string) =>
  (await publicList()).networks.find((one) => one.network === network)?.registered ?? [];
const publicPage = async () => (await fetch(`${desk.url}/policy/${ASL}/account`)).text();
const settlement = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ outcome: 'authorised', authority: 'Direzione generale', act: ACT },
  ...more,
});

let request = '';
let account = '';

test(proves('RM1-148', 'what a request has to say comes from configuration, marked as not in the source'), async () => {
  const first = await registerOf(service.client);
  assert.ok(first.questions.length >= 3);
  for (const { inSource, clause } of first.questions) assert.deepEqual([inSource, clause], [false, 'RM1-148']);
  const asks = ['Scopo dell’account', 'Chi sono i destinatari'];
  const chosen = await step(head, 'choice', { asks, checkDays: 30, silenceDays: 10, act: ACT_WORDS });
  assert.deepEqual(
    chosen.questions.map(({ label }) => label),
    asks,
  );
  const asked = requestOf(chosen, service.id);
  assert.equal(
    await refused(service.client, 'account-register/requests', { ...asked, answers: asked.answers.slice(1) }),
    'REQUEST_INCOMPLETE',
  );
  const saved = newest(await step(service.client, 'requests', asked));
  assert.equal(await refused(service.client, 'account-register/requests', asked), 'ACCOUNT_REQUEST_OPEN', 'once');
  request = saved.id;
  assert.deepEqual(
    [saved.state, saved.service, saved.isMine, saved.keeper],
    ['asked', 'Consultori', true, 'Serena Servizio'],
  );
  assert.deepEqual(
    saved.answers.map(({ label, inSource, clause }) => [label, inSource, clause]),
    asks.map((label) => [label, false, 'RM1-148']),
  );
});

async function waiting(client: Client): Promise<Readonly<Record<string, number>>> {
  const { items } = ToDo.parse(await (await client.get('to-do')).json());
  return Object.fromEntries(items.map(({ kind, count }) => [kind, count]));
}

test('what waits is counted for whoever may see to it, not for who asked', async () => {
  assert.equal((await waiting(press.client))['account-requests'], 1);
  assert.equal((await waiting(service.client))['account-requests'], undefined);
});

test(proves('RM1-149', 'no opinion, no authorisation; no authorisation, no account'), async () => {
  const path = `account-register/requests/${request}`;
  assert.equal(await refused(board.client, `${path}/settlement`, settlement()), 'OPINION_MISSING');
  assert.equal(await refused(head, 'accounts', entry('instagram', 'consultori')), 'ACCOUNT_NOT_AUTHORISED');
  assert.equal(
    await refused(head, 'accounts', entry('instagram', 'consultori', { request })),
    'REQUEST_NOT_AUTHORISED',
  );
  const opinion = { outcome: 'favourable', note: 'Un account solo per i giovani è utile.' };
  assert.equal(await refused(board.client, `${path}/opinion`, opinion), 'NOT_YOUR_OFFICE');
  const advised = newest(await step(press.client, `requests/${request}/opinion`, opinion));
  assert.deepEqual(
    [advised.state, advised.opinion?.office, advised.opinion?.by],
    ['opined', PRESS, 'Carla Comunicazione'],
  );
  assert.equal(await refused(press.client, `${path}/opinion`, opinion), 'REQUEST_MOVED_ON');
  assert.equal(await refused(head, 'accounts', entry('instagram', 'consultori')), 'ACCOUNT_NOT_AUTHORISED');
  assert.equal(await refused(press.client, `${path}/settlement`, settlement()), 'ROLE_TOO_NARROW');
  assert.equal(
    await refused(board.client, `${path}/settlement`, settlement({ authority: 'Dirigente del distretto' })),
    'ACT_OF_ANOTHER',
  );
  assert.equal(
    await refused(board.client, `${path}/settlement`, settlement({ act: { ...ACT, date: '2027-01-01' } })),
    'ACT_DATE_WRONG',
  );
  const settled = newest(await step(board.client, `requests/${request}/settlement`, settlement()));
  assert.equal(settled.state, 'authorised');
  assert.equal(settled.settled?.act, 'deliberazione n. 41 del 20 novembre 2026');
  account = await enters(head, entry('instagram', 'consultori'));
  assert.equal(newest(await registerOf(head)).account, account);
  assert.equal(
    await refused(head, 'accounts', entry('instagram', 'altro')),
    'ACCOUNT_NOT_AUTHORISED',
    'one request, one account',
  );
});

test('who asks neither gives the opinion nor authorises, whatever else they may do', async () => {
  const both = await joins(desk.portavoce, { body: ASL, name: 'Sola Soletta', role: 'head', office: PRESS });
  const asked = newest(await step(both.client, 'requests', requestOf(await registerOf(both.client), both.id)));
  const path = `account-register/requests/${asked.id}`;
  const opinion = { outcome: 'favourable', note: 'Mi sembra una buona idea.' };
  assert.equal(await refused(both.client, `${path}/opinion`, opinion), 'OWN_ACCOUNT_REQUEST');
  await step(press.client, `requests/${asked.id}/opinion`, { ...opinion, outcome: 'contrary' });
  assert.equal(await refused(both.client, `${path}/settlement`, settlement()), 'OWN_ACCOUNT_REQUEST');
  const closed = newest(
    await step(board.client, `requests/${asked.id}/settlement`, {
      outcome: 'refused',
      note: 'Non serve un altro account.',
    }),
  );
  assert.deepEqual(
    [closed.state, closed.settled?.act, closed.settled?.note],
    ['refused', null, 'Non serve un altro account.'],
  );
  assert.equal(await refused(board.client, `${path}/settlement`, settlement()), 'REQUEST_MOVED_ON');
});

test('connected, it is on the public list with its act and nobody’s name', async () => {
  const secrets = { route: 'instagram-login', token: 'segreto-di-prova-1' };
  const answer = await head.post(`accounts/${account}/secrets`, { baseUrl: 'http://127.0.0.1:1', secrets });
  assert.equal(answer.status, 200, await answer.clone().text());
  const [listed] = await onPublicList('instagram');
  assert.equal(listed?.act, 'Direzione generale: deliberazione n. 41 del 20 novembre 2026');
  assert.equal(listed?.state, 'active');
  const page = await publicPage();
  assert.ok(page.includes('deliberazione n. 41 del 20 novembre 2026'));
  for (const name of ['Serena Servizio', 'Carla Comunicazione', 'Dario Direzione'])
    assert.ok(!page.includes(name) && !JSON.stringify(await publicList()).includes(name), name);
});

describe('supervision', () => {
  test(proves('RM1-150', 'an approved account that nobody looked at in the interval is a task'), async () => {
    const fresh = accountIn(await registerOf(head), account);
    assert.equal(fresh.supervision.nextOn, '2026-12-23');
    assert.deepEqual(
      [fresh.textsState, fresh.supervision.isDue, fresh.supervision.isSilent],
      ['unchecked', false, false],
    );
    assert.ok(fresh.texts && [...fresh.texts.bio].length <= 150 && fresh.texts.pinned.length <= 2200);
    assert.ok(fresh.texts.missing.includes('privacy-notice'), 'RM1 does not say where the notice is read');
    const look = { digest: fresh.texts.digest, bio: true, pinned: true, links: true, privacy: false, note: '' };
    const missed = accountIn(await step(press.client, `accounts/${account}/checks`, look), account);
    assert.equal(missed.textsState, 'wrong');
    clock.advance(11 * DAY_MS);
    const path = `account-register/accounts/${account}/checks`;
    assert.equal(await refused(press.client, path, { ...look, digest: 'altro' }), 'TEXTS_CHANGED');
    const seen = accountIn(await step(press.client, `accounts/${account}/checks`, { ...look, privacy: true }), account);
    assert.equal(seen.textsState, 'standing');
    assert.deepEqual(
      [seen.supervision.nextOn, seen.supervision.isSilent, seen.supervision.silentDays],
      ['2027-01-03', true, 11],
    );
    const before = (await waiting(head))['account-checks'] ?? 0;
    clock.advance(31 * DAY_MS);
    assert.ok(accountIn(await registerOf(head), account).supervision.isDue);
    assert.equal((await waiting(head))['account-checks'], before + 2, 'this one and the page of the body');
  });

  test('a policy that changed wants its texts written anew', async () => {
    const comune = await desk.signIn('head', 'comune');
    const id = desk.accounts.comune;
    const { texts } = accountIn(await registerOf(comune), id);
    assert.ok(texts);
    const look = { digest: texts.digest, bio: true, pinned: true, links: true, privacy: true, note: '' };
    assert.equal(accountIn(await step(comune, `accounts/${id}/checks`, look), id).textsState, 'standing');
    const file = 'seconda versione';
    await adopt(desk.portavoce.ports, { source: smallPolicy('2'), file, act: 'atto di prova', person: null });
    const changed = accountIn(await registerOf(comune), id);
    assert.equal(changed.textsState, 'renew');
    assert.match(changed.texts?.pinned ?? '', /Vengono rimossi: dati personali\./);
  });
});

test('suspended it is told on the list, resumed it is as before', async () => {
  const act = { act: ACT_WORDS, reason: 'Il servizio è in riorganizzazione' };
  const path = `account-register/accounts/${account}`;
  const moderator = await desk.signIn('moderator');
  assert.equal(await refused(moderator, `${path}/suspension`, act), 'ROLE_TOO_NARROW');
  const { client } = await joins(desk.portavoce, { body: ASL, name: 'Altra Responsabile', role: 'head' });
  assert.equal(accountIn(await step(client, `accounts/${account}/suspension`, act), account).state, 'suspended');
  assert.equal(await refused(client, `${path}/suspension`, act), 'ACCOUNT_STATE_WRONG');
  assert.equal((await onPublicList('instagram'))[0]?.state, 'suspended');
  assert.match(await publicPage(), /<strong>Sospeso<\/strong>/);
  assert.equal(accountIn(await step(client, `accounts/${account}/resumption`, act), account).state, 'active');
  assert.equal((await onPublicList('instagram'))[0]?.state, 'active');
});

test('closed it leaves the list, its secrets are gone, and what is known of it is kept', async () => {
  const { client } = await joins(desk.portavoce, { body: ASL, name: 'Ultima Responsabile', role: 'head' });
  const closing = { act: ACT_WORDS, reason: 'Il progetto è finito', keptAt: 'protocollo n. 1234 del 2026' };
  const closed = accountIn(await step(client, `accounts/${account}/closing`, closing), account);
  assert.deepEqual([closed.state, closed.keepers, closed.archive?.keptAt], ['closed', [], closing.keptAt]);
  assert.deepEqual(await onPublicList('instagram'), []);
  const secrets = { baseUrl: 'http://127.0.0.1:1', secrets: { token: 'segreto-di-prova-2' } };
  assert.equal(await refused(client, `accounts/${account}/secrets`, secrets), 'ACCOUNT_STATE_WRONG');
  const answer = await client.get(`account-register/accounts/${account}/archive`);
  assert.equal(answer.status, 200);
  const kept = Archive.parse(await answer.json());
  assert.equal(kept.contentsKeptAt, closing.keptAt);
  assert.deepEqual([kept.request.service, kept.keepers.length, kept.checks.length], ['Consultori', 1, 2]);
  assert.deepEqual(
    kept.changes.map(({ state }) => state),
    ['suspended', 'active', 'closed'],
  );
});

const Archive = z.object({
  contentsKeptAt: z.string(),
  request: z.object({ service: z.string() }),
  keepers: z.array(z.object({ name: z.string() })),
  checks: z.array(z.object({ by: z.string() })),
  changes: z.array(z.object({ state: z.string() })),
});

test('each step is in the record with its act, and the record holds', async () => {
  const client = await desk.signIn('auditor');
  const { items } = await client.record();
  const kinds = items.map(({ kind }) => kind);
  for (const kind of [
    'requested',
    'opinion-given',
    'authorised',
    'registered',
    'suspended',
    'resumed',
    'closed',
    'archived',
  ])
    assert.ok(kinds.includes(`account.${kind}`), kind);
  const authorised = items.find(({ kind }) => kind === 'account.authorised');
  assert.ok(authorised?.clauses.includes('RM1-149'));
  assert.match(authorised?.summary ?? '', /deliberazione n\. 41 del 20 novembre 2026/);
  assert.equal((await client.verification()).intact, true);
});

test('an auditor reads and does nothing; another body sees nothing of it', async () => {
  const auditor = await desk.signIn('auditor');
  const register = await registerOf(auditor);
  assert.ok(register.accounts.length > 0);
  const impostor = { network: 'x', url: 'https://x.example/finto', name: 'Finto', byStaff: false, note: '' };
  for (const [path, content] of [
    ['requests', requestOf(register, service.id)],
    ['impostors', impostor],
    [`accounts/${desk.accounts.asl}/suspension`, { act: ACT_WORDS, reason: 'Non si può' }],
  ] as const)
    assert.equal(await refused(auditor, `account-register/${path}`, content), 'ROLE_TOO_NARROW', path);
  const stranger = await desk.signIn('head', 'comune');
  assert.equal((await stranger.get(`/api/bodies/${ASL}/account-register`)).status, 403);
  const other = `account-register/accounts/${desk.accounts.asl}/suspension`;
  assert.equal(await refused(stranger, other, { act: ACT_WORDS, reason: 'Non si può' }), 'ACCOUNT_UNKNOWN');
});
