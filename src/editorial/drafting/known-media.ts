// SPDX-License-Identifier: AGPL-3.0-or-later

export interface KnownMedia {
  readonly kind: 'image' | 'video';
  readonly type: string;
}

const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

const image = (type: string): KnownMedia => ({ kind: 'image', type });

/**
 * What a file is by its first bytes; null: nothing that networks take. Its name and what the browser says of it count for
 * nothing, and nothing that could run is among them.
 */
export function knownMedia(bytes: Uint8Array): KnownMedia | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return image('image/jpeg');
  if (bytes[0] === 0x89 && says(bytes, 1, 'PNG\r\n')) return image('image/png');
  if (says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a')) return image('image/gif');
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return image('image/webp');
  if (says(bytes, 4, 'ftyp') && !says(bytes, 8, 'M4A ')) return { kind: 'video', type: 'video/mp4' };
  return null;
}
