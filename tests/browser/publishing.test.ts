// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ContentDetail } from '#editorial/contract';
import type { NetworkName } from '#policy';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { DESKTOP, PHONE } from './browsing.ts';
import { type StoryDesk, startStoryDesk } from './desk-page.ts';

// ASL Roma 1, on the desk's own pages: one content in four variants from the first words to four networks, through two people; what
// the author alone cannot do; a comma after the approval; what others wrote; and everything that goes out stopped in one act.

const BODY = 'asl-roma-1';
const TEXT = 'Da lunedì il centro vaccinale apre dalle 8 alle 14, senza prenotazione.';
const LONG = `${TEXT} Portate con voi la tessera sanitaria e un documento. ${TEXT} ${TEXT} ${TEXT}`;
const CAPTION = 'Da lunedì il centro vaccinale apre alle 8: ecco l’ingresso.';
const TRADE = 'Da lunedì il centro vaccinale dell’azienda apre dalle 8 alle 14, con accesso libero.';
const SHOTS = process.env.PORTAVOCE_SHOTS;

let story: StoryDesk;
let hand: EditorialHand;
let author: Page;
let head: Page;
let writer: Client;
let leader: Client;
before(async () => {
  story = await startStoryDesk([BODY]);
  hand = await editorialHand(story.desk, story.desk.towns[0]);
  [author, head] = [await enters('moderator'), await enters('head')];
  [writer, leader] = [await story.desk.signIn('moderator'), await story.desk.signIn('head')];
});
after(() => story?.close());

async function enters(role: 'moderator' | 'head'): Promise<Page> {
  return story.officer(BODY, role);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const opens = (page: Page, { id }: Pick<ContentDetail, 'id'>) => page.goto(`/banco/${BODY}/bozze/${id}`);
const isShown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const account = (network: NetworkName) => hand.on(network).account;

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: `${SHOTS}/uscite-${name}.png`, fullPage: true });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `${SHOTS}/uscite-${name}-390.png`, fullPage: true });
  await page.setViewportSize(DESKTOP);
}

async function chooses(page: Page, network: NetworkName, text: string | null, repeats?: NetworkName): Promise<void> {
  await page.getByLabel(new RegExp(`^${LABELS[network]} ·`)).check();
  if (repeats !== undefined) await page.locator(`#bozza-ripete-${account(network)}`).selectOption(account(repeats));
  if (text !== null) await page.locator(`#bozza-proprio-${account(network)}`).fill(text);
}
const LABELS: Readonly<Partial<Record<NetworkName, string>>> = {
  facebook: 'Facebook',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
};

async function saves(page: Page, version: number): Promise<void> {
  await button(page, 'Salva la bozza').click();
  await isShown(page, `versione ${version}`);
}

async function proposes(page: Page): Promise<void> {
  await button(page, 'Proponi per l’approvazione').click();
  await isShown(page, 'da approvare');
}

async function approves(page: Page, draft: Pick<ContentDetail, 'id'>): Promise<void> {
  await opens(page, draft);
  await button(page, 'Approva…').click();
  await button(page, 'Approva').click();
  await isShown(page, /Approvata da/);
}

const FOUR = ['facebook', 'x', 'instagram', 'linkedin'] as const;

