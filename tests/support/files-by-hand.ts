// SPDX-License-Identifier: AGPL-3.0-or-later
import sharp from 'sharp';

// Files that people bring, made here with all that they would carry.

export const PLACE = '41/1 54/1 10/1';
/** What must be found in the original and nowhere else. */
export const TELLTALES = [
  'Exif',
  'FotocameraDiProva',
  '2026:11:20',
  'Autrice Prova',
  'xmpmeta',
  'ICC_PROFILE',
] as const;

/** A photograph as a telephone makes it: lying on its side, with place, moment, device, names and a profile. */
export const photo = ({ width = 640, height = 400 } = {}): Promise<Buffer> =>
  sharp(points(width, height), { raw: { width, height, channels: 3 } })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'FotocameraDiProva', Model: 'Uno', Artist: 'Autrice Prova' },
      IFD2: { DateTimeOriginal: '2026:11:20 08:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: PLACE, GPSLongitudeRef: 'E', GPSLongitude: '12/1 27/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Autrice Prova</dc:creator></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();

/** No two points beside each other are alike, and none is told by its neighbours. */
export function points(width: number, height: number, channels = 3): Buffer {
  const bytes = Buffer.alloc(width * height * channels);
  let seed = 7;
  for (let at = 0; at < bytes.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[at] = (seed >>> 16) & 0xff;
  }
  return bytes;
}

/** With points that might be seen through, none of which can. */
export function drawing(width = 300, height = 200): Promise<Buffer> {
  const bytes = points(width, height, 4);
  for (let at = 3; at < bytes.length; at += 4) bytes[at] = 255;
  return sharp(bytes, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

/** So many frames, one under the other until they are told apart. */
export const moving = (frames: number, side = 24): Promise<Buffer> =>
  sharp(points(side, side * frames), { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } })
    .gif({ delay: Array.from({ length: frames }, () => 100) })
    .toBuffer();

const number = (value: number, length = 4): Buffer => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, length > 6 ? length - 6 : 0, Math.min(length, 6));
  return bytes;
};

export const box = (type: string, ...parts: readonly (Buffer | string)[]): Buffer => {
  const inside = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  return Buffer.concat([number(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
};

const MADE_AT = 0xe5a1_0000;
const PICTURES = [Buffer.from('primo fotogramma'), Buffer.from('secondo')] as const;
/** What a device noted beside the pictures, frame by frame. */
const WALKED = [Buffer.from('GPS 41.9028N 12.4964E'), Buffer.from('GPS 41.9030N 12.4970E')] as const;

const header = (type: string, ...rest: readonly Buffer[]) =>
  box(type, number(0), number(MADE_AT), number(MADE_AT), ...rest);

function track(kind: string, samples: readonly Buffer[], from: number): Buffer {
  const table = box(
    'stbl',
    box('stsd', number(0), number(0)),
    box('stsc', number(0), number(1), number(1), number(samples.length), number(1)),
    box('stsz', number(0), number(0), number(samples.length), ...samples.map(({ length }) => number(length))),
    box('stco', number(0), number(1), number(from)),
  );
  const handler = box('hdlr', number(0), number(0), kind, Buffer.alloc(12), 'TelefonoDiProva\0');
  const media = box('mdia', header('mdhd', number(1000), number(2000), number(0)), handler, box('minf', table));
  const sides = [number(320 * 65_536), number(180 * 65_536)];
  const own = header('tkhd', number(1), number(0), number(2000), Buffer.alloc(52), ...sides);
  return box('trak', own, media, box('udta', box('name', 'TelefonoDiProva')));
}

/** Two seconds of an MP4 that says where and when it was shot, in its own words and in a track beside the pictures. */
export function video(): Buffer {
  const type = box('ftyp', 'isom', number(512), 'isommp42');
  const from = type.length + 8;
  const behind = from + Buffer.concat(PICTURES).length;
  const movie = box(
    'moov',
    header('mvhd', number(1000), number(2000), Buffer.alloc(80)),
    track('vide', PICTURES, from),
    track('meta', WALKED, behind),
    box('udta', box('\xa9xyz', '+41.9028+012.4964/'), box('\xa9mod', 'TelefonoDiProva')),
  );
  return Buffer.concat([type, box('mdat', ...PICTURES, ...WALKED), box('uuid', 'un altro racconto: 41.9028'), movie]);
}

export const PICTURES_OF_VIDEO = Buffer.concat(PICTURES);
