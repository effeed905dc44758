// SPDX-License-Identifier: AGPL-3.0-or-later

export interface KnownMedia {
  readonly kind: 'image' | 'video';
  readonly type: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'video/mp4';
}

const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

const image = (type: KnownMedia['type']): KnownMedia => ({ kind: 'image', type });

/** What the first box of an ISO media file says that the rest is made for; undefined where it is none. */
const brandOf = (bytes: Uint8Array): string | undefined =>
  says(bytes, 4, 'ftyp') ? String.fromCharCode(...bytes.subarray(8, 12)) : undefined;

const MP4_BRAND = /^(?:isom|iso[2-9a]|mp4[12v]|avc1|M4V[ HP]|MSNV|f4v |dash|mmp4|XAVC|3gp[4-7])/;

/**
 * What a file is by its first bytes; null: nothing that networks take. Its name and what the browser says of it count for
 * nothing, and nothing that could run is among them.
 */
export function knownMedia(bytes: Uint8Array): KnownMedia | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return image('image/jpeg');
  if (bytes[0] === 0x89 && says(bytes, 1, 'PNG\r\n\x1a\n')) return image('image/png');
  if (says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a')) return image('image/gif');
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return image('image/webp');
  if (MP4_BRAND.test(brandOf(bytes) ?? '')) return { kind: 'video', type: 'video/mp4' };
  return null;
}

const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:hei|hev|mif1|msf1)/, 'è una foto HEIC, come la fanno gli iPhone: esportala come JPEG'],
  [/^avi/, 'è un’immagine AVIF: esportala come JPEG o PNG'],
  [/^qt/, 'è un filmato QuickTime (MOV): esportalo come MP4'],
  [/^M4A/, 'è soltanto audio'],
];

/** Why a file that is none of those is not taken, where it can be told. */
export function whyUnknown(bytes: Uint8Array): string | undefined {
  const brand = brandOf(bytes);
  if (brand !== undefined) return BRANDS.find(([known]) => known.test(brand))?.[1];
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('%pdf')) return 'è un PDF: esporta la pagina come immagine';
  if (/<svg[\s>]/.test(start)) return 'è un disegno SVG, che può contenere programmi: esportalo come PNG';
  if (/^(?:ii\*\0|mm\0\*)/.test(start)) return 'è una TIFF o una foto non sviluppata: esportala come JPEG';
  if (start.startsWith('bm')) return 'è una bitmap BMP: esportala come PNG';
  if (start.startsWith('\x1aE\xdf\xa3'.toLowerCase())) return 'è un filmato Matroska o WebM: esportalo come MP4';
  if (/^(?:<!doctype html|<html|<script)/.test(start)) return 'è una pagina web';
  return undefined;
}
