// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { CaseStatements } from '#moderation/contract';
import { assertAccessible, carryAxe } from './accessibility.ts';
import { type Browsing, openCase, PHONE, signInByForm, startBrowsing } from './browsing.ts';

// Contested and overturned: the citizen on the public page, without scripts and by keyboard alone; another person at the desk.

const AUTHOR = 'Ugo Inventato';
const TEXT = 'Siete dei cialtroni incapaci';

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
});
after(() => browsing?.close());

const shots = process.env.PORTAVOCE_SHOTS;
const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

async function contested(): Promise<{ readonly case: string; readonly page: string; readonly code: string }> {
  const moderator = await browsing.desk.signIn('moderator');
  const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt === TEXT);
  assert.ok(found);
  await moderator.decide(found.id, { kind: 'hide' });
  await browsing.desk.drain();
  const answer = await moderator.get(`cases/${found.id}/statements`);
  const statement = CaseStatements.parse(await answer.json()).issued.at(-1);
  assert.ok(statement?.page && statement.code);
  return { case: found.id, page: statement.page, code: statement.code };
}

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      "(document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? '').trim()",
    );
    if (focused === name) return;
  }
  assert.fail(`the keyboard does not reach «${name}»`);
}

test('contested on the page, proved, overturned by another person, told', async () => {
  await browsing.arrives(AUTHOR, TEXT);

  // Before deciding, the desk says how the author will know.
  const staff = await browsing.profile();
  await carryAxe(staff);
  const desk = await staff.newPage();
  await signInByForm(desk, browsing.desk, 'moderator');
  await openCase(desk, AUTHOR);
  const panel = desk.getByRole('region', { name: 'Motivazione all’autore' });
  await panel.getByText('Se decidi, l’autore lo saprà così:').waitFor();
  await panel.getByText('Leggi il testo che riceverà').first().click();
  await panel.getByText('abbiamo nascosto un tuo commento').waitFor();
  await shoot(desk, 'panel-before');
  await assertAccessible(desk);

  const { page: address, case: id, code } = await contested();
  await desk.goto(`/banco/asl-roma-1/pratiche/${id}`);
  await panel.getByText(`Codice ${code}`).first().waitFor();
  await assertAccessible(desk);
  await shoot(desk, 'panel-after');
  await staff.close();

  // The citizen, on a phone, without scripts, by keyboard alone.
  const phone = await browsing.profile({ viewport: PHONE, javaScriptEnabled: false });
  const citizen = await phone.newPage();
  await citizen.goto(address);
  await citizen.getByRole('heading', { level: 1, name: 'Intervento nascosto' }).waitFor();
  assert.equal(await citizen.getByText('cialtroni').count(), 0);
  await shoot(citizen, 'page-390');
  await tabTo(citizen, 'Le tue ragioni');
  await citizen.keyboard.type('Era una critica al servizio, non a una persona.');
  await tabTo(citizen, 'Chiedi il riesame');
  await citizen.keyboard.press('Enter');
  await citizen.getByRole('heading', { level: 1, name: 'Conferma che sei tu' }).waitFor();
  await shoot(citizen, 'word-390');
  const word = ((await citizen.locator('.statement-word').textContent()) ?? '').trim();

  // The same pages with scripts allowed, so that axe can look at them.
  const looking = await browsing.profile();
  await carryAxe(looking);
  const look = await looking.newPage();
  await look.goto(address);
  await assertAccessible(look);
  await look.getByLabel('Le tue ragioni').fill('Ancora una volta, da un’altra finestra.');
  await look.getByRole('button', { name: 'Chiedi il riesame' }).click();
  await look.getByRole('heading', { level: 1, name: 'Conferma che sei tu' }).waitFor();
  await assertAccessible(look);
  await look.goto(`${address.slice(0, -4)}BBBB`);
  await look.getByRole('heading', { level: 1, name: 'Motivazione non trovata' }).waitFor();
  await assertAccessible(look);

  await browsing.arrives(AUTHOR, `Confermo ${word}`);
  await citizen.goto(address);
  await citizen.getByText('Il riesame è in corso').waitFor();

  // Another person looks again.
  const leading = await browsing.profile();
  await carryAxe(leading);
  const head = await leading.newPage();
  await signInByForm(head, browsing.desk, 'head');
  await head.getByRole('link', { name: 'Riesami', exact: true }).first().click();
  await head.getByRole('heading', { level: 1, name: 'Riesami' }).waitFor();
  await head.getByText('Era una critica al servizio').waitFor();
  await shoot(head, 'reviews');
  await assertAccessible(head);
  await head.setViewportSize(PHONE);
  await shoot(head, 'reviews-390');
  await head.getByRole('button', { name: 'Riesamina' }).focus();
  await head.keyboard.press('Enter');
  const dialog = head.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Concludi il riesame' }).click();
  await dialog.getByText('Scegli come finisce').waitFor();
  await dialog.getByLabel('La annullo: era sbagliata').focus();
  await head.keyboard.press('Space');
  await dialog.getByLabel('Perché').fill('Il testo critica il servizio e non insulta nessuno.');
  await shoot(head, 'dialog-390');
  await assertAccessible(head);
  await dialog.getByRole('button', { name: 'Concludi il riesame' }).click();
  await head.getByText('Annullata', { exact: true }).waitFor();
  await browsing.desk.drain();
  await assertAccessible(head);

  await citizen.goto(address);
  await citizen.getByText('Era sbagliata: è annullata').waitFor();
  const written = await browsing.desk.facebook.allWritten();
  assert.equal(written.find(({ text }) => text === TEXT)?.hidden, false, 'shown again on the network');
});

test('the head chooses the terms, and a wrong number is told', async () => {
  const profile = await browsing.profile();
  await carryAxe(profile);
  const page = await profile.newPage();
  await signInByForm(page, browsing.desk, 'head');
  await page.goto('/banco/asl-roma-1/riesami');
  const terms = page.getByRole('region', { name: 'Termini e avviso pubblico' });
  await terms.getByText('dato mancante').first().waitFor();
  await terms.getByRole('button', { name: 'Cambia' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giorni lavorativi per chiedere il riesame').fill('999');
  await dialog.getByLabel('Giorni lavorativi per decidere').fill('15');
  await dialog.getByLabel('Atto con cui si sceglie').fill('determina di prova n. 12');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await dialog.getByText('Un numero da 1 a 365').waitFor();
  await assertAccessible(page);
  await dialog.getByLabel('Giorni lavorativi per chiedere il riesame').fill('20');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await terms.getByText('20 giorni lavorativi, scelta dell’ente').waitFor();
  await shoot(page, 'terms');
  await profile.close();
});
