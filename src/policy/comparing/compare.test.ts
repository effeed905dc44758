// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compare, type PolicyDocument, parse } from '../index.ts';
import { clauseText, policyIn, policyOf, policyText } from '../testing/sample.ts';

const documentOf = (...clauses: readonly string[]): PolicyDocument => policyOf(clauses).document;
const rule = (modality: string, categories: string, ...more: readonly string[]): string =>
  ['regola', `modalità: ${modality}`, `se: ${categories}`, ...more].join('\n');
const ASKED = clauseText(10, rule('si chiede', 'insulti'));

test('the same policy differs in nothing, however it is laid out', () => {
  const comparison = compare(documentOf(ASKED), documentOf(`${ASKED}\n\n\n`));
  assert.equal(comparison.differs, false);
  assert.deepEqual(comparison.clauses, []);
  assert.deepEqual(comparison.meaning, []);
  assert.deepEqual(comparison.counts, { new: 0, changed: 0, removed: 0, moved: 0 });
});

test('a clause is new, changed or removed, and says with which words, keys and lines', () => {
  const removed = clauseText(11, rule('protetto', 'critica'));
  const fresh = clauseText(12, rule('senza risposta', 'fuori-tema'));
  const changed = clauseText(10, rule('da rimuovere', 'insulti')).replace('Testo.', 'Altro testo.');
  const { clauses, counts, differs } = compare(documentOf(ASKED, removed), documentOf(changed, fresh));
  assert.equal(differs, true);
  assert.deepEqual(counts, { new: 1, changed: 1, removed: 1, moved: 0 });
  assert.deepEqual(
    clauses.map(({ change, id }) => [change, id]),
    [
      ['changed', 'ESE-010'],
      ['removed', 'ESE-011'],
      ['new', 'ESE-012'],
    ],
  );
  const [first, gone, added] = clauses;
  assert.deepEqual(first?.words, [{ name: 'testo', before: 'Testo.', after: 'Altro testo.' }]);
  assert.deepEqual(first?.blocks, [
    {
      change: 'changed',
      name: 'regola',
      keys: [{ name: 'modalità', before: 'si chiede', after: 'da rimuovere' }],
      lines: { added: [], removed: [] },
    },
  ]);
  assert.equal(gone?.blocks[0]?.change, 'removed');
  assert.deepEqual(added?.blocks[0]?.keys, [
    { name: 'modalità', before: null, after: 'senza risposta' },
    { name: 'se', before: null, after: 'fuori-tema' },
  ]);
});

test('lines of a list are told one by one', () => {
  const before = clauseText(10, rule('si chiede', 'insulti'), 'esempi\n- si chiede: «Uno»\n- intatto: «Due»');
  const after = before.replace('«Due»', '«Tre»');
  const block = compare(documentOf(before), documentOf(after)).clauses[0]?.blocks[0];
  assert.deepEqual(block?.lines, { added: ['intatto: «Tre»'], removed: ['intatto: «Due»'] });
});

test('a clause put in between renumbers those after it: they moved, and nothing else is said of them', () => {
  const titled = (number: number, title: string, block: string): string =>
    clauseText(number, block).replace(`Punto ${number}`, title);
  const insults = rule('si chiede', 'insulti');
  const spam = rule('da rimuovere', 'spam');
  const before = documentOf(
    titled(10, 'Insulti', insults),
    titled(11, 'Spam', spam),
    titled(12, 'Riserva', 'discrezione\nnorme: ESE-010\neffetto: può essere rimosso'),
  );
  const after = documentOf(
    titled(10, 'Novità', 'contatto\nper: notizie\nindirizzo: dato mancante'),
    titled(11, 'Insulti', insults),
    titled(12, 'Spam', spam),
    titled(13, 'Riserva', 'discrezione\nnorme: ESE-011\neffetto: può essere rimosso'),
  );
  const { clauses, meaning } = compare(before, after);
  assert.deepEqual(
    clauses.map(({ change, id, earlierId }) => [change, id, earlierId]),
    [
      ['new', 'ESE-010', null],
      ['moved', 'ESE-011', 'ESE-010'],
      ['moved', 'ESE-012', 'ESE-011'],
      ['moved', 'ESE-013', 'ESE-012'],
    ],
  );
  assert.deepEqual(meaning, [{ text: 'Per «notizie» si scrive a: dato mancante.', clauses: ['ESE-010'] }]);
});

