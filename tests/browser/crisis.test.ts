// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, openCase, queueOf, rowOf, signInAs, startBrowsing } from './browsing.ts';

const BODY = 'asl-roma-1';
const INSULTS = [
  'Siete dei cialtroni incapaci',
  'Branco di idioti, andate a casa',
  'Dirigenti imbecilli e ladri',
  'Siete degli stronzi e basta',
  'Pagliacci, siete dei pagliacci cretini',
  'Idioti patentati, vergognatevi cretini',
];
const QUESTION = 'Da lunedì lo sportello di via Prova è chiuso o aperto?';

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  for (const [nth, text] of INSULTS.entries()) await browsing.arrives(`Assalitore ${nth}`, text);
  for (const nth of [1, 2, 3]) await browsing.arrives(`Cittadina ${nth}`, QUESTION);
  const context = await browsing.profile();
  page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('head'));
});
after(() => browsing?.close());

const dialog = () => page.getByRole('dialog');
const crisis = () => page.goto(`/banco/${BODY}/crisi`);

test('rows are picked by keyboard, decided together under one ground, and taken back together', async () => {
  await page.getByText('1 ondata in corso').waitFor();
  for (const nth of [0, 1]) {
    await rowOf(page, `Assalitore ${nth}`).focus();
    await page.keyboard.press('s');
  }
  await queueOf(page).getByText('2 pratiche scelte').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Decidi insieme…' }).click();
  await dialog()
    .getByRole('radio', { name: /^Nascondi/ })
    .check();
  await assertAccessible(page);
  // Nothing goes without a ground.
  await dialog()
    .getByRole('button', { name: /^Conferma/ })
    .click();
  await dialog().getByText('Scegli il punto della policy.').waitFor();
  await dialog().getByLabel('In base a quale punto?').selectOption({ index: 1 });
  assert.notEqual(await dialog().getByLabel('Motivi, uguali per tutte').inputValue(), '');
  await dialog()
    .getByRole('button', { name: /^Conferma/ })
    .click();
  await dialog().getByText('2 pratiche: deciso.').waitFor();
  await assertAccessible(page);
  await dialog().getByLabel('Perché si annullano').fill('Il punto non era quello giusto.');
  await dialog().getByRole('button', { name: 'Annulla tutte' }).click();
  await dialog().getByText('Annullate 2 decisioni su 2.').waitFor();
  await dialog().getByRole('button', { name: 'Chiudi' }).click();
});

test('the page of the crisis: quiet, stopped with something waiting, and back to normal with its report', async () => {
  await crisis();
  await page.getByText('6 pratiche di 6 autori').waitFor();
  await page.getByText('3 pratiche di 3 autori').waitFor();
  await assertAccessible(page);
  const stop = page.getByRole('button', { name: 'Ferma tutte le uscite' });
  await stop.click();
  await page.getByText('Scrivi perché, in almeno cinque caratteri.').waitFor();
  await page.getByLabel('Perché').fill('Sportello chiuso per un guasto.');
  await stop.click();
  await page.getByText(/Le uscite sono ferme per decisione di/).waitFor();
  await page.getByLabel('Titolo').fill('Sportello chiuso');
  await page.getByLabel('Testo', { exact: true }).fill('Lo sportello resta chiuso fino a mercoledì.');
  await page.getByRole('button', { name: 'Approva il testo' }).click();
  await page.getByText(/approvato da/).waitFor();

  await page.getByRole('button', { name: 'Rispondi con un testo approvato…' }).click();
  await dialog().getByLabel('Testo approvato').selectOption({ label: 'Sportello chiuso' });
  await dialog().getByLabel('In base a quale punto?').selectOption({ index: 1 });
  await assertAccessible(page);
  await dialog()
    .getByRole('button', { name: /^Conferma/ })
    .click();
  await dialog().getByText('3 pratiche: deciso.').waitFor();
  await dialog().getByRole('button', { name: 'Chiudi' }).click();
  const letGo = page.getByRole('button', { name: /^Lascia partire/ });
  await letGo.nth(2).waitFor();
  await assertAccessible(page);
  await letGo.first().click();
  await letGo.nth(2).waitFor({ state: 'detached' });
  assert.equal(await letGo.count(), 2);
  await page.getByRole('button', { name: 'Chiudi la crisi' }).click();
  await dialog().getByText('Partono subito, tutte insieme: 2 uscite.').waitFor();
  await assertAccessible(page);
  await dialog().getByRole('button', { name: 'Lascia stare' }).click();
  await page.getByRole('button', { name: 'Fai ripartire le uscite' }).click();
  await dialog().getByText('Partono subito, tutte insieme: 2 uscite.').waitFor();
  await dialog().getByRole('button', { name: 'Sì, fai ripartire' }).click();
  await page.getByText('Le uscite non sono ferme.').waitFor();
  await page.getByRole('button', { name: 'Chiudi la crisi' }).click();
  await page.getByText('Non è attiva.').waitFor();
  await page.getByText('Sportello chiuso per un guasto.').click();
  await page.getByText('uscite trattenute').waitFor();
  await assertAccessible(page);
});

test('beside a case the nearest decided ones; for the head what was decided differently', async () => {
  await page.goto(`/banco/${BODY}`);
  await openCase(page, 'Assalitore 2');
  await page.getByText(/^Casi simili già decisi/).click();
  await assertAccessible(page);
  await page.goto(`/banco/${BODY}/parita`);
  await page.getByText('Nessuna coppia da guardare').waitFor();
  await assertAccessible(page);
});

test('what cannot be taken back is asked twice, with the list of what goes', async () => {
  await page.goto(`/banco/${BODY}`);
  for (const nth of [3, 4]) {
    await rowOf(page, `Assalitore ${nth}`).focus();
    await page.keyboard.press('s');
  }
  await page.getByRole('button', { name: 'Decidi insieme…' }).click();
  await dialog().getByText('Quali sono: 2 pratiche').click();
  await dialog().getByRole('listitem').filter({ hasText: 'Siete degli stronzi e basta' }).waitFor();
  await dialog()
    .getByRole('radio', { name: /^Rimuovi/ })
    .check();
  await dialog().getByLabel('In base a quale punto?').selectOption({ index: 1 });
  const confirm = dialog().getByRole('button', { name: /^Conferma/ });
  await confirm.click();
  await dialog().getByText('Per nessuna si torna indietro.').waitFor();
  await dialog().getByRole('listitem').filter({ hasText: 'Pagliacci, siete dei pagliacci' }).waitFor();
  await assertAccessible(page);
  await dialog().getByRole('button', { name: 'Torna al modulo' }).click();
  assert.equal(await page.getByText('2 pratiche: deciso.').count(), 0, 'nothing goes with one yes');
  await confirm.click();
  await dialog().getByRole('button', { name: 'Sì, rimuovi' }).click();
  await dialog().getByText('2 pratiche: deciso.').waitFor();
});
