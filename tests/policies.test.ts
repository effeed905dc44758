// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, contactsOf, examplesOf, judgeExample, type PolicyDocument, parse, print } from '#policy';
import { analyse } from '#triage';

const FOLDER = join(import.meta.dirname, '..', 'policies');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.policy.md'));

interface Tried {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly pending: readonly string[];
}

/** The examples of a policy under triage as it stands, with the body's own addresses known to it. */
function tryExamples(document: PolicyDocument): Tried {
  const policy = compile(document);
  const ownContacts = contactsOf(policy);
  const tried = examplesOf(policy).map((example) => {
    const noticed = example.signals ?? analyse(example.item.text, { kind: example.item.kind, ownContacts });
    const { expected, got, result } = judgeExample(policy, example, noticed);
    return { result, told: `${example.about} «${example.item.text}»: ${expected}, got ${got}` };
  });
  const told = (wanted: string) => tried.filter(({ result }) => result === wanted).map((one) => one.told);
  return { passed: told('passed').length, failed: told('failed'), pending: told('pending') };
}

test('the policies of the installation are here', () => {
  assert.ok(FILES.length >= 6, `${FILES.length} files in policies/`);
});

for (const name of FILES) {
  test(name, (t) => {
    const source = readFileSync(join(FOLDER, name), 'utf8');
    const { policy, complaints } = parse(source, name);
    assert.deepEqual(complaints, []);
    assert.ok(policy);
    assert.equal(print(policy), source, 'not in the canonical form: portavoce policy print');
    assert.equal(`${policy.header.body}.policy.md`, name, "the slug is the file's name");
    const { passed, failed, pending } = tryExamples(policy);
    for (const told of pending) t.diagnostic(`pending: ${told}`);
    assert.ok(passed > 0, 'no example passed');
    assert.deepEqual(failed, []);
  });
}
