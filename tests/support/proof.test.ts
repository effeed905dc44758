// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, run, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { policyText } from './policy-text.ts';
import { type Proofs, watchProofs } from './proof-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-proofs-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const address = (path: string): string => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);

const POLICY = policyText(`### ESE-001 · Facebook

Siamo su Facebook.

~~~canale
rete: Facebook
commenti: aperti
messaggi diretti: usati
~~~

### ESE-002 · Insulti

Gli insulti si rimuovono.

~~~regola
modalità: da rimuovere
se: insulti
forza minima: 0,4
~~~
`);

const FRAME = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proves } from ${address('proves.ts')};
import { proofsOf } from ${address('proof.ts')};
import { parse } from ${address('../../src/policy/index.ts')};
const document = parse(${JSON.stringify(POLICY)}, 'prova').policy;
`;

/** What a run of one file of proofs proves, and what it tells. */
async function proving(
  source: string,
): Promise<Proofs & { readonly told: readonly string[]; readonly wrong: readonly string[] }> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.test.mjs`);
  writeFileSync(file, `${FRAME}${source}`);
  const told: string[] = [];
  const wrong: string[] = [];
  // A run inside a run is only reported apart if the child does not know of the outer one.
  const { NODE_TEST_CONTEXT: outer } = process.env;
  delete process.env.NODE_TEST_CONTEXT;
  try {
    const events = run({ files: [file] });
    const proofs = watchProofs(events);
    events.on('test:diagnostic', ({ message }) => told.push(message));
    events.on('test:fail', ({ name, details }) => {
      if (details.type !== 'suite') wrong.push(`${name}: ${details.error.cause ?? details.error.message}`);
    });
    for await (const _ of events);
    return { ...proofs.now(), told: told.filter((message) => message.startsWith('ESE')), wrong };
  } finally {
    if (outer !== undefined) process.env.NODE_TEST_CONTEXT = outer;
  }
}

test('a clause is proved when its checks pass and notice, together, every alteration', async () => {
  const { proved, altered, alterations, told, wrong } = await proving(`
    proofsOf(document, ({ proof }) => {
      proof('ESE-001', 'comments are open', ({ card }) => assert.equal(card('facebook').comments?.what, 'open'));
      proof('ESE-001', 'messages are used', ({ card }) => assert.equal(card('facebook').messages?.what, 'used'));
    });
  `);
  assert.deepEqual(wrong, []);
  assert.deepEqual(Object.keys(proved), ['ESE-001']);
  assert.match(proved['ESE-001']?.[0] ?? '', /\.test\.mjs$/);
  assert.deepEqual(altered, ['ESE-001']);
  assert.deepEqual(told, ['ESE-001: 7 alterations, 7 noticed']);
  assert.deepEqual(alterations, { noticed: 7, unnoticed: 0 });
});

test('a check that something of the clause does not matter to is found out, and told what', async () => {
  const { proved, altered, alterations, wrong } = await proving(`
    proofsOf(document, ({ proof }) => {
      proof('ESE-001', 'comments are open', ({ card }) => assert.equal(card('facebook').comments?.what, 'open'));
      proof('ESE-002', 'nothing is said', () => {});
    });
  `);
  assert.deepEqual(Object.keys(proved), ['ESE-001', 'ESE-002']);
  assert.deepEqual(altered, []);
  assert.equal(wrong.length, 2);
  assert.match(
    wrong[0] ?? '',
    /^ESE-001 altered.*7 alterations, 5 noticed.*messaggi diretti: non usati per rispondere/s,
  );
  assert.match(wrong[1] ?? '', /^ESE-002 altered.*0 noticed.*the clause is gone/s);
  assert.equal(alterations.unnoticed, 2 + 7);
});

test('a key may be excepted with a reason, and only where it is needed', async () => {
  const rule = `proof('ESE-002', 'an insult goes', ({ policy, judge }) => {
    assert.equal(judge({ signals: ['insult'] }).proposal.action, 'remove');
    assert.equal(policy.rules.length, 1);
  });`;
  const without = await proving(`proofsOf(document, ({ proof }) => { ${rule} });`);
  assert.match(without.wrong.join(), /forza minima/);
  const needed = await proving(`proofsOf(document, ({ proof, except }) => {
    ${rule} except('ESE-002', { 'forza minima': 'any insult is surer' });
  });`);
  assert.deepEqual(needed.wrong, []);
  assert.deepEqual(needed.altered, ['ESE-002']);
  assert.ok(needed.told.includes('ESE-002 but for «forza minima»: any insult is surer'));
  const idle = await proving(`proofsOf(document, ({ proof, except }) => {
    ${rule} except('ESE-002', { 'forza minima': 'any insult is surer', modalità: 'no reason' });
  });`);
  assert.match(idle.wrong.join(), /the exception for «modalità» is not needed/);
});

test('a check that does not hold of the policy as it is proves nothing', async () => {
  const { proved, altered } = await proving(`
    proofsOf(document, ({ proof }) => {
      proof('ESE-001', 'comments are closed', ({ card }) => assert.equal(card('facebook').comments?.what, 'disabled'));
    });
  `);
  assert.deepEqual(proved, {});
  assert.deepEqual(altered, ['ESE-001'], 'it fails on every alteration too');
});

test('a promise is no check', async () => {
  const { proved, wrong } = await proving(
    `proofsOf(document, ({ proof }) => { proof('ESE-001', 'later', async () => { assert.ok(false); }); });`,
  );
  assert.deepEqual(proved, {});
  assert.match(wrong.join(), /not asynchronous/);
});

test('what failed, was skipped or is still to do proves nothing', async () => {
  const { proved, declared } = await proving(`
    test(proves(['ESE-001', 'ESE-002'], 'both'), () => {});
    test(proves('ESE-002', 'not this'), () => assert.ok(false));
    test(proves('ESE-003', 'skipped'), { skip: 'why' }, () => {});
    test(proves('ESE-004', 'not yet'), { todo: true }, () => {});
    test(proves('ESE-005', 'skipped from inside'), (t) => t.skip('why'));
    test('inside', async (t) => { await t.test(proves('ESE-006', 'a test in a test'), () => {}); });
  `);
  assert.deepEqual(Object.keys(proved), ['ESE-001', 'ESE-006']);
  assert.deepEqual(declared, ['ESE-001', 'ESE-002', 'ESE-003', 'ESE-004', 'ESE-005', 'ESE-006']);
});
