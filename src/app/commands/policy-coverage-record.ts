// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './installation.ts';
import { hangsOnABlock, type LedgerClause } from './policy-coverage-ledger.ts';

const proofRecord = z.strictObject({
  /** When the run ended. */
  at: z.iso.datetime(),
  /** The version of Node it ran under. */
  node: z.string(),
  /** What was checked out; absent where that is not known. */
  commit: z.string().optional(),
  /** The policy files as they were then: slug to the SHA-256 of the file. */
  policies: z.record(z.string(), z.string()),
  /** Clauses whose tests all passed, and the files of those tests, from the folder of the program. */
  proved: z.record(z.string(), z.array(z.string())),
  /** Clauses every alteration of which made a proof fail. */
  altered: z.array(z.string()),
  alterations: z.strictObject({ noticed: z.int(), unnoticed: z.int() }),
});
/** What a full run of the tests leaves behind of what it proved. */
export type ProofRecord = z.infer<typeof proofRecord>;

/** Not part of the program: each checkout has that of its own last full run. */
export const RECORD = join(ROOT, 'node_modules', '.portavoce-proofs.json');

/** The record of the last full run; undefined where there is none, or none that can be read. */
export function readRecord(file: string = RECORD): ProofRecord | undefined {
  try {
    return proofRecord.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Written whole or not at all. */
export function writeRecord(record: ProofRecord, file: string = RECORD): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(proofRecord.parse(record), null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** Identifies a policy file as it stands on disk. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether the run proved the clause at its kind. */
export const isProved = (clause: LedgerClause, { proved, altered }: Pick<ProofRecord, 'proved' | 'altered'>): boolean =>
  clause.id in proved && (!hangsOnABlock(clause) || altered.includes(clause.id));
