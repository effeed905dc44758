// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LeftOut, ReadSource, SourceLine, SourceLink } from '../source.ts';
import { cleaned } from './characters.ts';
import { furnitureIn } from './furniture.ts';

const MARKDOWN_TITLE = /^(#{1,6})\s+(.*?)\s*#*$/;
const MARKDOWN_LINK = /\[([^\]]{1,300})\]\(([^)\s]{0,600})\)/g;
const RULE = /^[\s_=*~.·–—-]{3,}$/;

/** The mark of an item that a page put on a line of its own. */
const LONE_MARK = /^(?:[-–•·*▪●○◦‣]|\(?(?:\d{1,2}|[a-z])[.)])$/;

/** Bold marks around words say nothing of the words. */
const withoutMarks = (text: string): string => text.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');

/** A line that is bold from beginning to end is a title, if it is short. */
const isBold = (text: string): boolean => /^(\*\*|__)[^*_]{2,80}\1:?$/.test(text);

const linksOf = (text: string): readonly SourceLink[] =>
  [...text.matchAll(MARKDOWN_LINK)].flatMap(([, words = '', address = '']) =>
    /^(?:https?:|mailto:|www\.)/.test(address) ? [{ text: words, address }] : [],
  );

/** Reads plain text and Markdown, line by line. */
export function readPlain(text: string): ReadSource {
  const lines: SourceLine[] = [];
  const left: LeftOut[] = [];
  let apart = true;
  let mark = '';
  for (const [index, raw] of text.split(/\r\n|\n|\r|\f|\u2028|\u2029/).entries()) {
    const written = cleaned(raw).trim();
    if (LONE_MARK.test(written)) {
      mark = `${written} `;
      apart = true;
      continue;
    }
    const whole = written === '' ? written : mark + written;
    if (whole !== '') mark = '';
    if (whole === '' || RULE.test(whole)) {
      apart = true;
      continue;
    }
    const [, hashes, title] = MARKDOWN_TITLE.exec(whole) ?? [];
    const words = isBold(whole) ? withoutMarks(whole) : (title ?? whole);
    const links = linksOf(words);
    const why = furnitureIn(words);
    if (why !== undefined) {
      left.push({ left: words, why });
      continue;
    }
    const heading = hashes !== undefined || isBold(whole);
    lines.push({
      text: words,
      line: index + 1,
      apart,
      ...(heading ? { says: 'heading', depth: hashes?.length ?? 3 } : {}),
      ...(links.length > 0 ? { links } : {}),
    });
    apart = false;
  }
  return { lines, left, whole: false, remarks: [] };
}
