// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Analyse, Signal } from '#policy';
import { policyText } from '../../../tests/support/policy-text.ts';
import { policyCheck, policyPrint, policyTest } from './policy.ts';
import { collect } from './testing/collect.ts';

const POLICY = policyText(`### ESE-001 · Facebook

Siamo su Facebook.

~~~canale
rete: Facebook
commenti: aperti
~~~

### ESE-002 · Dati personali

Si rimuovono.

~~~regola
modalità: da rimuovere
se: dati-personali
~~~

~~~esempi
- da rimuovere: «chiama Tizio al telefono»
- da rimuovere: «un recapito che nessuno riconosce»
- intatto: «che lentezza»
- da rimuovere: «una foto» · rilevato: dati-personali
~~~

### ESE-003 · Scrivici

Scrivici.

~~~contatto
per: tutto
indirizzo: urp@comune.example
~~~
`);

const phone = (strength: number): Signal => ({
  category: 'personal-data',
  strength,
  spans: [],
  source: 'test',
  reason: 'prova',
});

let folder = '';
const file = (name: string): string => join(folder, name);
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portavoce-policy-'));
  await writeFile(file('well.policy.md'), POLICY);
  await writeFile(
    file('ill.policy.md'),
    POLICY.replace('rete: Facebook', 'rete: Fecebook').replace('se: dati-personali', 'se: dati'),
  );
});
after(() => rm(folder, { recursive: true }));

test('check writes nothing about a policy without mistakes', async () => {
  const out = collect();
  assert.equal(await policyCheck([file('well.policy.md')], out), 0);
  assert.deepEqual([out.records, out.errors], [[], []]);
});

test('check writes a record for each mistake, with exactly the promised fields', async () => {
  const out = collect();
  assert.equal(await policyCheck([file('ill.policy.md'), file('well.policy.md')], out), 1);
  assert.deepEqual(
    out.records.map(({ code, line, column }) => [code, line, column]),
    [
      ['POL-E022', 20, 7],
      ['POL-E024', 30, 5],
    ],
  );
  for (const record of out.records)
    assert.deepEqual(Object.keys(record), ['file', 'code', 'line', 'column', 'message', 'hint']);
});

test('a file that is not there is not done, and the others still are', async () => {
  const out = collect();
  assert.equal(await policyCheck([file('absent.policy.md'), file('ill.policy.md')], out), 2);
  assert.equal(out.records.length, 2);
  assert.match(out.errors.join(), /absent\.policy\.md: non si può leggere: il file non esiste/);
});

test('test runs the examples and closes with the counts', async () => {
  const out = collect();
  const asked: string[] = [];
  const analyse: Analyse = (text, { kind, ownContacts }) => {
    asked.push(text);
    assert.deepEqual([kind, ownContacts], ['comment', ['urp@comune.example']]);
    return text.includes('telefono') ? [phone(1)] : [];
  };
  assert.equal(await policyTest([file('well.policy.md')], analyse, out), 0);
  assert.deepEqual(out.records.at(-1), { passed: 3, failed: 0, pending: 1 });
  assert.deepEqual(out.records[0], {
    file: file('well.policy.md'),
    clause: 'ESE-002',
    example: 'chiama Tizio al telefono',
    expected: 'da rimuovere',
    got: 'da rimuovere',
    ok: true,
  });
  assert.deepEqual(out.records[1]?.pending, true);
  assert.ok(!asked.includes('una foto'), 'explicit signals need no triage');
});

test('a wrong verdict fails', async () => {
  const out = collect();
  assert.equal(await policyTest([file('well.policy.md')], () => [phone(0.4)], out), 1);
  assert.deepEqual(out.records.at(-1), { passed: 2, failed: 2, pending: 0 });
  const overzealous = collect();
  assert.equal(await policyTest([file('well.policy.md')], () => [phone(1)], overzealous), 1);
  assert.deepEqual(overzealous.records[2], {
    file: file('well.policy.md'),
    clause: 'ESE-002',
    example: 'che lentezza',
    expected: 'intatto',
    got: 'da rimuovere (ESE-002)',
    ok: false,
  });
});

test('a policy with mistakes is not tested', async () => {
  const out = collect();
  assert.equal(await policyTest([file('ill.policy.md')], () => [], out), 2);
  assert.match(out.errors.join(), /POL-E022/);
});

test('print writes the canonical form', async () => {
  const out = collect();
  await writeFile(file('loose.policy.md'), POLICY.replaceAll('~~~', '```'));
  assert.equal(await policyPrint(file('loose.policy.md'), out), 0);
  assert.deepEqual(out.texts, [POLICY]);
  assert.equal(await policyPrint(file('ill.policy.md'), collect()), 1);
  assert.equal(await policyPrint(file('absent.policy.md'), collect()), 2);
});