test('what was taken out keeps its sentence apart from the clause that bears its number now', () => {
  const titled = (number: number, title: string, block: string): string =>
    clauseText(number, block).replace(`Punto ${number}`, title);
  const before = documentOf(
    titled(10, 'Insulti', rule('da rimuovere', 'insulti')),
    titled(11, 'Spam', rule('da rimuovere', 'spam')),
  );
  const { clauses } = compare(before, documentOf(titled(10, 'Spam', rule('da rimuovere', 'spam'))));
  const sentences = clauses.map(({ change, id, meaning }) => [change, id, meaning.map(({ text }) => text)]);
  assert.deepEqual(sentences, [
    ['removed', 'ESE-010', ['Da ora gli insulti non hanno più una regola (prima si rimuovevano).']],
    ['moved', 'ESE-010', []],
  ]);
});

test('a clause in another section moved; in the other part it changed, and ceases for citizens', () => {
  const external = policyOf([ASKED]).document;
  const text = (more: string): string =>
    policyText(
      `${clauseText(1, 'canale\nrete: tutti\nmoderazione: dopo', rule('protetto', 'ringraziamento'))}\n\n${more}\n`,
      '3',
    );
  const moved = compare(external, policyIn(text(`## Altre regole\n\n${ASKED}`)).document);
  assert.deepEqual(
    moved.clauses.map(({ change, words }) => [change, words]),
    [['moved', [{ name: 'sezione', before: 'Regole', after: 'Altre regole' }]]],
  );
  assert.deepEqual(moved.meaning, []);
  const internal = compare(external, policyIn(text(`# Policy interna\n\n## Regole\n\n${ASKED}`)).document);
  assert.equal(internal.clauses[0]?.change, 'changed');
  assert.deepEqual(
    internal.meaning.map((each) => each.text),
    [
      'Da ora gli insulti non hanno più una regola (prima si chiedeva soltanto di evitarli).',
      'Il punto «Punto 10» passa alla policy interna: ai cittadini non si applica più.',
    ],
  );
});

test('where only words change, the desk is told nothing', () => {
  const { clauses, meaning } = compare(documentOf(ASKED), documentOf(ASKED.replace('Testo.', 'Con parole migliori.')));
  assert.equal(clauses[0]?.change, 'changed');
  assert.deepEqual(clauses[0]?.meaning, []);
  assert.deepEqual(meaning, []);
});

const FOLDER = join(import.meta.dirname, '../../../policies');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.policy.md'));
const written = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const read = (text: string): PolicyDocument => {
  const { policy, complaints } = parse(text, 'test');
  assert.ok(policy !== undefined, JSON.stringify(complaints));
  return policy;
};

test('header and prose outside the clauses are compared too', () => {
  const text = written('comune-di-esempio.policy.md');
  const { header, frame, clauses } = compare(
    read(text),
    read(
      text
        .replace('\nversione: 1\n', '\nversione: 2\n')
        .replace('# Policy esterna\n', '# Policy esterna\n\nPremessa.\n'),
    ),
  );
  assert.deepEqual(header, [{ name: 'versione', before: '1', after: '2' }]);
  assert.deepEqual(frame, [{ name: 'Policy esterna', before: null, after: 'Premessa.' }]);
  assert.deepEqual(clauses, []);
});

/** Each block is read twice and compared: some of them are enough. */
const EVERY_SO_MANY = 5;

for (const file of FILES)
  test(`${file} without one of its blocks says what that means, or nothing at all`, () => {
    const document = read(written(file));
    const text = written(file);
    assert.deepEqual(compare(document, document).meaning, []);
    const blocks = [...text.matchAll(/^~~~\p{L}+\n[\s\S]*?\n~~~\n/gmu)].map(([block]) => block);
    for (const block of blocks.filter((_, index) => index % EVERY_SO_MANY === 0)) {
      const { policy } = parse(text.replace(block, ''), file);
      if (policy === undefined) continue;
      const { differs, clauses, meaning } = compare(document, policy);
      assert.equal(differs, true);
      assert.equal(clauses.length, 1, block);
      for (const { text: sentence } of meaning) assert.match(sentence, /^[\p{Lu}«].*[.»]$/su, block);
      assert.doesNotMatch(JSON.stringify(meaning), /undefined|\[object|null/);
    }
  });
