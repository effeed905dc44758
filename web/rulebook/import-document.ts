// SPDX-License-Identifier: AGPL-3.0-or-later
import { ImportedDocument } from '#rulebook/contract';
import { contentOf, refusalOf, send } from '../client/request.ts';
import { importWords } from '../words/importing.ts';
import { rulebookAddress } from './rulebook.ts';

export const LONGEST_DOCUMENT = 16 * 1024 * 1024;
/** A long PDF takes a while, and may have to wait for another. */
const PATIENCE_MS = 90_000;

/** Has a document read, as it is. Throws `Refusal` or `NoAnswer`. */
export async function importDocument(body: string, file: File): Promise<ImportedDocument> {
  const address = `${rulebookAddress(body)}/imports?name=${encodeURIComponent(nameOf(file))}`;
  const response = await send(address, { method: 'POST', body: file, patienceMs: PATIENCE_MS });
  const content = await contentOf(response);
  if (!response.ok) throw refusalOf(content, response.status, importWords.failed);
  const read = ImportedDocument.safeParse(content);
  if (read.success) return read.data;
  throw refusalOf(undefined, response.status, importWords.failed);
}

const LONGEST_NAME = 200;
const nameOf = ({ name }: File): string => name.trim().slice(-LONGEST_NAME).trim() || 'documento';
