// SPDX-License-Identifier: AGPL-3.0-or-later

/** How X writes a text: short addresses, three signs escaped, those it answers in front, long ones cut. */
export interface Shown {
  readonly text: string;
  readonly urls: readonly Url[];
  /** Code points of the names in front. */
  readonly start: number;
  /** The whole text, where `text` is cut. */
  readonly note: { readonly text: string; readonly urls: readonly Url[] } | null;
}

interface Url {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly media_key?: string;
}

const ADDRESS = /https?:\/\/[^\s]+[^\s.,;:!?)»”’]/g;
const CUT_AT = 280;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const short = (address: string): string => {
  let sum = 7;
  for (const sign of address) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647;
  return `https://t.co/${sum.toString(36).padStart(10, '0')}`;
};

export function shown(
  written: string,
  { addressees, mediaKeys }: { readonly addressees: readonly string[]; readonly mediaKeys: readonly string[] },
): Shown {
  const front = addressees.map((handle) => `@${handle} `).join('');
  const media = mediaKeys.map((key) => ({ key, address: `https://x.com/i/media/${key}` }));
  const whole = withUrls(`${front}${written}`, media);
  const start = [...front].length;
  if ([...written].length <= CUT_AT) return { ...whole, start, note: null };
  const cut = withUrls(`${front}${[...written].slice(0, CUT_AT - 1).join('')}…`, media);
  return { ...cut, start, note: whole };
}

function withUrls(
  text: string,
  media: readonly { readonly key: string; readonly address: string }[],
): Pick<Shown, 'text' | 'urls'> {
  const urls: Url[] = [];
  const add = (before: string, address: string, key?: string): string => {
    const url = short(address);
    const start = [...before].length;
    const display = address.replace(/^https?:\/\//, '').slice(0, 30);
    const end = start + url.length;
    urls.push({ start, end, url, expanded_url: address, display_url: display, ...(key && { media_key: key }) });
    return before + url;
  };
  let result = '';
  let last = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    result = add(result + escaped(text.slice(last, index)), address);
    last = index + address.length;
  }
  result += escaped(text.slice(last));
  for (const { key, address } of media) result = add(result === '' ? '' : `${result} `, address, key);
  return { text: result, urls };
}

const LIGHT: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];
const SHORTENED = 23;
const PICTURES = /\p{RGI_Emoji}/gv;

/** As X counts; addresses only where they say their protocol. */
export function weigh(text: string): number {
  const addresses = text.match(ADDRESS)?.length ?? 0;
  const rest = text.normalize('NFC').replace(ADDRESS, '');
  const pictures = rest.match(PICTURES)?.length ?? 0;
  const signs = [...rest.replace(PICTURES, '')].map((sign) => sign.codePointAt(0) ?? 0);
  const heavy = signs.filter((point) => !LIGHT.some(([from, to]) => point >= from && point <= to)).length;
  return addresses * SHORTENED + pictures * 2 + signs.length + heavy;
}
