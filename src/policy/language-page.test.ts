// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BlockSpec } from './blocks/block.ts';
import { BLOCKS } from './blocks/registry.ts';
import { COMPLAINTS } from './complaints.ts';
import { VOCABULARY } from './vocabulary.ts';

// The tables of docs/policy-language.md are made from the language itself. After a wanted change run this file once
// with UPDATE_GOLDEN=1.

const PAGE = join(import.meta.dirname, '../../docs/policy-language.md');
const UPDATE = process.env.UPDATE_GOLDEN === '1';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Examples sleep under no key, and lists have their own lines. */
function keysOf({ keys }: BlockSpec): string {
  const rows = Object.entries(keys)
    .filter(([field]) => field !== 'dormant')
    .map(([, { name, required, value, help }]) => [required ? `**${name}**` : name, help, value.expected]);
  return table(['key', 'what it says', 'value'], rows);
}

const TABLES: ReadonlyMap<string, string> = new Map([
  ...Object.values(BLOCKS)
    .filter((spec) => Object.keys(spec.keys).length > 0)
    .map((spec) => [`block:${spec.name}`, keysOf(spec)] as const),
  [
    'categories',
    table(
      ['name in a file', 'slug', 'meaning'],
      VOCABULARY.map(({ name, slug, label }) => [`\`${name}\``, `\`${slug}\``, label]),
    ),
  ],
  [
    'complaints',
    table(
      ['code', 'mistake', 'what to do'],
      Object.entries(COMPLAINTS).map(([code, { title, hint }]) => [code, title, hint]),
    ),
  ],
]);

const between = (mark: string): RegExp => new RegExp(`(<!-- ${mark} -->\n)([\\s\\S]*?)(<!-- /${mark} -->)`);

for (const [mark, made] of TABLES)
  test(`the page of the language tells ${mark} as it is`, () => {
    const page = readFileSync(PAGE, 'utf8');
    const written = between(mark).exec(page)?.[2];
    assert.notEqual(written, undefined, `no place for ${mark} in docs/policy-language.md`);
    if (UPDATE)
      writeFileSync(
        PAGE,
        page.replace(between(mark), (_all, open, _old, close) => `${open}${made}\n${close}`),
      );
    else assert.equal(written?.trim(), made);
  });
