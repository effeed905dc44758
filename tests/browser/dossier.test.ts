// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { verifyFile } from '#moderation';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { assertAccessible } from './accessibility.ts';
import { newProfile, signInAs } from './browsing.ts';

// A threat in a person's hands: the question beside the decision, the dossier, the number of the report; a hold; and what is
// never kept.

const MOSAICO = 'il-mosaico';
const MILANO = 'ats-milano';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let desk: NetworksDesk;
let browser: Browser;
before(async () => {
  desk = await startNetworksDesk([MOSAICO, MILANO]);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

async function pageOf(body: string, role: Role): Promise<Page> {
  const context = await newProfile(browser, desk.portavoce.url, { acceptDownloads: true });
  const page = await context.newPage();
  await signInAs(page, credentialsOf(body, role));
  return page;
}

const shot = async (page: Page, name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

async function arrives(body: string, text: string): Promise<string> {
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
  return found.id;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Prove e autorità' });
const dialog = (page: Page) => page.getByRole('dialog');

test('a threat: answered with reasons, dossier made and fetched, told to the authorities with its number', async () => {
  const id = await arrives(MOSAICO, 'Vengo lì e vi ammazzo tutti');
  const page = await pageOf(MOSAICO, 'head');
  await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
  await page.getByText('Segnalare alle autorità?').waitFor();
  await panel(page).getByText('Le prove si fissano quando si nasconde o si rimuove.').waitFor();
  await assertAccessible(page);
  await shot(page, 'dossier-question');
  await page.getByRole('button', { name: 'Rispondi…' }).click();
  await dialog(page).getByRole('button', { name: 'Registra la risposta' }).click();
  await dialog(page).getByText('Scegli una risposta.').waitFor();
  await dialog(page).getByRole('radio', { name: 'Sì, si segnala' }).check();
  await assertAccessible(page);
  await dialog(page).getByLabel('Perché').fill('Minaccia seria a chi lavora allo sportello.');
  await dialog(page)
    .getByRole('radio', { name: /Denuncia d’ufficio/ })
    .check();
  await dialog(page).getByLabel('Ufficio che firma').fill('Direzione');
  await shot(page, 'dossier-answer');
  await dialog(page).getByRole('button', { name: 'Registra la risposta' }).click();
  await panel(page)
    .getByText(/Denuncia d’ufficio, senza ritardo: entro il/)
    .waitFor();

  const head = await desk.signIn('head', MOSAICO);
  await head.decide(id, { kind: 'remove' });
  await desk.drain();
  await panel(page)
    .getByText(/originale fino al/)
    .waitFor();
  await panel(page).getByRole('button', { name: 'Annota la segnalazione fatta…' }).click();
  await dialog(page).getByText('Prima prepara la raccolta intera').waitFor();
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: 'Prepara la raccolta intera' }).click();
  const link = panel(page).getByRole('link', { name: /Scarica/ });
  await link.waitFor();
  await assertAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = await readFile(await download.path());
  assert.match(download.suggestedFilename(), /^raccolta-il-mosaico-.*\.zip$/);
  assert.deepEqual(verifyFile(file).alterations, []);

  await panel(page).getByRole('button', { name: 'Annota la segnalazione fatta…' }).click();
  await dialog(page).getByLabel('A chi').fill('Procura della Repubblica');
  await dialog(page).getByLabel('Numero di protocollo o del verbale').fill('2026/000123');
  await assertAccessible(page);
  await dialog(page).getByRole('button', { name: 'Segnalazione fatta' }).click();
  await panel(page)
    .getByText(/Segnalata a Procura della Repubblica/)
    .waitFor();
  await shot(page, 'dossier-told');

  await panel(page).getByRole('button', { name: 'Metti il vincolo di conservazione…' }).click();
  await dialog(page).getByRole('button', { name: 'Metti il vincolo' }).click();
  await dialog(page).getByText('Scrivi almeno dieci caratteri.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Atto o richiesta').fill('decreto di prova n. 5');
  await dialog(page).getByLabel('Perché').fill('Lo chiede la Procura per un procedimento.');
  await dialog(page).getByRole('button', { name: 'Metti il vincolo' }).click();
  await panel(page)
    .getByText(/Vincolo di conservazione: decreto di prova n. 5/)
    .waitFor();

  await page.goto(`/banco/${MOSAICO}/prove`);
  await page.getByText(/Vincolo di conservazione: decreto di prova n. 5/).waitFor();
  await page.getByRole('button', { name: 'Registra la scelta' }).click();
  await page.getByText('Scrivi almeno tre caratteri.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Giorni per gli originali').fill('60');
  await page.getByLabel('Atto con cui l’ente lo sceglie').fill('determina di prova n. 9');
  await page.getByRole('button', { name: 'Registra la scelta' }).click();
  await page.getByText(/Scelti con determina di prova n. 9/).waitFor();
  await shot(page, 'dossier-page');
  await page.context().close();
});

test('child-abuse content: nothing of it is shown any more, and the police comes first', async () => {
  const id = await arrives(MILANO, 'Altri file sul mio profilo riservato');
  const page = await pageOf(MILANO, 'moderator');
  await page.goto(`/banco/${MILANO}/pratiche/${id}`);
  await panel(page).getByRole('button', { name: 'È pedopornografia…' }).click();
  await dialog(page).getByRole('button', { name: 'Avvia il percorso' }).click();
  await dialog(page).getByText('Conferma di aver capito.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Ufficio che firma').fill('Direzione');
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Avvia il percorso' }).click();
  await page.getByText('Contenuto pedopornografico: percorso avviato').waitFor();
  await page.getByText(/avvisa a voce la persona responsabile/).waitFor();
  await page.getByText('profilo riservato').waitFor({ state: 'detached' });
  assert.ok(!(await page.content()).includes('profilo riservato'));
  await assertAccessible(page);
  await shot(page, 'dossier-csam');
  await page.getByRole('button', { name: 'Annota la segnalazione fatta…' }).first().click();
  await dialog(page).getByLabel('A chi').fill('Polizia postale');
  await dialog(page).getByLabel('Numero di protocollo o del verbale').fill('A/17');
  await dialog(page).getByRole('button', { name: 'Segnalazione fatta' }).click();
  await page.getByText(/ora la pratica si può chiudere/).waitFor();
  await page.context().close();
});

test('a held case raised as child-abuse content: who raised it ends nothing, another head sees what is sealed and has it destroyed', async () => {
  const id = await arrives(MILANO, 'Ancora i soliti scambi nel gruppo chiuso');
  const head = await desk.signIn('head', MILANO);
  const hold = { act: 'decreto di prova n. 11', reasons: 'Lo chiede la Procura per un procedimento.' };
  assert.equal((await head.post(`cases/${id}/hold`, hold)).status, 200);
  const raiser = await pageOf(MILANO, 'moderator');
  await raiser.goto(`/banco/${MILANO}/pratiche/${id}`);
  await panel(raiser).getByRole('button', { name: 'È pedopornografia…' }).click();
  await dialog(raiser)
    .getByText(/ciò che si conserva viene sigillato/)
    .waitFor();
  await dialog(raiser).getByLabel('Ufficio che firma').fill('Direzione');
  await dialog(raiser).getByRole('checkbox').check();
  await dialog(raiser).getByRole('button', { name: 'Avvia il percorso' }).click();
  await raiser.getByText(/La pratica era sotto vincolo/).waitFor();
  assert.equal(await raiser.getByRole('button', { name: 'Fai distruggere ciò che era conservato…' }).count(), 0);
  await raiser.context().close();

  const page = await pageOf(MILANO, 'head');
  await page.goto(`/banco/${MILANO}/pratiche/${id}`);
  await page.getByRole('button', { name: 'Fai distruggere ciò che era conservato…' }).click();
  await dialog(page).getByRole('button', { name: 'Distruggi', exact: true }).click();
  await dialog(page).getByText('Conferma di aver capito.').waitFor();
  await assertAccessible(page);
  await shot(page, 'dossier-destroy');
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Distruggi', exact: true }).click();
  await page.getByText(/La pratica era sotto vincolo/).waitFor({ state: 'detached' });
  await page.context().close();
});

test('who controls reads everything, makes nothing and fetches no whole file', async () => {
  const page = await pageOf(MOSAICO, 'auditor');
  await page.goto(`/banco/${MOSAICO}/prove`);
  await page.getByText(/Vincolo di conservazione: decreto di prova n. 5/).waitFor();
  await page.getByText('intera, per le autorità').waitFor();
  assert.equal(await page.getByRole('link', { name: /Scarica/ }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Registra la scelta' }).count(), 0);
  await page.context().close();
});
