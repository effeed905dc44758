// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ConsentLedger, NO_GROUNDS } from '#editorial/contract';
import type { Role } from '#governance/contract';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, goTo, newProfile, PHONE, signInAs } from './browsing.ts';

// By whose leave somebody is shown, on the desk's own pages: a child's photo that one signature does not let out, and a consent
// withdrawn with its five copies on three networks.

const BODY = 'asl-roma-1';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let desk: NetworksDesk;
let hand: EditorialHand;
let browser: Browser;
let author: Client;
let head: Client;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  hand = await editorialHand(desk, desk.towns[0]);
  author = await desk.signIn('moderator');
  head = await desk.signIn('head');
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

async function enters(role: Role, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newProfile(browser, desk.portavoce.url, options);
  const page = await context.newPage();
  await signInAs(page, credentialsOf(BODY, role));
  return page;
}

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/liberatorie-${name}.png`, fullPage: true });
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

interface Entered {
  readonly name: string;
  readonly age: 'maggiorenne' | 'minorenne';
  /** In their order. */
  readonly signers: readonly string[];
}

/** A person of the desk enters somebody through the form, and is on their page. */
async function entersSomebody(page: Page, { name, age, signers }: Entered): Promise<void> {
  await button(page, 'Nuova voce').click();
  await field(page, 'Nome e cognome').fill(name);
  await field(page, 'Età').selectOption(age);
  await page.getByLabel('raccontare iniziative ed eventi').check();
  for (const network of ['Facebook', 'X', 'Instagram']) await field(page, `${network}, ogni account`).check();
  await field(page, 'Norma, atto o motivo').fill('art. 7 L. 150/2000');
  for (const [index, signer] of signers.entries()) await field(page, `Firma ${index + 1}: nome`).fill(signer);
  await field(page, 'Dove si trova il documento firmato').fill('prot. 12/2026');
  await button(page, 'Registra la voce').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function idOf(name: string): Promise<string> {
  const { items } = ConsentLedger.parse(await (await author.get('editorial/consents')).json());
  const id = items.find((one) => one.name === name)?.id;
  assert.ok(id, name);
  return id;
}

test('a photo of a child that one parent signed for is stopped; with both signatures nothing stops it', async () => {
  const page = await enters('moderator');
  await goTo(page, 'Liberatorie e consensi');
  await page.getByText('Nessuna voce.').waitFor();
  await page.getByText(/Dato mancante: l’ente non ha detto/).waitFor();
  await assertAccessible(page);
  await button(page, 'Nuova voce').click();
  await button(page, 'Registra la voce').click();
  await page.getByText('Compila questo campo.').waitFor();
  await shot(page, 'modulo');
  await assertAccessible(page);
  await button(page, 'Lascia stare').click();
  await entersSomebody(page, { name: 'Zeno Prestanome', age: 'minorenne', signers: ['Ada Prestanome'] });
  await page.getByText(/Non vale: manca la firma del secondo genitore/).waitFor();
  await shot(page, 'da-completare');
  await assertAccessible(page);

  const media = (await hand.picture(author)).id;
  const draft = await hand.opens(
    author,
    contentWith({
      ...{ title: 'Festa di primavera', text: 'La festa di primavera è stata un successo.' },
      media: [{ media, alt: 'La festa nel cortile.', licence: 'Foto dell’ente', people: '' }],
      variants: [variantOn(hand.on('facebook').account)],
    }),
  );
  await page.goto(`/banco/${BODY}/bozze/${draft.id}`);
  await field(page, 'Persone riconoscibili').fill('1');
  await field(page, 'Di queste, minorenni').fill('1');
  await field(page, 'Per quale scopo sono mostrate').selectOption('raccontare iniziative ed eventi');
  await page.getByLabel(/Zeno Prestanome .* da completare/).check();
  await button(page, 'Salva la bozza').click();
  await page.getByText(/non vale: manca la firma del secondo genitore/).waitFor();
  await page.getByText(/minorenni riconoscibili: 1; basi valide: 0/).waitFor();
  assert.equal(await button(page, 'Proponi per l’approvazione').count(), 0);
  await field(page, 'Persone riconoscibili').scrollIntoViewIfNeeded();
  await shot(page, 'bozza-ferma');
  await page.setViewportSize(PHONE);
  await field(page, 'Di queste, minorenni').scrollIntoViewIfNeeded();
  await shot(page, 'bozza-telefono');
  await assertAccessible(page);

  await page.setViewportSize(DESKTOP);
  await page.goto(`/banco/${BODY}/liberatorie/${await idOf('Zeno Prestanome')}`);
  await button(page, 'Aggiungi una firma…').click();
  await field(page, 'Nome di chi firma').fill('Bruno Prestanome');
  await assertAccessible(page);
  await button(page, 'Aggiungi la firma').click();
  await page.getByText('valida', { exact: true }).waitFor();
  await page.goto(`/banco/${BODY}/bozze/${draft.id}`);
  await page.getByText('Niente la ferma.').waitFor();
  await button(page, 'Proponi per l’approvazione').click();
  await page.getByText('da approvare').waitFor();
});

test('a consent is withdrawn with one confirmation, and its five copies come off three networks', async () => {
  const page = await enters('moderator');
  await goTo(page, 'Liberatorie e consensi');
  const name = 'Zaira Prestanome';
  await entersSomebody(page, { name, age: 'maggiorenne', signers: [name] });
  const entry = await idOf(name);
  const media = (await hand.picture(author)).id;
  const facebook = hand.on('facebook').account;
  const grounds = { ...NO_GROUNDS, seen: 1, minors: 0, purpose: 'events', bases: [entry] } as const;
  const posts = [
    { title: 'Open day dei consultori', copies: ['x', 'instagram'] },
    { title: 'Giornata della salute', copies: ['x'] },
  ] as const;
  for (const { title, copies } of posts) {
    const content = contentWith({
      ...{ title, text: `${title}: grazie a chi è venuto.` },
      media: [
        {
          ...{ media, alt: 'Il banchetto.', licence: 'Foto dell’ente', people: '' },
          grounds: { ...grounds, bases: [entry] },
        },
      ],
      variants: [
        variantOn(facebook),
        ...copies.map((network) => variantOn(hand.on(network).account, { repeats: facebook })),
      ],
    });
    const proposed = await hand.does(author, await hand.opens(author, content), 'proposal');
    const fired = await hand.does(author, await hand.approves(head, proposed), 'firing');
    await hand.settles(author, fired.id);
  }
  await page.reload();
  await page.getByText('pubblicata', { exact: true }).nth(4).waitFor();
  await shot(page, 'copie');
  await button(page, 'Revoca…').click();
  await button(page, 'Revoca e togli le 5 copie').click();
  await page.getByText('Scrivi almeno due lettere.').first().waitFor();
  await field(page, 'Chi l’ha chiesta').fill(name);
  await field(page, 'Come').fill('di persona allo sportello');
  await shot(page, 'revoca');
  await assertAccessible(page);
  await button(page, 'Revoca e togli le 5 copie').click();
  await page.getByText(/Revocata: l’ha chiesto Zaira Prestanome/).waitFor();
  const { items } = await author.record();
  assert.ok(items.some(({ kind }) => kind === 'editorial.consent-withdrawn'));

  for (const { title } of posts) {
    const response = await author.get('editorial/drafts?state=out');
    const drafts = ((await response.json()) as { items: { id: string; title: string }[] }).items;
    await hand.settles(author, drafts.find((one) => one.title === title)?.id ?? '');
  }
  await page.reload();
  await page.getByText('tolta', { exact: true }).nth(3).waitFor();
  // What a network lets no program remove is a task for a person, told on the content's own page.
  const byHand = page.getByText('da togliere a mano', { exact: true });
  if ((await byHand.count()) > 0) {
    await shot(page, 'a-mano');
    await page.getByRole('link', { name: 'Open day dei consultori' }).first().click();
    await button(page, 'Fatto: conferma…').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Conferma', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.goto(`/banco/${BODY}/liberatorie/${entry}`);
  }
  await page.getByText('tolta', { exact: true }).nth(4).waitFor();
  await shot(page, 'tolte');
  await assertAccessible(page);
  for (const network of ['facebook', 'x'] as const)
    assert.equal((await hand.posts(network, 'grazie a chi è venuto')).length, 0, network);
});

test('on a telephone the ledger is read and searched; whoever leads says what the body is and erases somebody', async () => {
  const page = await enters('head', { viewport: PHONE });
  await page.goto(`/banco/${BODY}/liberatorie`);
  await button(page, 'È un ente pubblico').click();
  await page.getByText(/Ente pubblico: il consenso di rado basta/).waitFor();
  await page.getByLabel('Cerca una voce').fill('zaira');
  await page.getByText('revocata', { exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: /Prestanome/ }).count(), 1);
  await shot(page, 'telefono');
  assert.ok(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth'));
  await assertAccessible(page);
  await page.setViewportSize(PHONE);
  await page.getByRole('link', { name: /Zaira Prestanome/ }).click();
  await button(page, 'Cancella i dati…').click();
  await shot(page, 'telefono-cancella');
  await button(page, 'Cancella per sempre').click();
  await page.getByRole('heading', { level: 1, name: 'cancellata' }).waitFor();
  assert.equal(await page.getByText('Zaira').count(), 0);
});
