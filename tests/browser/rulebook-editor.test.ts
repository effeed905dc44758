// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, startBrowsing } from './browsing.ts';
import { caretAfter, draftOn, newDraft, pageOf, savedOn, saveElsewhere, textOf } from './rulebook-desk.ts';

let browsing: Browsing;
let page: Page;
let complaints: string[];
before(async () => {
  browsing = await startBrowsing();
  ({ page, complaints } = await pageOf(browsing, 'moderator'));
});
after(() => browsing.close());

const tab = (name: RegExp) => page.getByRole('tab', { name });

test('a mistake is told as one types, leads to its place, and completion mends it', async () => {
  const id = await newDraft(page, 'Errori e rimedi');
  const before = (await draftOn(page, id)).source;
  await caretAfter(page, 'rete: Facebook');
  for (let letter = 0; letter < 'book'.length; letter += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await tab(/^Errori \d/).click();
  await page.getByText('Social sconosciuto').first().waitFor();
  await page
    .getByRole('button', { name: /^Vai alla riga/ })
    .first()
    .click();
  assert.equal(await textOf(page).evaluate((text) => text.matches(':focus')), true, 'the caret is in the text');
  for (let letter = 0; letter < 'Face'.length; letter += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('b');
  await page.locator('.cm-tooltip').getByRole('option', { name: 'Facebook' }).click();
  await page.getByText('Nessun errore.').waitFor();
  await savedOn(page).waitFor();
  assert.equal((await draftOn(page, id)).source, before, 'mended to the letter');
});

test('typing a question mark opens no help, and Tab leaves the text', async () => {
  await textOf(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('?');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  assert.equal(await textOf(page).evaluate((text) => text.matches(':focus')), false);
});

test('the page, the examples and the differences follow the text', async () => {
  await tab(/^Pagina/).click();
  await caretAfter(page, 'RM1-060 · Richieste');
  const here = page.locator('article[data-here]');
  await here.getByText('RM1-060').waitFor();
  await page.keyboard.type(' nuove e');
  await here.getByRole('heading', { name: /Richieste nuove e articolate/ }).waitFor();
  await tab(/^Differenze 1$/).click();
  await page.getByText('1 cambiato').waitFor();
  await page.getByText('Cambiano solo le parole').waitFor();
  await tab(/^Esempi/).click();
  await page.getByText('Tutti gli esempi riescono.').waitFor();
});

test('an example that fails says what came instead, and leads to its line', async () => {
  await caretAfter(page, '- da rimuovere: «');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.type('intatto');
  await page.keyboard.press('Escape');
  await tab(/^Esempi 1$/).click();
  const failed = page.locator('.examples > li[data-result="failed"]');
  await failed.getByText('Atteso: intatto').waitFor();
  await failed.getByRole('button').click();
  const line = page.locator('.cm-activeLine');
  await line.getByText(/^- intatto: «/).waitFor();
});

test('the form writes the same text, changes only what is changed, and Undo takes it back', async () => {
  const id = await newDraft(page, 'Con il modulo');
  const before = (await draftOn(page, id)).source;
  await page.getByLabel('Vai al punto').selectOption('RM1-128');
  await page.getByRole('radio', { name: 'Modulo' }).check({ force: true });
  const form = page.locator('.clause-form');
  const rule = form.getByRole('region', { name: 'regola' });
  await rule.getByLabel('Modalità').selectOption('si chiede');
  await form.getByLabel('Titolo').fill('Recapiti e altri dati personali');
  await savedOn(page).waitFor();
  const after = (await draftOn(page, id)).source;
  const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
  assert.deepEqual(changed, ['### RM1-128 · Recapiti e altri dati personali', 'modalità: si chiede']);
  await page.getByRole('button', { name: 'Annulla', exact: true }).click();
  await page.getByRole('button', { name: 'Annulla', exact: true }).click();
  await form.getByLabel('Titolo').and(page.locator('[value="Dati personali"]')).waitFor();
  await savedOn(page).waitFor();
  assert.equal((await draftOn(page, id)).source, before);
});

test('blocks and examples are added and taken away in the form; «dato mancante» is a choice', async () => {
  const id = await newDraft(page, 'Blocchi dal modulo');
  const before = (await draftOn(page, id)).source;
  await page.getByLabel('Vai al punto').selectOption('RM1-001');
  await page.getByRole('radio', { name: 'Modulo' }).check({ force: true });
  const form = page.locator('.clause-form');
  await form.getByLabel('Quale blocco').selectOption('contatto');
  await form.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  const contact = form.getByRole('region', { name: 'contatto' });
  await contact.getByText('Manca il valore.').first().waitFor();
  await contact.getByLabel(/^Per/).fill('reclami\nsegnalazioni');
  await contact.getByRole('checkbox', { name: 'Dato mancante per «indirizzo»' }).check();
  await page.getByRole('tab', { name: 'Errori', exact: true }).waitFor();
  await savedOn(page).waitFor();
  const { source } = await draftOn(page, id);
  assert.ok(
    source.includes('~~~contatto\nper: reclami; segnalazioni\nindirizzo: dato mancante\n~~~'),
    source.slice(0, 900),
  );
  await contact.getByRole('button', { name: 'Togli il blocco contatto' }).click();
  await contact.waitFor({ state: 'detached' });
  await savedOn(page).waitFor();
  assert.equal((await draftOn(page, id)).source.replace(/\n\n\n+/g, '\n\n'), before);
});

test('two people at once: both texts are shown, far changes come together, and nothing is lost', async () => {
  const id = await newDraft(page, 'A quattro mani');
  await saveElsewhere(page, id, (source) => source.replace('### RM1-128 · Dati personali', '### RM1-128 · Altrui'));
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.type(' mie');
  const conflict = page.getByRole('region', { name: 'La bozza è cambiata mentre scrivevi' });
  await conflict.getByText('2 differenze').waitFor();
  await conflict.getByText('cambiato solo da te').waitFor();
  assert.equal((await conflict.locator('ins, del').count()) > 0, true, 'word by word');
  await conflict.getByRole('button', { name: 'Usa questo testo' }).click();
  await textOf(page).waitFor();
  await savedOn(page).waitFor();
  const { source } = await draftOn(page, id);
  assert.ok(source.includes('### RM1-128 · Altrui') && source.includes('· Richieste mie articolate'));
});

test('the same line changed by both waits for a choice', async () => {
  const id = await newDraft(page, 'La stessa riga');
  await saveElsewhere(page, id, (source) => source.replace('RM1-060 · Richieste', 'RM1-060 · Richieste loro'));
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.type(' mie');
  const conflict = page.getByRole('region', { name: 'La bozza è cambiata mentre scrivevi' });
  await conflict.getByText('Restano da scegliere: 1.').waitFor();
  await conflict.getByRole('radio', { name: 'Il mio' }).check();
  await conflict.getByRole('button', { name: 'Usa questo testo' }).click();
  await savedOn(page).waitFor();
  assert.ok((await draftOn(page, id)).source.includes('· Richieste mie articolate'));
});

test('without the server the text is kept here, also over a reload, and saved when it comes back', async () => {
  const id = await newDraft(page, 'Senza rete');
  await page.route('**/rulebook/drafts/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.type(' in galleria');
  await page.getByText('Non salvata: resta su questo computer').waitFor();
  await page.reload();
  await page.getByText('sono state riprese').waitFor();
  await page.unroute('**/rulebook/drafts/*');
  await savedOn(page).waitFor();
  assert.ok((await draftOn(page, id)).source.includes('Richieste in galleria articolate'));
});

test('what was kept here meets what another person saved meanwhile', async () => {
  const id = await newDraft(page, 'Senza rete, in due');
  await page.route('**/rulebook/drafts/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.type(' in galleria');
  await page.getByText('Non salvata: resta su questo computer').waitFor();
  await saveElsewhere(page, id, (source) => source.replace('### RM1-128 · Dati personali', '### RM1-128 · Altrui'));
  await page.reload();
  const conflict = page.getByRole('region', { name: 'La bozza è cambiata mentre scrivevi' });
  await conflict.getByText('2 differenze').waitFor();
  await page.unroute('**/rulebook/drafts/*');
  await conflict.getByRole('button', { name: 'Usa questo testo' }).click();
  await savedOn(page).waitFor();
  const { source } = await draftOn(page, id);
  assert.ok(source.includes('### RM1-128 · Altrui') && source.includes('Richieste in galleria articolate'));
});

test('«Formatta» writes the one form and keeps the caret by its words', async () => {
  const id = await newDraft(page, 'In ordine');
  await caretAfter(page, 'RM1-060 · Richieste');
  await page.keyboard.press('End');
  await page.keyboard.type('\n\n\n');
  await page.getByRole('button', { name: 'Formatta' }).and(page.locator('[aria-disabled="false"]')).click();
  await savedOn(page).waitFor();
  assert.equal((await draftOn(page, id)).source.includes('\n\n\n'), false);
});

test('all this broke no rule of the content security policy, and left no error uncaught', () => {
  assert.deepEqual(complaints, []);
});
