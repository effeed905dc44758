// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { assertAccessible, faultsOf, stickingOut } from './accessibility.ts';
import { type Browsing, decisionOf, goTo, headingOf, openCase, queueOf, signInAs, startBrowsing } from './browsing.ts';

const CLAUSE = { value: 'clause:RM1-128' };

let browsing: Browsing;
const authors = { open: 'Aldo Inventato', decided: 'Berta Inventata' };
before(async () => {
  browsing = await startBrowsing();
  await browsing.arrives(authors.open, 'Scrivete a gina.inventata@example.org o al 347 1234567, è urgentissimo');
  await browsing.arrives(authors.decided, 'Chiamate la signora Inventati al 347 1234567, risponde lei');
});
after(() => browsing.close());

async function newPage(): Promise<Page> {
  const context = await browsing.profile();
  return context.newPage();
}

async function pageOf(role: Role): Promise<Page> {
  const page = await newPage();
  await signInAs(page, browsing.desk.credentials(role));
  return page;
}

test('the examination finds what is wrong with a bad page', async () => {
  const page = await newPage();
  await page.setContent('<img src="data:,"><div style="width: 2000px; color: #eee; background: #fff">Testo</div>');
  const faults = await faultsOf(page, 1);
  for (const rule of ['image-alt', 'color-contrast', 'document-title', 'landmark-one-main']) {
    assert.ok(
      faults.some((fault) => fault.startsWith(`${rule}:`)),
      rule,
    );
  }
  assert.notDeepEqual(await stickingOut(page), []);
});

for (const path of ['/', '/policy/asl-roma-1', '/policy/ente-che-non-esiste']) {
  test(`the public page ${path}`, async () => {
    const page = await newPage();
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await assertAccessible(page);
  });
}

test('signing in, also after a wrong password and with empty fields', async () => {
  const page = await newPage();
  await page.goto('/accedi');
  const submit = page.getByRole('button', { name: 'Accedi' });
  await submit.waitFor();
  await assertAccessible(page);
  await submit.click();
  await page.getByText('Scrivi l’indirizzo e-mail.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('E-mail').fill(browsing.desk.credentials('moderator').email);
  await page.getByLabel('Password', { exact: true }).fill('non è questa la parola');
  await submit.click();
  await page.getByRole('alert').getByText('E-mail o password non corrette').waitFor();
  await assertAccessible(page);
});

test('the desk of a moderator: queue, case, form, second confirmation, decided case', async () => {
  const page = await pageOf('moderator');
  await assertAccessible(page);

  await openCase(page, authors.open);
  await assertAccessible(page);

  const decision = decisionOf(page);
  await decision.getByRole('radio', { name: 'Rimuovi' }).check();
  await decision.getByRole('button', { name: 'Conferma: Rimuovi' }).click();
  await decision.getByText('Scegli il punto della policy su cui si fonda la decisione.').waitFor();
  await assertAccessible(page);

  await decision.getByLabel('In base a quale punto?').selectOption(CLAUSE);
  await decision.getByRole('button', { name: 'Conferma: Rimuovi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Lascia stare' }).click();

  await queueOf(page).getByRole('link').filter({ hasText: authors.decided }).click();
  await headingOf(page, authors.decided).waitFor();
  await decision.getByRole('radio', { name: 'Nascondi' }).check();
  await decision.getByLabel('In base a quale punto?').selectOption(CLAUSE);
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await decision.getByText('confermata sul social').waitFor();
  await assertAccessible(page);

  await queueOf(page)
    .getByRole('link', { name: /^Decise/ })
    .click();
  await openCase(page, authors.decided);
  await decision.getByRole('heading', { name: 'Nascosto' }).waitFor();
  await assertAccessible(page);
  await decision.getByRole('button', { name: 'Annulla la decisione' }).click();
  await dialog.waitFor();
  await assertAccessible(page);
});

test('the preferences and the list of keys', async () => {
  const page = await pageOf('moderator');
  await page.locator('summary').filter({ hasText: 'Persona moderator' }).click();
  await page.getByRole('switch', { name: 'Scorciatoie da tastiera' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Elenco dei tasti' }).click();
  await page.getByRole('dialog', { name: 'Scorciatoie da tastiera' }).waitFor();
  await assertAccessible(page);
});

test('the record, before and after it is verified, and a case in an auditor’s hands', async () => {
  const page = await pageOf('auditor');
  await goTo(page, 'Registro');
  await page.getByRole('table').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Verifica l’integrità' }).click();
  await page.getByText('Il registro è integro').waitFor();
  await assertAccessible(page);

  await page.getByRole('link', { name: 'Coda' }).click();
  await openCase(page, authors.open);
  await decisionOf(page).getByText('Il tuo incarico è di controllo').waitFor();
  assert.equal(await decisionOf(page).getByRole('button').count(), 0, 'an auditor is offered no decision');
  await assertAccessible(page);
});

test('a decision that the network refused, the address of no case, and signing in again', async () => {
  const page = await pageOf('moderator');
  await openCase(page, authors.open);
  const decision = decisionOf(page);
  await browsing.desk.facebook.faults({ fault: 'permission-missing' });
  await decision.getByRole('radio', { name: 'Nascondi' }).check();
  await decision.getByLabel('In base a quale punto?').selectOption(CLAUSE);
  await decision.getByRole('button', { name: 'Conferma: Nascondi' }).click();
  await queueOf(page)
    .getByRole('link', { name: /^Da sistemare 1$/ })
    .click();
  await openCase(page, authors.open);
  await decision.getByRole('button', { name: 'Riprova' }).waitFor();
  await assertAccessible(page);

  await page.context().clearCookies();
  await decision.getByRole('button', { name: 'Riprova' }).click();
  await page.getByRole('dialog', { name: 'Accedi di nuovo' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Più tardi' }).click();
  await assertAccessible(page);

  await signInAs(page, browsing.desk.credentials('moderator'));
  await page.goto('/banco/asl-roma-1/pratiche/non-esiste?social=instagram');
  await page.getByText('Questa pratica non c’è').waitFor();
  await assertAccessible(page);
});
