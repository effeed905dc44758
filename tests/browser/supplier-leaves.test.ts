// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { TokenMade } from '#governance/contract';
import { manualClock } from '#kernel';
import { launchChromium } from '../support/chromium.ts';
import { type Client, clientOf } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { answered, comesIn, PASSWORD, personNamed, refusedAs } from '../support/people-hand.ts';
import { newProfile, openCase, queueOf } from './browsing.ts';

// An outside supplier leaves at noon and can do nothing at 12:01: not with the pages that stand open, not with the token of a
// program, not by signing in again.

const BODY = BODIES.asl.slug;
const NAME = 'Fornitrice Inventata';
const NOON = '2026-11-20T12:00:00+01:00';
const TEXT = 'A che ora apre lo sportello di prova?';
const clock = manualClock('2026-11-20T11:30:00+01:00');
let desk: Desk;
let browser: Browser;
let head: Client;
let supplier: { readonly id: string; readonly client: Client };
let token: string;
before(async () => {
  desk = await startDesk({ clock });
  head = await desk.signIn('head');
  await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author: 'Ugo Inventato', text: TEXT });
  await desk.drain();
  supplier = await comesIn(desk.portavoce, head, {
    ...{ body: BODY, name: NAME },
    over: {
      ...{ capacity: 'supplier', engagement: 'external', until: new Date(NOON).toISOString() },
      accounts: [desk.accounts.asl],
    },
  });
  const content = { name: 'Calendario del sito', scopes: ['read', 'drafts'], days: 365 };
  token = (await answered(TokenMade, await supplier.client.post('tokens', content))).token;
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

const email = `fornitrice.inventata@${BODY}.example`;
const withToken = (path: string) =>
  fetch(`${desk.url}/api/bodies/${BODY}/${path}`, { headers: { authorization: `Bearer ${token}` } });

async function pageOf(): Promise<Page> {
  const context = await newProfile(browser, desk.url);
  return context.newPage();
}

async function signsIn(page: Page): Promise<void> {
  await page.goto('/accedi');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accedi' }).click();
}

let queue: Page;
let hand: Page;

test('at 11:59 she works: the queue, a case, a token', async () => {
  clock.set('2026-11-20T11:59:00+01:00');
  queue = await pageOf();
  await signsIn(queue);
  await queueOf(queue).getByText(TEXT).first().waitFor();
  hand = await queue.context().newPage();
  await hand.goto(`/banco/${BODY}`);
  await openCase(hand, 'Ugo Inventato');
  assert.equal((await withToken('editorial/drafts')).status, 200);
});

test('at 12:01 the pages that stand open do nothing, and say why', async () => {
  clock.set('2026-11-20T12:01:00+01:00');
  // What she would do from the page that stands open, in her browser's own session.
  const refused = await hand.evaluate(
    async ([body]) => {
      const answers: string[] = [];
      for (const path of ['cases', 'record', 'editorial/drafts', 'tokens', 'turns']) {
        const response = await fetch(`/api/bodies/${body}/${path}`);
        answers.push(`${response.status} ${((await response.json()) as { code?: string }).code}`);
      }
      const post = await fetch(`/api/bodies/${body}/editorial/drafts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      answers.push(`${post.status} ${((await post.json()) as { code?: string }).code}`);
      return answers;
    },
    [BODY],
  );
  assert.deepEqual([...new Set(refused)], ['403 NO_MANDATE']);
  assert.equal(refused.length, 6);
  await queue.reload();
  await queue
    .getByText(/Nessun incarico|Non hai un incarico/)
    .first()
    .waitFor();
  assert.equal(await queue.getByText(TEXT).count(), 0, 'nothing of the queue is shown');
});

test('nor does the token, nor a new session', async () => {
  await refusedAs(await withToken('editorial/drafts'), 'NO_MANDATE');
  const again = await pageOf();
  await signsIn(again);
  await again
    .getByText(/Nessun incarico/)
    .first()
    .waitFor();
  await refusedAs(await (await clientOf(desk.url, BODY, { email, password: PASSWORD })).get('cases'), 'NO_MANDATE');
});

test('two minutes later everything is closed and told: sessions, token, mandate', async () => {
  clock.set('2026-11-20T12:02:30+01:00');
  await desk.portavoce.sweeps.sweep();
  await refusedAs(await withToken('editorial/drafts'), 'TOKEN_OVER', 401);
  await refusedAs(await supplier.client.get('/api/session'), 'NOT_SIGNED_IN', 401);
  const { departures, mandates } = await personNamed(head, NAME);
  assert.deepEqual([departures[0]?.why, mandates[0]?.state], ['term', 'ended']);
  assert.equal(departures[0]?.closed.tokens, 1);
  assert.ok((departures[0]?.closed.sessions ?? 0) >= 2);
  await hand.reload();
  await hand.getByRole('heading', { name: 'Accedi al banco social' }).waitFor();
  const told = (await head.record()).items.find(({ kind }) => kind === 'person.left');
  assert.match(told?.summary ?? '', /gettoni 1/);
  assert.equal((await head.verification()).intact, true);
});
