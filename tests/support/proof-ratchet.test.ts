// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { LedgerClause } from '../../src/app/commands/policy-coverage-ledger.ts';
import { acceptProofs, proofsLine, readProved, verdictOn } from './proof-ratchet.ts';
import type { Proofs } from './proof-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-proved-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const clause = (id: string, kind: LedgerClause['kind']): LedgerClause => ({
  ...{ id, kind, body: 'comune-di-esempio', area: 'accounts', section: 'Prova', source: ['1.1'] },
  ...{ clause: 'a norm', test: 'given, then', module: 'policy' },
});
const LEDGER = [clause('ESE-001', 'config'), clause('ESE-002', 'document'), clause('ESE-003', 'auto')];

const proofs = (proved: readonly string[], altered: readonly string[]): Proofs => ({
  proved: Object.fromEntries(proved.map((id) => [id, ['tests/proofs/a.test.ts']])),
  altered: [...altered],
  declared: [...new Set([...proved, ...altered])],
  alterations: { noticed: 5, unnoticed: 1 },
});

test('what hangs on a block is proved only if its alterations are noticed', () => {
  const { proved, newlyProved, complaints } = verdictOn(
    proofs(['ESE-001', 'ESE-002', 'ESE-003'], ['ESE-001']),
    LEDGER,
    [],
  );
  assert.deepEqual(proved, ['ESE-001', 'ESE-002']);
  assert.deepEqual(newlyProved, ['ESE-001', 'ESE-002']);
  assert.deepEqual(complaints, []);
});

test('what was proved and no longer is, and what nobody knows, are complaints', () => {
  const { complaints, newlyProved } = verdictOn(proofs(['ESE-001', 'ESE-003', 'ESE-009'], ['ESE-001']), LEDGER, [
    'ESE-001',
    'ESE-002',
    'ESE-003',
    'ESE-008',
  ]);
  assert.deepEqual(complaints, [
    'ESE-008 is named by a test or by tests/proved.txt and is not in the ledger',
    'ESE-009 is named by a test or by tests/proved.txt and is not in the ledger',
    'ESE-002 was proved and no longer is',
    'ESE-003 was proved and no longer is (its alterations are not all noticed)',
  ]);
  assert.deepEqual(newlyProved, []);
});

test('accepting adds, sorted, and takes nothing away', () => {
  const file = join(folder, 'proved.txt');
  acceptProofs(['ESE-003', 'ESE-001'], ['ESE-002'], file);
  assert.deepEqual(readProved(file), ['ESE-001', 'ESE-002', 'ESE-003']);
});

test('the list of the program is sorted and says each clause once', () => {
  const listed = readProved();
  assert.ok(listed.length > 0);
  assert.deepEqual(listed, [...new Set(listed)].sort());
});

test('the closing words give the counts', () => {
  assert.equal(
    proofsLine(proofs(['ESE-001'], ['ESE-001']), 1, 3),
    'proofs: 1 of 3 clauses proved, 6 alterations of 1 clauses, 1 unnoticed',
  );
});
