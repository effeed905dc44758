// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Analyse, examplesOf, judgeExample, runExamples } from './index.ts';
import { clauseText, policyIn, policyOf, signal } from './testing/sample.ts';

const REMOVES = 'regola\nmodalità: da rimuovere\nse: spam';
const examples = (...lines: readonly string[]): string => ['esempi', ...lines.map((line) => `- ${line}`)].join('\n');

test('an example carries its circumstances', () => {
  const line =
    'da rimuovere: «compra» · rilevato: spam 0,8 e insulti · su: X · come: post di visitatore · quando: 21/11/2026 22:30 · punto: ESE-010';
  const policy = policyOf([clauseText(10, REMOVES), clauseText(11, examples(line))]);
  const [example] = examplesOf(policy);
  assert.deepEqual(
    [
      example?.clause,
      example?.about,
      example?.expected,
      example?.item.channel,
      example?.item.kind,
      example?.item.at.toISOString(),
    ],
    ['ESE-011', 'ESE-010', 'must-remove', 'x', 'visitor-post', '2026-11-21T21:30:00.000Z'],
  );
  assert.deepEqual(
    example?.signals?.map(({ category, strength }) => [category, strength]),
    [
      ['spam', 0.8],
      ['insult', 1],
    ],
  );
});

test('passed, failed and pending are told apart', () => {
  const policy = policyOf([clauseText(10, REMOVES, examples('da rimuovere: «compra»', 'intatto: «ciao»'))]);
  const [removed, intact] = examplesOf(policy);
  assert.ok(removed !== undefined && intact !== undefined);
  const result = (example: typeof removed, ...signals: ReturnType<typeof signal>[]) =>
    judgeExample(policy, example, signals).result;
  assert.equal(result(removed, signal('spam')), 'passed');
  assert.equal(result(removed, signal('spam', 0.3)), 'failed');
  assert.equal(result(removed), 'pending');
  assert.equal(result(removed, signal('insult')), 'pending');
  assert.equal(result(intact), 'passed');
  assert.equal(result(intact, signal('insult')), 'passed');
  assert.equal(result(intact, signal('spam')), 'failed');
});

test('an example with its own signals is never pending', () => {
  const policy = policyOf([clauseText(10, REMOVES, examples('da rimuovere: «compra» · rilevato: insulti'))]);
  const [example] = examplesOf(policy);
  assert.ok(example !== undefined);
  assert.deepEqual(judgeExample(policy, example, []), { expected: 'da rimuovere', got: 'intatto', result: 'failed' });
});

test('every example is run as triage reads it, with what the body knows of itself, and only when asked for', () => {
  const shouts = 'categoria\nnome: grida\netichetta: Grida\ngravità: bassa\nparole: «basta»';
  const contact = 'contatto\nper: tutto\nindirizzo: urp@comune.example';
  const policy = policyOf([
    clauseText(10, REMOVES, shouts, contact),
    clauseText(
      11,
      examples('intatto: «uno» · come: messaggio diretto', 'da rimuovere: «due» · rilevato: spam · punto: ESE-010'),
    ),
    clauseText(12, examples('da rimuovere: «tre» · punto: ESE-010', 'intatto: «quattro»')),
  ]);
  const read: unknown[][] = [];
  const analyse: Analyse = (text, { kind, ownContacts, ownWords }) => {
    read.push([text, kind, ownContacts, [...ownWords.keys()]]);
    return text === 'tre' ? [signal('spam')] : [];
  };
  const runs = runExamples(policy, analyse);
  assert.deepEqual(read, []);
  const told = [runs.next(), runs.next(), runs.next()].map(({ value }) =>
    value === undefined ? [] : [value.example.clause, value.signals.map(({ category }) => category), value.result],
  );
  assert.deepEqual(told, [
    ['ESE-011', [], 'passed'],
    ['ESE-011', ['spam'], 'passed'],
    ['ESE-012', ['spam'], 'passed'],
  ]);
  assert.deepEqual(read, [
    ['uno', 'message', ['urp@comune.example'], ['grida']],
    ['tre', 'comment', ['urp@comune.example'], ['grida']],
  ]);
});

test('ASL Roma 1: every example whose signals are given passes', () => {
  const policy = policyIn(readFileSync(new URL('../../policies/asl-roma-1.policy.md', import.meta.url), 'utf8'));
  const given = examplesOf(policy).filter(({ signals }) => signals !== undefined);
  assert.ok(given.length >= 20);
  for (const example of given) assert.equal(judgeExample(policy, example, []).result, 'passed', example.item.text);
});
