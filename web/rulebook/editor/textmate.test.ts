// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../..');

interface Rule {
  readonly include?: string | undefined;
  readonly match?: string | undefined;
  readonly begin?: string | undefined;
  readonly end?: string | undefined;
  readonly patterns?: readonly Rule[] | undefined;
  readonly captures?: Readonly<Record<string, unknown>> | undefined;
}
const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.object({
    include: z.string().optional(),
    match: z.string().optional(),
    begin: z.string().optional(),
    end: z.string().optional(),
    patterns: z.array(Rule).optional(),
    captures: z.record(z.string(), z.unknown()).optional(),
  }),
);
const grammar = z
  .object({ scopeName: z.string(), patterns: z.array(Rule), repository: z.record(z.string(), Rule) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'docs/editor/portavoce-policy.tmLanguage.json'), 'utf8')));

const ruleOf = (rule: Rule): Rule => {
  if (rule.include === undefined) return rule;
  const found = grammar.repository[rule.include.slice(1)];
  assert.ok(found !== undefined, `${rule.include} is in the repository`);
  return found;
};
const nameOf = (rule: Rule): string => rule.include?.slice(1) ?? '';
/** `\A` is the beginning of the file; the other signs in use mean the same to TextMate and here. */
const pattern = (source: string): RegExp => new RegExp(source.replace('\\A', '^'), 'u');

/** Which rule takes each line, as an editor would go through the file; `null`: none does. */
function takenBy(text: string): (string | null)[] {
  let open: { readonly name: string; readonly rule: Rule; readonly end: RegExp } | undefined;
  return text.split('\n').map((line, index) => {
    if (line.trim() === '') return '';
    if (open !== undefined) {
      const { name, rule, end } = open;
      const closes = end.exec(line);
      if (closes !== null) open = undefined;
      if (closes !== null && closes[0] !== '') return name;
      if (closes === null) {
        const inner = (rule.patterns ?? []).find((each) => pattern(ruleOf(each).match ?? '$^').test(line));
        return inner === undefined ? null : `${name} ${nameOf(inner)}`;
      }
    }
    for (const each of grammar.patterns) {
      const rule = ruleOf(each);
      if (rule.begin?.startsWith('\\A') === true && index > 0) continue;
      const match = pattern(rule.match ?? rule.begin ?? '$^').exec(line);
      if (match === null) continue;
      if (rule.begin !== undefined)
        open = { name: nameOf(each), rule, end: pattern((rule.end ?? '').replace('\\1', match[1] ?? '')) };
      return nameOf(each);
    }
    return null;
  });
}

const POLICIES = join(ROOT, 'policies');
for (const file of readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'))) {
  test(`every line of ${file} is known to the grammar`, () => {
    const text = readFileSync(join(POLICIES, file), 'utf8');
    const taken = takenBy(text);
    const lines = text.split('\n');
    assert.deepEqual(
      lines.filter((_, index) => taken[index] === null),
      [],
    );
    const count = (name: string) => taken.filter((each) => each === name).length;
    assert.equal(count('clause'), lines.filter((line) => line.startsWith('### ')).length);
    assert.equal(count('block'), lines.filter((line) => line.startsWith('~~~')).length, 'fences, both ends');
    assert.equal(count('header'), 2);
    assert.ok(count('block example') > 0);
    const inBlocks = taken.filter((each) => each?.startsWith('block ')).length;
    assert.ok(inBlocks > count('prose') / 2, `${inBlocks} lines inside blocks`);
  });
}

test('a line that is nobody’s is noticed', () => {
  const taken = takenBy('---\nente: x\n---\n\n#### Troppo profondo\n\n~~~regola\n: senza chiave\n~~~\n');
  assert.deepEqual(
    taken.map((each) => each ?? 'nobody'),
    ['header', 'header key', 'header', '', 'nobody', '', 'block', 'nobody', 'block', ''],
  );
});

test('every include leads somewhere', () => {
  const visit = (rule: Rule): void => {
    ruleOf(rule);
    for (const inner of rule.patterns ?? []) visit(inner);
    for (const capture of Object.values(rule.captures ?? {})) visit(Rule.parse(capture));
  };
  for (const rule of [...grammar.patterns, ...Object.values(grammar.repository)]) visit(rule);
});
