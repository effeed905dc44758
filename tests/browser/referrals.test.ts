// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';
import { assertAccessible } from './accessibility.ts';
import { decisionOf, goTo, newProfile, PHONE, signInAs } from './browsing.ts';
import { confirms } from './desk-page.ts';

// A complaint in people's hands: the head enters the secretariat, a moderator hands the complaint over, the office answers from
// its letter without an account and without a script, and the answer becomes the reply.

const MOSAICO = 'il-mosaico';
const ROMA = 'asl-roma-1';
const OFFICE = 'segreteria@il-mosaico.example';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let mailbox: Mailbox;
let desk: NetworksDesk;
let browser: Browser;
before(async () => {
  mailbox = await startMailbox();
  desk = await startNetworksDesk([MOSAICO, ROMA], { mailServer: mailbox.server });
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
  await mailbox?.close();
});

async function profile(options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const context = await newProfile(browser, desk.portavoce.url, options);
  return context;
}

async function pageOf(body: string, role: Role): Promise<Page> {
  const page = await (await profile()).newPage();
  await signInAs(page, credentialsOf(body, role));
  return page;
}

const shot = async (page: Page, name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

async function arrives(body: string, text: string): Promise<string> {
  const town = desk.towns.find((one) => one.body === body);
  const presence = town?.presences.find(({ network }) => network === 'facebook');
  assert.ok(presence);
  await presence.writes({ text, author: 'Ada Prova' });
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
  const found = (await (await desk.signIn('moderator', body)).queue('?limit=100')).items.find(
    ({ excerpt }) => excerpt === text,
  );
  assert.ok(found);
  return found.id;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Ufficio ed esito' });
const dialog = (page: Page) => page.getByRole('dialog');

async function linkToOffice(): Promise<string> {
  await desk.drain();
  const text = mailbox.letters.findLast(({ to }) => to.includes(OFFICE))?.text ?? '';
  const found = /https?:\/\/\S+\/uffici\/\S+/.exec(text)?.[0];
  assert.ok(found, text);
  return found;
}

test(
  proves(
    ['MOS-050', 'MOS-052'],
    'a complaint goes to the secretariat by letter, is answered by link, and becomes a reply',
  ),
  async () => {
    const head = await pageOf(MOSAICO, 'head');
    await goTo(head, 'Inoltri');
    await head.getByRole('heading', { level: 1, name: 'Inoltri' }).waitFor();
    await assertAccessible(head);
    await head.getByRole('link', { name: 'Uffici e tempi' }).click();
    await head.getByText('Nessun ufficio: finché').waitFor();
    await head.getByText('Dato mancante: finché').waitFor();
    await assertAccessible(head);
    await head.getByRole('button', { name: 'Aggiungi «segreteria»' }).click();
    await assertAccessible(head);
    assert.equal(
      await dialog(head).getByLabel('E-mail').inputValue(),
      'info@ilmosaicoservizi.it',
      'as the policy says',
    );
    await dialog(head).getByLabel('E-mail').fill(OFFICE);
    await dialog(head).getByLabel('Tipo').selectOption({ label: 'segreteria' });
    await dialog(head).getByLabel('Ha un orario diverso').check();
    await dialog(head).getByLabel('Dalle (1)').fill('09:00');
    await dialog(head).getByLabel('Alle (1)', { exact: true }).fill('13:00');
    await assertAccessible(head);
    await dialog(head).getByRole('button', { name: 'Salva l’ufficio' }).click();
    await head.getByText('lun mar mer gio ven, 9:00–13:00').waitFor();
    await head.getByLabel('Ore di lavoro prima del promemoria').fill('4');
    await head.getByLabel('Altre ore di lavoro prima').fill('2');
    await head.getByLabel('Giorni di validità').fill('20');
    await head.getByLabel('Atto').fill('delibera di prova n. 7');
    await head.getByRole('button', { name: 'Registra i tempi' }).click();
    await head.getByText('Promemoria dopo 4 ore di lavoro').waitFor();
    await assertAccessible(head);
    await shot(head, 'offices');
    await head.context().close();

    const id = await arrives(MOSAICO, 'Voglio fare un reclamo per il ritardo del pulmino');
    const page = await pageOf(MOSAICO, 'moderator');
    await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
    await panel(page).getByText('In carico a: ufficio Comunicazione (punto MOS-101)').waitFor();
    await panel(page).getByText('È una richiesta: non si chiude senza un esito').waitFor();
    await assertAccessible(page);
    await shot(page, 'owed');
    await page.keyboard.press('i');
    await decisionOf(page).getByLabel('A quale ufficio').waitFor();
    assert.match((await decisionOf(page).getByLabel('A quale ufficio').textContent()) ?? '', /segreteria \(proposto/);
    await decisionOf(page).getByLabel('Che cosa chiedi all’ufficio').fill('Che cosa è successo lunedì?');
    await assertAccessible(page);
    await shot(page, 'hand-over');
    await confirms(page, 'Inoltra all’ufficio');
    await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
    await panel(page).getByText('Esito: inoltrata all’ufficio «segreteria».').waitFor();
    await decisionOf(page)
      .getByText(/a chi ha scritto non è stato ancora risposto/)
      .waitFor();
    await assertAccessible(page);

    const office = await (await profile()).newPage();
    const link = await linkToOffice();
    await office.goto(link);
    await office.getByRole('heading', { level: 1, name: 'Richiesta per l’ufficio' }).waitFor();
    await assertAccessible(office);
    await office.setViewportSize(PHONE);
    await shot(office, 'office-phone');
    await office.getByRole('button', { name: 'Segna come presa in carico' }).click();
    await office.getByText('Presa in carico').waitFor();
    await assertAccessible(office);
    await office.context().close();

    // Without a script, as the page promises.
    const plain = await (await profile({ javaScriptEnabled: false })).newPage();
    await plain.goto(link);
    await plain
      .getByLabel('Che cosa si può rispondere')
      .fill('Il pulmino ha avuto un guasto: da domani torna in orario.');
    await plain.getByLabel('Chi risponde').fill('Segreteria');
    await plain.getByRole('button', { name: 'Manda la risposta al banco' }).click();
    await plain.getByRole('heading', { name: 'Risposta inviata' }).waitFor();
    await plain.context().close();
    const again = await (await profile()).newPage();
    await again.goto(link);
    await assertAccessible(again);
    await again.goto(`${link}x`);
    await again.getByRole('heading', { name: 'Il collegamento non si apre' }).waitFor();
    await assertAccessible(again);
    await again.context().close();

    await page.goto(`/banco/${MOSAICO}/inoltri`);
    await page.getByRole('table', { name: 'Risposte arrivate' }).getByRole('link').first().click();
    await panel(page).getByText('Risposta dell’ufficio arrivata').waitFor();
    await assertAccessible(page);
    await page.keyboard.press('r');
    await decisionOf(page).locator('#risposta').fill('Buongiorno.');
    await decisionOf(page).getByRole('button', { name: 'Usa come risposta' }).click();
    assert.equal(
      await decisionOf(page).locator('#risposta').inputValue(),
      'Buongiorno. Il pulmino ha avuto un guasto: da domani torna in orario.',
    );
    await assertAccessible(page);
    await shot(page, 'answer-in-reply');
    await confirms(page, 'Rispondi');
    await desk.drain();
    await page.goto(`/banco/${MOSAICO}/pratiche/${id}`);
    await panel(page).getByText('Esito: risposto.').waitFor();
    await page.context().close();
  },
);

test('a request that is none: a person says so; an auditor only reads', async () => {
  const id = await arrives(ROMA, 'A che ora apre lo sportello il sabato?');
  const page = await pageOf(ROMA, 'moderator');
  await page.goto(`/banco/${ROMA}/pratiche/${id}`);
  await panel(page).getByRole('button', { name: 'Scrivi l’esito…' }).click();
  await dialog(page).getByRole('button', { name: 'Registra l’esito' }).click();
  await dialog(page).getByText('Scrivi almeno tre caratteri.').waitFor();
  await assertAccessible(page);
  await dialog(page).getByLabel('Non è una richiesta').check();
  await dialog(page).getByLabel('In una frase').fill('Domanda retorica.');
  await dialog(page).getByRole('button', { name: 'Registra l’esito' }).click();
  await panel(page).getByText('Esito: non è una richiesta.').waitFor();
  await page.context().close();
  const auditor = await pageOf(ROMA, 'auditor');
  await auditor.goto(`/banco/${ROMA}/pratiche/${id}`);
  await panel(auditor).getByText('Esito: non è una richiesta.').waitFor();
  assert.equal(await panel(auditor).getByRole('button').count(), 0);
  await auditor.goto(`/banco/${ROMA}/uffici`);
  await auditor.getByRole('heading', { level: 1, name: 'Uffici e tempi' }).waitFor();
  assert.equal(await auditor.getByRole('button', { name: /Aggiungi|Registra/ }).count(), 0);
  await assertAccessible(auditor);
  await auditor.context().close();
});
