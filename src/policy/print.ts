// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec, Key } from './blocks/block.ts';
import { BLOCKS, type BlockNode } from './blocks/registry.ts';
import type { ClauseNode, PartNode, PolicyDocument, ProseNode, SectionNode } from './document.ts';
import { HEADER_KEYS } from './header.ts';
import { PART_TITLES } from './reading/outline.ts';

/** Columns of the canonical form. */
const WIDTH = 110;

/** A word that would mean something else at the beginning of a line of Markdown. */
const SPEAKS_AT_LINE_START = /^([-+*>]|#+|~~~.*|```.*|---|\d+[.)])$|^#/;

/** Breaks text into lines; those after the first are indented. */
function wrapped(text: string, first: string, indent: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH && !SPEAKS_AT_LINE_START.test(word)) {
      lines.push(line);
      line = indent + word;
    } else line += (empty ? '' : ' ') + word;
    empty = false;
  }
  return [...lines, line].join('\n');
}

const prose = (nodes: readonly ProseNode[]): readonly string[] => {
  const blocks: string[] = [];
  for (const [index, { kind, text }] of nodes.entries()) {
    const printed = kind === 'item' ? wrapped(text, '- ', '  ') : wrapped(text, '', '');
    // Items of one list stand together; everything else is a paragraph of its own.
    if (kind === 'item' && nodes[index - 1]?.kind === 'item') blocks[blocks.length - 1] += `\n${printed}`;
    else blocks.push(printed);
  }
  return blocks;
};

function keyLines(keys: Readonly<Record<string, Key<unknown>>>, node: object): readonly string[] {
  return Object.entries(keys).flatMap(([field, { name, value }]) => {
    const given = (node as Readonly<Record<string, unknown>>)[field];
    return given === undefined ? [] : [wrapped(value.print(given), `${name}: `, '  ')];
  });
}

function block(node: BlockNode): string {
  const spec: BlockSpec = BLOCKS[node.kind];
  const items = 'items' in node ? node.items.map((item) => wrapped(spec.items?.print(item) ?? '', '- ', '  ')) : [];
  return [`~~~${spec.name}`, ...keyLines(spec.keys, node), ...items, '~~~'].join('\n');
}

const clause = (node: ClauseNode): readonly string[] => [
  `### ${node.id} · ${node.title}`,
  ...prose(node.prose),
  ...node.blocks.map(block),
];
const section = (node: SectionNode): readonly string[] => [
  `## ${node.title}`,
  ...prose(node.prose),
  ...node.clauses.flatMap(clause),
];
const part = (node: PartNode): readonly string[] => [
  `# ${PART_TITLES[node.audience]}`,
  ...prose(node.prose),
  ...node.sections.flatMap(section),
];

/** The one canonical form of a policy: reading it gives back an equal document. */
export function print({ header, parts }: PolicyDocument): string {
  const head = ['---', ...keyLines(HEADER_KEYS, header), '---'].join('\n');
  return `${[head, ...parts.flatMap(part)].join('\n\n')}\n`;
}
