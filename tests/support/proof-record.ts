// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { run } from 'node:test';
import { ownPolicies, ROOT } from '../../src/app/commands/installation.ts';
import { fingerprint, type ProofRecord } from '../../src/app/commands/policy-coverage-record.ts';
import { declaredBy } from './proves.ts';

/** What a run has proved so far, by its own events. */
export type Proofs = Pick<ProofRecord, 'proved' | 'altered' | 'alterations'> & {
  /** Every clause that a test names, proved or not. */
  readonly declared: readonly string[];
};

type TestEvents = ReturnType<typeof run>;
interface Ended {
  readonly name: string;
  /** Where the test is written, which for `proofsOf` is not the file that was run. */
  readonly file?: string | undefined;
  /** The file that was run; not told by the first versions of Node 24. */
  readonly entryFile?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined };
}

const TOLD = /^[A-Z][A-Z0-9]*-\d{3}: (\d+) alterations, (\d+) noticed$/;
const isMarked = (mark: string | boolean | undefined): boolean => mark !== undefined && mark !== false;

/** Where each clause's tests passed, and which clauses had a test that did not. */
class Tally {
  readonly passed = new Map<string, Set<string>>();
  readonly failed = new Set<string>();

  pass(id: string, file: string): void {
    this.passed.set(id, (this.passed.get(id) ?? new Set()).add(file));
  }

  /** Passed at least once, and failed never. */
  whole(): readonly (readonly [string, readonly string[]])[] {
    return [...this.passed]
      .filter(([id]) => !this.failed.has(id))
      .map(([id, files]) => [id, [...files].sort()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

const told = (file = ''): string => relative(ROOT, file).split(sep).join('/');

/** Gathers from the names of the tests that end what they prove; what is skipped or still to do proves nothing. */
export function watchProofs(events: TestEvents): { now: () => Proofs } {
  const tallies = { proofs: new Tally(), altered: new Tally() };
  const declared = new Set<string>();
  const alterations = { noticed: 0, unnoticed: 0 };
  const hear = ({ name, file, entryFile = file, skip, todo, details }: Ended, passed: boolean): void => {
    const found = details.type === 'suite' ? undefined : declaredBy(name);
    if (found === undefined) return;
    const tally = found.altered ? tallies.altered : tallies.proofs;
    for (const id of found.ids) {
      declared.add(id);
      if (isMarked(skip) || isMarked(todo)) continue;
      if (passed) tally.pass(id, told(entryFile));
      else tally.failed.add(id);
    }
  };
  events.on('test:pass', (data) => hear(data, true));
  events.on('test:fail', (data) => hear(data, false));
  events.on('test:diagnostic', ({ message }) => {
    const [, all, noticed] = TOLD.exec(message) ?? [];
    if (all === undefined || noticed === undefined) return;
    alterations.noticed += Number(noticed);
    alterations.unnoticed += Number(all) - Number(noticed);
  });
  return {
    now: () => ({
      proved: Object.fromEntries(tallies.proofs.whole().map(([id, files]) => [id, [...files]])),
      altered: tallies.altered.whole().map(([id]) => id),
      declared: [...declared].sort(),
      alterations: { ...alterations },
    }),
  };
}

/** The record of a run that ends now. */
export function recordOf({ proved, altered, alterations }: Proofs): ProofRecord {
  const commit = checkedOut();
  return {
    at: new Date().toISOString(),
    node: process.version,
    ...(commit !== undefined && { commit }),
    policies: Object.fromEntries(
      [...ownPolicies()].map(([slug, file]) => [slug, fingerprint(readFileSync(file, 'utf8'))]),
    ),
    proved,
    altered,
    alterations,
  };
}

function checkedOut(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
