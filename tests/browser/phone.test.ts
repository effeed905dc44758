// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, decisionOf, headingOf, PHONE, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';

const AUTHOR = 'Fosca Inventata';

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives(AUTHOR, 'Chiamate la signora Inventati al 347 1234567, risponde lei');
  await browsing.arrives('Guido Inventato', 'A che ora apre lo sportello?');
  const context = await browsing.profile({ viewport: PHONE, hasTouch: true, isMobile: true });
  page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('moderator'));
});
after(() => browsing.close());

const pathNow = () => new URL(page.url()).pathname;

async function tapTheRow(): Promise<void> {
  await rowOf(page, AUTHOR).tap();
  await headingOf(page, AUTHOR).waitFor();
}

test('the queue fills the screen; a case takes its place, at an address of its own', async () => {
  assert.equal(await decisionOf(page).count(), 0);
  await tapTheRow();
  assert.match(pathNow(), /^\/banco\/asl-roma-1\/pratiche\/[\w-]+$/);
  assert.equal(await queueOf(page).isVisible(), false, 'the queue is not stacked above the case');
});

test('back, by the browser or by the link, leads to the queue and to the row that was left', async () => {
  for (const goBack of [() => page.goBack(), () => page.getByRole('link', { name: 'Coda' }).last().tap()]) {
    await goBack();
    await queueOf(page).waitFor();
    assert.equal(pathNow(), '/banco/asl-roma-1');
    assert.equal(await headingOf(page, AUTHOR).count(), 0);
    await rowOf(page, AUTHOR).and(page.locator(':focus')).waitFor();
    await tapTheRow();
  }
});

test('a case opened at its address shows the case alone', async () => {
  await page.reload();
  await headingOf(page, AUTHOR).waitFor();
  assert.equal(await queueOf(page).isVisible(), false);
});

test('the decision is one touch away, and is taken', async () => {
  await page.getByRole('button', { name: 'Vai alla decisione' }).tap();
  const decision = decisionOf(page);
  await decision.getByRole('heading', { name: 'Decisione', exact: true }).and(page.locator(':focus')).waitFor();
  await decision.getByRole('radio', { name: 'Nascondi' }).tap();
  await decision.getByLabel('In base a quale punto?').selectOption({ value: 'clause:RM1-128' });
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).tap();
  await headingOf(page, 'Guido Inventato').waitFor();
  await decision.getByText('confermata sul social').waitFor();
});
