// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#kernel';
import { tidFromKey } from './tid.ts';

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const shared = process.env.PORTAVOCE_SHARED ?? path.resolve(import.meta.dirname, '../../../../shared');
const vectors = path.join(shared, 'specs/atproto/interop-test-files/syntax');

/** Milliseconds inside a TID, decoded apart from the code under test. */
function millisecondsIn(tid: string): number {
  const digits = '234567abcdefghijklmnopqrstuvwxyz';
  return Math.floor([...tid.slice(0, 11)].reduce((value, digit) => value * 32 + digits.indexOf(digit), 0) / 1000);
}

test('the same key gives the same record key, another key another one', () => {
  assert.equal(tidFromKey('comando 1'), tidFromKey('comando 1'));
  const keys = Array.from({ length: 5000 }, (_, index) => tidFromKey(`comando ${index}`));
  assert.equal(new Set(keys).size, keys.length);
});

test('the result never changes: records already written must be found again', () => {
  assert.equal(tidFromKey('comando 1'), '3k5z2z2ru6piu');
  assert.equal(tidFromKey('0193503f-5f00-7a10-8000-0000000000aa:reply'), '3lbi7vsqa3mre');
});

test('a UUID v7 in the key gives the time; two commands of one moment stay apart', () => {
  const at = Date.UTC(2026, 10, 22, 9, 30);
  const id = newId(at);
  assert.equal(millisecondsIn(tidFromKey(`risposta:${id}`)), Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
  assert.notEqual(tidFromKey(`${id}:a`), tidFromKey(`${id}:b`));
});

test('a key without time gives a moment of the past', () => {
  for (const key of ['', 'a', 'città', 'x'.repeat(500)]) {
    const at = millisecondsIn(tidFromKey(key));
    assert.ok(at >= Date.UTC(2023, 0, 1) && at < Date.UTC(2025, 0, 1), `${key}: ${at}`);
  }
});

test('what is made is of the form that the published vectors accept', {
  skip: !existsSync(shared) && 'no shared data here',
}, () => {
  const lines = (name: string): string[] =>
    readFileSync(path.join(vectors, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  const valid = lines('tid_syntax_valid.txt');
  const invalid = lines('tid_syntax_invalid.txt');
  assert.ok(valid.length > 0 && invalid.length > 0);
  for (const tid of valid) assert.match(tid, TID);
  for (const tid of invalid) assert.doesNotMatch(tid, TID);
  for (let index = 0; index < 500; index++)
    assert.match(tidFromKey(index % 2 === 0 ? newId() : `chiave ${index}`), TID);
});
