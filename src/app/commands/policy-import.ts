// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CodedError } from '#kernel';
import type { ExitCode, Output } from './policy.ts';

/** What importing gives, as far as the command tells it. */
export interface Imported {
  /** A policy file in canonical form. */
  readonly draft: string;
  readonly clauses: readonly object[];
  readonly left: readonly object[];
  readonly toLookAt: number;
  readonly remarks: readonly string[];
}

/** The importer of the rulebook. Throws coded errors for what cannot be read. */
export type ImportPolicy = (bytes: Uint8Array, fileName: string) => Promise<Imported>;

export interface ImportRequest {
  readonly file: string;
  /** One record for each clause and for each piece left out, instead of the draft. */
  readonly json: boolean;
}

/** Above this no document is read into memory. */
const MOST_BYTES = 64 * 1024 * 1024;

async function bytesOf(file: string, out: Output): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= MOST_BYTES) return await readFile(file);
    out.error(`${file}: è di ${Math.ceil(size / 1024 / 1024)} MB, troppi per una social media policy`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = { ENOENT: 'il file non esiste', EISDIR: 'è una cartella', EACCES: 'manca il permesso di leggerlo' };
    out.error(`${file}: non si può leggere: ${why[code as keyof typeof why] ?? String(error)}`);
  }
  return undefined;
}

function toldOf({ toLookAt, clauses, remarks }: Imported): readonly string[] {
  const marked = toLookAt === 1 ? 'un punto è da guardare' : `${toLookAt} punti sono da guardare`;
  const look = toLookAt === 0 ? [] : [`${marked} su ${clauses.length}: portano un blocco \`difetto\``];
  return [...remarks, ...look];
}

/** Writes a draft policy made of an existing document; what a person must look at is told apart, and makes the exit code 1. */
export async function policyImport(request: ImportRequest, importPolicy: ImportPolicy, out: Output): Promise<ExitCode> {
  const { file, json } = request;
  const bytes = await bytesOf(file, out);
  if (bytes === undefined) return 2;
  let imported: Imported;
  try {
    imported = await importPolicy(bytes, basename(file));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    out.error(`${file}: ${error.message}\n${error.hint}`);
    return 2;
  }
  if (json) for (const record of [...imported.clauses, ...imported.left]) out.record({ ...record });
  else out.text(imported.draft);
  const told = toldOf(imported);
  for (const message of told) out.error(`${file}: ${message}`);
  return told.length > 0 ? 1 : 0;
}
