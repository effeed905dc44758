// SPDX-License-Identifier: AGPL-3.0-or-later

/** Marks that begin an item of a list; some come from the fonts of word processors. */
export const BULLETS = '•◦‣⁃∙●○■□▪▫◆◇➢➤►▶❖✓✔✗✘–—−·*\u00a7\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf076o-';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]/g;
const ODD_SPACES = /[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The same words with ordinary spaces and without characters that nobody sees. */
export const cleaned = (text: string): string => text.replace(INVISIBLE, '').replace(ODD_SPACES, ' ');

/** One space between words, none around. */
export const squeezed = (text: string): string => cleaned(text).replace(/\s+/g, ' ').trim();

const FOLDED: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
};

/**
 * Lower case without accents, plain quotes and hyphens, of the same length: a place found in the folded text is the same
 * place in the source.
 */
export function folded(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    const plain = FOLDED[unit] ?? unit.normalize('NFD').charAt(0).toLowerCase();
    result += plain.length === 1 ? plain : unit;
  }
  return result;
}
