// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';
import type { KnownMedia } from './known-media.ts';

// Where a picture ends inside its file, and what lies behind it. A file that is a picture to one program and something else to
// another is not taken, whatever the picture is.

/** The offset behind the last byte of a picture. Throws MEDIA_BROKEN where it does not end. */
export function pictureEnd(bytes: Buffer, type: KnownMedia['type']): number {
  const end = ENDS[type]?.(bytes);
  if (end === undefined || end > bytes.length) throw editorialError('MEDIA_BROKEN', 'non finisce');
  return end;
}

const ENDS: Readonly<Partial<Record<KnownMedia['type'], (bytes: Buffer) => number | undefined>>> = {
  'image/jpeg': jpegEnd,
  'image/png': pngEnd,
  'image/gif': gifEnd,
  'image/webp': (bytes) => (bytes.length < 12 ? undefined : bytes.readUInt32LE(4) + 8),
};

function jpegEnd(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Filling before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return at + 2;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      const next = at + 2 + bytes.readUInt16BE(at + 2);
      at = marker === 0xda ? scanEnd(bytes, next) : next;
    }
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? at + 2 : undefined;
}

/** Behind the compressed data of one scan: at the next marker that is neither a restart nor an escaped byte. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function pngEnd(bytes: Buffer): number | undefined {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const isLast = bytes.toString('latin1', at + 4, at + 8) === 'IEND';
    at += 12 + bytes.readUInt32BE(at);
    if (isLast) return at;
  }
  return undefined;
}

function gifEnd(bytes: Buffer): number | undefined {
  const tableBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  let at = 13 + tableBytes(bytes[10] ?? 0);
  for (;;) {
    const sign = bytes[at];
    if (sign === 0x3b) return at + 1;
    if (sign === 0x21) at = blocksEnd(bytes, at + 2);
    else if (sign === 0x2c) at = blocksEnd(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0));
    else return undefined;
  }
}

function blocksEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

const RUNS = /<(?:!doctype html|html|script|svg|iframe|\?php)|%pdf-/i;
const HEAD_BYTES = 1024;
/** Readers of ZIP begin at the end: so far back its last record may be. */
const ZIP_TAIL_BYTES = 65_557;

/**
 * What lies behind a picture: nothing, or what telephones put there (a second shot, a moving one, their own notes). Throws
 * MEDIA_HIDES for all that some program would open as something else.
 */
export function behindPicture(bytes: Buffer, end: number): 'nothing' | 'more' {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, HEAD_BYTES));
  if (RUNS.test(head)) throw editorialError('MEDIA_HIDES');
  if (endsAsZip(bytes)) throw editorialError('MEDIA_HIDES', 'un archivio');
  const rest = bytes.subarray(end);
  if (rest.every((byte) => byte === 0)) return 'nothing';
  if (RUNS.test(rest.toString('latin1')) || !isOfTelephone(rest)) throw editorialError('MEDIA_HIDES');
  return 'more';
}

function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_TAIL_BYTES);
  for (
    let at = bytes.indexOf('PK\x05\x06', from, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')
  )
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return true;
  return false;
}

/** Another JPEG, an MP4, or the notes that end in `SEFT`. */
function isOfTelephone(rest: Buffer): boolean {
  const start = rest.findIndex((byte) => byte !== 0);
  const begins = rest.subarray(start);
  if (begins[0] === 0xff && begins[1] === 0xd8 && begins[2] === 0xff) return true;
  // Its first number may begin with naughts.
  const named = rest.indexOf('ftyp', start, 'latin1');
  if (named !== -1 && named - start <= 4) return true;
  return rest.toString('latin1', rest.length - 4) === 'SEFT';
}
