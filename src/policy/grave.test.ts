// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cannotWait } from './grave.ts';
import { compile, emergencyText, evaluate, type ItemFacts, parse } from './index.ts';

const POLICIES = new URL('../../policies/', import.meta.url);
const policies = readdirSync(POLICIES)
  .filter((name) => name.endsWith('.policy.md'))
  .flatMap((name) => {
    const { policy } = parse(readFileSync(new URL(name, POLICIES), 'utf8'), name);
    return policy === undefined ? [] : [compile(policy)];
  });

const AT = new Date('2026-11-22T23:00:00Z');
const facts = (kind: ItemFacts['kind']): ItemFacts => ({ channel: 'facebook', kind, text: 'prova', at: AT });
const signal = (category: string, strength = 0.9) => ({
  ...{ category, strength, spans: [[0, 5]] as [number, number][], source: 'rule:test', reason: 'prova' },
});

test('in every policy a threat, a life in danger and health data shown to all cannot wait; the ordinary can', () => {
  assert.equal(policies.length, 6);
  for (const policy of policies) {
    const waits = (category: string, { kind = 'comment' as ItemFacts['kind'], strength = 0.9 } = {}) => {
      const signals = [signal(category, strength)];
      return !cannotWait(evaluate(policy, facts(kind), signals, AT), signals, kind === 'message');
    };
    for (const category of ['threat', 'emergency', 'incitement', 'sensitive-data'])
      assert.equal(waits(category), false, `${policy.body}: ${category}`);
    for (const category of ['insult', 'spam', 'question', 'criticism', 'complaint', 'personal-data'])
      assert.equal(waits(category), true, `${policy.body}: ${category}`);
    assert.equal(waits('sensitive-data', { strength: 0.1 }), true, policy.body);
    // Told in private, health data are shown to nobody; a threat stays one.
    assert.equal(waits('sensitive-data', { kind: 'message' }), true, policy.body);
    assert.equal(waits('threat', { kind: 'message' }), false, policy.body);
  }
});

test('what cannot be read is said so, by what it is, and never «nothing to do»', () => {
  for (const policy of policies) {
    const said = (more: Partial<ItemFacts>) =>
      evaluate(policy, { ...facts('comment'), ...more }, [signal('nothing-to-do')], AT);
    const plain = said({});
    assert.equal(plain.mustLook, undefined);
    for (const [more, word] of [
      [{ hasMedia: true }, /^Non analizzato: guardare\. Con il testo c’è una foto, un video/],
      [{ otherLanguage: true }, /^Non analizzato: guardare\. Il testo è in un’altra lingua/],
    ] as const) {
      const judged = said(more);
      assert.equal(judged.mustLook, true, policy.body);
      assert.ok(judged.priority <= 2);
      assert.ok(
        judged.proposal.reasons.some(({ text }) => word.test(text)),
        policy.body,
      );
    }
  }
});

test('what is said to whoever is in danger is the policy’s own, where it has it', () => {
  const telling = policies.flatMap((policy) => emergencyText(policy)?.clause ?? []);
  assert.deepEqual(telling, ['ESE-029']);
  assert.match(policies.map(emergencyText).find((one) => one !== undefined)?.text ?? '', /112/);
});
