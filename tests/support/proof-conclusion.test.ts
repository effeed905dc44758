// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { readRecord } from '../../src/app/commands/policy-coverage-record.ts';
import { concludeProofs, type ProofFiles } from './proof-conclusion.ts';
import { readProved } from './proof-ratchet.ts';
import type { Proofs } from './proof-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-conclusion-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const files: ProofFiles = {
  ledger: join(folder, 'ledger'),
  proved: join(folder, 'proved.txt'),
  record: join(folder, 'record.json'),
};
const NORM = { body: 'comune-di-esempio', area: 'accounts', kind: 'workflow', section: 'Prova', source: ['1.1'] };
const line = (id: string) =>
  `${JSON.stringify({ id, ...NORM, clause: 'a norm', test: 'given, then', module: 'policy' })}\n`;

beforeEach(() => {
  mkdirSync(files.ledger, { recursive: true });
  writeFileSync(join(files.ledger, 'comune-di-esempio.ndjson'), line('ESE-001') + line('ESE-002'));
  writeFileSync(files.proved, '# a heading\nESE-001\n');
  rmSync(files.record, { force: true });
});

const proving = (...ids: readonly string[]): Proofs => ({
  proved: Object.fromEntries(ids.map((id) => [id, ['tests/a.test.ts']])),
  altered: [],
  declared: ids,
  alterations: { noticed: 0, unnoticed: 0 },
});

test('a full run leaves its record and says what is newly proved', () => {
  const { lines, wrong } = concludeProofs(proving('ESE-001', 'ESE-002'), false, files);
  assert.equal(wrong, 0);
  assert.deepEqual(lines, [
    'newly proved: 1; `npm test -- --accept-proofs` adds them to tests/proved.txt',
    'proofs: 2 of 2 clauses proved, 0 alterations of 0 clauses, 0 unnoticed',
  ]);
  const record = readRecord(files.record);
  assert.deepEqual(Object.keys(record?.proved ?? {}), ['ESE-001', 'ESE-002']);
  assert.match(record?.policies['il-mosaico'] ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(readProved(files.proved), ['ESE-001']);
});

test('asked to, it adds them to the list', () => {
  concludeProofs(proving('ESE-001', 'ESE-002'), true, files);
  assert.deepEqual(readProved(files.proved), ['ESE-001', 'ESE-002']);
});

test('what is lost is wrong, is not taken off the list, and is not in the record', () => {
  const { lines, wrong } = concludeProofs(proving('ESE-002', 'ESE-003'), true, files);
  assert.equal(wrong, 2);
  assert.deepEqual(lines.slice(0, 2), [
    '✖ ESE-003 is named by a test or by tests/proved.txt and is not in the ledger',
    '✖ ESE-001 was proved and no longer is',
  ]);
  assert.deepEqual(readProved(files.proved), ['ESE-001', 'ESE-002']);
  assert.ok(!('ESE-001' in (readRecord(files.record)?.proved ?? {})));
});

test('a ledger that cannot be read is one thing wrong, and the run still closes', () => {
  writeFileSync(join(files.ledger, 'comune-di-esempio.ndjson'), '{"id":\n');
  const { lines, wrong } = concludeProofs(proving('ESE-001'), false, files);
  assert.equal(wrong, 1);
  assert.match(lines[0] ?? '', /^✖ proofs: /);
});
