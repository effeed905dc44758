// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, linked, sinceDay, untilDay } from './wording.ts';

const markup = (words: string, ids: readonly string[] = []): string => linked(words, new Set(ids)).join('');

test('addresses become links, their words unchanged and their full stop outside', () => {
  const link = (href: string, words: string) => `<a class="public-address" href="${href}">${words}</a>`;
  assert.equal(
    markup('È www.facebook.com/ente.'),
    `È ${link('https://www.facebook.com/ente', 'www.facebook.com/ente')}.`,
  );
  assert.equal(
    markup('(https://ente.example/a?b=1&c=2)'),
    `(${link('https://ente.example/a?b=1&amp;c=2', 'https://ente.example/a?b=1&amp;c=2')})`,
  );
  assert.equal(
    markup('scrivi a urp@ente.example, grazie'),
    `scrivi a ${link('mailto:urp@ente.example', 'urp@ente.example')}, grazie`,
  );
});

test('a clause is a link where the page has it', () => {
  assert.equal(markup('Vedi ESE-001 ed ESE-002.', ['ESE-001']), 'Vedi <a href="#ESE-001">ESE-001</a> ed ESE-002.');
});

test('nothing that is written becomes markup', () => {
  assert.equal(markup('<b>«"ciao"»</b>'), '&lt;b&gt;«&quot;ciao&quot;»&lt;/b&gt;');
  assert.doesNotMatch(markup('https://ente.example/"onclick="alert(1)'), /"onclick/);
  assert.equal(markup('javascript:alert(1)'), 'javascript:alert(1)');
});

test('no text is long enough to be slow', () => {
  const begun = performance.now();
  for (const letters of ['a', 'A', 'a.', '@', 'www.', 'a-']) markup(letters.repeat(200_000 / letters.length));
  assert.ok(performance.now() - begun < 2000);
});

test('days are those of Rome, said as one says them', () => {
  assert.equal(dayOf('2026-02-28T23:30:00Z'), '1º marzo 2026');
  assert.equal(sinceDay('2026-03-08T12:00:00Z'), 'dall’8 marzo 2026');
  assert.equal(sinceDay('2026-03-18T12:00:00Z'), 'dal 18 marzo 2026');
  assert.equal(untilDay('2026-03-11T12:00:00Z'), 'all’11 marzo 2026');
});
