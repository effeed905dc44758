// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import { blocksOf, clausesOf } from './document.ts';
import { known } from './missing.ts';

/** The body's own addresses, as its policy gives them: not personal data when somebody quotes them. */
export function contactsOf({ document }: CompiledPolicy): readonly string[] {
  const blocks = document.parts.flatMap(({ sections }) =>
    sections.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.blocks)),
  );
  const given = blocks.flatMap((block) => {
    if (block.kind === 'contact') return [known(block.address), known(block.phone)];
    return block.kind === 'routing' || block.kind === 'channel' ? [known(block.address)] : [];
  });
  return [...new Set(given.filter((one) => one !== undefined))];
}

/** What a body knows of itself and the reading of a text should too: its own addresses, and the words of its own categories. */
export const ownTerms = (policy: CompiledPolicy) => ({ ownContacts: contactsOf(policy), ownWords: policy.ownWords });
export type OwnTerms = ReturnType<typeof ownTerms>;

/** The first address that the policy gives for a purpose that the words match, with its clause. */
export function contactFor(
  { clauses, document }: CompiledPolicy,
  purpose: RegExp,
): { readonly clause: string; readonly address: string } | undefined {
  for (const { clause } of clausesOf(document))
    for (const { purposes, address } of blocksOf(clause, 'contact')) {
      const given = known(address);
      const awake = clauses.get(clause.id)?.dormant === false;
      if (awake && given !== undefined && purposes.some((words) => purpose.test(words)))
        return { clause: clause.id, address: given };
    }
  return undefined;
}
