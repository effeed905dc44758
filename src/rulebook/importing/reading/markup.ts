// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { LeftOut, ReadSource, SourceLine, SourceLink } from '../source.ts';
import { squeezed } from './characters.ts';
import { attribute, chromeOf, WORDLESS, wordsBelow } from './chrome.ts';
import { furnitureIn } from './furniture.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;

/** Elements whose end ends the words before it. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu']);
/** Cells stand on one line with their row. */
const CELLS = new Set(['td', 'th']);
const LONGEST_TITLE = 110;
/** Below this share of the page's words the chosen part is not the document. */
const LEAST_SHARE = 0.25;

/** Words gathered for the block under way. */
interface Run {
  words: string;
  bold: number;
  line: number;
  links: SourceLink[];
}

interface Reader {
  readonly lines: SourceLine[];
  readonly left: LeftOut[];
  readonly deeper: { list: number; bold: number; title: number | undefined; item: boolean };
  run: Run;
}

const emptyRun = (): Run => ({ words: '', bold: 0, line: 0, links: [] });
const lineOf = (node: { readonly sourceCodeLocation?: { readonly startLine: number } | null }): number =>
  node.sourceCodeLocation?.startLine ?? 1;
const leave = (reader: Reader, words: string, why: string): void => {
  const left = squeezed(words);
  if (left !== '') reader.left.push({ left, why });
};

/** Ends the block under way and says what kind of line it was. */
function end(reader: Reader): void {
  const { words, bold, line, links } = reader.run;
  const text = squeezed(words);
  reader.run = emptyRun();
  if (text === '') return;
  const furniture = furnitureIn(text);
  if (furniture !== undefined) {
    leave(reader, text, furniture);
    return;
  }
  const { deeper } = reader;
  const wholeBold = bold >= text.replace(/\s/g, '').length && text.length <= LONGEST_TITLE && !/[.;,]$/.test(text);
  const title = deeper.title ?? (wholeBold && !deeper.item ? 5 : undefined);
  const says = title !== undefined ? 'heading' : deeper.item ? 'item' : 'paragraph';
  const depth = title ?? (deeper.item ? deeper.list : undefined);
  if (deeper.item) deeper.item = false;
  reader.lines.push({
    text,
    line,
    says,
    apart: true,
    ...(depth === undefined ? {} : { depth }),
    ...(links.length === 0 ? {} : { links }),
  });
}

function readText(node: DefaultTreeAdapterTypes.TextNode, reader: Reader): void {
  const { run, deeper } = reader;
  const lead = node.value.search(/\S/);
  if (lead >= 0 && run.words.trim() === '')
    run.line = lineOf(node) + (node.value.slice(0, lead).match(/\n/g)?.length ?? 0);
  run.words += node.value.replace(/\s+/g, ' ');
  if (deeper.bold > 0) run.bold += node.value.replace(/\s/g, '').length;
}

function readLink(element: Element, reader: Reader): void {
  const start = reader.run.words.length;
  for (const child of element.childNodes) read(child, reader);
  const address = attribute(element, 'href') ?? '';
  const text = squeezed(reader.run.words.slice(start));
  if (/^(?:https?:|mailto:|tel:|\/\/)/i.test(address)) reader.run.links.push({ text, address });
}

function readElement(element: Element, reader: Reader): void {
  const { tagName } = element;
  if (WORDLESS.has(tagName)) return;
  const why = chromeOf(element);
  if (why !== undefined) leave(reader, wordsBelow(element), why);
  else if (tagName === 'br') end(reader);
  else if (tagName === 'a') readLink(element, reader);
  else readBox(element, reader);
}

/** Reads what an element holds, with what the element says of it: a block, a list, a title, bold. */
function readBox(element: Element, reader: Reader): void {
  const { tagName } = element;
  const { deeper } = reader;
  const bold = tagName === 'b' || tagName === 'strong' ? 1 : 0;
  const breaks = BLOCKS.has(tagName) && !CELLS.has(tagName);
  const outer = { ...deeper };
  if (breaks) end(reader);
  deeper.bold += bold;
  if (LISTS.has(tagName)) deeper.list += 1;
  if (tagName === 'li') deeper.item = true;
  if (/^h[1-6]$/.test(tagName)) deeper.title = Number(tagName.charAt(1));
  if (tagName === 'summary' || tagName === 'dt') deeper.title = 5;
  if (CELLS.has(tagName)) reader.run.words += ' ';
  for (const child of element.childNodes) read(child, reader);
  if (breaks) end(reader);
  // A list inside an item does not make the words after it an item again.
  Object.assign(deeper, { ...outer, item: outer.item && deeper.item });
}

function read(node: Node, reader: Reader): void {
  if (defaultTreeAdapter.isTextNode(node)) readText(node, reader);
  else if (defaultTreeAdapter.isElementNode(node)) readElement(node, reader);
  else if ('childNodes' in node) for (const child of node.childNodes) read(child, reader);
}

function readPart(part: Node): Reader {
  const reader: Reader = {
    lines: [],
    left: [],
    deeper: { list: 0, bold: 0, title: undefined, item: false },
    run: emptyRun(),
  };
  read(part, reader);
  end(reader);
  return reader;
}

function all(node: Node, is: (element: Element) => boolean): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => {
    if (!defaultTreeAdapter.isElementNode(child)) return [];
    return is(child) ? [child, ...all(child, is)] : all(child, is);
  });
}

const lengthOf = (lines: readonly SourceLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Reads an HTML page: its main part, with everything else declared as left out. */
export function readMarkup(html: string): ReadSource {
  const page = parse(html, { sourceCodeLocationInfo: true });
  const whole = readPart(page);
  const isMain = (element: Element): boolean =>
    element.tagName === 'main' || element.tagName === 'article' || attribute(element, 'role') === 'main';
  const mains = all(page, isMain).map((element) => ({ element, read: readPart(element) }));
  const main = mains.toSorted((one, other) => lengthOf(other.read.lines) - lengthOf(one.read.lines))[0];
  const chosen =
    main !== undefined && lengthOf(main.read.lines) >= lengthOf(whole.lines) * LEAST_SHARE ? main.read : whole;
  const kept = new Set(chosen.lines.map(({ line, text }) => `${line} ${text}`));
  const outside =
    chosen === whole
      ? []
      : whole.lines
          .filter(({ line, text }) => !kept.has(`${line} ${text}`))
          .map(({ text }): LeftOut => ({ left: text, why: 'fuori dalla parte principale della pagina' }));
  return { lines: chosen.lines, left: [...whole.left, ...outside], whole: true, remarks: [] };
}
