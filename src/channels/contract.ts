// SPDX-License-Identifier: AGPL-3.0-or-later

export { ITEM_KINDS } from '#policy';

/** What may be asked of a network, as `Command` of the port spells out. */
export const COMMAND_TYPES = [
  'hide',
  'unhide',
  'remove',
  'approve',
  'reply',
  'report',
  'answer-message',
  'ban',
  'unban',
  'publish',
  'edit-post',
  'remove-post',
  'close-comments',
  'open-comments',
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** How a network counts a text. */
export const LENGTH_UNITS = ['characters', 'graphemes', 'weighted', 'utf8-emoji'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });
const EMOJI_SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const encoder = new TextEncoder();

/** Whatever its length, an address is shortened to as many characters. */
const ADDRESS_WEIGHT = 23;

/** Code points that weigh one: Latin and its neighbours, general punctuation. Every other weighs two. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`;
const PATH = String.raw`(?::\d+)?(?:[/?#][^\s]*)?`;
const WITH_PROTOCOL = String.raw`https?:\/\/(?:${LABEL}\.)+\p{L}{2,}${PATH}`;
/** X links a bare domain too: under a generic ending always, under a country's only with three parts or a path. */
const GENERIC = `(?:com|org|net|edu|gov|info|eu|biz|name|mobi|online|site|app|dev|news|blog|cloud|social|live)`;
const BARE_GENERIC = String.raw`(?:${LABEL}\.)+${GENERIC}(?![\p{L}\p{N}-])${PATH}`;
const BARE_COUNTRY = String.raw`(?:${LABEL}\.){2,}[a-z]{2}(?![\p{L}\p{N}-])${PATH}`;
const BARE_WITH_PATH = String.raw`${LABEL}\.[a-z]{2}\/[^\s]*`;
const ADDRESS = new RegExp(
  String.raw`${WITH_PROTOCOL}|(?<![\p{L}\p{N}@#$_./-])(?:${BARE_GENERIC}|${BARE_COUNTRY}|${BARE_WITH_PATH})`,
  'giu',
);
/** A sign that ends a sentence is not part of the address before it. */
const TRAILING = /[.,;:!?'"»”’)\]}]+$/u;
const EMOJI = /\p{RGI_Emoji}/gv;

/** The length of a text as X counts it: 280 at most in a post. */
function weightedLength(text: string): number {
  let weight = 0;
  const rest = text.normalize('NFC').replace(ADDRESS, (address) => {
    weight += ADDRESS_WEIGHT;
    return TRAILING.exec(address)?.[0] ?? '';
  });
  const signs = rest.replace(EMOJI, () => {
    weight += 2;
    return '';
  });
  for (const sign of signs) weight += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

const isLight = (point: number): boolean => LIGHT.some(([from, to]) => point >= from && point <= to);

const COUNTERS: Readonly<Record<LengthUnit, (text: string) => number>> = {
  /** UTF-16 units, as most networks count. */
  characters: (text) => text.length,
  /** What people see as one sign (Bluesky, Mastodon). */
  graphemes: (text) => sum(text, () => 1),
  weighted: weightedLength,
  /** Threads: characters, but an emoji counts its bytes in UTF-8. */
  'utf8-emoji': (text) => sum(text, (sign) => (EMOJI_SIGN.test(sign) ? encoder.encode(sign).length : [...sign].length)),
};

function sum(text: string, weigh: (sign: string) => number): number {
  let total = 0;
  for (const { segment } of segmenter.segment(text)) total += weigh(segment);
  return total;
}

/** The length of a text as a network counts it. */
export const lengthIn = (text: string, unit: LengthUnit): number => COUNTERS[unit](text);
