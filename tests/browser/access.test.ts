// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { enterProvider, redirectOf } from '#governance';
import { launchChromium } from '../support/chromium.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type OpenIdService, startOpenIdService, TWO_FACTORS } from '../support/openid-provider.ts';
import { telephone } from '../support/telephone.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, goTo, newProfile, PHONE, queueOf, signInAs } from './browsing.ts';

// How people enter, in a real browser: a telephone beside the password, the body's own service, a token for a program.

const BODY = BODIES.asl.slug;
const NAME = 'Invitata Inventata';
let desk: Desk;
let service: OpenIdService;
let browser: Browser;
let head: Page;
before(async () => {
  desk = await startDesk();
  service = await startOpenIdService({ back: [redirectOf(desk.url, BODY)], afterLeaving: [`${desk.url}/accedi`] });
  await enterProvider(desk.portavoce.ports, {
    ...{ body: BODY, name: 'Accesso unico di prova', issuer: service.issuer, clientId: service.clientId },
    ...{ secret: service.secret, acrValues: [TWO_FACTORS], amrValues: [] },
  });
  browser = await launchChromium();
  head = await pageOf();
  await signInAs(head, desk.credentials('head'));
});
after(async () => {
  await browser?.close();
  await service?.close();
  await desk?.close();
});

const complaints: string[] = [];
async function pageOf(): Promise<Page> {
  const context = await newProfile(browser, desk.url);
  context.on('weberror', (error) => complaints.push(error.error().message));
  return context.newPage();
}

