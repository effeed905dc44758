// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from '../compile.ts';
import { parse } from '../parse.ts';
import { checklistFor, kindsAsking } from './checklist.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');

function policyOf(slug: string) {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  return compile(policy);
}

const clausesFor = (slug: string, more: { readonly ofOthers?: boolean; readonly kinds?: readonly string[] } = {}) =>
  checklistFor(policyOf(slug), { networks: ['facebook'], ofOthers: false, kinds: [], ...more }).map(
    ({ clause, outcome, mustBeNo }) => [clause, outcome, mustBeNo],
  );

test('what is forbidden and what is style is asked of every draft, sources of what comes from others', () => {
  assert.deepEqual(clausesFor('ats-milano'), [['MIL-014', 'block', true]]);
  assert.deepEqual(clausesFor('ats-milano', { ofOthers: true }), [
    ['MIL-007', 'block', false],
    ['MIL-008', 'block', false],
    ['MIL-014', 'block', true],
  ]);
  assert.deepEqual(clausesFor('asl-roma-1'), []);
  assert.deepEqual(clausesFor('asl-roma-1', { ofOthers: true }), [['RM1-012', 'block', false]]);
});

test('the rest is asked of whoever declares that kind of content', () => {
  const [first] = kindsAsking(policyOf('regione-calabria'), ['facebook']);
  assert.equal(first, 'avvisi e bandi rimandano alla pubblicazione ufficiale');
  const ofEvery = ['CAL-039', 'justify', false];
  assert.deepEqual(clausesFor('regione-calabria', { kinds: [first ?? ''] }), [['CAL-010', 'advise', false], ofEvery]);
  assert.deepEqual(kindsAsking(policyOf('asl-roma-1'), ['facebook']), []);
  assert.deepEqual(clausesFor('regione-calabria', { kinds: ['un’altra cosa'] }), [ofEvery]);
});
