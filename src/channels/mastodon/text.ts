// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { lengthIn } from '../contract.ts';
import { sameText } from '../core/same-text.ts';
import type { Status } from './wire.ts';

type Node = DefaultTreeAdapterMap['childNode'];

/** The words of a status as people read them: paragraphs apart, addresses whole. */
export const textOf = ({ content, spoilerText }: Pick<Status, 'content' | 'spoilerText'>): string => {
  const words = wordsIn(parseFragment(content).childNodes)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return spoilerText === '' ? words : `${spoilerText}\n\n${words}`.trim();
};

const wordsIn = (nodes: readonly Node[]): string => nodes.map(wordsOf).join('');

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if (node.nodeName === 'br') return '\n';
  const words = wordsIn(node.childNodes);
  return BLOCKS.has(node.nodeName) ? `${words}\n\n` : words;
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div']);

const MENTION = /(^|[^\w/@])@(\w[\w.-]*\w|\w)(@[\w.-]*\w)?/gu;
const ADDRESS = /https?:\/\/[^\s<>"]+/giu;

/** Accounts that a text names, as it names them: `user` or `user@host`. */
export const mentionsIn = (text: string): readonly string[] =>
  [...text.replace(ADDRESS, '').matchAll(MENTION)].map(([, , name = '', host = '']) => `${name}${host}`);

/** How an instance counts: of an address a fixed weight, of a mention the name alone. */
export function statusLength(text: string, perAddress: number): number {
  const weighed = text.replace(ADDRESS, 'x'.repeat(perAddress)).replace(MENTION, '$1@$2');
  return lengthIn(weighed, 'graphemes');
}

/** The text with whom it answers named, so that it reaches them. */
export function addressedTo(acct: string, text: string): string {
  const [name] = acct.split('@');
  return mentionsIn(text).some((one) => one === acct || one === name) ? text : `@${acct} ${text}`;
}

/** A mention is shown without its host. */
const shown = (text: string): string => text.replace(MENTION, '$1@$2');
const unaddressed = (text: string): string => text.replace(/^(@\S+\s+)+/u, '');

/** Whether a status says the text, with or without the names that an answer begins with. */
export const says = (status: Pick<Status, 'content' | 'spoilerText'>, text: string): boolean => {
  const there = shown(textOf(status));
  return sameText(there, shown(text)) || sameText(unaddressed(there), unaddressed(shown(text)));
};
