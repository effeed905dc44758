// SPDX-License-Identifier: AGPL-3.0-or-later
import { Problem } from '#governance/contract';
import { ImportedDocument } from '#rulebook/contract';
import { reportConnection } from '../client/connection.ts';
import { NoAnswer, Refusal } from '../client/request.ts';
import { importWords } from '../words/importing.ts';
import { rulebookAddress } from './rulebook.ts';

export const LONGEST_DOCUMENT = 16 * 1024 * 1024;
/** A long PDF takes a while, and may have to wait for another. */
const PATIENCE_MS = 90_000;

/** Has a document read, as it is. Throws `Refusal` or `NoAnswer`. */
export async function importDocument(body: string, file: File): Promise<ImportedDocument> {
  const response = await sent(`${rulebookAddress(body)}/imports?name=${encodeURIComponent(nameOf(file))}`, file);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refusal(problemOf(answer, response.status));
  const read = ImportedDocument.safeParse(answer);
  if (read.success) return read.data;
  throw new Refusal(problemOf(undefined, response.status));
}

const LONGEST_NAME = 200;
const nameOf = ({ name }: File): string => name.trim().slice(-LONGEST_NAME).trim() || 'documento';

async function sent(address: string, file: File): Promise<Response> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json, application/problem+json', 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    reportConnection(true);
    return response;
  } catch (cause) {
    reportConnection(false);
    throw new NoAnswer({ cause });
  }
}

function problemOf(answer: unknown, status: number): Problem {
  const problem = Problem.safeParse(answer);
  if (problem.success) return problem.data;
  return { type: 'about:blank', title: importWords.failed, status, code: 'UNEXPLAINED' };
}
