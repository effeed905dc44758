// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CompiledPolicy, compile, parse } from '#policy';
import { namedInDraft } from '#triage';
import { isNamedByPolicy, namedBesides } from './own-officials.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');
const sourceOf = (file: string): string => readFileSync(join(POLICIES, file), 'utf8');

function compiled(source: string): CompiledPolicy {
  const { policy } = parse(source, 'policy');
  assert.ok(policy);
  return compile(policy);
}

test('the prose of whole policies, which names offices and roles alone, names nobody', () => {
  const files = readdirSync(POLICIES).filter((file) => file.endsWith('.policy.md'));
  assert.ok(files.length >= 6);
  for (const file of files)
    for (const { id, text } of compiled(sourceOf(file)).clauses.values())
      assert.deepEqual(
        namedInDraft(text).map((span) => text.slice(...span)),
        [],
        id,
      );
});

test('who is named by the policy is one of its officials, by surname too; a namesake of one word of it is not', () => {
  const role = 'Il responsabile dei social è il dirigente della comunicazione,';
  const source = sourceOf('comune-di-esempio.policy.md');
  assert.ok(source.includes(role));
  const policy = compiled(source.replace(role, `${role} dottoressa Elsa Inventini,`));
  const others = (text: string) => namedBesides(policy, text).map((span) => text.slice(...span));
  assert.ok(isNamedByPolicy(policy, 'Inventini') && isNamedByPolicy(policy, 'Elsa Inventini'));
  assert.ok(!isNamedByPolicy(policy, 'Ugo Inventini') && !isNamedByPolicy(policy, ''));
  assert.deepEqual(others('La direttrice Inventini e il dottor Verdi rispondono qui.'), ['Verdi']);
  assert.deepEqual(others('Il dottor Ugo Inventini risponde qui.'), ['Ugo Inventini']);
});
