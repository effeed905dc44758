// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EnterRequest } from '#inbox/contract';
import { problemsOf, requestOf, type Typed } from './entering.ts';

const NOW = new Date('2026-11-20T09:57:00Z');
const typed: Typed = {
  account: '01a20000-0000-7000-8000-000000000001',
  kind: 'visitor-post',
  text: ' Attesa infinita, personale gentile ',
  author: ' Ugo Esempio ',
  when: '2026-11-20T10:30',
  link: '',
  hasMedia: false,
};
const wrong = (change: Partial<Typed>) => Object.keys(problemsOf({ ...typed, ...change }, NOW));

test('what is complete has no problems and is what the server takes', () => {
  assert.deepEqual(problemsOf(typed, NOW), {});
  const request = requestOf(typed);
  assert.deepEqual(EnterRequest.parse(request), request);
  assert.equal(request.at, '2026-11-20T09:30:00.000Z');
  assert.equal(request.author, 'Ugo Esempio');
  assert.equal(requestOf({ ...typed, author: ' ', link: ' https://recensioni.example/1 ' }).author, null);
});

test('each field says what it lacks', () => {
  assert.deepEqual(wrong({ account: '' }), ['account']);
  assert.deepEqual(wrong({ text: '  ' }), ['text']);
  assert.deepEqual(wrong({ text: '', hasMedia: true }), []);
  assert.deepEqual(wrong({ text: 'a'.repeat(10_001) }), ['text']);
  assert.deepEqual(wrong({ when: '' }), ['when']);
  assert.deepEqual(wrong({ when: '2026-11-20T10:58' }), ['when']);
  assert.deepEqual(wrong({ link: 'recensioni.example' }), ['link']);
  assert.deepEqual(wrong({ link: 'javascript:alert(1)' }), ['link']);
});
