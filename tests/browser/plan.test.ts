// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import { goTo, PHONE } from './browsing.ts';
import { dialogOf, type StoryDesk, shot, startStoryDesk } from './desk-page.ts';

// The weekly plan: written by the group, approved by the director, followed by a draft; its calendar without a mouse, and on a phone.

const BODY = 'regione-calabria';

let story: StoryDesk;
let author: Page;
let head: Page;
before(async () => {
  story = await startStoryDesk([BODY]);
  author = await story.officer(BODY, 'moderator');
  head = await story.officer(BODY, 'head');
});
after(() => story?.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cell = (page: Page) => page.getByRole('gridcell', { selected: true });
/** The day that has the focus. */
const focused = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('data-day');

/** A day of the week after this one, as the calendar writes days. */
async function nextWeek(page: Page, days: number): Promise<string> {
  const today = (await page.locator('[data-today]').first().getAttribute('data-day')) ?? '';
  const monday = new Date(`${today}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) + 7 + days);
  return monday.toISOString().slice(0, 10);
}

async function savesSlot(page: Page, title: string): Promise<void> {
  await dialogOf(page).getByLabel('Titolo di lavoro').fill(title);
  await dialogOf(page).getByRole('button', { name: 'Salva l’uscita' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

test('the weekly plan is written, proposed, approved by the director, and a draft follows it', async () => {
  await goTo(author, 'Piano editoriale');
  await author.getByText('Lo approva: Dirigente generale (punto CAL-090).').waitFor();
  await author.getByText('Nessun piano.').waitFor();
  await assertAccessible(author);
  const day = await nextWeek(author, 1);
  await button(author, 'Apri un piano').click();
  await author.getByText('Compila questo campo.').waitFor();
  await author.getByLabel('Titolo del nuovo piano').fill('Organizzazione della settimana');
  await button(author, 'Apri un piano').click();
  await author.getByRole('heading', { level: 1, name: 'Organizzazione della settimana' }).waitFor();
  const plan = author.url();
  await button(author, 'Nuova uscita').click();
  await dialogOf(author).getByLabel('Giorno').fill(day);
  await dialogOf(author).getByLabel('Ora di Roma').fill('09:30');
  await dialogOf(author).getByLabel('Chi la prepara').fill('Redazione di prova');
  await assertAccessible(author);
  await savesSlot(author, 'Avviso sul tirocinio');
  await author.getByText('09:30 Avviso sul tirocinio').waitFor();
  await author.getByLabel('Testo e obiettivi').fill('Far conoscere i servizi del Centro per l’impiego di prova.');
  await button(author, 'Salva il piano').click();
  await author.getByText('versione 3').first().waitFor();
  await shot(author, 'piano-documento');
  await assertAccessible(author);

  // A draft of it, before anybody approved it.
  await author.getByRole('button', { name: /^Scrivi la bozza/ }).click();
  await author.getByRole('heading', { level: 1, name: 'Avviso sul tirocinio' }).waitFor();
  const draft = author.url();
  const stops = author.getByText('non è approvato: lo approva Dirigente generale');
  await stops.waitFor();
  await shot(author, 'piano-bozza-ferma');
  await author.goto(plan);
  await button(author, 'Proponi per l’approvazione').click();
  await author.getByText('da approvare').first().waitFor();
  assert.equal(await button(author, 'Approva…').count(), 0, 'who wrote it is offered nothing');

  await head.goto(plan);
  await button(head, 'Approva…').click();
  await assertAccessible(head);
  await shot(head, 'piano-approvazione');
  await dialogOf(head).getByRole('button', { name: 'Approva', exact: true }).click();
  await head.getByText(/^Approvato da/).waitFor();
  await assertAccessible(head);

  await author.goto(draft);
  await author.getByText('Che cosa la ferma').waitFor();
  await stops.waitFor({ state: 'detached' });
  const chosen = author.getByLabel('Uscita del piano').locator('option:checked');
  await chosen.filter({ hasText: '09:30: Avviso sul tirocinio' }).waitFor({ state: 'attached' });
});

test('the calendar is walked, a slot added, moved and opened by the keyboard alone', async () => {
  await goTo(author, 'Piano editoriale');
  const day = await nextWeek(author, 1);
  await cell(author).focus();
  const start = await focused(author);
  await author.keyboard.press('ArrowRight');
  await author.keyboard.press('ArrowLeft');
  assert.equal(await focused(author), start);
  await author.keyboard.press('PageDown');
  await author.keyboard.press('PageUp');
  await author.keyboard.press('Home');
  assert.equal(new Date(`${await focused(author)}T00:00:00Z`).getUTCDay(), 1, 'Monday');
  await author.keyboard.press('ArrowDown');
  await author.keyboard.press('ArrowRight');
  assert.equal(await focused(author), day);
  await author.getByRole('gridcell', { name: /1 uscita: 09:30 Avviso sul tirocinio/ }).waitFor();
  await shot(author, 'piano-mese');
  await author.keyboard.press('End');
  await author.keyboard.press('ArrowLeft');

  // N opens a new slot on the day in hand; nothing is sent by one key.
  await author.keyboard.press('n');
  await dialogOf(author).getByText('Il piano è approvato: con questa modifica').waitFor();
  const title = dialogOf(author).getByLabel('Titolo di lavoro');
  for (let steps = 0; steps < 12 && !(await title.evaluate((node) => node.matches(':focus'))); steps++)
    await author.keyboard.press('Tab');
  await author.keyboard.type('Bando di prova');
  await author.keyboard.press('Enter');
  await dialogOf(author).waitFor({ state: 'detached' });
  await author.getByRole('gridcell', { name: /1 uscita: 09:00 Bando di prova/ }).waitFor();

  // Enter goes into the day, where the slot is moved to the day before.
  await cell(author).focus();
  const before = (await focused(author)) ?? '';
  await author.keyboard.press('Enter');
  const move = author.getByRole('button', { name: 'Sposta «Bando di prova»' });
  for (let steps = 0; steps < 12 && !(await move.evaluate((node) => node.matches(':focus'))); steps++)
    await author.keyboard.press('Tab');
  await author.keyboard.press('Enter');
  const field = dialogOf(author).getByLabel('Giorno');
  await field.waitFor();
  await assertAccessible(author);
  const [key, days] = before.endsWith('-01') ? (['ArrowUp', 1] as const) : (['ArrowDown', -1] as const);
  const moved = new Date(Date.parse(before) + days * 86_400_000).toISOString().slice(0, 10);
  await field.focus();
  // The day is the first part of a date or the second, as the browser writes them.
  await author.keyboard.press(key);
  if ((await field.inputValue()) !== moved) {
    await author.keyboard.press(key === 'ArrowUp' ? 'ArrowDown' : 'ArrowUp');
    await author.keyboard.press('ArrowRight');
    await author.keyboard.press(key);
  }
  assert.equal(await field.inputValue(), moved);
  await author.keyboard.press('Enter');
  await dialogOf(author).waitFor({ state: 'detached' });
  await author.locator(`[data-day="${moved}"] li`).getByText('Bando di prova').waitFor();
  assert.equal(await cell(author).getAttribute('data-day'), moved, 'the calendar goes where the slot went');

  await button(author, 'Settimana').focus();
  await author.keyboard.press('Enter');
  assert.equal(await author.getByRole('gridcell').count(), 7);
  await shot(author, 'piano-settimana');
  await assertAccessible(author);
  await button(author, 'Elenco').focus();
  await author.keyboard.press('Enter');
  await author.getByText('09:00 Bando di prova').waitFor();
  await assertAccessible(author);
});

test('on a phone the list comes first; a calendar file is brought in, and what cannot be read is told', async () => {
  const phone = await story.officer(BODY, 'moderator', { viewport: PHONE });
  await goTo(phone, 'Piano editoriale');
  await phone.getByText('09:30 Avviso sul tirocinio').waitFor();
  assert.equal(await button(phone, 'Elenco').getAttribute('aria-pressed'), 'true');
  await phone.getByRole('link', { name: 'Organizzazione della settimana', exact: true }).click();
  await phone.getByRole('heading', { level: 1, name: 'Organizzazione della settimana' }).waitFor();
  const first = (await phone.getByLabel('Primo giorno').inputValue()).replaceAll('-', '');
  const file = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:a@prova', `DTSTART:${first}T103000`],
    ...['SUMMARY:Evento di prova', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:b@prova', `DTSTART;VALUE=DATE:${first}`],
    ...['SUMMARY:Giornata intera', 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
  await phone.getByLabel('Porta un calendario (.ics)').setInputFiles({
    ...{ name: 'piano.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) },
  });
  await phone.getByText('Nel file c’è un’uscita per questo piano.').waitFor();
  await phone.getByText(/riga 8, «Giornata intera»: È di tutto il giorno/).waitFor();
  await button(phone, 'Metti nel piano').click();
  await phone.getByText('10:30 Evento di prova').waitFor();
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Scarica il piano (.ics)' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.ics$/);
});

test('pages to look at again are put under a day, and the task is closed', async () => {
  await goTo(author, 'Piano editoriale');
  await author.getByRole('link', { name: 'Pagine da rivedere' }).click();
  await author.getByRole('heading', { level: 1, name: 'Pagine da rivedere' }).waitFor();
  await author.getByLabel('Di che cosa').selectOption({ index: 1 });
  await author.getByLabel('Che cosa guardare').fill('Orari e telefono');
  await author.getByLabel('Entro il').fill('2020-01-01');
  await button(author, 'Fissa la data').click();
  await author
    .getByRole('region', { name: 'Da rivedere adesso' })
    .getByRole('strong')
    .getByText('Orari e telefono')
    .waitFor();
  await shot(author, 'piano-pagine');
  await assertAccessible(author);
  await author.getByRole('button', { name: /^L’ho riveduta/ }).click();
  await dialogOf(author).getByLabel('Esito').fill('È ancora tutto vero.');
  await button(author, 'Chiudi il compito').click();
  await author.getByRole('region', { name: 'Rivedute' }).getByText('È ancora tutto vero.').waitFor();
});
