// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { CodedError } from '#kernel';
import { box, drawing, moving, photo, video } from '../../../tests/support/files-by-hand.ts';
import { lookAt } from './look.ts';

const refusalOf = async (file: Buffer): Promise<string> => {
  try {
    return `taken: ${JSON.stringify(await lookAt(file))}`;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return `${error.code} ${error.message}`;
  }
};

test('a photograph is read as it is seen, with what it tells besides', async () => {
  const { carries, ...found } = await lookAt(await photo());
  assert.deepEqual(found, { kind: 'image', type: 'image/jpeg', width: 400, height: 640, frames: 1, seconds: null });
  assert.deepEqual(carries.toSorted(), ['device', 'moment', 'names', 'position']);
  assert.deepEqual((await lookAt(await drawing())).carries, []);
  assert.equal((await lookAt(await moving(3))).frames, 3);
  const shot = await lookAt(video());
  assert.deepEqual([shot.kind, shot.width, shot.height, shot.seconds], ['video', 320, 180, 2]);
  assert.deepEqual(shot.carries.toSorted(), ['device', 'moment', 'more', 'position']);
});

const text = (words: string) => Buffer.from(words, 'latin1');
const iso = (brand: string) => box('ftyp', brand, Buffer.alloc(4));

test('nothing else than the five types is taken, and it is said what it was', async () => {
  const table: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a drawing that can run', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /SVG/],
    ['the same behind a heading', text('<?xml version="1.0"?>\n<svg onload="alert(1)"/>'), /SVG/],
    ['a PDF', text('%PDF-1.7\n'), /PDF/],
    ['a page', text('<!doctype html><script>alert(1)</script>'), /pagina web/],
    ['HEIC', iso('heic'), /HEIC/],
    ['AVIF', iso('avif'), /AVIF/],
    ['QuickTime', iso('qt  '), /QuickTime/],
    ['audio', iso('M4A '), /audio/],
    ['TIFF', text('II*\0\x08\0\0\0'), /TIFF/],
    ['WebM', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2]), /WebM/],
    ['a program', text('MZ\x90\0'), /non è un’immagine o un video/],
    ['nothing', Buffer.alloc(0), /non è un’immagine o un video/],
  ];
  for (const [name, file, said] of table) {
    const refusal = await refusalOf(file);
    assert.match(refusal, /^CONTENT_MEDIA_TYPE /, name);
    assert.match(refusal, said, name);
  }
});

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([text(type), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

/** A few kilobytes that claim, and hold, a picture of so many points a side. */
function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0], 8);
  const lines = deflateSync(Buffer.alloc(1_000_000));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

test('what is broken, hides something, or would fill the memory is refused', async () => {
  const [jpeg, png] = [await photo(), await drawing()];
  const gif = await moving(3);
  const webp = await sharp(png).webp().toBuffer();
  const zip = Buffer.concat([text('PK\x03\x04dentro'), text('PK\x05\x06'), Buffer.alloc(18)]);
  const table: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a beginning alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /^MEDIA_BROKEN/],
    ['a JPEG cut short', jpeg.subarray(0, jpeg.length - 900), /^MEDIA_BROKEN/],
    [
      'a JPEG cut short and closed',
      Buffer.concat([jpeg.subarray(0, jpeg.length / 2), Buffer.from([0xff, 0xd9])]),
      /^MEDIA_BROKEN/,
    ],
    ['a PNG cut short', png.subarray(0, png.length - 40), /^MEDIA_BROKEN/],
    ['a GIF cut short', gif.subarray(0, gif.length - 40), /^MEDIA_BROKEN/],
    ['a WebP cut short', webp.subarray(0, webp.length - 40), /^MEDIA_BROKEN/],
    [
      'points that were changed',
      Buffer.concat([png.subarray(0, 80), text('xxxxxxxx'), png.subarray(88)]),
      /^MEDIA_BROKEN/,
    ],
    ['a picture and an archive', Buffer.concat([jpeg, zip]), /^MEDIA_HIDES/],
    ['a drawing and an archive', Buffer.concat([png, zip]), /^MEDIA_HIDES/],
    ['a picture and a page', Buffer.concat([gif, text('<html><script>alert(1)</script>')]), /^MEDIA_HIDES/],
    ['a picture and a document', Buffer.concat([webp, text('%PDF-1.7')]), /^MEDIA_HIDES/],
    ['a picture and anything', Buffer.concat([jpeg, text('qualunque cosa')]), /^MEDIA_HIDES/],
    ['a page that begins as a GIF', Buffer.concat([text('GIF89a/*'), text('<script>alert(1)</script>')]), /^MEDIA_/],
    ['a bomb', bomb(60_000), /^MEDIA_TOO_LARGE/],
    ['a smaller one, that lies', bomb(7000), /^MEDIA_BROKEN/],
    ['too many frames', await moving(301, 2), /^MEDIA_TOO_LARGE/],
    ['a video cut short', video().subarray(0, -20), /^MEDIA_BROKEN/],
    ['a video and a page', Buffer.concat([video(), text('<html>')]), /^MEDIA_BROKEN/],
    ['a video without pictures', Buffer.concat([iso('isom'), box('moov')]), /^MEDIA_BROKEN/],
  ];
  for (const [name, file, refused] of table) assert.match(await refusalOf(file), refused, name);
});

test('what telephones put behind a picture is taken, and told', async () => {
  const jpeg = await photo();
  for (const behind of [jpeg, video(), text('SEFHnote del telefonoSEFT')])
    assert.ok((await lookAt(Buffer.concat([jpeg, behind]))).carries.includes('more'));
  assert.ok(!(await lookAt(Buffer.concat([jpeg, Buffer.alloc(12)]))).carries.includes('more'));
});
