// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { checkDue } from '#accounts';
import type { Role } from '#governance/contract';
import { type AccountsDesk, BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import { launchChromium } from '../support/chromium.ts';
import { ACT } from '../support/connecting.ts';
import { APPLICATION } from '../support/oauth-network.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, goTo, newProfile, PHONE, queueOf, signInAs } from './browsing.ts';
import { keyboardOf } from './keyboard.ts';

// The head connects an account, looks how it is doing, and is told when something wants to be seen to.

const DECLARATION = 'L’ente dichiara di avere un contratto in corso con la Rete inventata.';

let desk: AccountsDesk;
let browser: Browser;
let page: Page;
before(async () => {
  desk = await startAccountsDesk({ declaration: DECLARATION });
  browser = await launchChromium();
  page = await pageOf('head');
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

const complaints: string[] = [];

async function pageOf(role: Role): Promise<Page> {
  const context = await newProfile(browser, desk.portavoce.url);
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  const opened = await context.newPage();
  await signInAs(opened, desk.credentials(role));
  return opened;
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const button = (name: string) => page.getByRole('button', { name });
const pathNow = () => new URL(page.url()).pathname;

test('no account yet: it says so, and who may begin', async () => {
  await goTo(page, 'Account');
  await page.getByText('Nessun account').waitFor();
  await assertAccessible(page);
  const other = await pageOf('moderator');
  await other.goto(`/banco/${BODY}/account`);
  await other.getByText('Nessun account').waitFor();
  assert.equal(await other.getByRole('link', { name: 'Collega un account' }).count(), 0);
  await other.goto(`/banco/${BODY}/account/nuovo`);
  await other.getByText(/spetta a chi ha l’incarico di responsabile/).waitFor();
  await other.context().close();
});

test('the declaration, the application and the permissions, each in its turn', async () => {
  await page.getByRole('link', { name: 'Collega un account' }).click();
  await heading('Collega un account').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Quale social').selectOption({ label: 'Rete inventata' });
  await page.getByText(DECLARATION).waitFor();
  await button('Registra la dichiarazione').click();
  await page.getByText('Scrivi almeno tre caratteri.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Atto con cui l’ente dichiara').fill(ACT);
  await button('Registra la dichiarazione').click();

  await page.getByText(`${desk.portavoce.url}/connect/callback`).waitFor();
  await page.getByLabel('Numero dell’applicazione').fill(APPLICATION.clientId);
  await page.getByLabel('Chiave segreta dell’applicazione').fill(APPLICATION.clientSecret);
  await page.getByLabel('Indirizzo dell’interfaccia').fill('http://social.example');
  await button('Salva i dati dell’applicazione').click();
  await page.getByText('L’indirizzo dell’interfaccia non è sicuro').waitFor();
  await page.getByLabel('Indirizzo dell’interfaccia').fill(desk.network.url);
  await button('Salva i dati dell’applicazione').click();
  await page.getByText('per leggere gli interventi').waitFor();
  await assertAccessible(page);
  assert.ok(!(await page.content()).includes(APPLICATION.clientSecret), 'what went in does not come back');
});

test('to the network and back: the account is chosen, registered with its act, and connected', async () => {
  await button('Vai su Rete inventata').click();
  await page.getByRole('radio', { name: /Ente di prova/ }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'what opens the account is gone from the address');
  await assertAccessible(page);
  await button('Collega questo account').click();
  await page.getByText('Scrivi almeno tre caratteri.').waitFor();
  await page.getByLabel('Atto che lo ha approvato').fill(ACT);
  await button('Collega questo account').click();
  await heading('Ente di prova').waitFor();
  await page.getByText('collegato', { exact: true }).waitFor();
  await page.getByText('lo rinnova il banco da sé').waitFor();
  await page.getByRole('cell', { name: 'Rispondere in pubblico' }).waitFor();
  await assertAccessible(page);
});

test('what is lacking is told above the queue to the head alone, and beside the account', async () => {
  await page.getByRole('link', { name: 'Coda' }).first().click();
  await queueOf(page).waitFor();
  const notice = page.locator('.accounts-notice');
  assert.equal(await notice.textContent(), '');
  desk.network.answersCheck({ lacking: ['read-mentions'] });
  desk.clock.advance(2 * 3_600_000);
  await checkDue(desk.portavoce.ports, BODY);
  await page.reload();
  await notice.getByText(/mancano permessi/).waitFor();
  await assertAccessible(page);
  const other = await pageOf('moderator');
  assert.equal(await other.locator('.accounts-notice').count(), 0);
  await other.context().close();

  await notice.getByRole('link', { name: 'Guarda gli account' }).click();
  await page.getByRole('cell', { name: /mancano permessi/ }).waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Ente di prova' }).click();
  await page.getByText('manca il permesso: ricollegare l’account').waitFor();
});

test('by keyboard alone: connected again, then disconnected', async () => {
  const { tabTo, press, type, focusComesTo } = keyboardOf(page);
  desk.network.answersCheck({ lacking: [] });
  await tabTo(button('Ricollega'));
  const isBack = page.waitForResponse(/\/connections\/return$/);
  await page.keyboard.press('Enter');
  await isBack;
  await heading('Ente di prova').waitFor();
  await tabTo(button('Scollega'));
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Scollegare l’account?' });
  await dialog.waitFor();
  await assertAccessible(page);
  await focusComesTo(dialog.getByLabel('Perché'));
  await type('Account dismesso dall’ufficio');
  await tabTo(dialog.getByRole('button', { name: 'Scollega l’account' }));
  await page.keyboard.press('Enter');
  await page.getByText('non collegato', { exact: true }).waitFor();
  await focusComesTo(heading('Ente di prova'));
  await tabTo(button('Ricollega'));
});

test('where nobody is sent anywhere the account is registered, and its secrets are written down', async () => {
  await page.goto(`/banco/${BODY}/account/nuovo`);
  await page.getByLabel('Quale social').selectOption({ label: 'A mano' });
  await page.getByLabel('Identificativo sul social').fill('https://canale.example/ente');
  await page.getByLabel('Nome utente').fill('canale.example/ente');
  await page.getByLabel('Nome', { exact: true }).fill('Canale dei messaggi');
  await page.getByLabel('Indirizzo pubblico').fill('canale.example');
  await page.getByLabel('Atto che lo ha approvato').fill(ACT);
  await button('Registra l’account').click();
  await page.getByText('Serve un indirizzo che comincia con').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Indirizzo pubblico').fill('https://canale.example/ente');
  await button('Registra l’account').click();
  await heading('Canale dei messaggi').waitFor();
  await page.getByText('a mano', { exact: true }).first().waitFor();
  await assertAccessible(page);
});

test('on a phone the list and one account are read without scrolling sideways; a no on the network changes nothing', async () => {
  await page.setViewportSize(PHONE);
  await page.goto(`/banco/${BODY}/account`);
  await page.getByRole('link', { name: 'Ente di prova' }).waitFor();
  await page.goto(`/connect/callback?state=${BODY}.${'a'.repeat(43)}&error=access_denied`);
  await page.getByText('Il permesso non è stato dato').waitFor();
  assert.equal(pathNow(), `/banco/${BODY}/account/ritorno`);
  await page.setViewportSize(DESKTOP);
  await assertAccessible(page);
});

test('the server is away: it says so, and how to go on', async () => {
  await page.route('**/api/bodies/*/accounts', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto(`/banco/${BODY}/account`);
  await page.getByText('Gli account non si leggono').waitFor();
  await assertAccessible(page);
  await page.unroute('**/api/bodies/*/accounts');
  await button('Riprova').click();
  await page.getByRole('link', { name: 'Ente di prova' }).waitFor();
  assert.deepEqual(complaints, []);
});
