// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parse, renderComplaint } from '#policy';
import { ownPolicies } from './installation.ts';
import type { ExitCode, Output } from './policy.ts';
import type { LedgerClause } from './policy-coverage-ledger.ts';
import type { RenderedClauses } from './policy-coverage-pages.ts';
import { fingerprint, type ProofRecord } from './policy-coverage-record.ts';
import { coverageOf } from './policy-coverage-states.ts';
import { coverageText, type FileCoverage } from './policy-coverage-text.ts';

/** What the coverage is held against. */
export interface CoverageGround {
  readonly ledger: readonly LedgerClause[];
  readonly record: ProofRecord | undefined;
  readonly rendered: RenderedClauses;
}

export interface CoverageRequest {
  /** None: the installation's own file of each body of the ledger. */
  readonly files: readonly string[];
  readonly json: boolean;
}

/** Says of every clause of the ledger where it is honoured and how far that is shown. 1 when one is missing or unknown. */
export async function policyCoverage(request: CoverageRequest, ground: CoverageGround, out: Output): Promise<ExitCode> {
  const files = request.files.length > 0 ? request.files : filesOf(ground.ledger);
  const read = await Promise.all(files.map((file) => readCoverage(file, ground, out)));
  const found = read.filter((each) => each !== undefined);
  const clauses = found.flatMap((each) => each.clauses);
  if (request.json)
    out.record({
      clauses: clauses.map(({ id, body, area, kind, state, where }) => ({ id, body, area, kind, state, where })),
    });
  else if (found.length > 0) out.text(coverageText(found, ground.record));
  if (found.length < read.length) return 2;
  return clauses.some(({ state }) => state === 'missing' || state === 'unknown') ? 1 : 0;
}

/** Told from where the person stands. */
function filesOf(ledger: readonly LedgerClause[]): readonly string[] {
  const own = ownPolicies();
  const bodies = [...new Set(ledger.map(({ body }) => body))];
  return bodies.map((body) => relative(process.cwd(), own.get(body) ?? `policies/${body}.policy.md`));
}

/** Undefined, with the reason told, for what cannot be read and for a body without a ledger. */
async function readCoverage(file: string, ground: CoverageGround, out: Output): Promise<FileCoverage | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    out.error(`${file}: non si può leggere: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const { policy: document, complaints } = parse(text, file);
  for (const complaint of complaints) out.error(renderComplaint(complaint, text));
  if (document === undefined) return undefined;
  const { body, bodyName } = document.header;
  const ledger = ground.ledger.filter((clause) => clause.body === body);
  if (ledger.length === 0) {
    out.error(
      `${file}: di ${bodyName} non c’è l’elenco dei punti (policies/ledger/${body}.ndjson): la copertura non si può dire`,
    );
    return undefined;
  }
  const stale = ground.record !== undefined && ground.record.policies[body] !== fingerprint(text);
  const record = stale ? undefined : ground.record;
  const covered = { file, text, document, ledger, rendered: ground.rendered(document), record };
  return { covered, clauses: coverageOf(covered), stale };
}
