// SPDX-License-Identifier: AGPL-3.0-or-later

/** A kind of file that the desk shows. */
export interface KnownType {
  readonly type: string;
  readonly extension: string;
}

const latin = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0));
const known = (type: string, extension: string): KnownType => ({ type, extension });

const JPEG = known('image/jpeg', 'jpg');
const PNG = known('image/png', 'png');
const GIF = known('image/gif', 'gif');
const WEBP = known('image/webp', 'webp');
const MP4 = known('video/mp4', 'mp4');
const M4A = known('audio/mp4', 'm4a');
const WEBM = known('video/webm', 'webm');
const MP3 = known('audio/mpeg', 'mp3');
const OGG = known('audio/ogg', 'ogg');
const WAV = known('audio/wav', 'wav');

const has = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((value, index) => bytes[at + index] === value);
const says = (bytes: Uint8Array, at: number, text: string): boolean => has(bytes, at, latin(text));

/** Where a WebM names itself, near its beginning. */
const WEBM_HEAD_BYTES = 64;
const BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'dash', 'M4V ', 'MSNV', 'qt  '];

/**
 * What a file is by its first bytes; null: none of the few kinds that are shown. What the network or the file's own name say of it
 * counts for nothing. Nothing that a browser would run is among them: no SVG, no HTML, no PDF.
 */
export function knownTypeOf(bytes: Uint8Array): KnownType | null {
  if (has(bytes, 0, [0xff, 0xd8, 0xff])) return JPEG;
  if (has(bytes, 0, [0x89, ...latin('PNG\r\n'), 0x1a, 0x0a])) return PNG;
  if (says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a')) return GIF;
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return WEBP;
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WAVE')) return WAV;
  if (says(bytes, 4, 'ftypM4A ')) return M4A;
  if (says(bytes, 4, 'ftyp') && BRANDS.some((brand) => says(bytes, 8, brand))) return MP4;
  if (has(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3]) && isWebm(bytes)) return WEBM;
  if (says(bytes, 0, 'OggS')) return OGG;
  if (says(bytes, 0, 'ID3') || isMpegSound(bytes)) return MP3;
  return null;
}

const isWebm = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, WEBM_HEAD_BYTES)).includes('webm');

/** The eleven bits that begin a frame, of layer III. */
function isMpegSound([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02 && (second & 0x18) !== 0x08;
}

const EXTENSIONS = new Map(
  [JPEG, PNG, GIF, WEBP, MP4, M4A, WEBM, MP3, OGG, WAV].map((one) => [one.type, one.extension]),
);

export const extensionOf = (type: string): string => EXTENSIONS.get(type) ?? 'bin';