test('one content in four variants: checked, sent back, corrected, approved by another, fired by a person, out and repeated', async () => {
  const picture = (await hand.picture(writer)).id;
  const seen = { alt: 'L’ingresso del centro vaccinale.', licence: 'Foto dell’azienda', people: 'nessuno' };
  const draft = await hand.opens(
    writer,
    contentWith({ title: 'Centro vaccinale', media: [{ media: picture, ...seen }] }),
  );
  await opens(author, draft);
  await author.getByLabel('Testo comune').fill(TEXT);
  await chooses(author, 'facebook', null);
  await chooses(author, 'x', LONG, 'facebook');
  await chooses(author, 'instagram', CAPTION, 'facebook');
  await chooses(author, 'linkedin', TRADE);
  await saves(author, 2);
  await isShown(author, /al massimo 280/);
  await isShown(author, /Ripete Facebook, come prevede il punto RM1-037/);
  assert.equal(await button(author, 'Proponi per l’approvazione').count(), 0, 'what something stops is not proposed');
  await assertAccessible(author);
  await shot(author, 'fermata');
  await author.locator(`#bozza-proprio-${account('x')}`).fill(TEXT.replace(', senza prenotazione', ''));
  await saves(author, 3);
  await isShown(author, 'Niente la ferma.');
  await proposes(author);

  await opens(head, draft);
  await button(head, 'Rimanda a chi l’ha scritta…').click();
  await head.getByRole('dialog').getByLabel('Motivo').fill('Manca il giorno: dite da quale lunedì.');
  await button(head, 'Rimanda').click();
  await isShown(head, 'in scrittura');
  await author.reload();
  await isShown(author, 'Manca il giorno: dite da quale lunedì.');
  await author.getByLabel('Testo comune').fill(TEXT.replace('lunedì', 'lunedì 30'));
  await saves(author, 4);
  await proposes(author);
  await approves(head, draft);

  await author.reload();
  await button(author, 'Fai partire…').click();
  await assertAccessible(author);
  await button(author, 'Fai partire').click();
  await author.getByRole('heading', { name: 'Uscite' }).waitFor();
  const out = await hand.settles(writer, draft.id);
  for (const network of FOUR) {
    assert.equal(out.outings.find((one) => one.network === network)?.state, 'out', JSON.stringify(out.outings));
    assert.equal((await hand.posts(network, 'centro vaccinale')).length, 1, network);
  }
  await author.reload();
  await author
    .getByText('fatto e riletto')
    .nth(FOUR.length - 1)
    .waitFor();
  await assertAccessible(author);
  await shot(author, 'uscita');
});

/** Ready to be fired, by the desk's own interface. */
async function approved(title: string, text: string): Promise<ContentDetail> {
  const content = contentWith({ title, text, variants: [variantOn(account('facebook'))] });
  const proposed = await hand.does(writer, await hand.opens(writer, content), 'proposal');
  return hand.approves(leader, proposed);
}

test('who wrote it does not approve it; one comma after the approval, and it does not go', async () => {
  const content = contentWith({ title: 'Da sola', text: 'Martedì il consultorio è chiuso.' });
  const alone = await hand.opens(leader, { ...content, variants: [variantOn(account('facebook'))] });
  await opens(head, alone);
  await proposes(head);
  await isShown(head, 'L’hai scritta o proposta tu: la approva un’altra persona.');
  assert.equal(await button(head, 'Approva…').count(), 0);
  assert.equal(await button(head, 'Fai partire…').count(), 0);

  const draft = await approved('Con la virgola', 'Mercoledì il consultorio apre alle 9, come sempre.');
  await opens(head, draft);
  await button(head, 'Fai partire…').waitFor();
  await opens(author, draft);
  await author.getByLabel('Testo comune').fill('Mercoledì il consultorio apre alle 9 come sempre.');
  await saves(author, 2);
  await isShown(author, /L’approvazione non vale più/);
  assert.equal(await button(author, 'Fai partire…').count(), 0);
  // Whoever still has the approved text before their eyes is refused too.
  await button(head, 'Fai partire…').click();
  await button(head, 'Fai partire').click();
  await isShown(head, /La bozza non è più quella che hai letto/);
  assert.equal((await hand.posts('facebook', 'Mercoledì il consultorio')).length, 0);
});

test('what others wrote goes out with their name under it', async () => {
  const content = contentWith({ title: 'Del Comune', text: 'Giovedì il mercato è spostato in piazza.' });
  const draft = await hand.opens(writer, { ...content, variants: [variantOn(account('facebook'))] });
  await opens(author, draft);
  await author.getByLabel('È un contenuto di altri, che l’ente condivide').check();
  await saves(author, 2);
  await isShown(author, /la fonte va indicata/);
  await isShown(author, /di’ se la fonte è verificata/);
  await author.getByLabel('Fonte', { exact: true }).fill('Comune di Prova');
  await author.locator('#bozza-attendibile').selectOption('verified');
  await author.getByLabel('fonte verificata (RM1-012)').fill('Sì: chiamato l’ufficio stampa del Comune.');
  await saves(author, 3);
  await isShown(author, /Fonte: Comune di Prova\. Contenuto non certificato dall’ente\./);
  await isShown(author, 'Niente la ferma.');
  await assertAccessible(author);
  await shot(author, 'di-altri');
});

