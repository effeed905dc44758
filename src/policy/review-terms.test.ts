// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from './compile.ts';
import type { CompiledPolicy } from './compiled.ts';
import { parse } from './parse.ts';
import { isPast, keeperOf, lastDayOf, reviewTerms } from './review-terms.ts';

const POLICIES = join(import.meta.dirname, '../../policies');

function policyOf(slug: string, acts: readonly string[] = []): CompiledPolicy {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  return compile(policy, { choices: { acts: acts.map((clause) => ({ clause, act: 'atto di prova' })) } });
}

const SILENT = ['il-mosaico', 'regione-calabria', 'asst-crema', 'asl-roma-1', 'ats-milano'];

test('none of the five policies gives a term: what the body chose counts, in working days', () => {
  for (const slug of SILENT) {
    const unchosen = reviewTerms(policyOf(slug), 'takedown');
    assert.deepEqual([unchosen.decisions, unchosen.ask, unchosen.answer], ['open', undefined, undefined], slug);
    const { ask, answer } = reviewTerms(policyOf(slug), 'takedown', { askDays: 20, answerDays: 10 });
    assert.deepEqual(
      [ask, answer],
      [
        { days: 20, working: true },
        { days: 10, working: true },
      ],
      slug,
    );
  }
});

test('Calabria’s removals are final once its sleeping clause wakes; what is done to authors is not', () => {
  const awake = policyOf('regione-calabria', ['CAL-079']);
  const terms = reviewTerms(awake, 'takedown');
  assert.deepEqual([terms.decisions, terms.clause?.id], ['final', 'CAL-079']);
  assert.deepEqual(reviewTerms(awake, 'author').decisions, 'open');
});

test('terms that the policy gives are its own, whatever the body chose', () => {
  const terms = reviewTerms(policyOf('comune-di-esempio'), 'author', { askDays: 1, answerDays: 1 });
  assert.deepEqual(
    [terms.ask, terms.answer],
    [
      { days: 30, working: false },
      { days: 15, working: false },
    ],
  );
  assert.equal(terms.clause?.id, 'ESE-067');
});

test('working days leave out weekends and holidays, and a day is the Italian one', () => {
  const holidays = (day: string) => (day === '2026-12-08' ? 'Immacolata' : null);
  // Friday evening: Monday is the first day, Tuesday is a holiday.
  const friday = new Date('2026-12-04T18:00:00Z');
  assert.equal(lastDayOf(friday, { days: 1, working: true }, holidays), '2026-12-07');
  assert.equal(lastDayOf(friday, { days: 2, working: true }, holidays), '2026-12-09');
  assert.equal(lastDayOf(friday, { days: 2, working: false }, holidays), '2026-12-06');
  // Half past midnight in Italy is the day before in Greenwich.
  const night = new Date('2026-07-01T22:30:00Z');
  assert.equal(lastDayOf(night, { days: 1, working: false }, holidays), '2026-07-03');
  assert.equal(isPast('2026-07-01', night), true);
  assert.equal(isPast('2026-07-02', night), false);
});

test('who looks after a channel is told as the policy says it', () => {
  assert.equal(keeperOf(policyOf('asst-crema'), 'facebook'), 'ufficio Comunicazione');
  assert.equal(keeperOf(policyOf('asl-roma-1'), 'x'), 'ufficio stampa');
});
