// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { CaseStatements } from '#moderation/contract';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, goTo, openCase, PHONE, signInAs, startBrowsing } from './browsing.ts';

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

async function contested(
  text = TEXT,
): Promise<{ readonly case: string; readonly page: string; readonly code: string }> {
  const moderator = await browsing.desk.signIn('moderator');
  const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt === text);
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
  const desk = await staff.newPage();
  await signInAs(desk, browsing.desk.credentials('moderator'));
  await openCase(desk, AUTHOR);
  const panel = desk.getByRole('region', { name: 'Motivazione all’autore' });
  await panel.getByText('Se decidi, quando la misura è applicata l’autore lo saprà così:').waitFor();
  // And in which words, with what is typed for the author and nothing of what is typed for the records.
  await desk.getByRole('radio', { name: /Nascondi/ }).check();
  await desk.getByText('Leggi il testo che riceverà').click();
  await desk.getByText('Il testo nasce quando scegli il punto.').waitFor();
  await desk.getByLabel('In base a quale punto?').selectOption({ index: 1 });
  await desk.getByLabel('Motivazione', { exact: true }).fill('Il solito provocatore, lo conosciamo bene.');
  const toAuthor = desk.getByLabel('Da dire all’autore (facoltativo)');
  await toAuthor.fill('Lo ha chiesto Maria Rossi, tel. 333 1234567.');
  await desk
    .getByText('«Da dire all’autore» non si può mandare: c’è il nome di una persona (parole da 4 a 5)')
    .waitFor();
  await assertAccessible(desk);
  await toAuthor.fill('');
  // Why a law applies: it is said beside the field that the author reads it, and what is wrong in it is said before deciding.
  const ground = desk.getByLabel('In base a quale punto?');
  await ground.selectOption({ value: 'law' });
  await desk.getByText('Lo leggerà chi ha scritto, nella motivazione').waitFor();
  await desk.getByLabel('Quale norma').fill('art. 595 del codice penale');
  await desk.getByLabel('Perché si applica qui').fill('Lo ha chiesto la dottoressa Verdi.');
  await desk.getByText(/«Perché si applica qui»: c’è il nome di una persona \(parola 6\)/).waitFor();
  await assertAccessible(desk);
  await shoot(desk, 'law-refused');
  await desk.getByRole('radio', { name: /Archivia/ }).check();
  await ground.selectOption({ value: 'law' });
  await desk.getByText('Resta agli atti, con la decisione.').waitFor();
  await desk.getByRole('radio', { name: /Nascondi/ }).check();
  await ground.selectOption({ index: 1 });
  await desk.getByText('Leggi il testo che riceverà').click();
  await desk.getByLabel('Motivazione', { exact: true }).fill('Il solito provocatore, lo conosciamo bene.');
  await toAuthor.fill('Le critiche restano, gli insulti no.');
  const shown = desk.locator('.statement-preview .review-text');
  await shown.getByText('Le critiche restano, gli insulti no.').waitFor();
  assert.match((await shown.textContent()) ?? '', /abbiamo nascosto un tuo commento/);
  assert.doesNotMatch((await shown.textContent()) ?? '', /provocatore/);
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
  const head = await leading.newPage();
  await signInAs(head, browsing.desk.credentials('head'));
  await goTo(head, 'Riesami');
  await head.getByRole('heading', { level: 1, name: 'Riesami' }).waitFor();
  await head.getByText('Era una critica al servizio').waitFor();
  const toGive = head.getByRole('region', { name: 'Motivazioni da dare (1)' });
  await toGive.getByText('va data a mano').waitFor();
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

test('a code brought to the desk opens a review, by another person than who decided', async () => {
  const text = 'Cialtroni, siete solo dei cialtroni';
  await browsing.arrives('Ada Inventata', text);
  const { case: id, code } = await contested(text);
  const profile = await browsing.profile({ viewport: PHONE });
  const page = await profile.newPage();
  await signInAs(page, browsing.desk.credentials('head'));
  await page.goto(`/banco/asl-roma-1/pratiche/${id}`);
  await page.getByText('Da dare a mano: il termine').waitFor();
  await page.getByRole('button', { name: 'Ha portato il codice: apri il riesame' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Codice che ha portato').fill('BCDF-2345-GHJK-6789');
  await dialog.getByLabel('Che cosa chiede').fill('Dice che era una citazione.');
  await dialog.getByRole('button', { name: 'Apri il riesame' }).click();
  await dialog.getByText('Il codice non è di questa motivazione').waitFor();
  await assertAccessible(page);
  await shoot(page, 'brought-390');
  await dialog.getByLabel('Codice che ha portato').fill(code);
  await dialog.getByRole('button', { name: 'Apri il riesame' }).click();
  await page.getByText('Riesame in corso').waitFor();
  await profile.close();
});

test('the head chooses the terms, and a wrong number is told', async () => {
  const profile = await browsing.profile();
  const page = await profile.newPage();
  await signInAs(page, browsing.desk.credentials('head'));
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
