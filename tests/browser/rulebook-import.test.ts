// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { pdfOf } from '../import/pdf-by-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, goTo, startBrowsing } from './browsing.ts';
import { keyboardOf } from './keyboard.ts';
import { BODY, draftOn, pageOf, textOf } from './rulebook-desk.ts';

// A document that a body already has becomes a draft, and what was read of it is shown first.

/** A document is read in a thread of its own, which a busy machine starts slowly; the server gives it thirty seconds. */
const READING_MS = 30_000;
const PAGE = `<!doctype html><html lang="it"><head><title>Social media policy</title></head><body>
<nav><a href="/">Home</a> &gt; <a href="/a">Amministrazione</a></nav>
<main><h1>Social media policy dell’Azienda Sanitaria di Borgo Inventato</h1>
<h2>Regole</h2>
<p>Saranno rimossi i commenti che contengono insulti o minacce.</p>
<p>Saranno rimossi i commenti che contengono quanto segue:</p>
<h2>Orario</h2>
<p>I canali sono presidiati dal lunedì al venerdì dalle 9:00 alle 13:00.</p>
</main></body></html>`;

let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  ({ page } = await pageOf(browsing, 'moderator'));
});
after(() => browsing.close());

async function dialogFor(name: string, bytes: Uint8Array): Promise<Locator> {
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByRole('button', { name: 'Nuova bozza' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nuova bozza' });
  await dialog.getByRole('radio', { name: 'Da un documento che c’è già' }).check();
  await dialog.getByLabel('Il documento').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  return dialog;
}

test('without a document nothing is read; what cannot be read is said with what to do', async () => {
  const dialog = await dialogFor('scansione.pdf', pdfOf([[]]));
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  await dialog.getByText('Il PDF è fatto di immagini').waitFor();
  await dialog.getByText('riconoscimento del testo').waitFor();
  await assertAccessible(page);
  const input = dialog.getByLabel('Il documento');
  const locked = Buffer.from(pdfOf([[{ text: 'Chiuso' }]], { locked: true }));
  await input.setInputFiles({ name: 'chiuso.pdf', mimeType: '', buffer: locked });
  await dialog.getByText('Il PDF è fatto di immagini').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  await dialog.getByText('Il PDF è protetto da una password').waitFor();
  await input.setInputFiles({ name: 'vuoto.txt', mimeType: '', buffer: Buffer.from(' \n') });
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  await dialog.getByText('Il documento è vuoto').waitFor();
  await input.setInputFiles([]);
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  await dialog.getByText('Scegli un documento.').waitFor();
});

test('what was read is shown before anything is made: how much, what to look at, what was left', async () => {
  const dialog = await dialogFor('pagina.html', Buffer.from(PAGE));
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  const report = page.getByRole('dialog', { name: 'Che cosa è stato letto' });
  await report.getByText('Da «pagina.html»:').waitFor();
  await report
    .getByText(/Azienda Sanitaria di Borgo Inventato/)
    .first()
    .waitFor();
  await report.getByText('1 punto con un orario').waitFor();
  await report.getByText(/^Da guardare \(\d+\)$/).waitFor();
  await report.getByText('«Saranno rimossi i commenti che contengono quanto segue:»').waitFor();
  await report.getByText(/^Lasciato fuori \(\d+\)$/).click();
  await assertAccessible(page);
  const { items } = await (await page.request.get(`/api/bodies/${BODY}/rulebook/drafts`)).json();
  assert.deepEqual(items, [], 'nothing was made yet');
  await report.getByRole('button', { name: 'Indietro' }).click();
  await page.getByRole('dialog', { name: 'Nuova bozza' }).waitFor();
});

test('the draft carries the body’s name in the desk and stands without mistakes', async () => {
  const dialog = await dialogFor('pagina.html', Buffer.from(PAGE));
  assert.equal(await dialog.getByLabel('Nome della bozza').inputValue(), 'Da «pagina.html»');
  await dialog.getByRole('button', { name: 'Leggi il documento' }).click();
  await page.getByRole('button', { name: 'Crea la bozza' }).click();
  await textOf(page).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  const { source, name } = await draftOn(page, id);
  assert.equal(name, 'Da «pagina.html»');
  assert.match(source, new RegExp(`^ente: ${BODY}$`, 'm'));
  assert.match(source, /^versione: 2$/m);
  assert.match(source, /~~~difetto/);
  await page.getByRole('tab', { name: 'Errori' }).click();
  await page.getByText('Nessun errore.').waitFor();
});

test('keys alone: from the rulebook to what was read of a document', async () => {
  const keyboard = keyboardOf(page);
  // Waited for from the beginning: the browser may take the key before it has taken the order to hand the chooser over.
  const chooser = page.waitForEvent('filechooser', { timeout: READING_MS });
  await page.goto(`/banco/${BODY}/policy`);
  await page.getByRole('link', { name: 'Da «pagina.html»' }).waitFor();
  await keyboard.tabTo(page.getByRole('button', { name: 'Nuova bozza' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Nuova bozza' });
  await keyboard.focusComesTo(dialog.getByRole('radio', { name: /^Dalla versione in vigore/ }));
  await page.keyboard.press('ArrowUp');
  const input = dialog.getByLabel('Il documento');
  await keyboard.tabTo(input);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'pagina.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
  await keyboard.tabTo(dialog.getByRole('button', { name: 'Leggi il documento' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Che cosa è stato letto' }).waitFor({ timeout: READING_MS });
  await keyboard.tabTo(page.getByRole('button', { name: 'Crea la bozza' }));
  await page.keyboard.press('Enter');
  await textOf(page).waitFor();
});

test('from every page of the desk one comes to the internal page', async () => {
  await page.goto(`/banco/${BODY}`);
  await goTo(page, 'Policy interna');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/policy/${BODY}/interna`);
});
