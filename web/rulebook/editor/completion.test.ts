// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { completeFrom } from './completion.ts';

const TEXT = `# Policy esterna

## S

### ESE-001 · Uno

~~~categoria
nome: bestemmie
etichetta: Bestemmie
gravità: alta
~~~

### ESE-002 · Due

|
`;

/** What is offered where the bar stands, after these lines; with where it would be put. */
function offered(lines: string, explicit = false): { labels: string[]; typed: string } {
  const doc = TEXT.replace('|', lines);
  const pos = doc.indexOf('|');
  const text = doc.replace('|', '');
  const result = completeFrom(new CompletionContext(EditorState.create({ doc: text }), pos, explicit));
  return {
    labels: result?.options.map(({ label }) => label) ?? [],
    typed: result === null ? '' : text.slice(result.from, pos),
  };
}

test('names of blocks after the fence', () => {
  const { labels, typed } = offered('~~~reg|');
  assert.equal(typed, 'reg');
  for (const name of ['regola', 'orario', 'esempi']) assert.ok(labels.includes(name));
});

test('keys of the block, those not used yet', () => {
  const { labels } = offered('~~~regola\nmodalità: protetto\n|\n~~~', true);
  assert.ok(labels.includes('se') && labels.includes('canali'));
  assert.equal(labels.includes('modalità'), false);
  assert.deepEqual(offered('~~~regola\n|\n~~~').labels, [], 'not before something is typed');
});

test('values of closed choices, categories with those of the body, networks, clauses', () => {
  assert.deepEqual(offered('~~~regola\nmodalità: da|\n~~~').labels.slice(0, 2), ['da rimuovere', 'può essere rimosso']);
  const after = offered('~~~regola\nse: insulti o be|\n~~~');
  assert.equal(after.typed, 'be');
  assert.ok(after.labels.includes('bestemmie') && after.labels.includes('spam'));
  assert.equal(after.labels.includes('dato mancante'), false, 'silence is no part of a list');
  assert.ok(offered('~~~regola\nse: |\n~~~').labels.includes('dato mancante'));
  assert.ok(offered('~~~regola\ncanali: tutti tranne Y|\n~~~').labels.includes('YouTube'));
  assert.deepEqual(offered('~~~difetto\ncon: ESE-001 e E|\n~~~').labels, ['ESE-001', 'ESE-002']);
});

test('examples: the outcome, the circumstances and their values', () => {
  assert.ok(offered('~~~esempi\n- in|\n~~~').labels.includes('intatto'));
  assert.deepEqual(offered('~~~esempi\n- intatto: «Ciao» · |\n~~~').labels, [
    'rilevato',
    'su',
    'come',
    'da',
    'quando',
    'punto',
  ]);
  assert.ok(offered('~~~esempi\n- intatto: «Ciao» · da: |\n~~~').labels.includes('dipendente'));
  assert.ok(offered('~~~esempi\n- intatto: «Ciao» · su: Fa|\n~~~').labels.includes('Facebook'));
  assert.deepEqual(offered('~~~esempi\n- intatto: «Ciao» · punto: |\n~~~').labels, ['ESE-001', 'ESE-002']);
});

test('nothing in prose', () => assert.deepEqual(offered('Una frase|', true).labels, []));
