// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './reading.ts';
import { frame, frameAcross, framed } from './together.ts';

const FORGED = frame(6, ['tamper'], ['tampered']);
const FORGED_ACROSS = frameAcross(6, ['tamper'], ['tampered']);

const written = (text: string, sought: typeof FORGED): string[] => {
  const reading = read(text);
  return framed(reading, sought).map(({ first, last }) =>
    text.slice(reading.words[first]?.start, reading.words[last]?.end),
  );
};

test('the parts of a frame may stand in any order', () => {
  assert.deepEqual(written('clonare la tessera', FORGED), ['clonare la tessera']);
  assert.deepEqual(written('quella tessera si può clonare', FORGED), ['tessera si può clonare']);
});

test('they stand near each other, and in one sentence unless it is said', () => {
  assert.deepEqual(written('clonare pecore in laboratorio è un mestiere lungo e difficile, la tessera no', FORGED), []);
  assert.deepEqual(written('La tessera. Clonare.', FORGED), []);
  assert.deepEqual(written('La tessera. Clonare.', FORGED_ACROSS), ['tessera. Clonare']);
});

test('one word is never two parts', () => {
  assert.deepEqual(written('clonare', frame(6, ['tamper'], ['tamper'])), []);
});
