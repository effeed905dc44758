// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LetterFacts, letterOf } from './letters.ts';

const FACTS: LetterFacts = {
  bodyName: 'Comune di Esempio',
  office: 'URP',
  number: 12,
  network: 'facebook',
  writtenAt: new Date('2026-01-13T09:00:00Z'),
  words: 'Voglio fare un reclamo\nper la buca',
  note: 'Chi se ne occupa?',
  link: 'https://banco.example/uffici/comune/inoltri/1/chiave',
  until: new Date('2026-02-12T09:00:00Z'),
  desk: 'https://banco.example/banco/comune/pratiche/1',
};

test('a request carries what the office needs, and its way to answer', () => {
  const { subject, text } = letterOf('request', FACTS);
  assert.match(subject, /pratica n\. 12/);
  assert.match(text, /> Voglio fare un reclamo\n> per la buca/);
  assert.match(text, /> Chi se ne occupa\?/);
  assert.ok(text.includes(FACTS.link) && text.includes('12 febbraio 2026') && text.includes('13 gennaio 2026'));
  assert.ok(!text.includes(FACTS.desk), 'the desk is not for the office');
});

test('without words it says where they are; no other letter has any', () => {
  const bare = letterOf('request', { ...FACTS, words: null, note: null }).text;
  assert.match(bare, /non è in questa lettera/);
  assert.doesNotMatch(bare, /^>/m);
  for (const letter of ['reminder', 'withdrawn', 'escalated'] as const)
    assert.doesNotMatch(letterOf(letter, FACTS).text, /buca|Chi se ne occupa/, letter);
});

test('only who has to answer is given the link; only the head the case', () => {
  const has = (letter: Parameters<typeof letterOf>[0], what: string) => letterOf(letter, FACTS).text.includes(what);
  assert.deepEqual(
    (['request', 'reminder', 'withdrawn', 'escalated'] as const).map((letter) => [
      has(letter, FACTS.link),
      has(letter, FACTS.desk),
    ]),
    [
      [true, false],
      [true, false],
      [false, false],
      [false, true],
    ],
  );
});
