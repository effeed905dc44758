// SPDX-License-Identifier: AGPL-3.0-or-later

// LinkedIn's «little text»: signs that mean something in it must be escaped, or part of the text disappears.

const HASHTAG = /(^|\s)#([\p{L}\p{N}_]+)/gu;
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;

const escaped = (text: string): string => text.replace(RESERVED, '\\$&');

/** A text as LinkedIn must get it to show it as it was written; hashtags stay hashtags. */
export function littleTextOf(text: string): string {
  let written = '';
  let from = 0;
  for (const match of text.matchAll(HASHTAG)) {
    const [whole, before = '', tag = ''] = match;
    written += `${escaped(text.slice(from, match.index))}${before}{hashtag|\\#|${escaped(tag)}}`;
    from = match.index + whole.length;
  }
  return written + escaped(text.slice(from));
}

/** What people read of a little text. */
export const plainTextOf = (little: string): string =>
  little
    .replace(/\{hashtag\|\\?#\|((?:\\.|[^}\\])*)\}/gu, '#$1')
    .replace(/@\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)/gu, '$1')
    .replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1');
