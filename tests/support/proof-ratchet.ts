// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerClause } from '../../src/app/commands/policy-coverage-ledger.ts';
import { isProved } from '../../src/app/commands/policy-coverage-record.ts';
import type { Proofs } from './proof-record.ts';

/** The clauses proved so far: a full run that no longer proves one of them fails. */
export const PROVED = join(import.meta.dirname, '..', 'proved.txt');

const HEADING = `# Clauses that the tests prove, sorted. A full run fails when it no longer proves one of them.
# \`npm test -- --accept-proofs\` adds those newly proved; a line is taken out by hand, with the reason in the commit.
`;

export const readProved = (file: string = PROVED): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

export interface Verdict {
  /** What fails the run, one sentence each. */
  readonly complaints: readonly string[];
  /** Proved now and not in the list yet. */
  readonly newlyProved: readonly string[];
  /** Proved at their kind, sorted. */
  readonly proved: readonly string[];
}

/** Holds what a full run proved against the list and the ledger. */
export function verdictOn(proofs: Proofs, ledger: readonly LedgerClause[], listed: readonly string[]): Verdict {
  const known = new Map(ledger.map((clause) => [clause.id, clause]));
  const proved = ledger
    .filter((clause) => isProved(clause, proofs))
    .map(({ id }) => id)
    .sort();
  const now = new Set(proved);
  const unknown = [...new Set([...proofs.declared, ...listed])].filter((id) => !known.has(id)).sort();
  const lost = listed.filter((id) => known.has(id) && !now.has(id));
  return {
    complaints: [
      ...unknown.map((id) => `${id} is named by a test or by tests/proved.txt and is not in the ledger`),
      ...lost.map(
        (id) =>
          `${id} was proved and no longer is${id in proofs.proved ? ' (its alterations are not all noticed)' : ''}`,
      ),
    ],
    newlyProved: proved.filter((id) => !listed.includes(id)),
    proved,
  };
}

/** Adds to the list, never takes away. */
export function acceptProofs(listed: readonly string[], newlyProved: readonly string[], file: string = PROVED): void {
  const all = [...new Set([...listed, ...newlyProved])].sort();
  writeFileSync(file, `${HEADING}${all.map((id) => `${id}\n`).join('')}`);
}

/** One line on what a run proved. */
export function proofsLine(proofs: Proofs, proved: number, of: number): string {
  const { noticed, unnoticed } = proofs.alterations;
  return `proofs: ${proved} of ${of} clauses proved, ${noticed + unnoticed} alterations of ${proofs.altered.length} clauses, ${unnoticed} unnoticed`;
}
