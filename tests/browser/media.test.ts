// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { BODIES } from '../support/desk.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, headingOf, openCase, PHONE, signInAs, startBrowsing } from './browsing.ts';

// What comes with a comment besides words, on the screen: shown beside them, covered where it is grave or the person asked for a
// restful view, uncovered by a key for that case alone, opened larger on request, and never by itself.

const SHOTS = process.env.PORTAVOCE_SHOTS;
let browsing: Browsing;
before(async () => {
  browsing = await startBrowsing();
  const { desk } = browsing;
  const sample = (name: string) => `${desk.sandbox.url}/samples/${name}`;
  const write = controlOf(desk.sandbox.url, 'facebook');
  const picture = { type: 'image', url: sample('picture.png') };
  for (const [author, text, media] of [
    ['Ada Prova', 'Guardate come è ridotta la panchina davanti all’ingresso', [picture]],
    ['Bea Prova', 'Vi aspetto sotto casa e vi spacco la testa', [picture, picture]],
    ['Ciro Prova', 'Vi ammazzo tutti, ho già il coltello', [picture]],
    ['Dino Prova', 'Sentite che rumore fa il cantiere', [{ type: 'video', url: sample('voice.wav') }]],
    ['Elio Prova', 'Qui doveva esserci una foto', [{ type: 'image', url: sample('lie.png') }]],
  ] as const)
    await write('POST', 'writings', { account: BODIES.asl.page.id, post: desk.posts.asl, author, text, media });
  await desk.drain();
});
after(() => browsing?.close());

async function signedIn(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browsing.profile({ ...options });
  const page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('moderator'));
  return page;
}

const media = (page: Page) => page.getByRole('region', { name: 'Foto, video e voci' });
const blurOf = (page: Page) =>
  page.evaluate<string>("getComputedStyle(document.querySelector('.media-thumb img')).filter");
/** As wide as the sample: its bytes came, and are a picture. */
const isLoaded = async (page: Page) => {
  const image = media(page).locator('.media-thumb img').first();
  const width = await image.evaluate(async (one: { decode(): Promise<void>; naturalWidth: number }) => {
    await one.decode();
    return one.naturalWidth;
  });
  assert.equal(width, 480);
};
const covered = async (page: Page) => {
  await media(page).getByRole('button', { name: 'Scopri', exact: true }).waitFor();
  assert.match(await blurOf(page), /blur\(\d+px\)/);
  assert.equal(
    await media(page)
      .getByRole('button', { name: /apri più grande/ })
      .count(),
    0,
  );
};
const shot = async (page: Page, name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

test('an ordinary picture stands beside the words, says that nobody read it, and opens larger by keyboard', async () => {
  const page = await signedIn();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await openCase(page, 'Ada Prova');
  await isLoaded(page);
  assert.equal(await blurOf(page), 'none');
  await media(page).getByText('non analizzato: immagine').waitFor();
  await media(page).getByText('Senza descrizione di chi l’ha messa.').waitFor();
  await assertAccessible(page);
  await shot(page, 'media-ordinary');
  const opener = media(page).getByRole('button', { name: /apri più grande/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Immagine' });
  await dialog.getByRole('img', { name: 'Immagine senza descrizione' }).waitFor();
  await assertAccessible(page);
  await shot(page, 'media-larger');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await opener.and(page.locator(':focus')).waitFor();
  const { origin } = new URL(browsing.desk.url);
  assert.deepEqual(
    asked.filter((url) => new URL(url).origin !== origin),
    [],
    'nothing comes from the network itself',
  );
  await page.context().close();
});

test('what is grave is covered, uncovered by a key, and covered again at the next case and on the way back', async () => {
  const page = await signedIn();
  await openCase(page, 'Bea Prova');
  await isLoaded(page);
  await covered(page);
  await media(page).getByText('Coperto, perché l’intervento è grave.').waitFor();
  assert.equal(await media(page).getByText('Immagine coperta').count(), 2);
  await assertAccessible(page);
  await shot(page, 'media-covered');
  await page.keyboard.press('o');
  await media(page).getByRole('button', { name: 'Copri di nuovo' }).waitFor();
  assert.equal(await blurOf(page), 'none');
  await page.getByRole('status').filter({ hasText: 'Foto, video e voci scoperti.' }).waitFor();
  await assertAccessible(page);
  await shot(page, 'media-uncovered');
  await page.keyboard.press('o');
  await covered(page);
  await page.keyboard.press('o');
  await media(page).getByRole('button', { name: 'Copri di nuovo' }).waitFor();

  await openCase(page, 'Ciro Prova');
  await covered(page);
  await media(page).getByRole('button', { name: 'Scopri', exact: true }).click();
  assert.equal(await blurOf(page), 'none');
  await openCase(page, 'Bea Prova');
  await covered(page);
  await page.context().close();
});

test('in the restful view everything is covered and muted, and the choice is remembered', async () => {
  const page = await signedIn();
  await page.locator('.person summary').click();
  await page.getByRole('switch', { name: 'Vista riposata' }).check();
  await page.keyboard.press('Escape');
  await openCase(page, 'Ada Prova');
  await covered(page);
  await media(page).getByText('Coperto, perché hai acceso la vista riposata.').waitFor();
  await assertAccessible(page);
  await page.reload();
  await headingOf(page, 'Ada Prova').waitFor();
  await covered(page);
  await openCase(page, 'Dino Prova');
  await media(page).getByText('Voce coperta').waitFor();
  assert.equal(await media(page).locator('audio, video').count(), 0);
  await page.keyboard.press('o');
  const player = media(page).locator('audio');
  await player.waitFor();
  const state = await page.evaluate(
    "(({ muted, paused, autoplay, controls }) => [muted, paused, autoplay, controls])(document.querySelector('.media audio'))",
  );
  assert.deepEqual(state, [true, true, false, true]);
  await assertAccessible(page);
  await shot(page, 'media-calm-player');
  await page.context().close();
});

test('on a phone it fits, and what cannot be shown says why', async () => {
  const page = await signedIn({ viewport: PHONE });
  await openCase(page, 'Bea Prova');
  await isLoaded(page);
  await covered(page);
  await shot(page, 'media-phone');
  // At 390 and 320 px too: nothing sticks out.
  await assertAccessible(page);
  await page.setViewportSize(PHONE);
  await page.goBack();
  await openCase(page, 'Elio Prova');
  await media(page).getByText('Il file non è di un tipo che il banco mostra: guarda sul social.').waitFor();
  await media(page).getByText('non analizzato: immagine').waitFor();
  assert.equal(await media(page).locator('img').count(), 0);
  await shot(page, 'media-phone-absent');
  await assertAccessible(page);
  await page.context().close();
});
