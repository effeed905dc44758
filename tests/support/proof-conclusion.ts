// SPDX-License-Identifier: AGPL-3.0-or-later
import { LEDGER, readLedger } from '../../src/app/commands/policy-coverage-ledger.ts';
import { RECORD, writeRecord } from '../../src/app/commands/policy-coverage-record.ts';
import { acceptProofs, PROVED, proofsLine, readProved, verdictOn } from './proof-ratchet.ts';
import { type Proofs, recordOf } from './proof-record.ts';

/** Where a full run finds what it is held against, and leaves what it proved. */
export interface ProofFiles {
  readonly ledger: string;
  readonly proved: string;
  readonly record: string;
}

const OWN: ProofFiles = { ledger: LEDGER, proved: PROVED, record: RECORD };

export interface Conclusion {
  /** For the end of the run's output; the last line counts the proofs. */
  readonly lines: readonly string[];
  /** How many things are wrong, each to be counted as a failed test. */
  readonly wrong: number;
}

/** What a full run proved: keeps its record, holds it against the list, and adds to the list when asked to. */
export function concludeProofs(proofs: Proofs, accepts: boolean, files: ProofFiles = OWN): Conclusion {
  try {
    const ledger = readLedger(files.ledger);
    const listed = readProved(files.proved);
    const { complaints, newlyProved, proved } = verdictOn(proofs, ledger, listed);
    writeRecord(recordOf(proofs), files.record);
    if (accepts) acceptProofs(listed, newlyProved, files.proved);
    const news = accepts
      ? `added to tests/proved.txt: ${newlyProved.join(' ')}`
      : `newly proved: ${newlyProved.length}; \`npm test -- --accept-proofs\` adds them to tests/proved.txt`;
    return {
      lines: [
        ...complaints.map((complaint) => `✖ ${complaint}`),
        ...(newlyProved.length === 0 ? [] : [news]),
        proofsLine(proofs, proved.length, ledger.length),
      ],
      wrong: complaints.length,
    };
  } catch (error) {
    return { lines: [`✖ proofs: ${error instanceof Error ? error.message : String(error)}`], wrong: 1 };
  }
}
