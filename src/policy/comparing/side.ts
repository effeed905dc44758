// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { blocksOf, clausesOf } from '../document.ts';
import type { BlockPair } from './blocks.ts';
import type { Meaning } from './comparison.ts';
import type { ClausePair } from './pairing.ts';

/** A pair of clauses that differ, with the blocks that make the difference. */
export interface DifferingPair extends ClausePair {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly BlockPair[];
}

/** Two versions of one policy, read side by side: what every kind of meaning looks at. */
export interface Sides {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
  readonly differing: readonly DifferingPair[];
  /** The number in the later version of a clause of the earlier one; of one that was taken out, a name no clause bears. */
  numberNow(id: string): string;
}

/** One kind of meaning: sentences, none where nothing changes for the desk. */
export type Reader = (sides: Sides) => readonly Meaning[];

/** Every block of a kind in the external part, clause by clause, those of sleeping clauses left out. */
export function awakeBlocks<Kind extends Parameters<typeof blocksOf>[1]>(policy: CompiledPolicy, kind: Kind) {
  return clausesOf(policy.document)
    .filter(({ clause, audience }) => audience === 'external' && policy.clauses.get(clause.id)?.dormant === false)
    .flatMap(({ clause }) => blocksOf(clause, kind).map((block) => ({ id: clause.id, block })));
}

/** The sentence with the clauses it comes from, each once, earlier numbers rewritten. */
export const meaning = (
  sides: Pick<Sides, 'numberNow'>,
  text: string,
  clauses: { readonly before: readonly string[]; readonly after: readonly string[] },
): Meaning => ({ text, clauses: [...new Set([...clauses.after, ...clauses.before.map(sides.numberNow)])] });
