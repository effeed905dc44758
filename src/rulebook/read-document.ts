// SPDX-License-Identifier: AGPL-3.0-or-later
import { Worker } from 'node:worker_threads';
import type { ImportedDocument } from './contract.ts';
import { rulebookError } from './errors.ts';
import { importError, type importErrors } from './importing/errors.ts';

/** As it goes to the thread that reads. */
export interface DocumentToRead {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** As it comes back. */
export type ReadDocument = ImportedDocument;

type Told =
  | { readonly document: ReadDocument }
  | { readonly refused: { readonly code: keyof typeof importErrors; readonly detail?: string } };

const LONGEST_READING_MS = 30_000;
const MOST_MEMORY_MB = 512;
const WORKER = new URL('./import-worker.ts', import.meta.url);

/**
 * Reads documents one after another, each in a thread of its own: a document made to exhaust the reader costs that
 * reading and not the desk. Throws the errors of `importing/errors.ts` and DOCUMENT_TOO_HARD.
 */
export function documentReader(): (document: DocumentToRead) => Promise<ReadDocument> {
  let before: Promise<unknown> = Promise.resolve();
  return (document) => {
    const reading = before.then(() => readApart(document));
    before = reading.catch(() => undefined);
    return reading;
  };
}

async function readApart(document: DocumentToRead): Promise<ReadDocument> {
  const worker = new Worker(WORKER, {
    workerData: document,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Told>();
  const timer = setTimeout(() => reject(rulebookError('DOCUMENT_TOO_HARD', 'tempo')), LONGEST_READING_MS);
  worker.once('message', resolve);
  worker.once('error', (error: Error & { code?: string }) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? rulebookError('DOCUMENT_TOO_HARD', 'memoria') : error),
  );
  worker.once('exit', () => reject(new Error('the reader of documents ended without an answer')));
  try {
    const told = await promise;
    if ('document' in told) return told.document;
    throw importError(told.refused.code, told.refused.detail);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
