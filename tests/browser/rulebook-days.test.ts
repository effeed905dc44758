// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { BODIES } from '../support/desk.ts';
import { anotherPerson } from '../support/rulebook-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, startBrowsing } from './browsing.ts';
import { rulebookProfile } from './rulebook-desk.ts';

// The days of a body that the calendar of the country does not know.

const { slug: COMUNE } = BODIES.comune;

let browsing: Browsing;
let head: Page;
let moderator: Page;
before(async () => {
  browsing = await startBrowsing();
  head = await pageOfPerson('Responsabile Inventata', 'head');
  moderator = await pageOfPerson('Moderatrice Inventata', 'moderator');
});
after(() => browsing.close());

async function pageOfPerson(name: string, role: 'head' | 'moderator'): Promise<Page> {
  const { cookie } = await anotherPerson(browsing.desk.portavoce, COMUNE, { name, role });
  const { context } = await rulebookProfile(browsing);
  const [key = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name: key, value, url: browsing.desk.url }]);
  const page = await context.newPage();
  await page.goto(`/banco/${COMUNE}/policy`);
  await daysOf(page).waitFor();
  return page;
}

const daysOf = (page: Page) => page.getByRole('region', { name: 'Patrono e presidio straordinario' });

async function underAct(name: string): Promise<void> {
  const dialog = head.getByRole('dialog', { name });
  await dialog.getByLabel('Numero dell’atto').fill('delibera di prova n. 4');
  await dialog.getByLabel('Nota').fill('Lo ha deciso la giunta.');
  await dialog.getByRole('button', { name: 'Avanti' }).click();
}
const sure = () => head.getByRole('dialog', { name: 'Sei sicuro?' });

test('the saint is recorded by the head, asked twice, and is on the public page', async () => {
  await daysOf(moderator).getByText('Li registra chi ha l’incarico di responsabile').waitFor();
  assert.equal(await daysOf(moderator).getByRole('button').count(), 0);
  await assertAccessible(head);
  await daysOf(head).getByRole('button', { name: 'Registra il patrono' }).click();
  const dialog = head.getByRole('dialog', { name: 'Registrare la festa del patrono?' });
  await dialog.getByLabel('Giorno').fill('31');
  await dialog.getByLabel('Mese').selectOption('novembre');
  await underAct('Registrare la festa del patrono?');
  await dialog.getByText('Questo giorno non c’è in tutti gli anni.').waitFor();
  await dialog.getByText('Scrivi il nome del santo.').waitFor();
  await assertAccessible(head);
  await dialog.getByLabel('Santo').fill('San Prova');
  await dialog.getByLabel('Giorno').fill('30');
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  await sure().getByText('Da subito il 30 novembre (San Prova) è festivo').waitFor();
  await assertAccessible(head);
  await sure().getByRole('button', { name: 'Sì, registra' }).click();
  await daysOf(head).getByText('San Prova, 30 novembre: festivo ogni anno.').first().waitFor();
});

test('exceptional cover on some networks is recorded, and taken back by another act', async () => {
  await daysOf(head).getByRole('button', { name: 'Registra un presidio' }).click();
  const dialog = head.getByRole('dialog', { name: 'Registrare un presidio straordinario?' });
  await dialog.getByLabel('Turno 1, dalle').fill('20:00');
  await dialog.getByLabel('Turno 1, alle').fill('23:00');
  await assertAccessible(head);
  await underAct('Registrare un presidio straordinario?');
  await sure()
    .getByText(/dalle 20:00 alle 23:00, anche se festivo/)
    .waitFor();
  await sure().getByRole('button', { name: 'Sì, registra' }).click();
  const [entry] = [daysOf(head).locator('.hours-covers li')];
  await entry.getByText('delibera di prova n. 4').waitFor();
  await assertAccessible(head);
  const reading = await browsing.profile();
  const citizen = await reading.newPage();
  await citizen.goto(`/policy/${COMUNE}/orari-e-contatti`);
  await citizen.getByText(/dalle 20:00 alle 23:00, anche se festivo: delibera di prova n\. 4/).waitFor();
  await entry.getByRole('button', { name: /^Togli/ }).click();
  await underAct('Togliere il presidio straordinario?');
  await sure().getByRole('button', { name: 'Sì, togli' }).click();
  await entry.getByText(/^tolto: delibera di prova n\. 4/).waitFor();
  assert.equal(await entry.getByRole('button').count(), 0);
});
