// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { adopt } from '#rulebook';
import { type AccountsDesk, BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import { launchChromium } from '../support/chromium.ts';
import { joins } from '../support/colleagues.ts';
import { APPLICATION } from '../support/oauth-network.ts';
import { smallPolicy } from '../support/rulebook-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, goTo, newProfile, PHONE, signInAs } from './browsing.ts';

// A service asks for an account, another office gives its opinion, the head records the act of the management and connects it;
// citizens find it on the public list until it is closed.

const ACCOUNT_CLAUSES = `
### ESE-004 · La richiesta di un account

Un servizio che vuole un account lo chiede; la Comunicazione esprime un parere e la Direzione autorizza con un atto.

~~~account
parere di: ufficio Comunicazione
autorizza: Direzione generale
atto: richiesto
credenziali: personali
controllo: 30 giorni
~~~
`;
const SERVICE = 'Biblioteche comunali';

/** What the account says of itself on the network. */
let onProfile = '';
let desk: AccountsDesk;
let browser: Browser;
let asker: Page;
let press: Page;
let head: Page;
before(async () => {
  desk = await startAccountsDesk({ profile: () => onProfile });
  const { portavoce } = desk;
  desk.clock.advance(1000);
  const source = smallPolicy('2', ACCOUNT_CLAUSES);
  await adopt(portavoce.ports, { source, file: 'seconda versione', act: 'atto di prova', person: null });
  const { email } = await joins(portavoce, { body: BODY, name: 'Carla Comunicazione', office: 'Comunicazione' });
  browser = await launchChromium();
  asker = await pageOf(desk.credentials('moderator'));
  press = await pageOf({ email, password: desk.credentials('moderator').password });
  head = await pageOf(desk.credentials('head'));
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.PORTAVOCE_SHOTS;
/** On a desk and on a phone. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${SHOTS}/register-${name}-${size.width}.png`, fullPage: true });
  }
  await page.setViewportSize(DESKTOP);
}

const complaints: string[] = [];

async function pageOf({ email, password }: { readonly email: string; readonly password: string }): Promise<Page> {
  const context = await newProfile(browser, desk.portavoce.url);
  context.on('weberror', (error) => complaints.push(error.error().message));
  const page = await context.newPage();
  await signInAs(page, { email, password });
  return page;
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const requestOn = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(SERVICE) }) });

test('the register says what the policy wants, and what is missing', async () => {
  await goTo(asker, 'Registro degli account');
  await asker.getByRole('heading', { level: 1, name: 'Registro degli account' }).waitFor();
  await asker.getByText('Direzione generale (punto ESE-004)').waitFor();
  await asker.getByText('ogni 30 giorni (punto ESE-004)').waitFor();
  await asker.getByText('dato mancante: la policy non ne parla').first().waitFor();
  await assertAccessible(asker);
});

test('a service asks: what is lacking is said, then the request is there', async () => {
  await asker.getByRole('link', { name: 'Chiedi un account' }).click();
  await asker.getByRole('heading', { level: 1, name: 'Chiedi un account' }).waitFor();
  await button(asker, 'Presenta la richiesta').click();
  await asker.getByText('Scrivi almeno tre caratteri.').first().waitFor();
  await assertAccessible(asker);
  await asker.getByLabel('Su quale social').selectOption({ value: 'bluesky' });
  await asker.getByLabel('Quale servizio lo chiede').fill(SERVICE);
  await asker.getByLabel('Chi lo curerà').selectOption({ label: 'Carla Comunicazione' });
  for (const question of ['Scopo dell’account', 'A chi si rivolge', 'Piano editoriale'])
    await asker.getByLabel(question).fill('Far conoscere le letture ad alta voce.');
  await button(asker, 'Presenta la richiesta').click();
  await requestOn(asker).getByText('presentata', { exact: true }).waitFor();
  await requestOn(asker)
    .getByText(/Aspetta il parere di ufficio Comunicazione/)
    .waitFor();
  await requestOn(asker)
    .getByText(/L’hai presentata tu/)
    .waitFor();
  assert.equal(await requestOn(asker).getByRole('button').count(), 0, 'whoever asks has no step to take');
  await assertAccessible(asker);
});

test('the Communication office gives its opinion, the head records the act', async () => {
  await head.goto(`/banco/${BODY}/account/registro`);
  await requestOn(head).waitFor();
  assert.equal(await button(head, 'Registra l’autorizzazione').count(), 0, 'not before the opinion');
  await press.goto(`/banco/${BODY}/account/registro`);
  await button(press, 'Registra il parere').click();
  const opinion = press.getByRole('dialog', { name: 'Parere sulla richiesta' });
  await opinion.getByRole('button', { name: 'Registra il parere' }).click();
  await opinion.getByText('Scrivi almeno 5 caratteri.').waitFor();
  await assertAccessible(press);
  await opinion.getByLabel('Perché').fill('Utile: le biblioteche hanno un pubblico loro.');
  await opinion.getByRole('button', { name: 'Registra il parere' }).click();
  await requestOn(press).getByText('con parere', { exact: true }).waitFor();

  await head.reload();
  await button(head, 'Registra l’autorizzazione').click();
  const act = head.getByRole('dialog', { name: 'Autorizzazione dell’account' });
  await act.getByLabel('Di chi è l’atto').fill('Assessore');
  await act.getByLabel('Atto', { exact: true }).fill('deliberazione n. 41');
  await act.getByLabel('Data dell’atto').fill('2026-01-20');
  await act.getByRole('button', { name: 'Registra l’autorizzazione' }).click();
  await act.getByText(/L’atto non è di chi, secondo la policy, autorizza/).waitFor();
  await act.getByLabel('Di chi è l’atto').fill('Direzione generale');
  await act.getByRole('button', { name: 'Registra l’autorizzazione' }).click();
  await requestOn(head).getByText('autorizzata', { exact: true }).waitFor();
  await assertAccessible(head);
  await shot(head, 'requests');
});

test('connected by its request, it is on the public list with the act', async () => {
  await requestOn(head).getByRole('link', { name: 'Registra e collega' }).click();
  await head.getByLabel('Numero dell’applicazione').fill(APPLICATION.clientId);
  await head.getByLabel('Chiave segreta dell’applicazione').fill(APPLICATION.clientSecret);
  await head.getByLabel('Indirizzo dell’interfaccia').fill(desk.network.url);
  await button(head, 'Salva i dati dell’applicazione').click();
  await button(head, 'Vai su Rete inventata').click();
  await head.getByRole('radio', { name: /Ente di prova/ }).waitFor();
  await head.getByLabel('Richiesta autorizzata').waitFor();
  await assertAccessible(head);
  await button(head, 'Collega questo account').click();
  await head.getByText('collegato', { exact: true }).waitFor();
  await head.goto(`/policy/${BODY}/account`);
  await head
    .getByText(/Ente di prova .*autorizzato con: Direzione generale: deliberazione n\. 41 del 20 gennaio 2026/)
    .waitFor();
  assert.equal(await head.getByText('Carla Comunicazione').count(), 0, 'nobody of the staff is named');
});

const opened = (page: Page) => page.getByRole('link', { name: 'Ente di prova' });
async function fillAct(page: Page, title: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel('Atto', { exact: true }).fill('determinazione n. 12 del 3 marzo 2026');
  await dialog.getByLabel('Perché').fill('Riorganizzazione del servizio');
  return dialog;
}

test('its profile is looked at, it is suspended, and citizens read so', async () => {
  await press.goto(`/banco/${BODY}/account/registro`);
  await opened(press).click();
  await press.getByRole('heading', { level: 1, name: 'Ente di prova' }).waitFor();
  await press.getByText('nessuno ha ancora guardato il profilo').waitFor();
  await assertAccessible(press);
  await button(press, 'Leggi la presentazione dal social').click();
  await press.getByText('Sul social la presentazione è vuota.').waitFor();
  onProfile = `${await press.locator('.register-text').first().textContent()}\nSeguici!`;
  await button(press, 'Leggi la presentazione dal social').click();
  await press.getByText('Sul social c’è questa presentazione.').waitFor();
  await assertAccessible(press);
  await button(press, 'Registra un controllo').click();
  const check = press.getByRole('dialog', { name: 'Che cosa c’è sul profilo?' });
  for (const label of [/presentazione/, /fissare/, /collegamenti/, /privacy/]) await check.getByLabel(label).check();
  await check.getByRole('button', { name: 'Registra il controllo' }).click();
  await press.getByText('sul profilo ci sono', { exact: true }).waitFor();
  await shot(press, 'life');

  await head.goto(`/banco/${BODY}/account/registro`);
  await opened(head).click();
  await button(head, 'Sospendi').click();
  const dialog = await fillAct(head, 'Sospendere l’account?');
  await assertAccessible(head);
  await dialog.getByRole('button', { name: 'Sospendi l’account' }).click();
  await head.getByText('sospeso', { exact: true }).first().waitFor();
  await press.goto(`/policy/${BODY}/account`);
  await press.getByText('Sospeso', { exact: true }).waitFor();
  await assertAccessible(press);
});

test('the head chooses where the policy is silent, and gives and takes back who runs the account', async () => {
  await button(head, 'Riattiva').click();
  const again = await fillAct(head, 'Riattivare l’account?');
  await again.getByRole('button', { name: 'Riattiva l’account' }).click();
  await head.getByText('attivo', { exact: true }).first().waitFor();
  await button(head, 'Incarica una persona').click();
  const enabling = head.getByRole('dialog', { name: 'Chi cura l’account' });
  await enabling.getByLabel('Persona').selectOption({ label: 'Persona moderator' });
  await enabling.getByRole('button', { name: 'Incarica', exact: true }).click();
  await enabling.getByText('Scrivi almeno 3 caratteri.').waitFor();
  await assertAccessible(head);
  await enabling.getByLabel('Atto').fill('determinazione n. 13 del 4 marzo 2026');
  await enabling.getByRole('button', { name: 'Incarica', exact: true }).click();
  await button(head, 'Togli l’incarico a Persona moderator').click();
  const ending = head.getByRole('dialog', { name: 'Togliere l’incarico?' });
  await ending.getByLabel('Atto').fill('determinazione n. 14 del 5 marzo 2026');
  await ending.getByRole('button', { name: 'Togli l’incarico', exact: true }).click();
  await button(head, 'Togli l’incarico a Persona moderator').waitFor({ state: 'detached' });

  await head.goto(`/banco/${BODY}/account/registro`);
  await button(head, 'Cambia').click();
  const choice = head.getByRole('dialog', { name: 'Scelto dall’ente' });
  await choice.getByLabel('Giorni senza scrivere, prima di avvisare').fill('15');
  await choice.getByLabel('Atto', { exact: true }).fill('determinazione n. 15 del 6 marzo 2026');
  await assertAccessible(head);
  await choice.getByRole('button', { name: 'Registra', exact: true }).click();
  await head.getByText('15 giorni', { exact: true }).waitFor();
  await opened(head).click();
  await head.getByRole('heading', { level: 1, name: 'Ente di prova' }).waitFor();
});

test('an account that is not ours is noted, and reported by hand', async () => {
  await press.goto(`/banco/${BODY}/account/registro`);
  await button(press, 'Annota un account non ufficiale').click();
  const dialog = press.getByRole('dialog', { name: 'Annota un account non ufficiale' });
  await dialog.getByLabel('Indirizzo').fill('https://social.example/comune-finto');
  await dialog.getByLabel('Come si chiama').fill('Comune finto');
  await assertAccessible(press);
  await dialog.getByRole('button', { name: 'Annota', exact: true }).click();
  await press.getByText('da segnalare al social').waitFor();
  await button(press, 'L’ho segnalato al social').click();
  await press.getByLabel('Riferimento della segnalazione').fill('n. 77');
  await button(press, 'Annota').click();
  await press.getByText(/Segnalato da Carla Comunicazione, riferimento: n\. 77/).waitFor();
  await assertAccessible(press);
});

test('closed it is archived, and leaves the public list; on a phone the register is read', async () => {
  await button(head, 'Chiudi l’account').click();
  const dialog = await fillAct(head, 'Chiudere l’account?');
  await dialog.getByLabel('Dove sta la copia dei contenuti').fill('protocollo n. 1234');
  await dialog.getByRole('button', { name: 'Chiudi l’account' }).click();
  await head.getByText('Copia dei contenuti: protocollo n. 1234').waitFor();
  await head.getByRole('link', { name: 'Scarica l’archivio' }).waitFor();
  await assertAccessible(head);
  await press.goto(`/policy/${BODY}/account`);
  assert.equal(await press.getByText('Ente di prova').count(), 0);
  await head.setViewportSize(PHONE);
  await head.goto(`/banco/${BODY}/account/registro`);
  await opened(head).waitFor();
  assert.deepEqual(complaints, []);
});

test('an auditor reads and has nothing to press', async () => {
  const page = await pageOf(desk.credentials('auditor' satisfies Role));
  await page.goto(`/banco/${BODY}/account/registro`);
  await opened(page).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Chiedi un account' }).count(), 0);
  assert.equal(await page.getByRole('main').getByRole('button').count(), 0);
});
