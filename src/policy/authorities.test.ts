// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { authoritiesAskedFor, clausesOn } from './authorities.ts';
import { compile } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { parse } from './parse.ts';
import type { Signal } from './signal.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');
const compiled = readdirSync(POLICIES)
  .filter((name) => name.endsWith('.policy.md'))
  .sort()
  .map((name) => {
    const { policy } = parse(readFileSync(join(POLICIES, name), 'utf8'), name);
    assert.ok(policy);
    return { name, policy: compile(policy) };
  });

const AT = new Date('2026-01-13T09:00:00Z');
const signal = (category: string): Signal => ({ category, strength: 1, spans: [], source: 'test', reason: 'test' });
const judged = (policy: (typeof compiled)[number]['policy'], category: string) => {
  const item = { channel: 'facebook', kind: 'comment', text: 'prova', at: AT, hasMedia: false } as const;
  return evaluate(policy, item, [signal(category)], AT, () => null);
};

for (const { name, policy } of compiled)
  describe(name, () => {
    test('asks where a clause touches what may be prosecuted ex officio, and nowhere else', () => {
      for (const category of ['threat', 'incitement', 'illegal', 'csam']) {
        const regulated = judged(policy, category).clauses.some(({ categories }) => categories.includes(category));
        assert.equal(authoritiesAskedFor(policy, judged(policy, category)).includes(category), regulated, category);
      }
      for (const category of ['insult', 'spam', 'off-topic', 'criticism', 'question'])
        assert.deepEqual(authoritiesAskedFor(policy, judged(policy, category)), [], category);
    });

    test('asks too where a person cites such a clause on their own', () => {
      const [clause] = clausesOn(policy, 'threat');
      const cited = clause === undefined ? [] : [clause];
      const asked = authoritiesAskedFor(policy, { clauses: [] }, cited);
      assert.equal(asked.includes('threat'), clause !== undefined);
    });
  });

test('clauses on a category, asleep or not, in the order of the policy', () => {
  const on = (slug: string, category: string) =>
    clausesOn(compiled.find(({ name }) => name.startsWith(slug))?.policy ?? compiled[0]?.policy ?? never(), category);
  assert.deepEqual(on('regione-calabria', 'csam'), ['CAL-078']);
  assert.deepEqual(on('ats-milano', 'csam'), ['MIL-047']);
  assert.deepEqual(on('regione-calabria', 'other-violation'), ['CAL-082']);
  assert.deepEqual(on('il-mosaico', 'csam'), []);
});

function never(): never {
  throw new Error('no policy');
}
