// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { breachUnder } from './breaches.ts';
import { compile } from './compile.ts';
import { openWays } from './contacts.ts';
import { evaluate } from './evaluate.ts';
import { type LadderChoices, ladderTerms, rungsOf } from './ladder-terms.ts';
import { type AuthorHistory, carriesBan, mayWritePrivately, measuresFor } from './measures.ts';
import { parse } from './parse.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');
const FIVE = ['il-mosaico', 'regione-calabria', 'asst-crema', 'asl-roma-1', 'ats-milano'] as const;

function policyOf(slug: string) {
  const file = join(POLICIES, `${slug}.policy.md`);
  const { policy } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(policy);
  return compile(policy);
}

const item = { channel: 'facebook', kind: 'comment' } as const;
const at = new Date('2026-01-13T10:00:00Z');

/** What the policy says of a comment in which these categories were noticed. */
function judged(policy: ReturnType<typeof policyOf>, ...categories: readonly string[]) {
  const signals = categories.map((category) => ({ category, strength: 1, spans: [], source: 'test', reason: '' }));
  return evaluate(policy, { ...item, text: '', at }, signals, at);
}

const CLEAN: AuthorHistory = { breaches: 0, warnings: 0, banned: false, brokenHere: [], broken: [] };
/** A clause that no policy has, as of a version that is no more. */
const HERE = { brokenHere: ['XXX-001'] };

const allowed = (slug: string, history: Partial<AuthorHistory>, choices: LadderChoices = {}) => {
  const policy = policyOf(slug);
  const answers = measuresFor(policy, { item }, { history: { ...CLEAN, ...history }, choices });
  return answers.filter((one) => one.allowed && one.measure !== 'remove').map(({ measure }) => measure);
};

test('without a confirmed breach no policy allows anything against an author', () => {
  for (const slug of [...FIVE, 'comune-di-esempio']) assert.deepEqual(allowed(slug, {}), [], slug);
});

test('after one breach each policy allows what it says, and no more', () => {
  const once = { breaches: 1, ...HERE };
  const reports = ['report-platform', 'report-authorities'];
  assert.deepEqual(allowed('il-mosaico', once), [...reports, 'ban']);
  assert.deepEqual(allowed('asl-roma-1', once), ['ban', ...reports]);
  for (const slug of ['asst-crema', 'ats-milano']) assert.deepEqual(allowed(slug, once), ['warn', ...reports], slug);
  // All of the ladder sleeps but what the policy excepts for shares.
  assert.deepEqual(allowed('regione-calabria', once), reports);
  assert.deepEqual(allowed('comune-di-esempio', once), ['warn', ...reports]);
});

test('who is banned is not banned again', () => {
  for (const slug of FIVE)
    assert.equal(allowed(slug, { breaches: 5, ...HERE, banned: true }).includes('ban'), false, slug);
});

test('figures of the policy win over the body’s own; a chosen repetition is never of one', () => {
  const own = ladderTerms(policyOf('comune-di-esempio'), { threshold: 2, windowDays: 10 });
  assert.deepEqual([own.threshold?.value, own.windowDays?.value, own.reviewDays?.value], [3, 365, 90]);
  assert.deepEqual([own.threshold?.chosen, own.windowDays?.chosen, own.warning.rule], [false, false, 'due']);
  const crema = policyOf('asst-crema');
  assert.equal(ladderTerms(crema, { threshold: 1, windowDays: 30 }).threshold?.value, undefined);
  assert.equal(ladderTerms(crema, { threshold: 2, windowDays: 30 }).threshold?.value, 2);
  assert.equal(ladderTerms(policyOf('il-mosaico')).threshold, undefined);
});

test('a warning that is due cannot be left out', () => {
  const thrice = { breaches: 3, ...HERE };
  assert.equal(allowed('comune-di-esempio', thrice).includes('ban'), false);
  assert.ok(allowed('comune-di-esempio', { ...thrice, warnings: 1 }).includes('ban'));
});

