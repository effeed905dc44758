// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonLines } from './stream.ts';

const bytes = new TextEncoder().encode('{"a":"è"}\n\n{"b":2}\n{"c":3}');

/** The same bytes in pieces of one length. */
function inPieces(length: number, onCancel = () => {}): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
    cancel: onCancel,
  });
}

test('the lines come whole, wherever the bytes are cut', async () => {
  for (let length = 1; length <= bytes.length; length += 1) {
    const lines = await Array.fromAsync(jsonLines(inPieces(length)));
    assert.deepEqual(lines, [{ a: 'è' }, { b: 2 }, { c: 3 }], `pieces of ${length}`);
  }
});

test('leaving early stops the source', async () => {
  let stopped = false;
  for await (const line of jsonLines(
    inPieces(4, () => {
      stopped = true;
    }),
  )) {
    assert.deepEqual(line, { a: 'è' });
    break;
  }
  assert.equal(stopped, true);
});
