// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { type Analyse, compile, type Parsed, parse, print, renderComplaint, runExamples } from '#policy';

/** Where a command writes: records and text on standard output, errors apart. */
export interface Output {
  /** One line of NDJSON. */
  record(record: Readonly<Record<string, unknown>>): void;
  /** Text exactly as it is. */
  text(text: string): void;
  /** One message for the person, in Italian. */
  error(message: string): void;
}

/** 0 done; 1 done, but something was found wrong; 2 not done. */
export type ExitCode = 0 | 1 | 2;

const worst = (codes: readonly ExitCode[]): ExitCode =>
  codes.find((code) => code === 2) ?? codes.find((code) => code === 1) ?? 0;

async function read(file: string, out: Output): Promise<(Parsed & { readonly text: string }) | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, ...parse(text, file) };
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'il file non esiste' : String(error);
    out.error(`${file}: non si può leggere: ${why}`);
    return undefined;
  }
}

/** Writes every complaint of every file; nothing when all is well. */
export async function policyCheck(files: readonly string[], out: Output): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const file of files) {
    const parsed = await read(file, out);
    for (const { code, line, column, message, hint } of parsed?.complaints ?? [])
      out.record({ file, code, line, column, message, hint });
    codes.push(parsed === undefined ? 2 : parsed.complaints.length > 0 ? 1 : 0);
  }
  return worst(codes);
}

/** Runs the examples of every file, one record each, then the counts. A file with mistakes is not tested: its complaints are errors. */
export async function policyTest(files: readonly string[], analyse: Analyse, out: Output): Promise<ExitCode> {
  const counts = { passed: 0, failed: 0, pending: 0 };
  const codes: ExitCode[] = [];
  for (const file of files) {
    const parsed = await read(file, out);
    if (parsed?.policy === undefined) {
      for (const complaint of parsed?.complaints ?? []) out.error(renderComplaint(complaint, parsed?.text ?? ''));
      codes.push(2);
      continue;
    }
    for (const { example, expected, got, result } of runExamples(compile(parsed.policy), analyse)) {
      counts[result] += 1;
      const outcome = result === 'pending' ? { pending: true } : { ok: result === 'passed' };
      out.record({ file, clause: example.about, example: example.item.text, expected, got, ...outcome });
    }
  }
  out.record(counts);
  return worst([...codes, counts.failed > 0 ? 1 : 0]);
}

/** Writes a file in the canonical form. */
export async function policyPrint(file: string, out: Output): Promise<ExitCode> {
  const parsed = await read(file, out);
  if (parsed === undefined) return 2;
  for (const complaint of parsed.complaints) out.error(renderComplaint(complaint, parsed.text));
  if (parsed.policy === undefined) return 1;
  out.text(print(parsed.policy));
  return 0;
}
