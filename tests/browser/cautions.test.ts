// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '#governance';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, goTo, PHONE, signInAs, startBrowsing } from './browsing.ts';

// What the body is careful about, recorded by the head; and a draft that is written under its eyes.

const SHOTS = process.env.PORTAVOCE_SHOTS;
const OFFICE =
  'Si rende noto che, ai sensi della vigente normativa, l’erogazione delle prestazioni del SAD sarà effettuata previo appuntamento telefonico da inoltrare entro e non oltre il giorno antecedente, pena la decadenza.';

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
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/cautele-${name}.png`, fullPage: true });
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dayOf = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(
    new Date(Date.now() + days * 86_400_000),
  );

/** The form behind a line, unfolded. */
async function unfolds(page: Page, label: string): Promise<void> {
  await page.locator('summary', { hasText: label }).click();
}

test('the head records an electoral period and a matter; what is missing is said', async () => {
  await goTo(head, 'Cautele editoriali');
  await head.getByText('Nessun periodo elettorale registrato.').waitFor();
  await assertAccessible(head);
  await unfolds(head, 'Registra un periodo elettorale');
  await button(head, 'Registra un periodo elettorale').click();
  await head.getByText('Compila questo campo.').first().waitFor();
  await assertAccessible(head);
  await head.getByLabel('Quale voto').fill('elezioni comunali');
  await head.getByLabel('Atto di convocazione').fill('Decreto di prova n. 12');
  await head.getByLabel('Giorno della convocazione').fill(dayOf(-2));
  await head.getByLabel('Primo giorno di voto').fill(dayOf(40));
  await head.getByLabel('Chiusura del voto').fill(`${dayOf(41)}T15:00`);
  await button(head, 'Registra un periodo elettorale').click();
  await head.getByText('· in corso').waitFor();
  await head.getByText(/^Periodo elettorale: elezioni comunali/).waitFor();

  await unfolds(head, 'Metti in elenco una materia');
  await head.getByLabel('Come si chiama').fill('Nuovo padiglione di via Lago');
  await head.getByLabel('Di che cosa si tratta').selectOption('not-public');
  await head.getByLabel('Parole che la fanno riconoscere').fill('padiglione di via lago');
  await button(head, 'Metti in elenco una materia').click();
  await head.getByText('Si riconosce da: «padiglione di via lago».').waitFor();
  await shot(head, 'responsabile');
  await assertAccessible(head);
  await head.setViewportSize(PHONE);
  await shot(head, 'responsabile-390');
  await assertAccessible(head);
});

test('who writes sees how the text reads, and declares what goes out while a vote is called', async () => {
  await goTo(author, 'Cautele editoriali');
  await author.getByText('Le cautele le registra chi è responsabile.').waitFor();
  assert.equal(await author.locator('summary', { hasText: 'Registra un periodo' }).count(), 0);
  await goTo(author, 'Bozze e pubblicazione');
  await author.getByText(/^Periodo elettorale: elezioni comunali/).waitFor();
  await author.getByLabel('Titolo di lavoro della nuova bozza').fill('Assistenza a domicilio');
  await button(author, 'Apri la bozza').click();
  await author.getByRole('heading', { level: 1, name: 'Assistenza a domicilio' }).waitFor();

  await author.getByLabel('Testo comune').fill(OFFICE);
  const panel = author.getByRole('region', { name: 'Come si legge' });
  await panel.getByText(/^Indice Gulpease \d+ su 100/).waitFor();
  await panel.getByText('«ai sensi della»: secondo; in base a').waitFor();
  await panel.getByText('«sarà effettuata»', { exact: true }).waitFor();
  await panel.getByText('«SAD»', { exact: true }).waitFor();
  await author
    .getByLabel('Testo comune')
    .fill('Presto apre il padiglione di via Lago. Si entra dalle 9, senza prenotare.');
  await panel.getByText('Niente da semplificare.').waitFor();
  await author.getByLabel(/^Facebook/).check();
  await button(author, 'Salva la bozza').click();
  await author.getByText(/va dichiarato impersonale e indispensabile/).waitFor();
  await author
    .getByText(/Tocca una materia dell’elenco dell’ente/)
    .first()
    .waitFor();
  await shot(author, 'bozza');
  await assertAccessible(author);

  await author.getByLabel(/^È impersonale/).check();
  await author.getByLabel(/^È indispensabile/).check();
  await author.getByLabel('Motivo', { exact: true }).fill('Apre un servizio sanitario.');
  await author.getByLabel('Nuovo padiglione di via Lago').check();
  await author.getByText('Ci sono modifiche non salvate').waitFor();
  await button(author, 'Salva la bozza').click();
  await author.getByText(/va dichiarato impersonale e indispensabile/).waitFor({ state: 'detached' });
  await author.setViewportSize(PHONE);
  await shot(author, 'bozza-390');
  await assertAccessible(author);
});
