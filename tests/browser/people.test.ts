// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { launchChromium } from '../support/chromium.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { assertAccessible } from './accessibility.ts';
import { goTo, newProfile, signInAs } from './browsing.ts';

// The head takes somebody in, who chooses a password by the link and sees the desk; then they leave.

const BODY = BODIES.asl.slug;
const NAME = 'Fornitrice Inventata';
const EMAIL = 'fornitrice@esterna.example';
const PASSWORD = 'una frase lunga di prova';

let desk: Desk;
let browser: Browser;
let head: Page;
before(async () => {
  desk = await startDesk();
  browser = await launchChromium();
  head = await pageOf();
  await signInAs(head, desk.credentials('head'));
});
after(async () => {
  await browser?.close();
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
  if (folder !== undefined) await page.screenshot({ path: `${folder}/people-${name}.png`, fullPage: true });
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const inDialog = (page: Page) => page.getByRole('dialog');
const cardOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });

let link = '';

test('the head registers a supplier, until a moment and on one account, and is shown the link once', async () => {
  await goTo(head, 'Persone');
  await head.getByRole('heading', { level: 1, name: 'Persone e incarichi' }).waitFor();
  await cardOf(head, `Persona moderator ${BODY}`).waitFor();
  await head.getByText(/Punto RM1-049: «ASL Roma 1» su Facebook: nessuno di «ufficio stampa»/).waitFor();
  await picture(head, 'page');
  await assertAccessible(head);

  await button(head, 'Registra una persona').click();
  await button(head, /^Registra$/).click();
  await inDialog(head).getByText('Scrivi nome e cognome.').waitFor();
  await assertAccessible(head);
  await inDialog(head).getByLabel('Nome e cognome').fill(NAME);
  await inDialog(head).getByLabel('E-mail di lavoro').fill(EMAIL);
  await inDialog(head).getByLabel('In quale veste').selectOption({ label: 'Fornitore esterno' });
  await inDialog(head).getByLabel('Ufficio o dipartimento').fill('ufficio stampa');
  await inDialog(head).getByLabel('Numero dell’atto').fill('n. 41/2026');
  await inDialog(head).getByLabel('Data dell’atto').fill('2024-01-12');
  await inDialog(head).getByLabel('Chi lo ha dato').fill('Direzione generale');
  await button(head, /^Registra$/).click();
  await inDialog(head).getByText('Un fornitore ha una fine: indica giorno e ora.').waitFor();
  await inDialog(head).getByLabel('Fino a quando').fill('2099-12-31T12:00');
  await inDialog(head).getByLabel('Soltanto su alcuni social o account').check();
  await button(head, /^Registra$/).click();
  await inDialog(head).getByText('Scegli almeno un social o un account.').waitFor();
  await inDialog(head)
    .getByLabel(/Tutto Facebook/)
    .check();
  await inDialog(head)
    .getByLabel(/Tutto Facebook/)
    .uncheck();
  await inDialog(head)
    .getByLabel(/ASL Roma 1 \(Facebook\)/)
    .check();
  await picture(head, 'entry');
  await assertAccessible(head);
  await button(head, /^Registra$/).click();

  await head.getByText('Collegamento da portare alla persona').waitFor();
  link = (await head.locator('.one-use-link').textContent()) ?? '';
  assert.match(link, /\/benvenuto#[\w-]{43}$/);
  const card = cardOf(head, NAME);
  await card.getByText('Soltanto su: ASL Roma 1.').waitFor();
  await card.getByText('Non ha ancora scelto la password.').waitFor();
  await picture(head, 'link');
  await assertAccessible(head);
  await button(head, 'L’ho consegnato').click();
  assert.equal(await head.locator('.one-use-link').count(), 0);
  assert.equal(await head.getByText(/Punto RM1-049/).count(), 0, 'somebody of the press office has the page now');
});

let supplier: Page;

test('who is taken in chooses a password by the link, once, and comes to the desk', async () => {
  supplier = await pageOf();
  await supplier.goto(link);
  await supplier.getByText(`${NAME}, benvenuto al banco social di ASL Roma 1.`).waitFor();
  assert.ok(!supplier.url().includes('#'), 'the link does not stay in the address');
  await assertAccessible(supplier);
  await supplier.getByLabel('Nuova password').fill('corta');
  await button(supplier, 'Salva la password').click();
  await supplier.getByText('Servono almeno 12 caratteri.').waitFor();
  await supplier.getByLabel('Nuova password').fill(PASSWORD);
  await supplier.getByLabel('Scrivila di nuovo').fill(`${PASSWORD}!`);
  await button(supplier, 'Salva la password').click();
  await supplier.getByText('Le due password non sono uguali.').waitFor();
  await picture(supplier, 'welcome');
  await assertAccessible(supplier);
  await supplier.getByLabel('Scrivila di nuovo').fill(PASSWORD);
  await button(supplier, 'Salva la password').click();
  await supplier.getByText('La password è salvata.').waitFor();
  await assertAccessible(supplier);
  await supplier.getByRole('link', { name: 'Accedi al banco' }).click();
  await supplier.getByLabel('E-mail').fill(EMAIL);
  await supplier.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button(supplier, 'Accedi').click();
  await supplier.getByRole('region', { name: 'Coda degli interventi' }).waitFor();

  const again = await pageOf();
  await again.goto(link);
  await again.getByText(/Il collegamento non vale più/).waitFor();
  await assertAccessible(again);
});

test('a member without an act is designated, a course is noted, a mandate gets its end', async () => {
  const moderator = `Persona moderator ${BODY}`;
  await button(head, `Dai un altro incarico… ${moderator}`).click();
  await inDialog(head).getByLabel('In quale veste').selectOption({ label: 'Gruppo di lavoro' });
  await inDialog(head)
    .getByLabel(/L’atto non c’è ancora/)
    .check();
  await button(head, 'Dai l’incarico').click();
  const card = cardOf(head, moderator);
  await card.getByText('non designato: manca l’atto, nessun diritto').waitFor();
  await button(head, `Registra l’atto… ${moderator}`).click();
  await button(head, /^Registra l’atto$/).click();
  assert.equal(await inDialog(head).getByText('Completa questo campo.').count(), 3);
  await assertAccessible(head);
  await inDialog(head).getByLabel('Numero dell’atto').fill('n. 42/2026');
  await inDialog(head).getByLabel('Data dell’atto').fill('2024-02-01');
  await inDialog(head).getByLabel('Chi lo ha dato').fill('Direzione generale');
  await button(head, /^Registra l’atto$/).click();
  await card.getByText(/Atto: n. 42\/2026 del 1 febbraio 2024, di: Direzione generale/).waitFor();

  await button(head, `Registra una formazione… ${moderator}`).click();
  await inDialog(head).getByLabel('Corso seguito').fill('Moderazione dei commenti');
  await inDialog(head).getByLabel('Data').fill('2024-03-02');
  await inDialog(head).getByLabel('Attestato o protocollo').fill('attestato 9');
  await button(head, /^Registra la formazione$/).click();
  await card.getByText(/Formazione: Moderazione dei commenti/).waitFor();

  await button(head, `Chiudi l’incarico… ${moderator}`).first().click();
  await inDialog(head).getByLabel('Perché').fill('Cambia ufficio');
  await assertAccessible(head);
  await button(head, /^Chiudi l’incarico$/).click();
  await card.getByText('finito', { exact: true }).waitFor();
  await picture(head, 'held');
});

test('leaving closes everything in one act, and what is to be done by hand is ticked off', async () => {
  await button(head, `Registra l’uscita… ${NAME}`).click();
  await inDialog(head)
    .getByText(/In un solo atto si chiudono/)
    .waitFor();
  await inDialog(head).getByLabel('Perché').fill('Il contratto è finito');
  await assertAccessible(head);
  await button(head, /^Registra l’uscita$/).click();
  const card = cardOf(head, NAME);
  await card.getByText(/Chiusi: 1 incarico, 1 accesso aperto/).waitFor();
  await button(head, /^Fatto: «ASL Roma 1»/).click();
  await card.getByText(/Fatto da Persona head/).waitFor();
  await picture(head, 'left');
  await assertAccessible(head);
  await supplier.reload();
  await supplier.getByRole('heading', { name: 'Accedi al banco social' }).waitFor();
});

for (const [role, sees] of [
  ['auditor', true],
  ['moderator', false],
] as const satisfies readonly (readonly [Role, boolean])[])
  test(`the ${role} ${sees ? 'reads and changes nothing' : 'is told whose page it is'}`, async () => {
    const page = await pageOf();
    await signInAs(page, desk.credentials(role));
    await page.goto(`/banco/${BODY}/persone`);
    await page.getByRole('heading', { level: 1, name: 'Persone e incarichi' }).waitFor();
    if (sees) await cardOf(page, NAME).waitFor();
    else await page.getByText('Questa pagina è per chi ha l’incarico di responsabile o di controllo.').waitFor();
    assert.equal(await page.getByRole('button', { name: /Registra|Dai un altro|Chiudi l’incarico|^Fatto/ }).count(), 0);
    await assertAccessible(page);
    await page.context().close();
  });

test('nothing broke on the way', () => assert.deepEqual(complaints, []));
