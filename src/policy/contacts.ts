// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import { known } from './missing.ts';

/** The body's own addresses, as its policy gives them: not personal data when somebody quotes them. */
export function contactsOf({ document }: CompiledPolicy): readonly string[] {
  const blocks = document.parts.flatMap(({ sections }) =>
    sections.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.blocks)),
  );
  const addresses = blocks.flatMap((block) =>
    block.kind === 'contact' || block.kind === 'routing' || block.kind === 'channel'
      ? (known(block.address) ?? [])
      : [],
  );
  return [...new Set(addresses)];
}

/** What a body knows of itself and the reading of a text should too: its own addresses, and the words of its own categories. */
export const ownTerms = (policy: CompiledPolicy) => ({ ownContacts: contactsOf(policy), ownWords: policy.ownWords });
export type OwnTerms = ReturnType<typeof ownTerms>;
