// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx, Vault } from '#platform';
import { openWords, type Subject, sealWords } from '../ladder/sealing.ts';
import type { Dossier } from './store.ts';

interface Sealed {
  readonly file: string;
}

/** Under the author's key: destroying it erases the file too. */
export const sealFile = (
  ports: { readonly tx: Tx; readonly vault: Vault },
  at: Subject & { readonly row: string },
  file: Buffer,
): Promise<Buffer> => sealWords(ports, at, { file: file.toString('base64') });

/** Null where the key is no more. */
export async function openFile(
  ports: { readonly tx: Tx; readonly vault: Vault },
  { id, body, subject, sealed }: Dossier,
): Promise<Buffer | null> {
  const opened = await openWords<Sealed>(ports, { body, subject, row: id }, sealed);
  return opened === null ? null : Buffer.from(opened.file, 'base64');
}
