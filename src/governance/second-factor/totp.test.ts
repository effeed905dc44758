// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOfKey, base32, codeAt, matchingStep, stepAt } from './totp.ts';

const KEY = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, SHA-1.
for (const [seconds, code] of [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const)
  test(`the code of RFC 6238 at ${seconds} s`, () => {
    assert.equal(codeAt(KEY, stepAt(new Date(seconds * 1000)), 8), code);
  });

test('RFC 4226, appendix D, the first ten of six digits', () => {
  const codes = Array.from({ length: 10 }, (_, count) => codeAt(KEY, count));
  assert.deepEqual(codes, '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
});

test('a key is written as RFC 4648 writes it', () => {
  const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)));
  assert.deepEqual(written, ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
});

test('a code is good around its time, and never twice', () => {
  const now = new Date('2026-11-20T09:00:10Z');
  const step = stepAt(now);
  for (const off of [-1, 0, 1]) assert.equal(matchingStep(KEY, codeAt(KEY, step + off), { now, after: 0 }), step + off);
  for (const off of [-2, 2]) assert.equal(matchingStep(KEY, codeAt(KEY, step + off), { now, after: 0 }), undefined);
  assert.equal(matchingStep(KEY, codeAt(KEY, step), { now, after: step }), undefined);
  assert.equal(matchingStep(KEY, codeAt(KEY, step - 1), { now, after: step }), undefined);
  for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    assert.equal(matchingStep(KEY, wrong, { now, after: 0 }), undefined, wrong);
});

test('the address names who and where, and nothing of it breaks out', () => {
  const address = addressOfKey('MZXW6', { who: 'a+b&c@ente.example', where: 'Banco & Ente' });
  const url = new URL(address);
  assert.equal(url.protocol, 'otpauth:');
  assert.equal(url.searchParams.get('secret'), 'MZXW6');
  assert.equal(url.searchParams.get('issuer'), 'Banco & Ente');
  assert.match(address, /Banco%20%26%20Ente:a%2Bb%26c%40ente\.example\?/);
});
