// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkDocument } from './checks/registry.ts';
import type { Complaint } from './complaints.ts';
import type { PolicyDocument } from './document.ts';
import { readHeader } from './reading/header.ts';
import { readOutline } from './reading/outline.ts';
import { newReport } from './reading/report.ts';

export interface Parsed {
  /** Present only when there is nothing to complain about: a policy with a mistake is never enforced. */
  readonly policy?: PolicyDocument;
  /** In the order of the file. */
  readonly complaints: readonly Complaint[];
}

/** A stand-in so that the rest of a file with a broken header is still checked; never handed out. */
const NO_HEADER = Object.freeze({
  kind: 'header',
  body: '',
  bodyName: '',
  prefix: '',
  title: '',
  version: '',
  adopted: '',
  source: '',
} as const);

/** Reads and checks a policy file. `fileName` only appears in the complaints. */
export function parse(text: string, fileName: string): Parsed {
  const report = newReport(fileName);
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ text: line.trimEnd(), line: index + 1 }));
  const { header, next } = readHeader(lines, report);
  const parts = readOutline(lines.slice(next), report);
  const document: PolicyDocument = Object.freeze({ kind: 'document', header: header ?? NO_HEADER, parts });
  checkDocument(document, report);
  const complaints = report.complaints.toSorted((left, right) => left.line - right.line || left.column - right.column);
  return complaints.length === 0 ? { policy: document, complaints } : { complaints };
}
