// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comparisonOf, meaningOf, mistakesIn } from './reading.ts';

const FILE = join(import.meta.dirname, '../../../policies/comune-di-esempio.policy.md');
const text = readFileSync(FILE, 'utf8');

test('a right text gives its page, its examples and what changes', () => {
  assert.deepEqual(mistakesIn(text), []);
  const meaning = meaningOf(text, text);
  assert.ok(meaning !== null);
  assert.equal(meaning.page.body, 'Comune di Esempio');
  assert.equal(meaning.comparison?.differs, false);
  assert.ok(meaning.examples.length > 50);
  assert.deepEqual(
    meaning.examples.filter(({ result }) => result === 'failed'),
    [],
  );
  const removed = meaning.examples.find(({ expected }) => expected === 'da rimuovere');
  assert.ok((removed?.reasons.length ?? 0) > 0, 'with reasons');
});

test('an example that the policy does not honour fails, and says what came instead', () => {
  const wrong = text.replace('- intatto: «Bravi, stavolta', '- protetto: «Bravi, stavolta');
  assert.notEqual(wrong, text);
  const complaints = mistakesIn(wrong);
  assert.deepEqual(
    complaints.map(({ code }) => code),
    ['POL-E036'],
  );
  const promised = text.replace(/- intatto: «[^»]+»/, '- intatto: «Sei un idiota schifoso, ti ammazzo»');
  const failed = meaningOf(promised, null)?.examples.filter(({ result }) => result === 'failed');
  assert.equal(failed?.length, 1);
  assert.notEqual(failed?.[0]?.got, 'intatto');
});

test('a broken text has mistakes and no meaning', () => {
  const broken = text.replace('~~~canale\nrete: Facebook', '~~~canale\nrete: Fassbuk');
  assert.equal(meaningOf(broken, text), null);
  assert.equal(comparisonOf(text, broken), null);
  assert.ok(mistakesIn(broken).some(({ code }) => code === 'POL-E022'));
});

test('what changed is told clause by clause', () => {
  const changed = text.replace('### ESE-002 · Gli scopi', '### ESE-002 · A che cosa servono');
  const comparison = comparisonOf(text, changed);
  assert.equal(comparison?.differs, true);
  assert.deepEqual(
    comparison?.clauses.map(({ id, change }) => [id, change]),
    [['ESE-002', 'changed']],
  );
});
