// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, evaluate, firstAnswers, type ItemFacts, linksPromised, parse, replyRegime } from './index.ts';
import { clauseText, comment, policyOf, signal } from './testing/sample.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');

function regimeOf(slug: string, facts: Partial<ItemFacts>, ...categories: readonly string[]) {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  const compiled = compile(policy);
  const item = comment(facts);
  const judgement = evaluate(
    compiled,
    item,
    categories.map((category) => signal(category)),
    item.at,
  );
  const { privately, personalCase } = replyRegime(compiled, { item, judgement });
  const ways = personalCase?.options.map(({ kind }) => kind);
  return [privately.how, privately.clause?.id, personalCase?.how, ways];
}

test('where an answer may lead, in each of the five policies', () => {
  assert.deepEqual(regimeOf('asl-roma-1', {}), ['offered', 'RM1-055', undefined, undefined]);
  assert.deepEqual(regimeOf('asl-roma-1', {}, 'personal-case'), ['kept-out', 'RM1-033', 'forbidden', []]);
  assert.deepEqual(regimeOf('asl-roma-1', { channel: 'x' }), ['kept-out', 'RM1-046', undefined, undefined]);
  assert.deepEqual(regimeOf('asst-crema', {}, 'personal-case'), [
    'kept-out',
    'CRE-027',
    'forbidden',
    ['general-information'],
  ]);
  assert.deepEqual(regimeOf('ats-milano', {}, 'personal-case'), [
    'kept-out',
    'MIL-027',
    'forbidden',
    ['general-information'],
  ]);
  assert.deepEqual(regimeOf('il-mosaico', {}, 'personal-case'), [
    ...['offered', 'MOS-013', 'discouraged'],
    ['private-message', 'office-contacts'],
  ]);
  assert.equal(regimeOf('regione-calabria', {})[0], 'unsaid');
});

test('a private message is nobody’s public case', () => {
  assert.deepEqual(regimeOf('il-mosaico', { kind: 'message' }, 'personal-case').slice(2), [undefined, undefined]);
});

const REPLY = 'risposta\ntipo: del personale\ncome: link a documenti; indicazione dell’ufficio';
const item = { channel: 'x', kind: 'comment' } as const;

test('links are promised where a clause in force says so, on its networks', () => {
  const on = (text: string) => linksPromised(policyOf([clauseText(10, text)]), item).map(({ id }) => id);
  assert.deepEqual(on(REPLY), ['ESE-010']);
  assert.deepEqual(on(`${REPLY}\ncanali: X`), ['ESE-010']);
  assert.deepEqual(on(`${REPLY}\ncanali: Facebook`), []);
  assert.deepEqual(on(`${REPLY}\ninterventi: menzioni`), []);
  assert.deepEqual(on(`${REPLY}\ndormiente: fino ad atto`), []);
  assert.deepEqual(on('risposta\ntipo: del personale\ncome: risposta diretta'), []);
});

test('first answers are the policy’s words; what only tells the desk what to say is no text', () => {
  const route = (answer: string) =>
    `instradamento\nse: reclamo\nverso: URP\nindirizzo: urp@ente.example\nrisposta: ${answer}`;
  const [said] = firstAnswers(policyOf([clauseText(10, route('scriva all’URP'))]));
  assert.deepEqual([said?.text, said?.telling, said?.address], ['Scriva all’URP.', undefined, 'urp@ente.example']);
  const [told] = firstAnswers(policyOf([clauseText(10, route('si invita a scrivere all’URP'))]));
  assert.deepEqual([told?.text, told?.telling, told?.office], [undefined, 'si invita a scrivere all’URP', 'URP']);
  const spoken = 'risposta\ntipo: del personale\ntesto: «Le informazioni sono sul sito.»\nse: domanda';
  assert.deepEqual(
    firstAnswers(policyOf([clauseText(10, spoken)])).map(({ text, categories }) => [text, categories]),
    [['Le informazioni sono sul sito.', ['question']]],
  );
  const byItself = 'risposta\ntipo: automatica\nquando: sempre\ntesto: «Grazie.»';
  assert.deepEqual(firstAnswers(policyOf([clauseText(10, byItself)])), []);
});
