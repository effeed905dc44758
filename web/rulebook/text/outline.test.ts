// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, examplesOf, parse } from '#policy';
import { blockAt, clauseAt, outlineOf } from './outline.ts';

const POLICIES = join(import.meta.dirname, '../../../policies');
const files = readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'));

for (const file of files) {
  test(`finds in ${file} the clauses, blocks and examples that the parser finds`, () => {
    const text = readFileSync(join(POLICIES, file), 'utf8');
    const { policy } = parse(text, file);
    assert.ok(policy !== undefined, 'the file is right');
    const outline = outlineOf(text);
    const parsed = policy.parts.flatMap(({ audience, sections }) =>
      sections.flatMap(({ title, clauses }) => clauses.map((clause) => ({ audience, section: title, clause }))),
    );
    assert.deepEqual(
      outline.clauses.map(({ id, title, section, audience, blocks }) => [id, title, section, audience, blocks.length]),
      parsed.map(({ audience, section, clause }) => [clause.id, clause.title, section, audience, clause.blocks.length]),
    );
    const examples = examplesOf(compile(policy));
    assert.equal(outline.examples.length, examples.length);
    for (const [index, { clause }] of examples.entries())
      assert.equal(clauseAt(outline, outline.examples[index] ?? 0)?.id, clause);
  });
}

const BROKEN = `# Policy esterna

## Sezione

### ESE-001 · Uno

Prosa.

~~~regola
modalità: protetto
### ESE-002 · Due

~~~esempi
- intatto: «ciao»
~~~
`;

test('a block that is never closed ends before the next title', () => {
  const outline = outlineOf(BROKEN);
  assert.deepEqual(
    outline.clauses.map(({ id, first, last }) => [id, first, last]),
    [
      ['ESE-001', 5, 10],
      ['ESE-002', 11, 16],
    ],
  );
  assert.deepEqual(blockAt(outline, 10), { name: 'regola', first: 9, last: 10, closed: false });
  assert.equal(blockAt(outline, 7), undefined);
  assert.deepEqual(outline.examples, [14]);
  assert.equal(clauseAt(outline, 2), undefined);
});
