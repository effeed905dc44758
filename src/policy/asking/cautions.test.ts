// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from '../compile.ts';
import { parse } from '../parse.ts';
import { MATTER_KINDS, matterRules, plainWritingRule, scopeRule } from './cautions.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');

function policyOf(slug: string) {
  const file = join(POLICIES, `${slug}.policy.md`);
  const { policy } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(policy);
  return compile(policy);
}

const said = (slug: string) =>
  Object.fromEntries(MATTER_KINDS.map((kind) => [kind, matterRules(policyOf(slug), kind).map(({ clause }) => clause)]));

test('each policy forbids its own matters; where one is silent, nothing is borrowed', () => {
  assert.deepEqual(said('il-mosaico'), {
    litigation: ['MOS-038'],
    proceeding: ['MOS-043'],
    'not-public': ['MOS-042'],
    reserved: ['MOS-040', 'MOS-044', 'MOS-086'],
  });
  assert.deepEqual(said('asst-crema'), {
    litigation: [],
    proceeding: ['CRE-018'],
    'not-public': ['CRE-018'],
    reserved: ['CRE-017'],
  });
  assert.deepEqual(said('ats-milano'), {
    litigation: [],
    proceeding: ['MIL-016'],
    'not-public': ['MIL-016'],
    reserved: ['MIL-015'],
  });
});

test('what every draft is about is asked where a clause wants it, and so is plain writing', () => {
  const mosaico = policyOf('il-mosaico');
  assert.deepEqual(scopeRule(mosaico), {
    clause: 'MOS-033',
    outcome: 'advise',
    asked: 'il servizio, l’iniziativa, l’attività o il progetto di cui si parla',
  });
  assert.equal(plainWritingRule(mosaico)?.clause, 'MOS-092');
  for (const slug of ['asl-roma-1', 'asst-crema', 'ats-milano', 'regione-calabria'])
    assert.equal(scopeRule(policyOf(slug)), undefined, slug);
});
