// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addBlock,
  addClause,
  addItem,
  removeBlock,
  removeEntry,
  setItem,
  setKey,
  setProse,
  setTitle,
} from './clause-edits.ts';
import { type ClauseSource, clauseSourceOf, type TextChange } from './clause-source.ts';
import { type Outline, outlineOf } from './outline.ts';

const TEXT = `---
ente: prova
---

# Policy esterna

## Regole

### ESE-001 · Dati personali

Chi pubblica i recapiti di un altro
vedrà rimosso il commento.

- anche nelle risposte,
  sempre

~~~regola
modalità: da rimuovere
parola ignota: resta
se: dati-personali
  o dati-sensibili
~~~

Una frase in coda.

~~~esempi
- da rimuovere: «Il numero è 333 0000000»
- intatto: «Ma un numero da
  chiamare non c'è?»
~~~

### ESE-002 · Altro

Prosa.
`;

const ORDER = ['modalità', 'se', 'motivi', 'canali'];

function opened(text = TEXT): { outline: Outline; clause: ClauseSource } {
  const outline = outlineOf(text);
  const place = outline.clauses[0];
  assert.ok(place !== undefined);
  return { outline, clause: clauseSourceOf(outline, place) };
}
const after = (change: TextChange | undefined, text = TEXT): string => {
  assert.ok(change !== undefined);
  return text.slice(0, change.from) + change.insert + text.slice(change.to);
};

test('a clause is read whole, also what the language does not know', () => {
  const { clause } = opened();
  assert.deepEqual(
    clause.prose.map(({ text }) => text),
    [
      'Chi pubblica i recapiti di un altro vedrà rimosso il commento.\n\n- anche nelle risposte, sempre',
      'Una frase in coda.',
    ],
  );
  assert.deepEqual(
    clause.blocks.map(({ name, entries }) => [name, entries.map((entry) => `${entry.name}|${entry.raw}`)]),
    [
      ['regola', ['modalità|da rimuovere', 'parola ignota|resta', 'se|dati-personali o dati-sensibili']],
      ['esempi', ['|da rimuovere: «Il numero è 333 0000000»', "|intatto: «Ma un numero da chiamare non c'è?»"]],
    ],
  );
});

test('a key is changed, added in its place, and taken away; the other lines stay to the letter', () => {
  const { outline, clause } = opened();
  const rule = clause.blocks[0];
  assert.ok(rule !== undefined);
  const changed = after(setKey(outline, rule, { name: 'se', value: 'spam', order: ORDER }));
  assert.equal(changed, TEXT.replace('se: dati-personali\n  o dati-sensibili', 'se: spam'));
  const added = after(setKey(outline, rule, { name: 'canali', value: 'Facebook', order: ORDER }));
  assert.equal(added, TEXT.replace('  o dati-sensibili\n', '  o dati-sensibili\ncanali: Facebook\n'));
  const without = after(setKey(outline, rule, { name: 'se', value: undefined, order: ORDER }));
  assert.equal(without, TEXT.replace('se: dati-personali\n  o dati-sensibili\n', ''));
  assert.equal(setKey(outline, rule, { name: 'canali', value: undefined, order: ORDER }), undefined);
});

test('title and prose', () => {
  const { outline, clause } = opened();
  assert.equal(
    after(setTitle(outline, clause, 'Recapiti\naltrui')),
    TEXT.replace('ESE-001 · Dati personali', 'ESE-001 · Recapiti altrui'),
  );
  const [first, last] = clause.prose;
  assert.ok(first !== undefined && last !== undefined);
  const typed = after(
    setProse(outline, clause, { at: first, text: 'Nuova.\n\n### non è un titolo\n~~~ né un blocco' }),
  );
  assert.match(typed, /\nNuova\.\n\nnon è un titolo\n né un blocco\n\n~~~regola\n/);
  assert.match(after(setProse(outline, clause, { at: last, text: 'Coda.' })), /~~~\n\nCoda\.\n\n~~~esempi/);
});

test('prose is written where there was none', () => {
  const bare = '# Policy esterna\n\n## S\n\n### ESE-001 · Uno\n~~~esempi\n~~~\n';
  const { outline, clause } = opened(bare);
  const [only] = clause.prose;
  assert.ok(only !== undefined);
  assert.equal(
    after(setProse(outline, clause, { at: only, text: 'Ecco.' }), bare),
    bare.replace('Uno\n', 'Uno\n\nEcco.\n'),
  );
});

test('examples and blocks come and go', () => {
  const { outline, clause } = opened();
  const [rule, examples] = clause.blocks;
  const item = examples?.entries[1];
  assert.ok(rule !== undefined && examples !== undefined && item !== undefined);
  const shorter = "- intatto: «Ma un numero da\n  chiamare non c'è?»";
  assert.equal(after(setItem(outline, item, 'intatto: «Sì»')), TEXT.replace(shorter, '- intatto: «Sì»'));
  assert.equal(after(removeEntry(outline, item)), TEXT.replace(`${shorter}\n`, ''));
  assert.equal(
    after(addItem(outline, examples, 'intatto: «No»')),
    TEXT.replace(shorter, `${shorter}\n- intatto: «No»`),
  );
  assert.equal(
    after(addBlock(outline, clause, { name: 'contatto', lines: ['per: reclami'] })),
    TEXT.replace('\n### ESE-002', '\n~~~contatto\nper: reclami\n~~~\n\n### ESE-002'),
  );
  const without = after(removeBlock(outline, rule));
  assert.equal(without.includes('~~~regola'), false);
  assert.match(without, /sempre\n\nUna frase in coda\./);
});

test('a new clause stands after another, under a free number', () => {
  const outline = outlineOf(TEXT);
  const [first] = outline.clauses;
  assert.ok(first !== undefined);
  const { change, id, line } = addClause(outline, first, { title: 'Catene', prose: 'Le catene si tolgono.' });
  const after = TEXT.slice(0, change.from) + change.insert + TEXT.slice(change.to);
  assert.equal(id, 'ESE-003');
  assert.match(
    after,
    /chiamare non c'è\?»\n~~~\n\n### ESE-003 · Catene\n\nLe catene si tolgono\.\n\n### ESE-002 · Altro/,
  );
  assert.equal(after.split('\n')[line - 1], '### ESE-003 · Catene');
});

test('after the highest number the first that is free is taken', () => {
  const text = ['001', '999'].map((number) => `### ESE-${number} · Titolo\n\nTesto.\n`).join('\n');
  const outline = outlineOf(text);
  const last = outline.clauses.at(-1);
  assert.ok(last !== undefined);
  assert.equal(addClause(outline, last, { title: 'A', prose: 'B' }).id, 'ESE-002');
});
