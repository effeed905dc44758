// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { drawing, photo, points, video } from '../support/files-by-hand.ts';
import { assertAccessible } from './accessibility.ts';
import { type Browsing, goTo, PHONE, signInAs, startBrowsing } from './browsing.ts';

// Pictures and videos of a draft on the screen: brought, described, blurred by keyboard and by hand, seen as they will go out.

const SHOTS = process.env.PORTAVOCE_SHOTS;
let browsing: Browsing;
let page: Page;
before(async () => {
  browsing = await startBrowsing();
  const context = await browsing.profile();
  page = await context.newPage();
  await signInAs(page, browsing.desk.credentials('moderator'));
});
after(() => browsing?.close());

const shot = async (name: string): Promise<void> => {
  if (SHOTS === undefined) return;
  for (const [width, size] of [
    ['1440', { width: 1440, height: 900 }],
    ['390', PHONE],
  ] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${SHOTS}/file-${name}-${width}.png`, fullPage: name !== 'sfoca' });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
};
const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const dialog = () => page.getByRole('dialog');
const status = (said: string | RegExp) => page.getByRole('status').filter({ hasText: said });

async function opens(title: string): Promise<void> {
  await goTo(page, 'Bozze e pubblicazione');
  await page.getByLabel('Titolo di lavoro della nuova bozza').fill(title);
  await button('Apri la bozza').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function brings(
  name: string,
  buffer: Buffer,
  mimeType = 'image/jpeg',
  label = 'Aggiungi un’immagine o un video',
) {
  await page.getByLabel(label).setInputFiles({ name, mimeType, buffer });
}

/** So that a picture at rest looks like one. */
const landscape = () =>
  sharp(points(3, 2), { raw: { width: 3, height: 2, channels: 3 } })
    .resize(900, 600, { kernel: 'cubic' })
    .withExif({ IFD0: { Make: 'Prova' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 54/1 10/1' } })
    .jpeg()
    .toBuffer();

test('a photograph is brought, says what it carries, is described and seen as it will go out', async () => {
  await opens('Con una foto');
  await brings('foto.jpg', await landscape());
  await status(/Caricato: JPEG, 900 × 600/).waitFor();
  await page.getByText('Il file dice dove è stato fatto e con quale apparecchio: non uscirà.').waitFor();
  const image = page.getByRole('img', { name: 'Immagine 1, ancora senza testo alternativo' });
  await image.waitFor();
  await page.getByText('Salva la bozza: qui vedrai come esce su ogni account.').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Testo alternativo').fill('L’ingresso del centro.');
  await page.getByLabel('Diritti', { exact: true }).fill('Foto dell’azienda');
  await page.getByLabel('Chi si vede e a quale titolo').fill('nessuno');
  await page.getByLabel('Testo comune').fill('Da lunedì il centro prelievi apre alle 7.');
  await page.getByLabel('Collegamenti').fill('https://www.aslroma1.example/prelievi');
  await page.getByLabel(/^Facebook/).check();
  await button('Salva la bozza').click();
  await page.getByText('Niente la ferma.').waitFor();
  await page.getByText('Come esce su ogni account').waitFor();
  await page
    .locator('.editorial-renditions')
    .getByText(/^JPEG, 900 × 600, \d+ kB\. ?$/)
    .waitFor();
  assert.equal(await page.getByRole('img', { name: 'L’ingresso del centro.' }).count(), 2);
  await shot('foto');
  await assertAccessible(page);
});

test('a part is marked by keyboard alone and is gone in what goes out; the draft shows the copy', async () => {
  const before = await page.getByRole('img', { name: 'L’ingresso del centro.' }).first().getAttribute('src');
  await button('Sfoca una parte…').focus();
  await page.keyboard.press('Enter');
  await dialog().getByRole('heading', { name: 'Sfoca una parte dell’immagine' }).waitFor();
  await button('Sfoca per sempre').click();
  await status('Segna almeno un riquadro.').waitFor();
  await button('Aggiungi un riquadro').focus();
  await page.keyboard.press('Enter');
  const mark = dialog().getByRole('button', {
    name: /^Riquadro 1: da sinistra 40 per cento, dall’alto 40, largo 20, alto 20/,
  });
  await mark.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await dialog()
    .getByRole('button', { name: /^Riquadro 1: da sinistra 39 per cento, dall’alto 39, largo 21, alto 21/ })
    .waitFor();
  await dialog().getByLabel('Alto (%)', { exact: true }).fill('30');
  await dialog()
    .getByRole('button', { name: /largo 21, alto 30/ })
    .waitFor();
  await assertAccessible(page);
  await shot('sfoca');
  await button('Aggiungi un riquadro').click();
  await dialog()
    .getByRole('button', { name: /^Riquadro 2:/ })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Delete');
  await dialog()
    .getByRole('button', { name: /^Riquadro 2:/ })
    .waitFor({ state: 'detached' });
  await button('Sfoca per sempre').click();
  await dialog().waitFor({ state: 'detached' });
  await status('Sfocata.').waitFor();
  await page.getByText('È la copia sfocata: l’originale non esce.').waitFor();
  assert.equal(
    await page.getByLabel('Testo alternativo').inputValue(),
    'L’ingresso del centro.',
    'what was said of it stays',
  );
  await button('Salva la bozza').click();
  await page.getByText('Ci sono modifiche non salvate').waitFor({ state: 'detached' });
  await page.getByText('Niente la ferma.').waitFor();
  const images = page.getByRole('img', { name: 'L’ingresso del centro.' });
  assert.notEqual(await images.first().getAttribute('src'), before);
  await assertAccessible(page);
});

test('a part is marked by the mouse, moved and widened', async () => {
  await button('Sfoca una parte…').click();
  const image = dialog().locator('.editorial-stage img');
  await image.evaluate((one: { decode(): Promise<void> }) => one.decode());
  await image.scrollIntoViewIfNeeded();
  const area = await image.boundingBox();
  assert.ok(area);
  const at = (x: number, y: number): [number, number] => [area.x + area.width * x, area.y + area.height * y];
  const drags = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 3 });
    await page.mouse.up();
  };
  await drags(at(0.2, 0.2), at(0.5, 0.6));
  await dialog()
    .getByRole('button', { name: /^Riquadro 1: da sinistra 20 per cento, dall’alto 20, largo 30, alto 40/ })
    .waitFor();
  await drags(at(0.3, 0.3), at(0.4, 0.3));
  await dialog()
    .getByRole('button', { name: /^Riquadro 1: da sinistra 30 per cento, dall’alto 20, largo 30, alto 40/ })
    .waitFor();
  await drags(at(0.6, 0.6), at(0.7, 0.7));
  await dialog()
    .getByRole('button', { name: /^Riquadro 1: da sinistra 30 per cento, dall’alto 20, largo 40, alto 50/ })
    .waitFor();
  await page.mouse.click(...at(0.9, 0.9));
  assert.equal(await dialog().locator('[data-mark]').count(), 1, 'a click draws nothing');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a video has its captions beside it, on a phone too; what is no picture is refused with the reason', async () => {
  await opens('Con un video');
  await brings('bozza.pdf', Buffer.from('%PDF-1.7'), 'application/pdf');
  await page.getByText(/è un PDF: esporta la pagina come immagine/).waitFor();
  await brings('rotta.png', (await drawing()).subarray(0, 900), 'image/png');
  await page.getByText(/rovinato o incompleto/).waitFor();
  await brings('video.mp4', video(), 'video/mp4');
  await page.getByText(/Il file dice .*: non uscirà\./).waitFor();
  await page.getByText('Consiglio: il video non ha sottotitoli.').waitFor();
  const captions = '1\n00:00:00,000 --> 00:00:02,000\nBuongiorno.\n';
  await brings('rotti.srt', Buffer.from('ciao'), 'text/plain', 'Aggiungi i sottotitoli');
  await page.getByText(/Il file dei sottotitoli non va bene/).waitFor();
  await brings('voce.srt', Buffer.from(captions), 'text/plain', 'Aggiungi i sottotitoli');
  await page.getByText('Una battuta, fino al secondo 2.').waitFor();
  await page.setViewportSize(PHONE);
  await assertAccessible(page);
  await button('Salva la bozza').click();
  await page.getByText('Ci sono modifiche non salvate').waitFor({ state: 'detached' });
  await page.getByText('Una battuta, fino al secondo 2.').waitFor();
  await shot('video');
  await button('Togli video 1').click();
  await page.getByText('Una battuta, fino al secondo 2.').waitFor({ state: 'detached' });
});

test('the photograph of a telephone is shown upright and its parts are marked where they are seen', async () => {
  await opens('In piedi');
  await brings('in-piedi.jpg', await photo());
  await status(/Caricato: JPEG, 400 × 640/).waitFor();
  await button('Sfoca una parte…').click();
  const image = dialog().locator('.editorial-stage img');
  const sides = await image.evaluate(
    async (one: { decode(): Promise<void>; naturalWidth: number; naturalHeight: number }) => {
      await one.decode();
      return [one.naturalWidth, one.naturalHeight];
    },
  );
  assert.deepEqual(sides, [400, 640]);
  await page.keyboard.press('Escape');
});
