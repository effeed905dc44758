// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gulpease } from '../statements/gulpease.ts';
import { type OutcomeFacts, outcomeNotice, outcomeText } from './outcome.ts';

// What an author reads of a review, in golden/. After a wanted change run this file once with UPDATE_GOLDEN=1 and read them.

const GOLDEN = join(import.meta.dirname, 'golden');
const EASY = 50;

const FACTS: OutcomeFacts = {
  outcome: 'confirmed',
  measure: 'hide',
  itemKind: 'comment',
  bodyName: 'Comune di Esempio',
  networkName: 'Facebook',
  restored: null,
  reasons: 'Il commento insulta chi lavora allo sportello.',
  correction: null,
  clause: null,
  page: 'https://banco.example/motivazioni/B7KD-4RTM-9XWQ-2HGF',
};

const CASES: Readonly<Record<string, Partial<OutcomeFacts>>> = {
  confirmed: {},
  'overturned-shown-again': {
    outcome: 'overturned',
    restored: 'restoring',
    reasons: 'Era una critica, non un insulto.',
  },
  'overturned-not-possible': {
    outcome: 'overturned',
    measure: 'remove',
    itemKind: 'reply',
    restored: 'impossible',
    reasons: 'Era una critica, non un insulto.',
    correction: 'Pubblichiamo noi una nota.',
  },
  'warning-overturned': { outcome: 'overturned', measure: 'warn', restored: 'nothing-to-restore', reasons: null },
  'ban-overturned': { outcome: 'overturned', measure: 'ban', restored: 'restoring', reasons: null },
  'corrected-by-the-body': { outcome: 'corrected', restored: 'nothing-to-restore', reasons: null },
  'put-on-record': {
    outcome: 'recorded',
    measure: 'remove',
    reasons: null,
    clause: { id: 'CAL-079', title: 'Decisioni definitive' },
  },
};

for (const [name, given] of Object.entries(CASES))
  test(`the outcome «${name}» is as it was read, and plain`, (t) => {
    const text = outcomeText({ ...FACTS, ...given });
    const file = join(GOLDEN, `${name}.txt`);
    if (process.env.UPDATE_GOLDEN === '1') {
      if (!existsSync(GOLDEN)) mkdirSync(GOLDEN);
      writeFileSync(file, `${text}\n`);
    } else assert.equal(`${text}\n`, readFileSync(file, 'utf8'));
    t.diagnostic(`${gulpease(text).toFixed(1)}  ${name}`);
    assert.ok(gulpease(text) >= EASY, gulpease(text).toFixed(1));
  });

test('the public notice names neither what nor whom', () => {
  const notice = outcomeNotice(FACTS);
  assert.ok(notice.length <= 280 && gulpease(notice) >= EASY);
});
