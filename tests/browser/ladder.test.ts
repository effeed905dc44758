// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { assertAccessible } from './accessibility.ts';
import { goTo, newProfile, rowOf, signInAs } from './browsing.ts';

// The ladder in a person's hands: the numbers chosen, a warning, a ban confirmed twice, the author's page, and the policy that
// orders a removal.

const CREMA = 'asst-crema';
const MILANO = 'ats-milano';
const MOSAICO = 'il-mosaico';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let desk: NetworksDesk;
let browser: Browser;
before(async () => {
  desk = await startNetworksDesk([CREMA, MILANO, MOSAICO]);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

async function pageOf(body: string, role: Role): Promise<Page> {
  const context = await newProfile(browser, desk.portavoce.url);
  const page = await context.newPage();
  await signInAs(page, credentialsOf(body, role));
  return page;
}

const shot = async (page: Page, name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** A comment, taken down under the clause that is proposed; gives its case. */
async function arrives(body: string, text: string, kind: 'hide' | 'none' = 'hide'): Promise<string> {
  const presence = desk.towns
    .find((town) => town.body === body)
    ?.presences.find(({ network }) => network === 'facebook');
  assert.ok(presence);
  await presence.writes({ text, author: 'Ugo Inventato' });
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
  const moderator = await desk.signIn('moderator', body);
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  if (kind === 'none') return found.id;
  await moderator.decide(found.id, { kind });
  await desk.drain();
  return found.id;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Autore e misure' });
const dialog = (page: Page) => page.getByRole('dialog');

test('the head chooses the numbers that the policy does not give', async () => {
  const page = await pageOf(CREMA, 'head');
  await goTo(page, 'Autori');
  await page.getByRole('heading', { level: 1, name: 'Autori e misure' }).waitFor();
  await page.getByText('dato mancante').first().waitFor();
  await page.getByRole('button', { name: 'Registra la scelta' }).click();
  await page.getByText('Scrivi almeno tre caratteri.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Da quante violazioni il blocco è possibile').fill('2');
  await page.getByLabel('In quanti giorni si contano').fill('365');
  await page.getByLabel('Per quanti giorni si conservano le note').fill('30');
  await page.getByLabel('Atto con cui l’ente lo sceglie').fill('determina di prova n. 3');
  await page.getByRole('button', { name: 'Registra la scelta' }).click();
  await page.getByText('2, scelto dall’ente').waitFor();
  await assertAccessible(page);
  await shot(page, 'authors');
  await page.context().close();
});

test('hidden, warned, repeated, banned: by hand of a moderator, the ban confirmed twice', async () => {
  const first = await arrives(CREMA, 'Siete dei cialtroni incapaci');
  const page = await pageOf(CREMA, 'moderator');
  await page.goto(`/banco/${CREMA}/pratiche/${first}`);
  await panel(page).getByText('1 violazione confermata').waitFor();
  await panel(page)
    .getByText(/Serve una ripetizione/)
    .waitFor();
  assert.equal(await panel(page).getByRole('button', { name: 'Blocca l’autore…' }).count(), 0);
  await assertAccessible(page);
  await panel(page).getByRole('button', { name: 'Avvisa l’autore…' }).click();
  await dialog(page).getByRole('button', { name: 'Invia l’avviso' }).click();
  await dialog(page).getByText('Scrivi almeno dieci caratteri.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Perché, per gli atti dell’ente').fill('Insulta chi lavora allo sportello.');
  await dialog(page).getByRole('button', { name: 'Invia l’avviso' }).click();
  await panel(page).getByText('Misure prese su questa pratica').waitFor();
  await desk.drain();

  const second = await arrives(CREMA, 'Ancora voi, branco di idioti');
  await page.goto(`/banco/${CREMA}/pratiche/${second}`);
  await panel(page).getByText('2 violazioni confermate, 1 avviso arrivato').waitFor();
  await shot(page, 'panel');
  await panel(page).getByRole('button', { name: 'Blocca l’autore…' }).click();
  await dialog(page).getByRole('button', { name: 'Continua' }).click();
  await dialog(page).getByText('Scegli un giorno dopo oggi.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Perché, per gli atti dell’ente').fill('Ha ripetuto gli insulti dopo l’avviso.');
  const reviewOn = new Date(desk.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  await dialog(page).getByLabel('Quando si riesamina').fill(reviewOn);
  await dialog(page).getByRole('button', { name: 'Continua' }).click();
  await dialog(page).getByRole('heading', { name: 'Confermi il blocco?' }).waitFor();
  await dialog(page)
    .getByText(/non può più commentare/)
    .waitFor();
  await assertAccessible(page);
  await shot(page, 'ban');
  await dialog(page).getByRole('button', { name: 'Sì, blocca' }).click();
  await panel(page)
    .getByText(/ora è bloccato/)
    .waitFor();
  await desk.drain();

  await panel(page).getByRole('link', { name: 'Apri la pagina di Ugo Inventato' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ugo Inventato' }).waitFor();
  await page.getByLabel('Nuova nota').fill('Si è presentato allo sportello per scusarsi.');
  await page.getByRole('button', { name: 'Aggiungi la nota' }).click();
  await page.getByText('Si è presentato allo sportello per scusarsi.').waitFor();
  await assertAccessible(page);
  await shot(page, 'author');
  await page.getByRole('button', { name: 'Togli il blocco…' }).click();
  await dialog(page).getByLabel('Perché, per gli atti dell’ente').fill('Si è scusato di persona.');
  await dialog(page).getByRole('button', { name: 'Togli il blocco' }).click();
  await page.getByText('Fine del blocco').waitFor();
  await page.context().close();
});

test('a removal that the policy orders: confirmed, then reported with date and reference', async () => {
  const id = await arrives(MOSAICO, 'Siete degli idioti patentati', 'none');
  const page = await pageOf(MOSAICO, 'moderator');
  await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
  await panel(page).getByRole('button', { name: 'Conferma la violazione…' }).click();
  await assertAccessible(page);
  await dialog(page).getByRole('checkbox').first().check();
  await dialog(page).getByRole('button', { name: 'Conferma la violazione' }).click();
  // The dialog, too, says what can no longer be left.
  await dialog(page).waitFor({ state: 'hidden' });
  await panel(page)
    .getByText(/non si può più lasciare dov’è/)
    .waitFor();
  await panel(page).getByRole('button', { name: 'Segnala alla piattaforma…' }).click();
  await dialog(page).getByRole('button', { name: 'Avvia la segnalazione' }).click();
  await dialog(page).getByText('Scrivi un indirizzo e-mail.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Dove si trova, esattamente').fill('https://facebook.example/commento/1');
  await dialog(page).getByLabel('E-mail di chi segnala').fill('info@ilmosaicoservizi.it');
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Avvia la segnalazione' }).click();
  await panel(page).getByRole('button', { name: 'Annota data e riferimento…' }).waitFor();
  assert.equal(await panel(page).getByRole('button', { name: 'Segnala alla piattaforma…' }).count(), 0, 'it has left');
  await panel(page).getByRole('button', { name: 'Annota data e riferimento…' }).click();
  await assertAccessible(page);
  await dialog(page).getByLabel('Numero o indirizzo che la piattaforma ha dato').fill('FB-2026-0042');
  await dialog(page).getByRole('button', { name: 'Segnalazione fatta' }).click();
  await panel(page)
    .getByText(/riferimento FB-2026-0042/)
    .waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('a ban that was not told is told later', async () => {
  const id = await arrives(MOSAICO, 'Idioti e ladri, vergognatevi');
  const page = await pageOf(MOSAICO, 'moderator');
  await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
  await panel(page).getByRole('button', { name: 'Blocca l’autore…' }).click();
  await dialog(page).getByLabel('Perché, per gli atti dell’ente').fill('Insulta chi lavora ogni settimana.');
  const reviewOn = new Date(desk.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  await dialog(page).getByLabel('Quando si riesamina').fill(reviewOn);
  await dialog(page).getByRole('radio', { name: 'Non glielo si dice adesso' }).check();
  await dialog(page).getByRole('button', { name: 'Continua' }).click();
  await dialog(page).getByRole('button', { name: 'Sì, blocca' }).click();
  await panel(page).getByText('non detto').waitFor();
  await panel(page).getByText('Il testo per l’autore').click();
  await panel(page)
    .getByText(/da oggi il tuo account non può più intervenire/)
    .waitFor();
  await panel(page).getByRole('button', { name: 'Dillo all’autore…' }).click();
  await dialog(page).getByRole('radio', { name: 'In pubblico, senza dettagli' }).check();
  await dialog(page).getByRole('status', { name: 'Controlli sulla risposta' }).waitFor();
  await assertAccessible(page);
  await shot(page, 'tell');
  await dialog(page).getByRole('radio', { name: 'Per un’altra via, a cura di una persona' }).check();
  await dialog(page).getByRole('button', { name: 'Dillo', exact: true }).click();
  await panel(page).getByRole('button', { name: 'L’ho fatto a mano' }).click();
  await dialog(page).getByRole('button', { name: 'Confermo' }).click();
  await panel(page).getByText('detto da una persona, per un’altra via').waitFor();
  assert.equal(await panel(page).getByRole('button', { name: 'Dillo all’autore…' }).count(), 0);
  await page.context().close();
});

test('somebody too young: what goes is said before it goes, and asked twice', async () => {
  const id = await arrives(CREMA, 'Ho 15 anni e siete dei cialtroni', 'none');
  const page = await pageOf(CREMA, 'moderator');
  await page.goto(`/banco/${CREMA}/pratiche/${id}`);
  await panel(page).getByRole('button', { name: 'Conferma la violazione…' }).click();
  await dialog(page)
    .getByText(/proposta automatica/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: 'È una persona minorenne?…' }).click();
  await dialog(page).getByRole('checkbox', { name: 'Si tolgono i suoi dati' }).check();
  await assertAccessible(page);
  await dialog(page).getByRole('button', { name: 'Continua' }).click();
  await dialog(page).getByRole('heading', { name: 'Togliere i dati?' }).waitFor();
  await assertAccessible(page);
  await shot(page, 'minor');
  await dialog(page)
    .getByText(/lo conferma un’altra persona/)
    .waitFor();
  await dialog(page).getByRole('button', { name: 'Chiedi di toglierli' }).click();
  await panel(page)
    .getByText(/Hai chiesto di togliere i dati/)
    .waitFor();
  assert.equal(await panel(page).getByRole('button', { name: 'Togli i dati, confermando…' }).count(), 0);
  await assertAccessible(page);
  assert.ok(
    (await page.getByText('Ho 15 anni e siete dei cialtroni').count()) > 0,
    'one person alone takes nothing away',
  );
  await page.context().close();

  const second = await pageOf(CREMA, 'head');
  await second.goto(`/banco/${CREMA}/da-fare`);
  await second.getByRole('link', { name: '1 richiesta di togliere dati' }).click();
  await second.getByRole('heading', { name: 'Dati di minorenni da togliere' }).waitFor();
  await assertAccessible(second);
  await shot(second, 'minor-waiting');
  await second
    .getByRole('link', { name: /^pratica n\. \d+$/ })
    .first()
    .click();
  await panel(second)
    .getByText(/Persona moderator asst-crema chiede di togliere i dati/)
    .waitFor();
  await assertAccessible(second);
  await shot(second, 'minor-second');
  await panel(second).getByRole('button', { name: 'Lascia i dati' }).click();
  await dialog(second).getByRole('heading', { name: 'Lasciare i dati?' }).waitFor();
  await assertAccessible(second);
  await dialog(second).getByRole('button', { name: 'Lascia stare' }).click();
  await panel(second).getByRole('button', { name: 'Togli i dati, confermando…' }).click();
  await dialog(second).getByRole('heading', { name: 'Togliere i dati?' }).waitFor();
  await assertAccessible(second);
  await dialog(second).getByRole('button', { name: 'Sì, togli i dati' }).click();
  await panel(second)
    .getByText(/I suoi dati sono stati tolti/)
    .waitFor();
  assert.equal(await second.getByText('Ho 15 anni e siete dei cialtroni').count(), 0);
  await second.context().close();
});

test('accounts for the young: never without the authorisation of the project', async () => {
  const page = await pageOf(MILANO, 'head');
  await page.goto(`/banco/${MILANO}/autori`);
  await page.getByRole('button', { name: 'Registra l’account' }).click();
  await page.getByText('Compila questo campo.').first().waitFor();
  await assertAccessible(page);
  await page.getByRole('textbox', { name: 'Progetto' }).fill('Scuole in salute');
  await page.getByRole('radio', { name: 'L’istituzione responsabile del progetto' }).check();
  await page.getByLabel('Dove si trova l’autorizzazione firmata').fill('protocollo di prova n. 77');
  await page.getByRole('button', { name: 'Registra l’account' }).click();
  await page.getByText('protocollo di prova n. 77').waitFor();
  await assertAccessible(page);
  await page.context().close();
});

test('who controls reads everything and is offered no act', async () => {
  const page = await pageOf(CREMA, 'auditor');
  await rowOf(page, 'Ugo Inventato').count();
  await page.goto(`/banco/${CREMA}/autori`);
  await page.getByText('Nessun blocco in corso.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Registra la scelta' }).count(), 0);
  await page.context().close();
});

test('a breach of the internal rules passes through the head’s hands to the disciplinary office', async () => {
  const page = await pageOf(MOSAICO, 'head');
  await goTo(page, 'Regole interne');
  await page.getByRole('button', { name: 'Registra la segnalazione' }).click();
  await page.getByText('Scrivi almeno dieci caratteri.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Che cosa è successo').fill('Ha pubblicato un documento interno.');
  await page.getByRole('button', { name: 'Registra la segnalazione' }).click();
  await page.getByRole('button', { name: 'Conferma la violazione…' }).click();
  await dialog(page).getByRole('button', { name: 'Conferma' }).click();
  await dialog(page).getByText('Scegli la gravità.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByRole('radio', { name: 'media' }).check();
  await dialog(page).getByRole('button', { name: 'Conferma' }).click();
  await page.getByRole('button', { name: 'Consegna all’ufficio disciplinare…' }).click();
  await dialog(page).getByLabel('Ufficio').fill('Ufficio procedimenti disciplinari');
  await dialog(page).getByLabel('Numero di protocollo').fill('12/2026');
  await assertAccessible(page);
  await dialog(page).getByRole('button', { name: 'Consegnata' }).click();
  await page.getByText('Le parole non sono più qui.').waitFor();
  await assertAccessible(page);
  await page.context().close();
});
