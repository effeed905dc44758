// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '#governance';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, goTo, signInAs, startBrowsing } from './browsing.ts';

// A post from its first words to the network, in two people's hands, on the desk's own pages.

const TEXT = 'Da lunedì 30 il centro prelievi apre alle 7, senza prenotazione.';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let browsing: Browsing;
let author: Page;
let head: Page;
before(async () => {
  browsing = await startBrowsing();
  author = await enters('moderator');
  head = await enters('head');
});
after(() => browsing?.close());

async function enters(role: Role): Promise<Page> {
  const context = await browsing.profile();
  const page = await context.newPage();
  await signInAs(page, browsing.desk.credentials(role));
  return page;
}

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/bozze-${name}.png`, fullPage: true });
};
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a post is written, saved and proposed; approved by another; fired by a person; out', async () => {
  await goTo(author, 'Bozze e pubblicazione');
  await author.getByText('Nessuna bozza.').waitFor();
  await assertAccessible(author);
  await button(author, 'Apri la bozza').click();
  await author.getByText('Compila questo campo.').waitFor();
  await author.getByLabel('Titolo di lavoro della nuova bozza').fill('Centro prelievi');
  await button(author, 'Apri la bozza').click();
  await author.getByRole('heading', { level: 1, name: 'Centro prelievi' }).waitFor();
  await author.getByText('Scegli almeno un account.').waitFor();
  await shot(author, 'vuota');
  await assertAccessible(author);

  await author.getByLabel('Testo comune').fill(TEXT);
  await author.getByLabel('Collegamenti').fill('https://www.aslroma1.example/prelievi');
  await author.getByLabel(/^Facebook/).check();
  await author.getByText('Ci sono modifiche non salvate').waitFor();
  await button(author, 'Salva la bozza').click();
  await author.getByText('Niente la ferma.').waitFor();
  await shot(author, 'scritta');
  await assertAccessible(author);
  await button(author, 'Proponi per l’approvazione').click();
  await author.getByText('da approvare').waitFor();

  await goTo(head, 'Bozze e pubblicazione');
  await head.getByRole('link', { name: 'Centro prelievi' }).click();
  await button(head, 'Approva…').click();
  await dialog(head).getByLabel('L’approvazione vale fino a').waitFor();
  await shot(head, 'approvazione');
  await assertAccessible(head);
  await button(head, 'Approva').click();
  await head.getByText(/Approvata da/).waitFor();

  await author.reload();
  await button(author, 'Fai partire…').click();
  await assertAccessible(author);
  await button(author, 'Fai partire').click();
  await author.getByRole('heading', { name: 'Uscite' }).waitFor();
  await browsing.desk.drain();
  await author.reload();
  await author.getByText('fatto e riletto').waitFor();
  await shot(author, 'uscita');
  await assertAccessible(author);
  const posts = (await browsing.desk.facebook.allWritten()).filter(({ text }) => text.includes(TEXT));
  assert.equal(posts.length, 1);
});

test('who comes second loses nothing: both texts are on the page', async () => {
  await goTo(author, 'Bozze e pubblicazione');
  await author.getByLabel('Titolo di lavoro della nuova bozza').fill('Due mani');
  await button(author, 'Apri la bozza').click();
  await author.getByRole('heading', { level: 1, name: 'Due mani' }).waitFor();
  await head.goto(author.url());
  await head.getByLabel('Testo comune').fill('Scritto da chi dirige.');
  await author.getByLabel('Testo comune').fill('Scritto da chi modera.');
  await button(head, 'Salva la bozza').click();
  await head.getByText('versione 2').first().waitFor();
  await button(author, 'Salva la bozza').click();
  await author.getByText(/ha salvato nel frattempo la versione 2/).waitFor();
  assert.equal(await author.getByLabel('Testo comune').inputValue(), 'Scritto da chi modera.');
  await author.getByText('Scritto da chi dirige.').waitFor();
  await assertAccessible(author);
  await button(author, 'Salva la mia sopra').click();
  await button(author, 'Salva la bozza').click();
  await author.getByText('versione 3').first().waitFor();
});
