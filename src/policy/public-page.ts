// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Audience, blocksOf, clausesOf, type PolicyDocument, type ProseNode } from './document.ts';
import { known } from './missing.ts';
import { type PublicBlock, told } from './public/tell.ts';
import { VOCABULARY } from './vocabulary.ts';

export type { PublicBlock } from './public/tell.ts';

export interface PublicClause {
  readonly id: string;
  readonly title: string;
  readonly prose: readonly ProseNode[];
  readonly blocks: readonly PublicBlock[];
  /** True where the document says that the clause waits for an act; whether one woke it, the compiled policy knows. */
  readonly dormant: boolean;
}

export interface PublicSection {
  readonly title: string;
  /** The title's own steps, from the widest: `Sezione 4`, `X`, `Messaggi diretti`. */
  readonly path: readonly string[];
  readonly prose: readonly ProseNode[];
  readonly clauses: readonly PublicClause[];
}

/** What is read of one part of the policy, in order. Examples and recorded defects are not in it. */
export interface PublicPage {
  readonly body: string;
  readonly title: string;
  readonly version: string;
  /** Null where the act of adoption is not known: «dato mancante». */
  readonly adopted: string | null;
  readonly source: string | null;
  readonly prose: readonly ProseNode[];
  readonly sections: readonly PublicSection[];
}

const BETWEEN_STEPS = ' › ';

/** A part of the policy as data for its page: the external one, which citizens read, unless told otherwise. */
export function publicPage(document: PolicyDocument, audience: Audience = 'external'): PublicPage {
  const part = document.parts.find((each) => each.audience === audience);
  const own = clausesOf(document).flatMap(({ clause }) => blocksOf(clause, 'category'));
  const labels = new Map([
    ...VOCABULARY.map(({ slug, label }) => [slug, label] as const),
    ...own.map(({ name, label }) => [name, label] as const),
  ]);
  const hearing = { audience, category: (slug: string) => labels.get(slug) ?? slug };
  return {
    body: document.header.bodyName,
    title: document.header.title,
    version: document.header.version,
    adopted: known(document.header.adopted) ?? null,
    source: known(document.header.source) ?? null,
    prose: part?.prose ?? [],
    sections: (part?.sections ?? []).map(({ title, prose, clauses }) => ({
      title,
      path: title.split(BETWEEN_STEPS),
      prose,
      clauses: clauses.map((clause) => ({
        id: clause.id,
        title: clause.title,
        prose: clause.prose,
        blocks: told(clause.blocks, hearing),
        dormant: clause.blocks.some((block) => 'dormant' in block && block.dormant !== undefined),
      })),
    })),
  };
}
