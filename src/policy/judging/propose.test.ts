// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, type ItemFacts, type Signal } from '../index.ts';
import { clauseText, comment, policyOf, signal } from '../testing/sample.ts';

const rule = (modality: string, categories: string, more = ''): string =>
  `regola\nmodalità: ${modality}\nse: ${categories}${more}`;

const judge = (clauses: readonly string[], signals: readonly Signal[], facts: Partial<ItemFacts> = {}) => {
  const item = comment(facts);
  return evaluate(policyOf(clauses), item, signals, item.at);
};
const citing = ({ proposal }: ReturnType<typeof judge>, id: string) =>
  proposal.reasons.filter(({ clause }) => clause === id).length;

test('two rules of a clause that say the same say it once, and what differs is said', () => {
  const twice = [clauseText(10, rule('da rimuovere', 'spam o insulti'), rule('da rimuovere', 'spam o minacce'))];
  assert.equal(citing(judge(twice, [signal('spam')]), 'ESE-010'), 1);
  assert.equal(citing(judge(twice, [signal('insult'), signal('threat')]), 'ESE-010'), 2);
  assert.equal(judge(twice, [signal('insult'), signal('threat')]).clauses.length, 1);
});

test('a reservation is cited once, however many clauses stand under it', () => {
  const clauses = [
    clauseText(10, rule('si chiede', 'insulti')),
    clauseText(11, rule('si chiede', 'spam')),
    clauseText(20, 'discrezione\nnorme: tutte\neffetto: può essere rimosso'),
  ];
  const judgement = judge(clauses, [signal('insult'), signal('spam')]);
  assert.deepEqual(
    judgement.proposal.reasons.map(({ clause }) => clause),
    ['ESE-010', 'ESE-020', 'ESE-011', undefined],
  );
});

test('weak things order the queue only where a rule takes them up', () => {
  const gentle = [clauseText(10, rule('da rimuovere', 'minacce', '\nforza minima: 0,1'))];
  assert.equal(judge(gentle, [signal('threat', 0.2)]).priority, 0);
  assert.equal(judge(gentle, [signal('threat', 0.05)]).priority, 3);
  assert.equal(judge([], [signal('threat', 0.4)]).priority, 3);
});

test('the law against spreading data has nothing to say of what is written in private', () => {
  const reasons = (facts: Partial<ItemFacts>) => judge([], [signal('sensitive-data')], facts).proposal.reasons;
  assert.ok(reasons({}).some(({ text }) => text.includes('ma la legge sì')));
  assert.ok(!reasons({ kind: 'message' }).some(({ text }) => text.includes('ma la legge sì')));
});

test('where messages are not for answering, what is asked in public is answered all the same', () => {
  const clauses = [clauseText(9, 'canale\nrete: X\nmessaggi diretti: non usati per rispondere')];
  const asked = (kind: ItemFacts['kind']) => judge(clauses, [signal('question')], { channel: 'x', kind });
  assert.equal(asked('comment').proposal.action, 'answer');
  assert.deepEqual([asked('message').proposal.action, citing(asked('message'), 'ESE-009')], ['none', 1]);
});
