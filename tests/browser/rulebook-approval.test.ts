// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, startBrowsing } from './browsing.ts';
import { BODY, newDraft, pageOf, saveElsewhere } from './rulebook-desk.ts';

const NOTE = 'Sui dati personali il banco chiede, prima di togliere.';
const ACT = 'deliberazione di prova n. 12';

/** A second version: personal data are asked about, and one clause waits for an act. */
const secondVersion = (source: string): string =>
  source
    .replace('versione: 1', 'versione: 2')
    .replace(/(### RM1-128 [\s\S]*?modalità: )da rimuovere/, '$1si chiede')
    .replace(/(### RM1-128 [\s\S]*?)(?=### RM1-129)/, (clause) => clause.replaceAll('- da rimuovere:', '- si chiede:'))
    .replace(/(### RM1-129 [\s\S]*?modalità: )(.*)/, '$1$2\ndormiente: fino ad atto, decreto sui dati sanitari')
    .replace(/(### RM1-129 [\s\S]*?)(?=### RM1-130)/, (clause) =>
      clause.replaceAll(/^- da rimuovere:/gm, '- dormiente:'),
    );

let browsing: Browsing;
let writer: Page;
let head: Page;
let draft: string;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives('Aldo Inventato', 'Chiamate la signora Inventati al 347 1234567, risponde lei');
  await browsing.arrives('Carla Inventata', 'A che ora apre lo sportello?');
  writer = (await pageOf(browsing, 'moderator')).page;
  head = (await pageOf(browsing, 'head')).page;
});
after(() => browsing.close());

const acts = (page: Page) => page.getByRole('region', { name: 'Che cosa si può fare' });
const summary = (page: Page) => page.goto(`/banco/${BODY}/policy/bozze/${draft}`);

test('what stands in the way of a proposal is said, and holds it back', async () => {
  draft = await newDraft(writer, 'Dati personali: si chiede');
  await saveElsewhere(writer, draft, secondVersion);
  await summary(writer);
  await writer.getByText('La nota per i cittadini non è ancora scritta').waitFor();
  const propose = acts(writer).getByRole('button', { name: 'Proponi per l’approvazione' });
  await acts(writer).getByText('Prima di proporla vanno risolti i punti dei controlli.').waitFor();
  // Playwright waits for what is disabled; a person may click all the same.
  await propose.click({ force: true });
  await writer.locator('.draft-head').getByText('in scrittura').waitFor();

  await writer.getByRole('link', { name: 'Testo', exact: true }).click();
  await writer.locator('.draft-words summary').click();
  await writer.getByLabel('Che cosa cambia, per i cittadini').fill(NOTE);
  await writer.locator('.saving[data-kind="saved"]').waitFor();
  await writer.getByRole('link', { name: 'Riepilogo' }).click();
  await writer.getByText('Nulla impedisce di proporla.').waitFor();
  const changes = writer.getByRole('region', { name: /^Che cosa cambia rispetto/ });
  await changes
    .getByText(/i dati personali possono essere rimossi/i)
    .first()
    .waitFor();
});

test('the time machine: how many would have been judged otherwise, which, and why', async () => {
  await writer.getByRole('link', { name: 'Prova sul passato' }).click();
  await writer.getByRole('button', { name: 'Avvia la prova' }).click();
  await writer.getByText(/^Con questa bozza, negli ultimi 30 giorni: un intervento/).waitFor();
  const found = writer.locator('.replayed > li');
  assert.equal(await found.count(), 1);
  await found.getByText('Chiamate la signora Inventati').waitFor();
  assert.match((await found.locator('.judged').nth(0).textContent()) ?? '', /Rimuovi[\s\S]*RM1-128/i);
  assert.match((await found.locator('.judged').nth(1).textContent()) ?? '', /Nascondi[\s\S]*RM1-128/i);
  await writer.getByLabel('Punto', { exact: true }).selectOption({ index: 1 });
  await writer.getByText('1 in elenco').waitFor();
  await found.getByRole('link', { name: /^Apri la pratica n\./ }).click();
  await writer.getByRole('heading', { level: 1, name: 'Commento di Aldo Inventato' }).waitFor();
});

test('who wrote it proposes it, and is told beforehand why they may not approve it', async () => {
  await summary(writer);
  await acts(writer).getByRole('button', { name: 'Proponi per l’approvazione' }).click();
  await writer.locator('.draft-head').getByText('da approvare').waitFor();
  await acts(writer).getByText('Approva: serve l’incarico di responsabile.').waitFor();
  assert.equal(
    await acts(writer)
      .getByRole('button', { name: /Approva/ })
      .count(),
    0,
  );
});

test('another person sends it back with reasons, and it comes again', async () => {
  await summary(head);
  await acts(head).getByRole('button', { name: 'Rimanda a chi scrive…' }).click();
  const dialog = head.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rimanda' }).click();
  await dialog.getByText('Scrivi almeno cinque caratteri.').waitFor();
  await dialog.getByLabel('Che cosa va cambiato').fill('Rileggere la nota');
  await dialog.getByRole('button', { name: 'Rimanda' }).click();
  await head.getByText('«Rileggere la nota»').waitFor();
  await summary(writer);
  await writer.getByText('«Rileggere la nota»').waitFor();
  await acts(writer).getByRole('button', { name: 'Proponi per l’approvazione' }).click();
  await writer.locator('.draft-head').getByText('da approvare').waitFor();
});

test('the approval asks for the act, for a reading of what changes, and puts the version in force', async () => {
  await summary(head);
  await acts(head).getByRole('button', { name: 'Approva…' }).click();
  const dialog = head.getByRole('dialog', { name: 'Approvare la bozza?' });
  await dialog.getByText('versione 2').waitFor();
  await dialog.getByText(NOTE).waitFor();
  await dialog.getByRole('button', { name: 'Approva la versione' }).click();
  await dialog.getByText('Scrivi il numero dell’atto.').waitFor();
  await dialog.getByText('conferma di averlo letto').waitFor();
  await dialog.getByLabel('Numero dell’atto').fill(ACT);
  await dialog.getByRole('checkbox', { name: /^Ho letto che cosa cambia/ }).check();
  await dialog.getByRole('button', { name: 'Approva la versione' }).click();
  await head.locator('.draft-head').getByText('approvata').waitFor();
  await head.goto(`/banco/${BODY}/policy`);
  await head.getByText(/^Versione 2, in vigore dal/).waitFor();
  await head.getByText(ACT).first().waitFor();
  await head.getByRole('cell', { name: NOTE }).waitFor();
});

test('a sleeping clause says what would wake it; recording the act is asked twice', async () => {
  const sleeping = head.getByRole('region', { name: 'In attesa di un atto' });
  await sleeping.getByText('Attende: decreto sui dati sanitari.').waitFor();
  await sleeping.getByRole('button', { name: /^Registra l’atto/ }).click();
  const dialog = head.getByRole('dialog');
  await dialog.getByLabel('Numero dell’atto').fill('decreto di prova n. 3');
  await dialog.getByLabel('Nota').fill('I dati sanitari si rimuovono.');
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  await head.getByRole('dialog', { name: 'Sei sicuro?' }).getByText('RM1-129').waitFor();
  await head.getByRole('button', { name: 'Sì, fai valere i punti' }).click();
  await sleeping.getByText(/Vale per decreto di prova n\. 3 del/).waitFor();
  await writer.goto(`/banco/${BODY}/policy`);
  await writer.getByText('L’atto lo registra chi ha l’incarico di responsabile.').waitFor();
  assert.equal(await writer.getByRole('button', { name: /^Registra/ }).count(), 0);
});

test('an earlier version is read, compared, downloaded, and comes back as a draft', async () => {
  await writer.getByRole('link', { name: 'Versione 1' }).click();
  await writer.getByText('È la prima versione').waitFor();
  await writer.goto(`/banco/${BODY}/policy/versioni/2`);
  await writer.getByRole('heading', { name: 'Rispetto alla versione 1' }).waitFor();
  await writer.getByText('Per chi modera').waitFor();
  const download = writer.waitForEvent('download');
  await writer.getByRole('link', { name: 'Scarica il file' }).click();
  assert.equal((await download).suggestedFilename(), 'asl-roma-1.v2.policy.md');
  await writer.goto(`/banco/${BODY}/policy/versioni/1`);
  await writer.getByRole('button', { name: 'Nuova bozza da questa versione' }).click();
  await writer.getByRole('textbox', { name: 'Testo della policy' }).getByText('versione: 1').waitFor();
});

test('a file with mistakes becomes a draft all the same; one that is no text does not', async () => {
  await writer.goto(`/banco/${BODY}/policy`);
  await writer.getByRole('button', { name: 'Nuova bozza' }).click();
  const dialog = writer.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Da un file' }).check();
  await dialog.getByRole('button', { name: 'Crea la bozza' }).click();
  await dialog.getByText('Scegli un file.').waitFor();
  const file = dialog.getByLabel('Il file della policy');
  await file.setInputFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from([0xff, 0xfe, 0x00]) });
  await dialog.getByRole('button', { name: 'Crea la bozza' }).click();
  await dialog.getByText('Questo file non si legge come testo.').waitFor();
  const text = '# Policy esterna\n\nSenza intestazione.\n';
  await file.setInputFiles({ name: 'b.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: 'Crea la bozza' }).click();
  await writer.getByRole('tab', { name: /^Errori \d+$/ }).click();
  await writer.getByText('Manca l’intestazione').waitFor();
});
