// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clause, compile, contactsOf, digestOf, parse, publicPage } from './index.ts';
import { clauseText, policyIn, policyOf } from './testing/sample.ts';

const text = readFileSync(new URL('../../policies/asl-roma-1.policy.md', import.meta.url), 'utf8');
const roma = policyIn(text);

test('citizens read the external part in order, in words, without examples or recorded defects', () => {
  const page = publicPage(roma.document);
  assert.equal(page.body, 'ASL Roma 1');
  assert.equal(page.adopted, null);
  const ids = page.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  assert.equal(ids[0], 'RM1-001');
  assert.deepEqual(ids, ids.toSorted());
  assert.ok(!ids.includes('RM1-141'), 'the internal part is not published');
  const data = page.sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'RM1-128');
  assert.deepEqual(data?.blocks, [
    { kind: 'rule', label: 'Regola', lines: ['Da rimuovere: Dati personali', 'Canali: tutti tranne YouTube'] },
  ]);
  const words = JSON.stringify(page);
  for (const hidden of ['347 555 0182', 'elenco troncato', 'forza minima']) assert.ok(!words.includes(hidden), hidden);
});

test('what the source does not say is said to be missing', () => {
  const page = publicPage(roma.document);
  const hours = page.sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'RM1-017');
  assert.deepEqual(hours?.blocks[0]?.lines.slice(0, 3), [
    'Vale per: moderazione',
    'Giorni: dato mancante',
    'Ore: dato mancante',
  ]);
});

test('a clause is found by its id, with what it stands under', () => {
  const found = clause(roma, 'RM1-128');
  assert.deepEqual([found?.section, found?.audience, found?.dormant], ['Sezione 5. Netiquette', 'external', false]);
  assert.match(found?.text ?? '', /dati personali/);
  assert.equal(clause(roma, 'RM1-999'), undefined);
});

test('the digest follows what is said and chosen, not how it is laid out', () => {
  const { policy } = parse(text.replaceAll('~~~', '```'), 'loose');
  assert.ok(policy !== undefined);
  assert.equal(digestOf(policy), roma.digest);
  assert.match(roma.digest, /^[0-9a-f]{64}$/);
  const hours = { days: [1], ranges: [{ from: 540, to: 600 }], holidays: 'excluded' } as const;
  const chosen = compile(policy, { choices: { hours } }).digest;
  assert.notEqual(chosen, roma.digest);
  assert.equal(
    compile(policy, { choices: { hours: { holidays: 'excluded', ranges: [{ to: 600, from: 540 }], days: [1] } } })
      .digest,
    chosen,
  );
});

test('the ladder keeps the order of the policy', () => {
  assert.deepEqual(
    roma.ladder.rungs.map(({ clause: { id }, what }) => [id, what.force, what.measure]),
    [
      ['RM1-030', 'may', 'ban'],
      ['RM1-031', 'may', 'report-platform'],
      ['RM1-031', 'may', 'report-authorities'],
    ],
  );
});

test('the channel card takes what is said of one network before what is said of all', () => {
  const policy = policyOf([clauseText(10, 'canale\nrete: Facebook\nmoderazione: prima\ncommenti: aperti')]);
  const card = policy.channels.get('facebook');
  assert.deepEqual([card?.moderation?.what, card?.moderation?.clause.id], ['before', 'ESE-010']);
  assert.equal(policy.channels.get('x')?.moderation?.what, 'after');
});

test("the body's own addresses are known", () => {
  assert.ok(contactsOf(roma).includes('ufficio.stampa@aslroma1.it'));
});
