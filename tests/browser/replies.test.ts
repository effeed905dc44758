// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, decisionOf, goTo, openCase, PHONE, signInAs, startBrowsing } from './browsing.ts';
import { keyboardOf } from './keyboard.ts';

// Answering in the browser: what is kept ready is written, approved and inserted; what the checks stop is not sent; another
// person approves where the body wants it.

const ASKING = 'Ada Inventata';
const ILL = 'Ugo Inventato';
const LINK = 'https://www.asl.example/vaccini';

let browsing: Browsing;
let head: Page;
let moderator: Page;
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives(ASKING, 'Buongiorno, dove si fanno i vaccini contro l’influenza?');
  await browsing.arrives(ILL, 'Ho il diabete, il mio referto dice una cosa e il medico un’altra: che devo fare?');
  head = await pageOf('head');
  moderator = await pageOf('moderator');
});
after(() => browsing?.close());

async function pageOf(role: Role): Promise<Page> {
  const context = await browsing.profile();
  const page = await context.newPage();
  await signInAs(page, browsing.desk.credentials(role));
  return page;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const answerOf = (page: Page) => page.getByLabel('Risposta pubblica');
const library = async (page: Page) => {
  await goTo(page, 'Risposte');
  await page.getByRole('heading', { level: 1, name: 'Risposte' }).waitFor();
};

test('a topic and a text are written; the head approves the text', async () => {
  await library(moderator);
  await moderator.getByText('Nessun argomento nel catalogo.').waitFor();
  await assertAccessible(moderator);
  await button(moderator, 'Aggiungi un argomento').click();
  await assertAccessible(moderator);
  await button(moderator, 'Registra l’argomento').click();
  await moderator.getByText(/Servono il titolo/).waitFor();
  await moderator.getByLabel('Argomento', { exact: true }).fill('Vaccino antinfluenzale');
  await moderator.getByLabel('Parole che lo riconoscono').fill('vaccin*, antinfluenzale');
  await moderator.getByLabel('Nome del collegamento').fill('Dove e quando vaccinarsi');
  await moderator.getByLabel('Indirizzo della pagina o del documento').fill(LINK);
  await button(moderator, 'Registra l’argomento').click();
  await moderator.getByRole('heading', { name: 'Vaccino antinfluenzale' }).waitFor();

  await button(moderator, 'Scrivi un modello').click();
  await moderator.getByLabel('Titolo', { exact: true }).fill('Dove chiedere');
  await moderator
    .getByLabel('Testo', { exact: true })
    .fill('Buongiorno da {ente}, si rivolga allo sportello {quale sportello}.');
  await assertAccessible(moderator);
  await button(moderator, 'Registra il modello').click();
  await moderator.getByText('Da approvare', { exact: true }).waitFor();
  assert.equal(await button(moderator, 'Approva la versione 1').count(), 0);

  await library(head);
  await button(head, 'Approva la versione 1').click();
  await head.getByText('In uso: versione 1').waitFor();
  await assertAccessible(head);
});

test('by keyboard: a text and a link go into the answer, and the empty place is selected', async () => {
  await moderator.getByRole('link', { name: 'Coda' }).first().click();
  await openCase(moderator, ASKING);
  const keys = keyboardOf(moderator);
  await moderator.keyboard.press('r');
  await answerOf(moderator).waitFor();
  const insertTemplate = button(moderator, 'Inserisci il modello «Dove chiedere»');
  await insertTemplate.waitFor();
  await assertAccessible(moderator);
  await insertTemplate.focus();
  await keys.press('Enter');
  await answerOf(moderator).and(moderator.locator(':focus')).waitFor();
  assert.equal(
    await moderator.evaluate(
      'String(document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd))',
    ),
    '{quale sportello}',
  );
  await moderator.getByText('Non si invia.').waitFor();
  await moderator.keyboard.type('di via Inventata 1');
  await moderator.getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
  const insertLink = button(moderator, 'Inserisci il collegamento «Dove e quando vaccinarsi»');
  await insertLink.focus();
  await keys.press('Enter');
  assert.match(await answerOf(moderator).inputValue(), new RegExp(`di via Inventata 1\\. ${LINK}$`));
  await moderator.getByText('Nessun rilievo sul testo scritto fin qui.').waitFor();
});

test('a personal health case: what discusses it is said to be stopped, and is', async () => {
  await moderator.getByRole('link', { name: 'Coda' }).first().click();
  await openCase(moderator, ILL);
  await moderator.keyboard.press('r');
  await moderator.getByText(/^Caso personale \(RM1-033/).waitFor();
  await answerOf(moderator).fill('Ci scriva in privato: il diabete va seguito.');
  await moderator.getByText(/La risposta riprende o discute il caso/).waitFor();
  await moderator.getByText(/La risposta invita a scrivere in privato/).waitFor();
  await assertAccessible(moderator);
  await moderator
    .locator('.decision-form')
    .getByRole('button', { name: /^Conferma/ })
    .click();
  await decisionOf(moderator)
    .getByText(/La risposta non si può inviare così/)
    .waitFor();
});

test('where answers are approved the writer asks, and another person sends', async () => {
  await library(head);
  await button(head, 'Cambia').click();
  await head.getByLabel('Un’altra persona approva le risposte').check();
  await assertAccessible(head);
  await head.getByLabel('Con quale atto').fill('determina di prova n. 9');
  await button(head, 'Registra la scelta').click();
  await head.getByText('Le risposte si approvano prima dell’invio').waitFor();

  await moderator.reload();
  await moderator.getByRole('heading', { level: 1, name: `Commento di ${ILL}` }).waitFor();
  await decisionOf(moderator).getByText('Che cosa decidi?').waitFor();
  await moderator.keyboard.press('r');
  const general = 'Può rivolgersi al personale sanitario di riferimento.';
  await answerOf(moderator).fill(general);
  await button(moderator, 'Chiedi l’approvazione').click();
  await moderator.getByText('L’hai scritta tu: la approva un’altra persona.').waitFor();
  await assertAccessible(moderator);

  await library(head);
  await head.reload();
  await head.getByRole('link', { name: /^Pratica n\./ }).click();
  await head.getByRole('heading', { level: 1, name: `Commento di ${ILL}` }).waitFor();
  await decisionOf(head).getByText('Che cosa decidi?').waitFor();
  await head.keyboard.press('r');
  await button(head, 'Metti nel modulo per approvarla').click();
  assert.equal(await answerOf(head).inputValue(), general);
  await assertAccessible(head);
  await button(head, 'Conferma: Rispondi').click();
  await head.locator('.just-decided').or(head.locator('.decision-card')).first().waitFor();
  await browsing.desk.drain();
  const written = await browsing.desk.facebook.allWritten();
  assert.equal(written.filter(({ text }) => text === general).length, 1);
});

test('on a phone nothing sticks out', async () => {
  await moderator.setViewportSize(PHONE);
  await moderator.goto('/banco/asl-roma-1/risposte');
  await moderator.getByRole('heading', { level: 1, name: 'Risposte' }).waitFor();
  await assertAccessible(moderator);
});
