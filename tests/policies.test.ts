// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CompiledPolicy, compile, type ExampleRun, evaluate, parse, print, runExamples } from '#policy';
import { analyse } from '#triage';

const FOLDER = join(import.meta.dirname, '..', 'policies');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.policy.md'));
/** The policies taken from real bodies show every category that they name by this many examples, and near misses. */
const WHOLE = ['il-mosaico', 'regione-calabria', 'asst-crema', 'asl-roma-1', 'ats-milano'];
const EXAMPLES_EACH = 8;
const INTACT_EACH = 3;

interface Shown {
  readonly all: number;
  readonly intact: number;
}

/**
 * How many examples show each category. One that must be touched shows the categories by which its clause was touched (a
 * pending one those its clause names); one that must not, those that its clause names.
 */
function examplesByCategory(policy: CompiledPolicy, tried: readonly ExampleRun[]): ReadonlyMap<string, Shown> {
  const named = (id: string) =>
    policy.rules.filter(({ clause }) => clause.id === id).flatMap(({ categories }) => categories);
  const shown = new Map(
    policy.rules.flatMap(({ categories }) => categories).map((slug) => [slug, { all: 0, intact: 0 }]),
  );
  for (const { example, signals, result } of tried) {
    const intact = example.expected === 'intact';
    const touched = evaluate(policy, example.item, signals, example.item.at).clauses;
    const by = touched.filter(({ id }) => id === example.about).flatMap(({ categories }) => categories);
    for (const slug of new Set(intact || result === 'pending' ? named(example.about) : by)) {
      const known = shown.get(slug) ?? { all: 0, intact: 0 };
      shown.set(slug, { all: known.all + 1, intact: known.intact + (intact ? 1 : 0) });
    }
  }
  return shown;
}

test('the policies of the installation are here', () => {
  assert.ok(FILES.length >= 6, `${FILES.length} files in policies/`);
});

for (const name of FILES) {
  test(name, (t) => {
    const source = readFileSync(join(FOLDER, name), 'utf8');
    const { policy: document, complaints } = parse(source, name);
    assert.deepEqual(complaints, []);
    assert.ok(document);
    assert.equal(print(document), source, 'not in the canonical form: portavoce policy print');
    assert.equal(`${document.header.body}.policy.md`, name, "the slug is the file's name");
    const policy = compile(document);
    const tried = [...runExamples(policy, analyse)];
    const told = (wanted: ExampleRun['result']) =>
      tried
        .filter(({ result }) => result === wanted)
        .map(({ example: { about, item }, expected, got }) => `${about} «${item.text}»: ${expected}, got ${got}`);
    for (const pending of told('pending')) t.diagnostic(`pending: ${pending}`);
    assert.ok(told('passed').length > 0, 'no example passed');
    assert.deepEqual(told('failed'), []);
    if (!WHOLE.includes(document.header.body)) return;
    const scarce = [...examplesByCategory(policy, tried)].filter(
      ([, { all, intact }]) => all < EXAMPLES_EACH || intact < INTACT_EACH,
    );
    assert.deepEqual(scarce, [], `fewer than ${EXAMPLES_EACH} examples, ${INTACT_EACH} of them intact`);
  });
}
