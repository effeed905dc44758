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

/** A way by which whoever is banned still reaches the body. */
export interface OpenWay {
  readonly clause: string;
  readonly purposes: readonly string[];
  readonly office?: string;
  readonly address?: string;
  readonly phone?: string;
}

/** Not where a service is reached. */
const ABOUT_PAPERS = /privacy|informativa/i;

/** The contacts that the policy gives for reaching the body off the networks; an office without an address is told as such. */
export function openWays({ clauses, document }: CompiledPolicy): readonly OpenWay[] {
  return clausesOf(document).flatMap(({ clause }) => {
    if (clauses.get(clause.id)?.dormant !== false) return [];
    return blocksOf(clause, 'contact').flatMap((block) => {
      if (block.purposes.some((words) => ABOUT_PAPERS.test(words))) return [];
      const [office, address, phone] = [known(block.office), known(block.address), known(block.phone)];
      const way = {
        clause: clause.id,
        purposes: block.purposes,
        ...(office !== undefined && { office }),
        ...(address !== undefined && { address }),
        ...(phone !== undefined && { phone }),
      };
      return office === undefined && address === undefined && phone === undefined ? [] : [way];
    });
  });
}
