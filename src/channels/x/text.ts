// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** Addresses as X wraps them: `url` is its own short one. */
export const Entities = z.object({
  urls: z
    .array(z.object({ url: z.string().nullish(), expanded_url: z.string().nullish(), media_key: z.string().nullish() }))
    .nullish(),
});
export type Entities = z.infer<typeof Entities>;

/** X answers with three signs escaped as in HTML. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A text as its author wrote it: whole addresses, no address of the picture that came along, no escapes. */
export function asWritten(text: string, entities: Entities | null | undefined): string {
  let written = text;
  for (const { url, expanded_url: expanded, media_key: media } of entities?.urls ?? []) {
    if (!url) continue;
    // A function, because an address may hold `$&`.
    written = media ? written.replace(url, '').trimEnd() : written.replace(url, () => expanded ?? url);
  }
  return unescaped(written);
}

/** Without the names of those it answers, that X itself puts in front of a reply; `start` counts code points. */
export const withoutAddressees = (text: string, start: number): string =>
  start <= 0 ? text : [...text].slice(start).join('');

/** The same words, however the network spaces or completes them. */
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^(?:@\w{1,15}\s+)+/, '')
    .replace(/(https?:\/\/[^\s]+?)\/?(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
