// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addressedTo, mentionsIn, says, statusLength, textOf } from './text.ts';

const status = (content: string, spoilerText = '') => ({ content, spoilerText });

it('gives the words of a status as people read them', () => {
  assert.equal(textOf(status('<p>Perch&eacute;?<br />Boh</p><p>Fine &lt;3</p>')), 'Perché?\nBoh\n\nFine <3');
  assert.equal(textOf(status('Senza paragrafi & basta')), 'Senza paragrafi & basta');
  assert.equal(textOf(status('<p>Le parole</p>', 'Attenzione')), 'Attenzione\n\nLe parole');
  assert.equal(textOf(status('')), '');
  assert.equal(textOf(status('<ul><li>uno</li><li>due</li></ul>')), 'uno\n\ndue');
});

it('keeps whole an address that is cut for the eye alone', () => {
  const link =
    '<p><a href="https://comune.example/avvisi/1"><span class="invisible">https://</span><span class="ellipsis">comune.example/av</span><span class="invisible">visi/1</span></a></p>';
  assert.equal(textOf(status(link)), 'https://comune.example/avvisi/1');
});

it('finds the accounts that a text names, and takes no address for one', () => {
  assert.deepEqual(mentionsIn('@ada e @leo_2@altrove.example, (@ugo)'), ['ada', 'leo_2@altrove.example', 'ugo']);
  assert.deepEqual(mentionsIn('scrivere a urp@comune.example o https://social.example/@ada'), []);
});

it('counts addresses and names as an instance does', () => {
  assert.equal(statusLength('https://comune.example/lunghissimo', 23), 23);
  assert.equal(statusLength('@ada@altrove.example ciao', 23), '@ada ciao'.length);
  assert.equal(statusLength('👩‍👩‍👧 è', 23), 3);
});

it('names whom it answers, once', () => {
  assert.equal(addressedTo('ada@altrove.example', 'Grazie'), '@ada@altrove.example Grazie');
  assert.equal(addressedTo('ada@altrove.example', 'Grazie @ada'), 'Grazie @ada');
  assert.equal(addressedTo('ada', '@adamo grazie'), '@ada @adamo grazie');
});

it('knows its own words again, with or without the name they begin with', () => {
  const there = status('<p><span class="h-card"><a href="x">@<span>ada</span></a></span> Grazie  a lei</p>');
  assert.ok(says(there, 'Grazie a lei'));
  assert.ok(says(there, '@ada@altrove.example Grazie a lei'));
  assert.ok(!says(there, 'Grazie a voi'));
});
