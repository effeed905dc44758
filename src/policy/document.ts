// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockNode } from './blocks/registry.ts';
import type { Missing } from './missing.ts';

/** The parsed policy: plain frozen data, each node told apart by `kind`. */

export interface HeaderNode {
  readonly kind: 'header';
  /** The slug. */
  readonly body: string;
  readonly bodyName: string;
  /** Prefix of every clause id. */
  readonly prefix: string;
  readonly title: string;
  readonly version: string;
  readonly adopted: string | Missing;
  /** When the document was written, in the source's words. */
  readonly drafted?: string;
  readonly source: string | Missing;
}

/** Prose for people. */
export interface ProseNode {
  readonly kind: 'paragraph' | 'item';
  readonly text: string;
}

export interface ClauseNode {
  readonly kind: 'clause';
  readonly id: string;
  readonly title: string;
  readonly prose: readonly ProseNode[];
  readonly blocks: readonly BlockNode[];
}

export interface SectionNode {
  readonly kind: 'section';
  readonly title: string;
  readonly prose: readonly ProseNode[];
  readonly clauses: readonly ClauseNode[];
}

export type Audience = 'external' | 'internal';

export interface PartNode {
  readonly kind: 'part';
  readonly audience: Audience;
  readonly prose: readonly ProseNode[];
  readonly sections: readonly SectionNode[];
}

export interface PolicyDocument {
  readonly kind: 'document';
  readonly header: HeaderNode;
  readonly parts: readonly PartNode[];
}

/** A clause with what it stands under. */
export interface PlacedClause {
  readonly clause: ClauseNode;
  readonly section: SectionNode;
  readonly audience: Audience;
}

/** Every clause, in the order of the file. */
export function clausesOf(document: PolicyDocument): readonly PlacedClause[] {
  return document.parts.flatMap((part) =>
    part.sections.flatMap((section) => section.clauses.map((clause) => ({ clause, section, audience: part.audience }))),
  );
}

/** The blocks of one kind in a clause. */
export function blocksOf<Kind extends BlockNode['kind']>(
  clause: ClauseNode,
  kind: Kind,
): readonly Extract<BlockNode, { readonly kind: Kind }>[] {
  return clause.blocks.filter((block): block is Extract<BlockNode, { readonly kind: Kind }> => block.kind === kind);
}
