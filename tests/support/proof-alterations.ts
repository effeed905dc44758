// SPDX-License-Identifier: AGPL-3.0-or-later
import { NETWORKS, type PolicyDocument, REGULATED_CATEGORIES } from '#policy';
import type { LadderNode } from '../../src/policy/blocks/ladder.ts';
import { BLOCKS, type BlockNode } from '../../src/policy/blocks/registry.ts';
import { type ClauseNode, clausesOf } from '../../src/policy/document.ts';
import { covers } from '../../src/policy/values/networks.ts';
import { otherValues, type Surroundings } from './proof-values.ts';

/** The same policy with one thing of one clause changed. */
export interface Alteration {
  /** What was changed, for who reads a failure: `canale · commenti: disattivati`. */
  readonly what: string;
  /** The key of a block as the file names it; absent when a block or the whole clause is gone. */
  readonly key?: string;
  readonly document: PolicyDocument;
}

/** Blocks that bind nothing: the policy's own tests, and the faults of its source. */
const BINDS_NOTHING: readonly BlockNode['kind'][] = ['examples', 'defect'];
export const binds = ({ kind }: BlockNode): boolean => !BINDS_NOTHING.includes(kind);

type Fields = Readonly<Record<string, unknown>>;

/** Every alteration of a clause: gone, without its blocks, without each of them, with each value of each changed. */
export function alterationsOf(document: PolicyDocument, id: string): readonly Alteration[] {
  const clause = clausesOf(document).find((placed) => placed.clause.id === id)?.clause;
  if (clause === undefined) throw new Error(`${id} is not in the policy of ${document.header.body}`);
  const around = surroundingsOf(document);
  const withBlocks = (what: string, blocks: readonly BlockNode[], key?: string): Alteration => ({
    what,
    ...(key !== undefined && { key }),
    document: replaced(document, id, { ...clause, blocks }),
  });
  const binding = clause.blocks.filter(binds);
  return [
    { what: 'the clause is gone', document: replaced(document, id, undefined) },
    ...(binding.length > 0 ? [withBlocks('no blocks', [])] : []),
    ...(binding.length > 1
      ? binding.map((block) =>
          withBlocks(
            `no ${told(clause, block)}`,
            clause.blocks.filter((each) => each !== block),
          ),
        )
      : []),
    ...binding.flatMap((block) =>
      alteredBlocks(block, around).map(({ what, key, changed }) =>
        withBlocks(
          `${told(clause, block)} · ${what}`,
          clause.blocks.map((each) => (each === block ? changed : each)),
          key,
        ),
      ),
    ),
  ];
}

function surroundingsOf(document: PolicyDocument): Surroundings {
  const placed = clausesOf(document);
  const scopes = placed.flatMap(({ clause }) =>
    clause.blocks.flatMap((block) => (block.kind === 'channel' ? [block.networks] : [])),
  );
  return {
    categories: REGULATED_CATEGORIES.map(({ slug }) => slug),
    networks: NETWORKS.filter((network) => scopes.some((scope) => covers(scope, network))),
    clauses: placed.map(({ clause }) => clause.id),
  };
}

function replaced(document: PolicyDocument, id: string, clause: ClauseNode | undefined): PolicyDocument {
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) =>
      section.clauses.some((each) => each.id === id)
        ? { ...section, clauses: section.clauses.flatMap((each) => (each.id === id ? (clause ?? []) : each)) }
        : section,
    ),
  }));
  return { ...document, parts };
}

/** `canale`, or `canale 2` where the clause has several. */
function told(clause: ClauseNode, block: BlockNode): string {
  const same = clause.blocks.filter(({ kind }) => kind === block.kind);
  const { name } = BLOCKS[block.kind];
  return same.length > 1 ? `${name} ${same.indexOf(block) + 1}` : name;
}

interface AlteredBlock {
  readonly what: string;
  readonly key: string;
  readonly changed: BlockNode;
}

function alteredBlocks(block: BlockNode, around: Surroundings): readonly AlteredBlock[] {
  const fields: Fields = { ...block };
  const keys = Object.entries(BLOCKS[block.kind].keys).filter(
    ([field]) => field !== 'dormant' && fields[field] !== undefined,
  );
  const valued = keys.flatMap(([field, { name, value, required }]): AlteredBlock[] => {
    const others = otherValues(value, fields[field], around);
    const changed = others.map((other) => ({
      what: `${name}: ${value.print(other)}`,
      key: name,
      changed: { ...fields, [field]: other } as unknown as BlockNode,
    }));
    // Where silence is a value it is among the others; where it is not, the key may be absent.
    const mayGo = !required && !value.expected.includes('dato mancante');
    const { [field]: _, ...rest } = fields;
    return mayGo ? [...changed, { what: `no ${name}`, key: name, changed: rest as unknown as BlockNode }] : changed;
  });
  return [...valued, ...(block.kind === 'ladder' ? alteredRungs(block) : [])];
}

/** Each rung gone, and each with the other force; the last ones the other way round. */
function alteredRungs(ladder: LadderNode): readonly AlteredBlock[] {
  const { name } = BLOCKS.ladder;
  const { items } = ladder;
  const [last, before] = [items.at(-1), items.at(-2)];
  const turned =
    last === undefined || before === undefined
      ? []
      : [
          {
            what: 'the last rungs in the other order',
            key: name,
            changed: { ...ladder, items: [...items.slice(0, -2), last, before] },
          },
        ];
  const changed = items.flatMap((rung, place) => [
    { what: `no ${rung.measure}`, key: name, changed: { ...ladder, items: items.toSpliced(place, 1) } },
    {
      what: `${rung.measure}, the other force`,
      key: name,
      changed: {
        ...ladder,
        items: items.with(place, { ...rung, force: rung.force === 'must' ? 'may' : 'must' } as const),
      },
    },
  ]);
  return [...changed, ...turned];
}
