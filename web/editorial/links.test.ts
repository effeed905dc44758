// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, linksIn } from './links.ts';

const link = (url: string) => ({ url, title: `Pagina ${url}`, description: '' });
const content = {
  ...{ title: 'Prova', text: '', media: [], variants: [], at: null, goes: 'fired' as const, source: '' },
  ...{
    justifications: [],
    leftOut: [],
    initiative: null,
    kinds: [],
    answers: [],
    shared: null,
    ...{ slot: null, offPlan: '', theme: '' },
    electoral: null,
    matters: [],
    about: '',
    links: [link('https://ente.example/a'), link('https://ente.example/b')],
  },
};

test('lines are addresses, in their order, and what was known of each is kept', () => {
  assert.equal(linesOf(content), 'https://ente.example/a\nhttps://ente.example/b');
  const other = linksIn(' https://ente.example/b \n\nhttp://ente.example/c', content);
  assert.deepEqual(other, [
    link('https://ente.example/b'),
    { url: 'http://ente.example/c', title: 'http://ente.example/c', description: '' },
  ]);
  for (const wrong of ['ente.example', 'javascript:alert(1)', 'https://ente.example/a\nnon è un indirizzo'])
    assert.equal(linksIn(wrong, content), undefined, wrong);
});
