// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Carried } from './contract.ts';

/** What was found around a picture. */
export interface Around {
  readonly exif?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  readonly comments?: readonly unknown[] | undefined;
}

const GPS_DIRECTORY = 0x8825;
const EXIF_DIRECTORY = 0x8769;
const MOMENTS = [0x0132, 0x9003, 0x9004];
const DEVICES = [0x010f, 0x0110, 0xa431, 0xa434];
const NAMES = [0x010e, 0x013b, 0x8298, 0xa430];
const MOST_ENTRIES = 500;

/** What a picture tells besides what is seen in it. Of what cannot be read nothing is said: none of it goes out anyway. */
export function carriedAround({ exif, xmp, iptc, comments = [] }: Around): Carried[] {
  const found = new Set<Carried>(exif === undefined ? [] : carriedInExif(exif));
  const words = xmp?.toString('utf8') ?? '';
  if (/GPSLatitude|LocationCreated/.test(words)) found.add('position');
  if (/CreateDate|DateTimeOriginal|DateCreated/.test(words)) found.add('moment');
  if (/tiff:Model|aux:SerialNumber/.test(words)) found.add('device');
  if (/dc:creator|dc:description|dc:rights|PersonInImage/.test(words)) found.add('names');
  if (iptc !== undefined || comments.length > 0) found.add('names');
  return [...found];
}

function carriedInExif(exif: Buffer): Carried[] {
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  if (tiff.length < 8 || (!isLittle && tiff.toString('latin1', 0, 2) !== 'MM')) return [];
  const number = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  /** Tags with their values, and where the next directory begins. */
  const directory = (at: number): { tags: ReadonlyMap<number, number>; next: number } => {
    const tags = new Map<number, number>();
    if (at < 8 || at + 2 > tiff.length) return { tags, next: 0 };
    const count = Math.min(short(at), MOST_ENTRIES);
    const end = at + 2 + count * 12;
    if (end > tiff.length) return { tags, next: 0 };
    for (let entry = at + 2; entry < end; entry += 12) tags.set(short(entry), number(entry + 8));
    return { tags, next: end + 4 <= tiff.length ? number(end) : 0 };
  };
  const { tags: first, next } = directory(number(4));
  const { tags: shot } = directory(first.get(EXIF_DIRECTORY) ?? 0);
  const { tags: position } = directory(first.get(GPS_DIRECTORY) ?? 0);
  const has = (tags: readonly number[]) => tags.some((tag) => first.has(tag) || shot.has(tag));
  return [
    // The directory holds its version alone where the position was not known.
    ...([1, 2, 3, 4].some((tag) => position.has(tag)) ? (['position'] as const) : []),
    ...(has(MOMENTS) ? (['moment'] as const) : []),
    ...(has(DEVICES) ? (['device'] as const) : []),
    ...(has(NAMES) ? (['names'] as const) : []),
    ...(next === 0 ? [] : (['thumbnail'] as const)),
  ];
}
