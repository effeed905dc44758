// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, startBrowsing } from './browsing.ts';
import { keyboardOf } from './keyboard.ts';
import { BODY, caretAfter, draftOn, newDraft, pageOf, saveElsewhere, textOf } from './rulebook-desk.ts';

let browsing: Browsing;
let page: Page;
let draft: string;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives('Aldo Inventato', 'Chiamate la signora Inventati al 347 1234567, risponde lei');
  ({ page } = await pageOf(browsing, 'moderator'));
});
after(() => browsing.close());

test('the rulebook, with and without drafts, and the dialog of a new one', async () => {
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByText('Nessuna bozza').waitFor();
  await page.getByRole('heading', { name: 'Storia delle versioni' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Nuova bozza' }).click();
  await page.getByRole('dialog').waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  draft = await newDraft(page, 'Per chi non vede e per chi non ha il mouse');
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByRole('link', { name: 'Per chi non vede' }).waitFor();
  await assertAccessible(page);
});

test('the text, with mistakes, with a suggestion open, and each of its panels', async () => {
  await page.goto(`/banco/${BODY}/policy/bozze/${draft}/testo`);
  await textOf(page).waitFor();
  await page.locator('.page-preview h2').first().waitFor();
  await assertAccessible(page);
  await page.getByRole('tab', { name: 'Esempi' }).click();
  await page.getByRole('checkbox', { name: 'Solo quelli da guardare' }).uncheck();
  await assertAccessible(page);
  await caretAfter(page, 'modalità: da rimuovere');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('r');
  await page.locator('.cm-tooltip').getByRole('option').first().waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Errori \d/ }).click();
  await page.getByText('Valore non previsto').first().waitFor();
  await assertAccessible(page);
});

test('the form of a clause', async () => {
  await page.getByLabel('Vai al punto').selectOption('RM1-128');
  await page.getByRole('radio', { name: 'Modulo' }).check({ force: true });
  const form = page.locator('.clause-form');
  await form.waitFor();
  for (const summary of await form.locator('summary').all()) await summary.click();
  await assertAccessible(page);
});

test('summary, time machine, a version, what is not there', async () => {
  await saveElsewhere(page, draft, (source) =>
    source
      .replace('modalità: da rimuover\n', 'modalità: da rimuovere\n')
      .replace('· Dati personali', '· Dati altrui')
      .replace('versione: 1', 'versione: 2'),
  );
  await page.goto(`/banco/${BODY}/policy/bozze/${draft}`);
  await page.locator('.clause-change').first().waitFor();
  for (const summary of await page.locator('.clause-change > summary').all()) await summary.click();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Metti da parte…' }).click();
  await page.getByRole('dialog').waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Prova sul passato' }).click();
  await page.getByRole('button', { name: 'Avvia la prova' }).click();
  await page.getByText(/^Con questa bozza/).waitFor();
  await assertAccessible(page);
  await page.goto(`/banco/${BODY}/policy/versioni/1`);
  await page.getByText('È la prima versione').waitFor();
  await assertAccessible(page);
  await page.goto(`/banco/${BODY}/policy/bozze/00000000-0000-7000-8000-000000000000`);
  await page.getByText('Questa bozza non c’è').waitFor();
  await assertAccessible(page);
});

test('two texts side by side', async () => {
  const id = await newDraft(page, 'Insieme');
  await saveElsewhere(page, id, (source) => source.replace('· Dati personali', '· Altrui'));
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.type(' mie');
  await page
    .getByRole('heading', { name: 'La bozza è cambiata mentre scrivevi' })
    .and(page.locator(':focus'))
    .waitFor();
  await assertAccessible(page);
});

test('keys alone: from the queue to a draft, its form, and a saved change', async () => {
  const keyboard = keyboardOf(page);
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByRole('link', { name: 'Insieme' }).waitFor();
  await keyboard.tabTo(page.getByRole('button', { name: 'Nuova bozza' }));
  await page.keyboard.press('Enter');
  await keyboard.tabTo(page.getByLabel('Nome della bozza'));
  await page.keyboard.press('Control+A');
  await keyboard.type('Senza mouse');
  await page.keyboard.press('Enter');
  await textOf(page).waitFor();
  const select = page.getByLabel('Vai al punto');
  await page.getByRole('option', { name: /^RM1-002/ }).waitFor({ state: 'attached' });
  await keyboard.tabTo(page.locator('.policy-text'));
  await keyboard.tabTo(page.getByRole('tab', { name: 'Pagina' }));
  await keyboard.tabTo(page.getByRole('radio', { name: 'Testo' }), 'back');
  await page.keyboard.press('ArrowRight');
  await keyboard.tabTo(select);
  await keyboard.choose('RM1-002');
  await keyboard.tabTo(page.locator('.clause-form').getByLabel('Titolo'));
  await page.keyboard.press('End');
  await keyboard.type(' davvero');
  await page.locator('.saving[data-kind="saved"]').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  assert.match((await draftOn(page, id)).source, /### RM1-002 · .* davvero/);
});
