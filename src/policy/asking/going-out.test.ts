// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from '../compile.ts';
import { NETWORKS } from '../facts.ts';
import { parse } from '../parse.ts';
import { automaticPublishing, contentApprovers, initiativeApprover } from './going-out.ts';

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');

function policyOf(slug: string) {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  return compile(policy);
}

test('where a clause forbids it no program publishes; where none speaks nothing is made up', () => {
  const asl = policyOf('asl-roma-1');
  assert.deepEqual(automaticPublishing(asl, 'facebook'), { rule: 'forbidden', clause: 'RM1-050' });
  assert.deepEqual(automaticPublishing(asl, 'x'), { rule: 'forbidden', clause: 'RM1-036' });
  assert.deepEqual(automaticPublishing(asl, 'other'), { rule: 'missing', clause: null });
  assert.deepEqual(automaticPublishing(policyOf('il-mosaico'), 'linkedin'), { rule: 'forbidden', clause: 'MOS-024' });
  assert.deepEqual(automaticPublishing(policyOf('asst-crema'), 'facebook'), { rule: 'missing', clause: 'CRE-003' });
  assert.deepEqual(automaticPublishing(policyOf('regione-calabria'), 'youtube'), {
    rule: 'missing',
    clause: 'CAL-005',
  });
  assert.deepEqual(automaticPublishing(policyOf('ats-milano'), 'facebook'), { rule: 'missing', clause: 'MIL-003' });
});

test('only one of the five says who approves what goes out: by the plan', () => {
  assert.deepEqual(contentApprovers(policyOf('regione-calabria'), ['facebook']), [
    { by: 'Dirigente generale', clause: 'CAL-090', of: 'plan' },
  ]);
  for (const slug of ['asl-roma-1', 'asst-crema', 'ats-milano', 'il-mosaico'])
    assert.deepEqual(contentApprovers(policyOf(slug), NETWORKS), [], slug);
});

test('initiatives are authorised before where a clause says so, also when it does not say by whom', () => {
  assert.deepEqual(initiativeApprover(policyOf('regione-calabria')), { by: null, clause: 'CAL-041' });
  assert.equal(initiativeApprover(policyOf('asl-roma-1')), undefined);
});