const picture = async (page: Page, name: string) => {
  const folder = process.env.PORTAVOCE_PICTURES;
  if (folder === undefined) return;
  for (const [size, viewport] of [
    ['1440', DESKTOP],
    ['390', PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${folder}/access-${name}-${size}.png`, fullPage: true });
  }
  await page.setViewportSize(DESKTOP);
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');

async function opensAccess(page: Page): Promise<void> {
  await page.goto(`/banco/${BODY}/accesso`);
  await page.getByRole('heading', { level: 1, name: 'Il tuo accesso' }).waitFor();
  await button(page, 'Fai un gettone…').waitFor();
}

/** Fills the form of the sign-in page. */
async function writesPassword(page: Page, role: 'moderator' | 'head'): Promise<void> {
  const { email, password } = desk.credentials(role);
  await page.goto('/accedi');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Accedi').click();
}

let shows: (now: Date, stepsOff?: number) => string;
let codes: readonly string[];

test('a moderator, asked by the body, turns on a second factor and is given ten codes once', async () => {
  await goTo(head, 'Persone');
  await button(head, 'Cambia il secondo fattore: Chi modera e pubblica').click();
  await dialog(head).getByLabel('Chiesto dal').fill('2024-01-01');
  await assertAccessible(head);
  await dialog(head).getByRole('button', { name: 'Registra' }).click();
  await head.getByText('chiesto dal 1 gennaio 2024').waitFor();
  await head.getByText(/Accesso unico di prova/).waitFor();
  await button(head, 'Riconosci anche dall’indirizzo verificato').waitFor();
  await picture(head, 'people');
  await assertAccessible(head);

  const page = await pageOf();
  await writesPassword(page, 'moderator');
  await page
    .getByText(/Il tuo ente chiede il secondo fattore/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Attivalo ora' }).click();
  await page.getByText('Non è attivo: per entrare basta la password.').waitFor();
  await button(page, 'Attiva il secondo fattore…').click();
  await dialog(page).getByRole('button', { name: 'Avanti' }).click();
  await dialog(page).getByText('Scrivi la password.').waitFor();
  await dialog(page).getByLabel('Password', { exact: true }).fill('sbagliata');
  await dialog(page).getByRole('button', { name: 'Avanti' }).click();
  await dialog(page)
    .getByText(/La password non è giusta/)
    .waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Password', { exact: true }).fill(desk.credentials('moderator').password);
  await dialog(page).getByRole('button', { name: 'Avanti' }).click();
  const key = await dialog(page).locator('.one-use-link').textContent();
  shows = telephone(key ?? '');
  await picture(page, 'key');
  await assertAccessible(page);
  await dialog(page).getByLabel('Codice che il programma mostra').fill(shows(new Date()));
  await dialog(page).getByRole('button', { name: 'Attiva' }).click();
  await page.getByText('Codici di recupero', { exact: true }).waitFor();
  codes = await page.locator('.recovery-codes li').allTextContents();
  assert.equal(codes.length, 10);
  await picture(page, 'codes');
  await assertAccessible(page);
  await button(page, 'Li ho messi al sicuro').click();
  await page.getByText(/Codici di recupero non usati: 10/).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Attivalo ora' }).count(), 0);
  await page.context().close();
});

test('from then on the password asks for a code: a wrong one is said, one of the sheet enters', async () => {
  const page = await pageOf();
  await writesPassword(page, 'moderator');
  await page.getByText('La password è giusta. Ora serve il secondo fattore.').waitFor();
  await picture(page, 'code');
  await assertAccessible(page);
  await button(page, 'Verifica').click();
  await page.getByText('Scrivi il codice.').waitFor();
  await page.getByLabel('Codice di verifica').fill('000000');
  await button(page, 'Verifica').click();
  await page.getByText(/Il codice non è giusto/).waitFor();
  await assertAccessible(page);
  await page.getByLabel('Codice di verifica').fill(codes[0] ?? '');
  await button(page, 'Verifica').click();
  await queueOf(page).waitFor();
  await opensAccess(page);
  await page.getByText(/Codici di recupero non usati: 9/).waitFor();
  await page.context().close();
});

test('the head takes it off whoever lost the telephone', async () => {
  await head.reload();
  const name = `Persona moderator ${BODY}`;
  await button(head, `Togli il secondo fattore… ${name}`).click();
  await dialog(head).getByLabel('Perché').fill('Ha perso il telefono');
  await assertAccessible(head);
  await dialog(head).getByRole('button', { name: 'Togli il secondo fattore' }).click();
  await button(head, `Togli il secondo fattore… ${name}`).waitFor({ state: 'detached' });
  const page = await pageOf();
  await writesPassword(page, 'moderator');
  await page.getByRole('link', { name: 'Attivalo ora' }).waitFor();
  await page.context().close();
});

test('somebody invited enters with the service of the body, and from then on from the sign-in page', async () => {
  await button(head, 'Registra una persona').click();
  await dialog(head).getByLabel('Nome e cognome').fill(NAME);
  await dialog(head).getByLabel('E-mail di lavoro').fill('invitata@ente.example');
  await dialog(head).getByLabel('In quale veste').selectOption({ label: 'Controllo' });
  await dialog(head).getByLabel('Numero dell’atto').fill('n. 51/2026');
  await dialog(head).getByLabel('Data dell’atto').fill('2024-01-12');
  await dialog(head).getByLabel('Chi lo ha dato').fill('Direzione generale');
  await button(head, /^Registra$/).click();
  await head.getByText('Collegamento da portare alla persona').waitFor();
  const link = (await head.locator('.one-use-link').textContent()) ?? '';

  service.answersAs({ subject: 'sub-invitata' });
  const page = await pageOf();
  await page.goto(link);
  await page.getByText(`${NAME}, benvenuto`).waitFor();
  await picture(page, 'welcome');
  await assertAccessible(page);
  await button(page, 'Entra con Accesso unico di prova').click();
  await queueOf(page).waitFor();
  await page.getByText(NAME).first().waitFor();
  await opensAccess(page);
  await page.getByText(/Entri con il servizio del tuo ente/).waitFor();
  await assertAccessible(page);
  await page.context().close();

  const again = await pageOf();
  await again.goto(`/banco/${BODY}/registro`);
  await button(again, 'Entra con Accesso unico di prova').waitFor();
  await picture(again, 'sign-in');
  await assertAccessible(again);
  await button(again, 'Entra con Accesso unico di prova').click();
  await again.waitForURL(`**/banco/${BODY}/registro`);
  await again.getByRole('heading', { level: 1 }).waitFor();
  // Leaving asks the service too, which asks the person.
  await again.locator('details.person > summary').click();
  await button(again, 'Esci').click();
  await again.waitForURL(`${service.issuer}/session/end?**`);
  await button(again, 'Esci').click();
  await again.getByRole('heading', { name: 'Accedi al banco social' }).waitFor();
  assert.ok(again.url().startsWith(desk.url));
  await again.context().close();
});

for (const [who, words] of [
  [null, /Hai interrotto l’accesso/],
  [{ subject: 'sub-invitata', acr: 'https://www.spid.gov.it/SpidL1' }, /non ha chiesto il secondo fattore/],
  [{ subject: 'sub-ignoto' }, /il banco non sa ancora chi sei/],
] as const)
  test(`what went wrong at the service is said on the sign-in page: ${words.source}`, async () => {
    service.answersAs(who);
    const page = await pageOf();
    await page.goto('/accedi');
    await button(page, 'Entra con Accesso unico di prova').click();
    await page.getByText(words).waitFor();
    if (who === null) await picture(page, 'refused');
    await assertAccessible(page);
    await page.context().close();
  });

test('an address with a reason that nobody gives shows none', async () => {
  const page = await pageOf();
  await page.goto('/accedi?errore=%3Cb%3Ealtro%3C/b%3E');
  await button(page, 'Accedi').waitFor();
  assert.equal(await page.locator('.notice').count(), 0);
  await page.context().close();
});

test('the head makes a token for a program, sees it once, and closes it', async () => {
  await opensAccess(head);
  await button(head, 'Fai un gettone…').click();
  await dialog(head).getByRole('button', { name: 'Fai il gettone' }).click();
  await dialog(head).getByText('Scrivi almeno tre caratteri.').waitFor();
  await dialog(head).getByLabel('A che cosa serve').fill('Calendario del sito');
  await picture(head, 'token-dialog');
  await assertAccessible(head);
  await dialog(head).getByRole('button', { name: 'Fai il gettone' }).click();
  const token = (await head.locator('.one-use-link').textContent()) ?? '';
  assert.match(token, /^pvt_/);
  await picture(head, 'token');
  await assertAccessible(head);
  const asks = () => fetch(`${desk.url}/api/bodies/${BODY}/record`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await asks()).status, 200);
  await button(head, 'L’ho copiato').click();
  assert.equal(await head.locator('.one-use-link').count(), 0);
  await button(head, 'Chiudi il gettone Calendario del sito').click();
  await head.getByText('chiuso', { exact: true }).waitFor();
  assert.equal((await asks()).status, 401);
});

test('nothing broke on the way', () => assert.deepEqual(complaints, []));
