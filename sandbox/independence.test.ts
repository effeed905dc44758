// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { it } from 'node:test';

const ROOT = import.meta.dirname;

/** What a source file imports: only these come from outside the sandbox. */
const ALLOWED = new Set(['zod']);

function strangersIn(file: string, text: string): string[] {
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  return named.filter((name) => {
    if (name.startsWith('node:') || ALLOWED.has(name)) return false;
    return !(name.startsWith('.') && resolve(dirname(file), name).startsWith(ROOT + sep));
  });
}

it('shares no code with the desk', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && name !== 'independence.test.ts',
  );
  assert.ok(files.length > 10);
  for (const name of files) {
    const file = join(ROOT, name);
    assert.deepEqual(strangersIn(file, readFileSync(file, 'utf8')), [], name);
  }
});

it('would notice', () => {
  const file = join(ROOT, 'facebook/graph.ts');
  const parts = ["import { x } from '#channels';", "import '../../src/kernel/id.ts';", "await import('fastify');"];
  assert.equal(strangersIn(file, parts.join('\n')).length, 3);
});
