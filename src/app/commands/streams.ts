// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import type { Output } from './policy.ts';

/** A command's input and output. */
export interface Streams extends Output {
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when the reader of our output has caught up; awaited by commands that write without end. */
  drained(): Promise<void>;
}

/** Of this process. */
export function processStreams(): Streams {
  const { stdin, stdout, stderr } = process;
  // Whoever was reading has read enough: nobody is left to tell.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') stderr.write(`${error.message}\n`);
    process.exit(2);
  });
  return {
    input: stdin,
    record: (record) => void stdout.write(`${JSON.stringify(record)}\n`),
    text: (text) => void stdout.write(text),
    error: (message) => void stderr.write(`${message}\n`),
    drained: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
    },
  };
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a stream of bytes, without their ends. Only a newline ends a line: U+2028 and its like may stand in JSON
 * as they are, which is why Node's own reader of lines does not serve.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield withoutReturn(joined(begun, chunk.subarray(start, end)));
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield withoutReturn(joined(begun, new Uint8Array()));
}

const joined = (begun: readonly Uint8Array[], end: Uint8Array): Uint8Array =>
  begun.length === 0 ? end : Buffer.concat([...begun, end]);

const withoutReturn = (line: Uint8Array): Uint8Array => (line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line);
