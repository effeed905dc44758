// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '#inbox';
import type { Judgement, TouchedClause } from '#policy';
import { queueing } from './consider.ts';

const ITEM = { written_at: new Date(0), purged_at: null } as Item;

const judged = (...categories: string[]): Judgement => {
  const clause: TouchedClause = {
    ...{ id: 'PRO-001', title: 'Un punto', modality: 'must-remove', categories, signals: [], dormant: true },
  };
  return {
    ...{ policy: { body: 'prova', version: '1', digest: '' }, clauses: [clause], priority: 0, missing: [] },
    proposal: { action: 'remove', reasons: [] },
  };
};

test('the queue previews no word of what may be child-abuse content, even while its clause sleeps', () => {
  assert.equal(queueing(judged('insult'), ITEM, 'parole').excerpt, 'parole');
  assert.equal(queueing(judged('csam'), ITEM, 'parole').excerpt, '');
});
