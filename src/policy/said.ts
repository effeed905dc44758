// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockKind, BlockNode } from './blocks/registry.ts';
import type { CompiledPolicy, Said } from './compiled.ts';
import { blocksOf, clausesOf } from './document.ts';

/** Everything a policy says in blocks of one kind, inside and outside, each with its clause, in the order of the file. */
export function saidOf<Kind extends BlockKind>(
  { document, clauses }: Pick<CompiledPolicy, 'document' | 'clauses'>,
  kind: Kind,
): readonly Said<Extract<BlockNode, { readonly kind: Kind }>>[] {
  return clausesOf(document).flatMap(({ clause: node }) => {
    const clause = clauses.get(node.id);
    return clause === undefined ? [] : blocksOf(node, kind).map((what) => ({ clause, what }));
  });
}
