// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import {
  type Browsing,
  DESKTOP,
  headingOf,
  openCase,
  PHONE,
  queueOf,
  rowOf,
  signInAs,
  startBrowsing,
} from './browsing.ts';

// The head of the desk: what is in sight, what is folded away under its labels, what waits with a term; and a calmer view.

const BODY = 'asl-roma-1';
const THREAT = 'Domani vengo lì e vi ammazzo tutti';
const SHOTS = process.env.PORTAVOCE_PICTURES;

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives('Ira Inventata', THREAT);
  await browsing.arrives('Bice Inventata', 'Grazie per la vaccinazione di ieri, tutti gentili');
  const context = await browsing.profile();
  page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('head'));
});
after(() => browsing?.close());

const nav = () => page.getByRole('navigation', { name: 'Sezioni del banco' });
const namesIn = (names: readonly string[]) => names.map((name) => name.replace(/\d+$/, '').trim());

for (const [size, expected] of [
  [DESKTOP, ['Coda', 'Da fare', 'Crisi', 'Inoltri', 'Riesami', 'Autori', 'Prove e denunce']],
  [PHONE, ['Coda', 'Da fare', 'Crisi']],
] as const) {
  test(`at ${size.width} px the head is one row, and everything else is one step away`, async () => {
    await page.setViewportSize(size);
    await nav().waitFor();
    assert.deepEqual(namesIn(await nav().getByRole('link').allInnerTexts()), expected);
    const tops = await nav()
      .locator('ul.sections')
      .first()
      .locator(':scope > li')
      .evaluateAll((rows) =>
        rows.filter((row) => row.offsetParent !== null).map((row) => row.getBoundingClientRect().top),
      );
    assert.equal(new Set(tops).size, 1, 'one row');
    assert.ok(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'));
    await nav().getByText('Altro', { exact: true }).click();
    for (const group of ['Lavoro', 'Regole e testi', 'Ente'])
      await nav().getByRole('heading', { name: group }).waitFor();
    const all = namesIn(await nav().getByRole('link').allInnerTexts());
    for (const name of [
      'Inoltri',
      'Riesami',
      'Autori',
      'Registro',
      'Turni',
      'Account',
      'Policy',
      'Policy pubblica',
      'Parità di trattamento',
    ])
      assert.equal(all.filter((one) => one === name).length, 1, name);
    await assertAccessible(page);
    await page.setViewportSize(size);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/head-${size.width}.png` });
    await page.keyboard.press('Escape');
    await nav().getByRole('heading', { name: 'Ente' }).waitFor({ state: 'detached' });
  });
}

test('the folded pages open by keyboard, and the menu closes behind', async () => {
  await page.setViewportSize(DESKTOP);
  const more = nav().locator('summary');
  await more.focus();
  await page.keyboard.press('Enter');
  await nav().getByRole('link', { name: 'Registro', exact: true }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Registro');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/registro$/);
  await nav().getByRole('heading', { name: 'Ente' }).waitFor({ state: 'hidden' });
});

test('what waits with a term is told above the queue and leads to its place', async () => {
  await page.goto(`/banco/${BODY}`);
  await queueOf(page).waitFor();
  const head = await browsing.desk.signIn('head');
  const { items } = await head.queue();
  const threat = items.find(({ excerpt }) => excerpt === THREAT);
  assert.ok(threat);
  await head.decide(threat.id, { kind: 'hide' });
  await browsing.desk.drain();
  await page.reload();
  const line = queueOf(page).locator('.to-do-line');
  await line
    .getByRole('link', { name: /segnalazione alle autorità|motivazione da dare/ })
    .first()
    .waitFor();
  await assertAccessible(page);
  await nav()
    .getByRole('link', { name: /^Da fare/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Da fare' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('main').getByRole('link').first().click();
  await page.waitForURL(/\/(prove|riesami)#/);
});

test('a calmer view: greys, and the words of what is grave only when they are asked for; it stays so', async () => {
  await browsing.arrives('Ugo Inventato', `${THREAT}, avete capito`);
  await page.goto(`/banco/${BODY}`);
  await rowOf(page, 'Ugo Inventato').waitFor();
  await page.locator('summary').filter({ hasText: 'Persona head' }).click();
  await page.getByRole('switch', { name: 'Vista riposata' }).check();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await rowOf(page, 'Ugo Inventato').getByText('parole coperte').waitFor();
  await rowOf(page, 'Bice Inventata').getByText('tutti gentili').waitFor();
  await openCase(page, 'Ugo Inventato');
  await page.getByRole('button', { name: 'Mostra le parole' }).waitFor();
  assert.deepEqual(await page.getByText('ammazzo').locator('visible=true').allInnerTexts(), [], 'nowhere in sight');
  await assertAccessible(page);
  await page.reload();
  await headingOf(page, 'Ugo Inventato').waitFor();
  assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.desk')).filter"), 'grayscale(1)');
  await page.getByRole('button', { name: 'Mostra le parole' }).click();
  // The numbers of the clauses stand among the words.
  await page.locator('.item-text', { hasText: 'avete capito' }).waitFor();
});
