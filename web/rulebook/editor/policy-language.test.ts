// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { policyLanguage, policyTags } from './policy-language.ts';

const highlighter = tagHighlighter([
  { tag: tags.meta, class: 'meta' },
  { tag: tags.keyword, class: 'fence' },
  { tag: tags.heading, class: 'heading' },
  { tag: tags.propertyName, class: 'key' },
  { tag: tags.string, class: 'quoted' },
  { tag: tags.number, class: 'number' },
  { tag: policyTags.silence, class: 'silence' },
  { tag: policyTags.category, class: 'category' },
  { tag: policyTags.clause, class: 'clause' },
]);

/** Every coloured piece, with what it was taken for. */
function coloured(text: string): string[] {
  const state = EditorState.create({ doc: text, extensions: [policyLanguage] });
  const tree = ensureSyntaxTree(state, text.length, 5000);
  assert.ok(tree !== null);
  const pieces: string[] = [];
  highlightTree(tree, highlighter, (from, to, name) => pieces.push(`${name} ${text.slice(from, to)}`));
  return pieces;
}

test('header, titles, fences, keys and values are told apart', () => {
  const text = `---
ente: comune-di-esempio
versione: 2
---

# Policy esterna

### ESE-003 · Insulti

Vale anche per ESE-001; insulti: no, grazie.

~~~regola
modalità: da rimuovere
se: insulti, parola-mia o
  volgarità
verso: dato mancante
~~~

~~~esempi
- si chiede: «Che: bel logo» · rilevato: marchi 0,9 · punto: ESE-001
~~~
`;
  assert.deepEqual(coloured(text), [
    'meta ---',
    'key ente:',
    'key versione:',
    'number 2',
    'meta ---',
    'heading # Policy esterna',
    'heading ### ',
    'clause ESE-003',
    'heading  · Insulti',
    'clause ESE-001',
    'fence ~~~regola',
    'key modalità:',
    'key se:',
    'category insulti',
    'category volgarità',
    'key verso:',
    'silence dato mancante',
    'fence ~~~',
    'fence ~~~esempi',
    'key si chiede:',
    'quoted «Che: bel logo»',
    'key · rilevato:',
    'category marchi',
    'number 0,9',
    'key · punto:',
    'clause ESE-001',
    'fence ~~~',
  ]);
});

test('a circumstance may begin on the next line', () => {
  const pieces = coloured('~~~esempi\n- intatto: «Ciao» ·\n  rilevato: spam\n- intatto: «E poi: no»\n~~~\n');
  assert.deepEqual(pieces.slice(3, 8), [
    'key ·',
    'key rilevato:',
    'category spam',
    'key intatto:',
    'quoted «E poi: no»',
  ]);
});

test('a block left open ends at the next title', () => {
  assert.deepEqual(coloured('~~~regola\nse: spam\n### ESE-001 · Uno\nse: spam\n'), [
    'fence ~~~regola',
    'key se:',
    'category spam',
    'heading ### ',
    'clause ESE-001',
    'heading  · Uno',
  ]);
});
