// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undisguise } from './evasion.ts';
import { fold, spell } from './folding.ts';
import { buildSpellings } from './spellings.ts';

const KNOWN = {
  all: buildSpellings(fold('stronzo cazzo odio merda vaffanculo').map(({ codes }) => codes)),
  masked: ['cazzo', 'merda', 'stronzo', 'vaffanculo'],
};
const read = (text: string): [string, string][] =>
  undisguise(text, fold(text), KNOWN).map((word) => [spell(word), text.slice(word.start, word.end)]);

const DISGUISES: readonly (readonly [text: string, word: string, written: string])[] = [
  ['😡 c4zz0!', 'cazzo', 'c4zz0'],
  ['😡 stronzooo', 'stronzo', 'stronzooo'],
  ['😡 caaazzzzo', 'cazzo', 'caaazzzzo'],
  ['😡 s t r o n z o', 'stronzo', 's t r o n z o'],
  ['😡 s.t.r.o.n.z.o', 'stronzo', 's.t.r.o.n.z.o'],
  ['😡 s-t-r-o-n-z-o', 'stronzo', 's-t-r-o-n-z-o'],
  ['😡 str*nzo', 'stronzo', 'str*nzo'],
  ['😡 c***o', 'cazzo', 'c***o'],
  ['😡 m...a', 'merda', 'm...a'],
  ['😡 vaff*****', 'vaffanculo', 'vaff*****'],
  ['😡 c@zzo', 'cazzo', 'c@zzo'],
];

for (const [text, word, written] of DISGUISES)
  test(`«${text}» is read as ${word}`, () => {
    assert.deepEqual(read(text), [[word, written]]);
  });

test('a one-letter word after a spaced one is not swallowed', () => {
  assert.deepEqual(read('o d i o i gatti').slice(0, 1), [['odio', 'o d i o']]);
});

test('ordinary numbers, names and acronyms are left as they are', () => {
  for (const text of [
    'siiii bravi',
    'covid19 e h24',
    'A.S.L. e S.p.A.',
    'n. 3 del 2024',
    'a b c',
    'tutt* e tutt@',
    'ore 10...12',
  ])
    assert.deepEqual(
      read(text).map(([word]) => word),
      fold(text).map(spell),
      text,
    );
});
