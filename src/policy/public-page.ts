// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec } from './blocks/block.ts';
import { BLOCKS, type BlockNode } from './blocks/registry.ts';
import { MODALITY_LABELS } from './blocks/rule.ts';
import { blocksOf, clausesOf, type PolicyDocument, type ProseNode } from './document.ts';
import { isMissing, known, MISSING_WORDS } from './missing.ts';
import { joined } from './values/words.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A block in words that citizens read. */
export interface PublicBlock {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface PublicClause {
  readonly id: string;
  readonly title: string;
  readonly prose: readonly ProseNode[];
  readonly blocks: readonly PublicBlock[];
  /** True while the clause waits for an act. */
  readonly dormant: boolean;
}

/** What citizens read, in order. Internal parts, examples and recorded defects are not in it. */
export interface PublicPage {
  readonly body: string;
  readonly title: string;
  readonly version: string;
  /** Null where the act of adoption is not known: «dato mancante». */
  readonly adopted: string | null;
  readonly source: string | null;
  readonly prose: readonly ProseNode[];
  readonly sections: readonly {
    readonly title: string;
    readonly prose: readonly ProseNode[];
    readonly clauses: readonly PublicClause[];
  }[];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A rule says what happens to what, with the names people know. */
function ruleLine(block: Extract<BlockNode, { kind: 'rule' }>, labels: ReadonlyMap<string, string>): string {
  const what = isMissing(block.categories)
    ? MISSING_WORDS
    : joined(
        block.categories.map((slug) => labels.get(slug) ?? slug),
        'e',
      );
  return `${capital(MODALITY_LABELS[block.modality])}: ${what}`;
}

/** Keys that only the desk needs, or that the rule's own line has said. */
const NOT_SHOWN: readonly string[] = ['modality', 'categories', 'minimum'];

function linesOf(block: BlockNode, labels: ReadonlyMap<string, string>): readonly string[] {
  const spec: BlockSpec = BLOCKS[block.kind];
  const lines = block.kind === 'rule' ? [ruleLine(block, labels)] : [];
  if (block.kind === 'routing')
    lines.push(
      `Riguarda: ${joined(
        block.categories.map((slug) => labels.get(slug) ?? slug),
        'e',
      )}`,
    );
  for (const [field, { name, value }] of Object.entries(spec.keys)) {
    const given = (block as Readonly<Record<string, unknown>>)[field];
    if (given !== undefined && !NOT_SHOWN.includes(field)) lines.push(`${capital(name)}: ${value.print(given)}`);
  }
  if ('items' in block) for (const item of block.items) lines.push(capital(spec.items?.print(item) ?? ''));
  return lines;
}

/** The external policy as data for the page. */
export function publicPage(document: PolicyDocument): PublicPage {
  const external = document.parts.find(({ audience }) => audience === 'external');
  const own = clausesOf(document).flatMap(({ clause }) => blocksOf(clause, 'category'));
  const labels = new Map([
    ...VOCABULARY.map(({ slug, label }) => [slug, label] as const),
    ...own.map(({ name, label }) => [name, label] as const),
  ]);
  const blocks = (nodes: readonly BlockNode[]): readonly PublicBlock[] =>
    nodes.flatMap((block) => {
      const { label } = BLOCKS[block.kind];
      return label === undefined ? [] : [{ label, lines: linesOf(block, labels) }];
    });
  return {
    body: document.header.bodyName,
    title: document.header.title,
    version: document.header.version,
    adopted: known(document.header.adopted) ?? null,
    source: known(document.header.source) ?? null,
    prose: external?.prose ?? [],
    sections: (external?.sections ?? []).map(({ title, prose, clauses }) => ({
      title,
      prose,
      clauses: clauses.map((clause) => ({
        id: clause.id,
        title: clause.title,
        prose: clause.prose,
        blocks: blocks(clause.blocks),
        dormant: clause.blocks.some((block) => 'dormant' in block && block.dormant !== undefined),
      })),
    })),
  };
}