test('all that goes out is stopped in one act, and let go one by one, with the reason', async () => {
  const draft = await approved('Sportello', 'Venerdì lo sportello apre alle 10.');
  await hand.on('facebook').control('POST', 'faults', { fault: 'rate-limited', on: 'write' });
  await hand.does(writer, draft, 'firing');
  await story.desk.drain();
  await hand.on('facebook').control('DELETE', 'faults');
  const second = await approved('Ambulatorio', 'Sabato l’ambulatorio apre alle 10.');

  await head.goto(`/banco/${BODY}/bozze`);
  await button(head, 'Ferma tutte le uscite…').click();
  await button(head, 'Ferma tutto').click();
  await isShown(head, 'Scrivi almeno cinque caratteri.');
  await head.getByRole('dialog').getByLabel('Motivo').fill('Lutto cittadino.');
  await assertAccessible(head);
  await button(head, 'Ferma tutto').click();
  await isShown(head, /Le ha fermate/);
  await isShown(head, /Uscirebbero in ritardo/);
  await assertAccessible(head);
  await shot(head, 'ferme');

  await opens(author, second);
  await button(author, 'Fai partire…').click();
  await button(author, 'Fai partire').click();
  await isShown(author, /Tutte le uscite dell’ente sono ferme/);

  await button(head, 'Fai ripartire le uscite…').click();
  const dialog = head.getByRole('dialog');
  await dialog.getByLabel('Motivo').fill('Il lutto è finito.');
  await button(head, 'Fai ripartire').click();
  await isShown(head, 'Di ciascuna scegli se esce o se cade.');
  await dialog.getByLabel(/^Sportello/).selectOption('drop');
  await assertAccessible(head);
  await shot(head, 'ripartono');
  await button(head, 'Fai ripartire').click();
  await button(head, 'Ferma tutte le uscite…').waitFor();
  await hand.settles(writer, draft.id);
  assert.equal((await hand.posts('facebook', 'Venerdì lo sportello')).length, 0, 'let fall');
});

test('what a network refused stands among what is to be settled', async () => {
  const draft = await approved('Rifiutata', 'Domenica l’ambulatorio è chiuso.');
  await hand.on('facebook').control('POST', 'faults', { fault: 'success-without-effect', on: 'write' });
  await hand.does(writer, draft, 'firing');
  await hand.settles(writer, draft.id);
  await hand.on('facebook').control('DELETE', 'faults');
  await author.goto(`/banco/${BODY}/bozze`);
  const list = author.getByRole('region', { name: /^Da chiarire/ });
  await list.getByRole('link', { name: 'Rifiutata' }).waitFor();
  await assertAccessible(author);
  await shot(author, 'da-chiarire');
  await list.getByRole('link', { name: 'Rifiutata' }).click();
  await author.getByRole('heading', { level: 1, name: 'Rifiutata' }).waitFor();
});

test('a wrong text is corrected at once by one person where an act allows it, and ratified by another', async () => {
  await head.goto(`/banco/${BODY}/bozze`);
  await isShown(head, /Senza un atto dell’ente/);
  await button(head, 'Indica l’atto che le consente…').click();
  await button(head, 'Consenti').click();
  await isShown(head, 'Indica l’atto.');
  await head.getByLabel('Atto dell’ente').fill('disposizione di prova n. 12 del 3 marzo 2026');
  await head.getByLabel('Entro quante ore va ratificata').fill('4');
  await assertAccessible(head);
  await button(head, 'Consenti').click();
  await isShown(head, /Una persona da sola può correggere subito/);

  const draft = await approved('Numero', 'Il centralino risponde allo 06 0000001.');
  await hand.does(writer, draft, 'firing');
  await hand.settles(writer, draft.id);
  await opens(author, draft);
  await button(author, 'Correggi subito…').click();
  await author.getByLabel('Testo giusto').fill('Il centralino risponde allo 06 0000002.');
  await author.getByRole('dialog').getByLabel('Motivo').fill('Il numero è sbagliato.');
  await assertAccessible(author);
  await shot(author, 'correggi-subito');
  await button(author, 'Correggi adesso').click();
  await isShown(author, 'Corretto subito, da ratificare');
  await hand.settles(writer, draft.id);
  assert.equal((await hand.posts('facebook', '06 0000002')).length, 1);

  await head.reload();
  const list = head.getByRole('region', { name: /^Da ratificare/ });
  await list.getByRole('link', { name: 'Numero' }).waitFor();
  await assertAccessible(head);
  await shot(head, 'elenco');
  await list.getByRole('link', { name: 'Numero' }).click();
  await button(head, 'Ratifica…').waitFor();
  await assertAccessible(head);
  await shot(head, 'da-ratificare');
  await button(head, 'Ratifica…').click();
  await button(head, 'Ratifica').click();
  await button(head, 'Correggi subito…').waitFor();
  assert.equal(await head.getByText('Corretto subito, da ratificare').count(), 0);
});
