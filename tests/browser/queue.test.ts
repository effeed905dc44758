// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, headingOf, openCase, PHONE, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';

const PHONE_OF = 'Chiamate la signora Inventati al 347 1234567, risponde lei';
/** Other tests may be at work beside it. */

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives('Agata Inventata', PHONE_OF);
  await browsing.arrives('Bice Inventata', 'A che ora apre lo sportello dei vaccini?');
  await browsing.arrives('Cino Inventato', 'Grazie per la vaccinazione di ieri, tutti gentili');
  await browsing.arrives('Bice Inventata', 'E il sabato lo sportello è aperto?');
});
after(() => browsing?.close());

async function pageOf(role: 'moderator' | 'head', phone = false): Promise<Page> {
  const context = await browsing.profile({ ...(phone && { viewport: PHONE }) });
  const page = await context.newPage();
  await signInAs(page, browsing.desk.credentials(role));
  return page;
}

const authorsOf = (page: Page) => queueOf(page).getByRole('listitem').locator('.queue-row strong').allInnerTexts();
const summaryOf = (page: Page) => page.locator('.queue-narrow > summary');
const rowsAre = (page: Page, number: number) =>
  number === 0
    ? page.locator('.queue-row').first().waitFor({ state: 'detached' })
    : page.locator(`.queue-list > li:last-child:nth-child(${number})`).waitFor();

test('«/» goes to the search, Enter looks, the address says what was looked for, and the way back is there', async () => {
  const page = await pageOf('moderator');
  await rowsAre(page, 4);
  await page.keyboard.press('/');
  await page.keyboard.type('vaccini');
  await rowsAre(page, 4);
  await page.keyboard.press('Enter');
  await rowsAre(page, 2);
  assert.deepEqual((await authorsOf(page)).sort(), ['Bice Inventata', 'Cino Inventato']);
  assert.equal(new URL(page.url()).searchParams.get('cerca'), 'vaccini');
  await assertAccessible(page);
  await openCase(page, 'Cino Inventato');
  assert.equal(new URL(page.url()).searchParams.get('cerca'), 'vaccini', 'the search stays while walking');
  await page.keyboard.press('j');
  await page.goto('/banco/asl-roma-1?cerca=ornitorinco');
  await queueOf(page).getByText('Nessun intervento da decidere con questi filtri').waitFor();
  await assertAccessible(page);
  await queueOf(page).getByRole('link', { name: 'Togli ricerca e filtri' }).last().click();
  await rowsAre(page, 4);
});

test('filters combine and count at once; a view of them is kept, opened from its address and dropped', async () => {
  const page = await pageOf('moderator');
  await rowsAre(page, 4);
  await page.keyboard.press('f');
  await page.getByLabel('Categoria').selectOption({ label: 'Dati personali' });
  await rowsAre(page, 1);
  assert.deepEqual(await authorsOf(page), ['Agata Inventata']);
  assert.equal(await summaryOf(page).textContent(), 'Filtri e viste (1 in uso)');
  await assertAccessible(page);
  await page.getByLabel('Tipo').selectOption({ label: 'Messaggio diretto' });
  await rowsAre(page, 0);
  await page.getByLabel('Tipo').selectOption({ label: 'Commento' });
  await rowsAre(page, 1);
  await page.getByRole('button', { name: 'Salva questa vista' }).click();
  const dialog = page.getByRole('dialog', { name: 'Salva questa vista' });
  assert.equal(await dialog.getByRole('switch').count(), 0, 'only the head keeps views for all');
  await assertAccessible(page);
  await dialog.getByLabel('Nome della vista').fill('Dati di persone');
  await dialog.getByRole('button', { name: 'Salva la vista' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/banco/asl-roma-1');
  await rowsAre(page, 4);
  await summaryOf(page).click();
  await page.getByRole('link', { name: 'Dati di persone' }).click();
  await rowsAre(page, 1);
  assert.equal(new URL(page.url()).search, '?tipo=commento&categoria=personal-data');
  await page.getByRole('button', { name: 'Togli la vista «Dati di persone»' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sì, togli' }).click();
  await page.getByText('Ancora nessuna').waitFor();
});

test('the head keeps a view for all; who moderates finds it', async () => {
  const head = await pageOf('head');
  await head.goto('/banco/asl-roma-1?scadenza=senza');
  await queueOf(head).locator('.queue-row, .empty').first().waitFor();
  await head.keyboard.press('f');
  await head.getByRole('button', { name: 'Salva questa vista' }).click();
  await head.getByLabel('Nome della vista').fill('Senza scadenza');
  await head.getByRole('switch', { name: 'Per tutti' }).click();
  await assertAccessible(head);
  await head.getByRole('button', { name: 'Salva la vista' }).click();
  await head.getByRole('link', { name: 'Senza scadenza' }).waitFor();
  const page = await pageOf('moderator');
  await summaryOf(page).click();
  await page.getByRole('link', { name: 'Senza scadenza' }).waitFor();
  await page.getByText('di tutti', { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Togli la vista/ }).count(), 0);
});

test('from a case to all that its author wrote, and to the author’s page', async () => {
  const page = await pageOf('moderator');
  await rowsAre(page, 4);
  await rowOf(page, 'A che ora apre lo sportello dei vaccini?').click();
  await headingOf(page, 'Bice Inventata').waitFor();
  await page.getByRole('link', { name: 'Vedi tutti i suoi interventi nella coda' }).click();
  await rowsAre(page, 2);
  assert.deepEqual(await authorsOf(page), ['Bice Inventata', 'Bice Inventata']);
  await summaryOf(page).click();
  await page.getByText('Solo di Bice Inventata').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'La sua pagina' }).click();
  await page.waitForURL(/\/autori\//);
});

test('at 390 px search, filters and views have their place', async () => {
  const page = await pageOf('moderator', true);
  await rowsAre(page, 4);
  await summaryOf(page).click();
  await page.getByLabel('Categoria').waitFor();
  await assertAccessible(page);
  const folder = process.env.QUEUE_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/queue-phone.png` });
});

test('walking on takes less than 50 ms in the browser', async () => {
  const page = await pageOf('moderator');
  await rowsAre(page, 4);
  await rowOf(page, 'Agata Inventata').click();
  await headingOf(page, 'Agata Inventata').waitFor();
  const folder = process.env.QUEUE_SHOTS;
  if (folder !== undefined) {
    await page.keyboard.press('f');
    await page.screenshot({ path: `${folder}/queue-desktop.png` });
    await page.keyboard.press('Escape');
  }
  await page.waitForLoadState('networkidle');
  const took: number[] = [];
  for (let turn = 0; turn < 10; turn += 1)
    for (const key of ['j', 'k'])
      took.push(
        await page.evaluate<number>(`new Promise((resolve) => {
          const heading = document.querySelector('#intervento');
          const start = performance.now();
          const seen = () => document.querySelector('#intervento') === heading
            ? requestAnimationFrame(seen) : resolve(performance.now() - start);
          window.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }));
          seen();
        })`),
      );
  took.sort((one, other) => one - other);
  const [best = Number.NaN, median = Number.NaN] = [took[0], took[Math.floor(took.length / 2)]];
  console.log(`next case in the browser: best ${best.toFixed(1)} ms, median ${median.toFixed(1)} ms of ${took.length}`);
  assert.ok(best < 50, `${best} ms at best`);
});
