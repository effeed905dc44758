// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { establishBody } from '#governance';
import type { Role } from '#governance/contract';
import { adopt } from '#rulebook';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

// The pages that citizens read, in a browser that runs no scripts; on a desk, on a phone, on paper.

const ASL = '/policy/asl-roma-1';
const COMUNE = '/policy/comune-di-esempio';
const CALABRIA = '/policy/regione-calabria';

let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
  const { ports } = browsing.desk.portavoce;
  await establishBody(ports.database, ports.clock, { slug: 'regione-calabria', name: 'Regione Calabria' });
  const source = await readFile(join(import.meta.dirname, '../../policies/regione-calabria.policy.md'), 'utf8');
  await adopt(ports, { source, file: 'prova', act: 'atto di prova', person: null });
});
after(() => browsing.close());

/** As somebody who is signed in, without the form, which needs scripts. */
async function signedIn(context: BrowserContext, role: Role): Promise<void> {
  const { cookie } = await browsing.desk.signIn(role);
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: browsing.desk.url };
  });
  await context.addCookies(cookies);
}

async function withoutScripts(role?: Role): Promise<Page> {
  const context = await browsing.profile({ javaScriptEnabled: false });
  if (role !== undefined) await signedIn(context, role);
  return context.newPage();
}

const PAGES = [
  ASL,
  `${ASL}/netiquette`,
  `${ASL}/account`,
  `${ASL}/orari-e-contatti`,
  `${ASL}/versioni`,
  `${ASL}/versioni/1`,
  `${ASL}/interna`,
  `${ASL}/non-esiste`,
  `${COMUNE}/orari-e-contatti`,
  CALABRIA,
  '/',
];
for (const path of PAGES) {
  test(`${path} is accessible, and is never scrolled sideways`, async () => {
    const context = await browsing.profile();
    await signedIn(context, 'auditor');
    const page = await context.newPage();
    await page.goto(path);
    await assertAccessible(page);
    await context.close();
  });
}

test('a citizen goes from the list of bodies to a rule, to the hours and back, without scripts', async () => {
  const page = await withoutScripts();
  await page.goto('/');
  await page.getByRole('link', { name: 'ASL Roma 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Social media policy' }).waitFor();
  await page.getByRole('navigation', { name: 'Indice' }).getByRole('link', { name: 'Sezione 5. Netiquette' }).click();
  assert.ok(await page.getByRole('heading', { level: 2, name: 'Sezione 5. Netiquette' }).isVisible());

  await page.getByRole('navigation', { name: 'Pagine della policy' }).getByRole('link', { name: 'Netiquette' }).click();
  await page.getByRole('heading', { level: 1, name: /^Netiquette/ }).waitFor();
  const clause = page.getByRole('link', { name: 'Nel testo della policy, punto RM1-010' });
  await clause.click();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, `${ASL}#RM1-010`);

  await page.getByRole('link', { name: 'Orari e contatti' }).click();
  await page.getByText('dato mancante').first().waitFor();
  await page.getByRole('navigation', { name: 'Percorso' }).getByRole('link', { name: 'ASL Roma 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Social media policy' }).waitFor();
});

test('the first step of the keyboard is over the menus', async () => {
  const page = await withoutScripts();
  await page.goto(ASL);
  await page.keyboard.press('Tab');
  assert.ok(await page.getByRole('link', { name: 'Vai al contenuto' }).isVisible());
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, '#contenuto');
});

test('a sleeping clause is told apart by words, not by its look alone', async () => {
  const page = await withoutScripts();
  await page.goto(`${CALABRIA}#CAL-063`);
  const clause = page.locator('#CAL-063');
  assert.ok(await clause.getByText('Non ancora in vigore.').isVisible());
  assert.equal(await page.locator('#CAL-001').getByText('Non ancora in vigore.').count(), 0);
});

test('the internal part opens in a browser that is signed in, and says that it is reserved', async () => {
  const staff = await withoutScripts('moderator');
  await staff.goto(`${ASL}/RM1-141`);
  assert.equal(new URL(staff.url()).pathname, `${ASL}/interna`);
  assert.ok(await staff.getByText('Riservata a chi lavora per l’ente.').isVisible());
  const citizen = await withoutScripts();
  await citizen.goto(`${ASL}/interna`);
  await citizen.getByRole('heading', { name: 'Pagina non trovata' }).waitFor();
});

test('on paper there are the clauses with their numbers and the addresses, and none of the menus', async () => {
  const page = await withoutScripts();
  await page.emulateMedia({ media: 'print' });
  await page.goto(ASL);
  for (const menu of ['Percorso', 'Pagine della policy', 'Indice'])
    assert.equal(await page.getByRole('navigation', { name: menu }).count(), 0, menu);
  assert.equal(await page.getByText('Questa pagina in JSON').isVisible(), false);
  const facebook = page.locator('#RM1-048');
  assert.ok(await facebook.getByText('RM1-048').isVisible());
  assert.ok(await facebook.getByText('https://www.facebook.com/ASLRoma1/').first().isVisible());
  const printed = await page.pdf({ preferCSSPageSize: true });
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(printed.toString('latin1'));
  assert.deepEqual([Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))], [595, 842], 'A4, in points');
});
