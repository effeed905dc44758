// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient } from '@tanstack/react-query';
import type { CaseDetail, DecisionView, RecordEntry } from '#moderation/contract';
import { adopt, isOlder } from './adopt.ts';
import { caseQuery } from './cases.ts';
import { caseDetail } from './testing/case-detail.ts';

const entry = (seq: number): RecordEntry => ({
  seq,
  at: '2026-11-20T10:00:00Z',
  kind: 'inventato',
  summary: 'Annotazione inventata',
  person: null,
  role: null,
  clauses: [],
  policyVersion: null,
  hash: 'x',
});
const writes = (at: string): DecisionView[] => [
  {
    id: 'd',
    kind: 'hide',
    grounds: [],
    reasons: 'Perché.',
    reply: null,
    reported: false,
    policyVersion: '1',
    person: { name: 'Persona inventata', role: 'moderator' },
    at: '2026-11-20T10:00:00Z',
    undoneAt: null,
    undoneBy: null,
    undoneReasons: null,
    superseded: false,
    undoable: true,
    enforcements: [{ id: 'e', type: 'hide', state: 'sent', at, note: null, guide: null }],
  },
];
const told = (change: Partial<CaseDetail>): CaseDetail => caseDetail({ revision: 4, record: [entry(8)], ...change });

test('an answer is older by its revision, else by the record, else by the writes', () => {
  assert.equal(isOlder(told({ revision: 3, record: [entry(99)] }), told({})), true);
  assert.equal(isOlder(told({}), told({ record: [entry(8), entry(9)] })), true);
  assert.equal(isOlder(told({ record: [entry(9), entry(8)] }), told({})), false);
  const [sooner, later] = [writes('2026-11-20T10:00:01Z'), writes('2026-11-20T10:00:02Z')];
  assert.equal(isOlder(told({ decisions: sooner }), told({ decisions: later })), true);
  assert.equal(isOlder(told({}), told({})), false);
});

test('an answer overtaken by the news does not take the place of what is known', async () => {
  const queries = new QueryClient();
  const { queryKey } = caseQuery('ente', 'c');
  const [older, newer] = [told({}), told({ record: [entry(8), entry(9)], enforcement: 'confirmed' })];
  queries.setQueryData(queryKey, newer);
  await adopt(queries, 'ente', older);
  assert.equal(queries.getQueryData(queryKey)?.enforcement, 'confirmed');
  queries.setQueryData(queryKey, older);
  await adopt(queries, 'ente', newer);
  assert.equal(queries.getQueryData(queryKey)?.enforcement, 'confirmed');
});