test('a measure rests on what people said was broken: a warning here, a ban on all that is counted', () => {
  const policy = policyOf('asst-crema');
  const history = {
    ...CLEAN,
    breaches: 2,
    warnings: 1,
    brokenHere: ['CRE-048'],
    broken: ['CRE-041', 'CRE-048', 'OLD-001'],
  };
  const choices = { threshold: 2, windowDays: 365 };
  const grounds = (measure: string) =>
    measuresFor(policy, { item }, { history, choices })
      .find((one) => one.measure === measure)
      ?.clauses.map(({ id }) => id);
  assert.deepEqual(grounds('warn'), ['CRE-052', 'CRE-048']);
  assert.deepEqual(
    grounds('ban'),
    ['CRE-051', 'CRE-048', 'CRE-041'],
    'what the version in force no longer has is left out',
  );
  // A share that defames in Calabria: the rung is itself the clause that was broken.
  const share = { ...CLEAN, brokenHere: ['CAL-045'] };
  const [report] = measuresFor(
    policyOf('regione-calabria'),
    { item: { ...item, kind: 'mention' } },
    { history: share },
  );
  assert.deepEqual(
    report?.clauses.map(({ id }) => id),
    ['CAL-045'],
  );
});

test('a ban stands on as many breaches as a repetition takes', () => {
  const carried = (slug: string, choices?: LadderChoices) =>
    [0, 1, 2, 3].filter((breaches) => carriesBan(policyOf(slug), breaches, choices));
  assert.deepEqual(carried('il-mosaico'), [1, 2, 3], 'no repetition is asked for');
  assert.deepEqual(carried('asst-crema'), [2, 3], 'never once');
  assert.deepEqual(carried('asst-crema', { threshold: 3 }), [3]);
  assert.deepEqual(carried('comune-di-esempio', { threshold: 2 }), [3], 'the policy’s own number');
});

test('opinions, health and personal cases are never counted, an insult is', () => {
  for (const slug of FIVE.filter((one) => one !== 'regione-calabria')) {
    const policy = policyOf(slug);
    for (const [category, counts] of [
      ['political', false],
      ['sensitive-data', false],
      ['personal-case', false],
      ['insult', true],
      ['threat', true],
    ] as const) {
      const judgement = judged(policy, category);
      const cited = judgement.clauses.map(({ id }) => id);
      assert.equal(breachUnder(policy, { item, judgement }, cited).length > 0, counts, `${slug} ${category}`);
    }
  }
});

test('a clause that nobody noticed counts as it is written; a reservation alone by what was noticed', () => {
  const policy = policyOf('asl-roma-1');
  const nothing = judged(policy);
  const written = policy.rules.find(({ categories }) => categories.includes('insult'))?.clause.id ?? '';
  const health = policy.rules.find(({ categories }) => categories.includes('sensitive-data'))?.clause.id ?? '';
  assert.deepEqual(breachUnder(policy, { item, judgement: nothing }, [written, health]), [written]);
  assert.deepEqual(breachUnder(policy, { item, judgement: nothing }, ['RM1-029']), ['RM1-029']);
  assert.deepEqual(breachUnder(policy, { item, judgement: judged(policy, 'personal-case') }, ['RM1-029']), []);
  // Held before publication is nobody's fault.
  const hours = policy.hours[0]?.clause.id ?? '';
  assert.deepEqual(breachUnder(policy, { item, judgement: nothing }, [hours]), []);
});

test('a clause about who is too young counts no breach of a child', () => {
  const policy = policyOf('asst-crema');
  const judgement = judged(policy, 'minorenne-che-scrive');
  assert.ok(judgement.clauses.length > 0);
  assert.deepEqual(
    breachUnder(
      policy,
      { item, judgement },
      judgement.clauses.map(({ id }) => id),
    ),
    [],
  );
});

test('who is banned is told the ways that the policy gives, without those about privacy papers', () => {
  const addresses = (slug: string) => openWays(policyOf(slug)).map(({ address, office }) => address ?? office);
  assert.deepEqual(addresses('il-mosaico'), ['info@ilmosaicoservizi.it']);
  assert.deepEqual(addresses('ats-milano'), ['uffici relazioni con il pubblico']);
  assert.deepEqual(addresses('regione-calabria'), []);
  assert.ok(addresses('comune-di-esempio').includes('urp@comune.esempio.example'));
});

test('a private message is used only where the policy does not keep the channel out of it', () => {
  assert.equal(mayWritePrivately(policyOf('asst-crema'), 'facebook'), false);
  assert.equal(mayWritePrivately(policyOf('asl-roma-1'), 'facebook'), true);
  assert.equal(mayWritePrivately(policyOf('asl-roma-1'), 'instagram'), false);
});

test('what sleeps comes after what is in force', () => {
  assert.deepEqual(
    rungsOf(policyOf('regione-calabria')).map(({ measure }) => measure),
    ['report-platform', 'report-authorities', 'remove', 'ban'],
  );
});
