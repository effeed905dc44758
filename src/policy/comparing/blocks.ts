// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec } from '../blocks/block.ts';
import { BLOCKS, type BlockNode } from '../blocks/registry.ts';
import type { BlockComparison, ValueChange } from './comparison.ts';

/** Rewrites a text of the earlier version with the clause numbers of the later one. */
export type Renumber = (text: string) => string;

/** A block as printed: its keys by Italian name, its lines. */
export interface PrintedBlock {
  readonly kind: BlockNode['kind'];
  readonly name: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

export function printed(node: BlockNode, renumber: Renumber): PrintedBlock {
  const spec: BlockSpec = BLOCKS[node.kind];
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  const keys = Object.entries(spec.keys).flatMap(([field, { name, value }]) => {
    const given = fields[field];
    return given === undefined ? [] : [[name, renumber(value.print(given))] as const];
  });
  const items = 'items' in node ? node.items.map((item) => renumber(spec.items?.print(item) ?? '')) : [];
  return { kind: node.kind, name: spec.name, keys: new Map(keys), lines: items };
}

export interface BlockPair {
  readonly before?: PrintedBlock;
  readonly after?: PrintedBlock;
}

const same = (one: PrintedBlock, other: PrintedBlock): boolean =>
  one.kind === other.kind && JSON.stringify([...one.keys, one.lines]) === JSON.stringify([...other.keys, other.lines]);

const keptKeys = (one: PrintedBlock, other: PrintedBlock): number =>
  [...one.keys].filter(([name, value]) => other.keys.get(name) === value).length;

/** The blocks of a clause that differ, each beside the one of its kind that it most resembles. */
export function differingBlocks(before: readonly PrintedBlock[], after: readonly PrintedBlock[]): readonly BlockPair[] {
  const left = [...before];
  const take = (block: PrintedBlock | undefined): void => {
    if (block !== undefined) left.splice(left.indexOf(block), 1);
  };
  const fresh = after.filter((block) => {
    const twin = left.find((other) => same(block, other));
    take(twin);
    return twin === undefined;
  });
  const pairs = fresh.map((block): BlockPair => {
    const alike = left
      .filter(({ kind }) => kind === block.kind)
      .toSorted((one, other) => keptKeys(block, other) - keptKeys(block, one))[0];
    take(alike);
    return alike === undefined ? { after: block } : { before: alike, after: block };
  });
  return [...pairs, ...left.map((block) => ({ before: block }))];
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Each key that differs, in the order of the formatter. */
export function keyChanges({ before, after }: BlockPair): readonly ValueChange[] {
  const [was, is] = [before?.keys ?? NOTHING, after?.keys ?? NOTHING];
  const spec: BlockSpec | undefined = BLOCKS[(after ?? before)?.kind ?? 'rule'];
  return Object.values(spec.keys).flatMap(({ name }) => {
    const [left, right] = [was.get(name) ?? null, is.get(name) ?? null];
    return left === right ? [] : [{ name, before: left, after: right }];
  });
}

/** Lines in one list and not in the other, repetitions counted. */
function onlyIn(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

export function blockComparison(pair: BlockPair): BlockComparison {
  const { before, after } = pair;
  const [was, is] = [before?.lines ?? [], after?.lines ?? []];
  return {
    change: before === undefined ? 'new' : after === undefined ? 'removed' : 'changed',
    name: (after ?? before)?.name ?? '',
    keys: keyChanges(pair),
    lines: { added: onlyIn(is, was), removed: onlyIn(was, is) },
  };
}
