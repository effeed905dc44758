// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evaluate, type ItemFacts, type PolicyChoices } from '../index.ts';
import { clauseText, comment, policyIn, policyOf, signal } from '../testing/sample.ts';

const OFFICE =
  'orario\nvale per: moderazione\ngiorni: dal lunedì al venerdì\nore: dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00\nfestivi: esclusi';
const CHRISTMAS = (date: string): string | null => (date === '2026-12-25' ? 'Natale' : null);

const due = (
  blocks: readonly string[],
  at: string,
  more: { facts?: Partial<ItemFacts>; choices?: PolicyChoices } = {},
) => {
  const item = comment({ at: new Date(at), ...more.facts });
  const policy = policyOf(
    blocks.map((block, index) => clauseText(10 + index, block)),
    more.choices,
  );
  return evaluate(policy, item, [signal('question')], item.at, CHRISTMAS);
};
const moment = (at: string): string => new Date(at).toISOString();

test('the close of the first shift in which it can be looked at', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2026-01-13T08:00:00+01:00', '2026-01-13T13:00:00+01:00'],
    ['2026-01-13T12:59:59+01:00', '2026-01-13T13:00:00+01:00'],
    ['2026-01-13T13:00:00+01:00', '2026-01-13T17:00:00+01:00'],
    ['2026-01-13T17:00:00+01:00', '2026-01-14T13:00:00+01:00'],
    ['2026-01-16T18:00:00+01:00', '2026-01-19T13:00:00+01:00'],
    ['2026-12-24T18:00:00+01:00', '2026-12-28T13:00:00+01:00'],
    // Clocks go forward on the night of 29 March and back on that of 25 October.
    ['2026-03-28T10:00:00+01:00', '2026-03-30T13:00:00+02:00'],
    ['2026-10-24T10:00:00+02:00', '2026-10-26T13:00:00+01:00'],
  ];
  for (const [at, expected] of cases) assert.equal(due([OFFICE], at).due?.at.toISOString(), moment(expected), at);
});

test('hours that do not speak of holidays count them as other days, and say so', () => {
  const { due: found } = due([OFFICE.replace('\nfestivi: esclusi', '')], '2026-12-24T18:00:00+01:00');
  assert.equal(found?.at.toISOString(), moment('2026-12-25T13:00:00+01:00'));
  assert.match(found?.reason.text ?? '', /non parla dei giorni festivi/);
});

test('a shift that ends at midnight ends on the next day', () => {
  const night = OFFICE.replace(/ore: .*/, 'ore: dalle 20:00 alle 24:00');
  assert.equal(due([night], '2026-01-13T23:00:00+01:00').due?.at.toISOString(), moment('2026-01-14T00:00:00+01:00'));
});

test('without hours there is no deadline, and the datum is missing', () => {
  const silent = OFFICE.replace(/ore: .*/, 'ore: dato mancante');
  for (const blocks of [[], [silent]]) {
    const judgement = due(blocks, '2026-01-13T08:00:00+01:00');
    assert.equal(judgement.due, undefined);
    assert.deepEqual(
      judgement.missing.map(({ what }) => what),
      ['hours'],
    );
  }
});

test('a recorded choice fills the silence, never overrides the policy, and is named', () => {
  const hours = { days: [1, 2, 3, 4, 5], ranges: [{ from: 480, to: 600 }], holidays: 'excluded' } as const;
  const filled = due([], '2026-01-13T08:30:00+01:00', { choices: { hours } });
  assert.equal(filled.due?.at.toISOString(), moment('2026-01-13T10:00:00+01:00'));
  assert.match(filled.due?.reason.text ?? '', /orario scelto dall’ente, la policy non lo indica/);
  const kept = due([OFFICE], '2026-01-13T08:30:00+01:00', { choices: { hours } });
  assert.equal(kept.due?.at.toISOString(), moment('2026-01-13T13:00:00+01:00'));
});

const PROMISE = 'risposta\ntipo: del personale\nentro: 2 ore\npromessa: massimo\ninterventi: commenti';

test('a promised time goes before the hours and cites its clause', () => {
  const judgement = due([OFFICE, PROMISE], '2026-01-13T16:30:00+01:00');
  assert.equal(judgement.due?.at.toISOString(), moment('2026-01-13T18:30:00+01:00'));
  assert.equal(judgement.due?.reason.clause, 'ESE-011');
  assert.match(judgement.due?.reason.text ?? '', /non dice se di notte e nei festivi/);
  const elsewhere = due([OFFICE, PROMISE], '2026-01-13T16:30:00+01:00', { facts: { kind: 'mention' } });
  assert.equal(elsewhere.due?.at.toISOString(), moment('2026-01-13T17:00:00+01:00'));
});

test('a time promised in office hours goes on at the next opening', () => {
  const counted = due([OFFICE, `${PROMISE}\norologio: in orario di moderazione`], '2026-01-16T16:30:00+01:00');
  assert.equal(counted.due?.at.toISOString(), moment('2026-01-19T10:30:00+01:00'));
});

test('an item dated in the future is looked at from now', () => {
  const policy = policyOf([clauseText(10, OFFICE)]);
  const item = comment({ at: new Date('2030-01-01T10:00:00Z') });
  const judgement = evaluate(policy, item, [], new Date('2026-01-13T10:00:00Z'));
  assert.equal(judgement.due?.at.toISOString(), moment('2026-01-13T13:00:00+01:00'));
});

test('ASL Roma 1: fifteen minutes on Facebook messages only, hours missing, services hours never used', () => {
  const policy = policyIn(readFileSync(new URL('../../../policies/asl-roma-1.policy.md', import.meta.url), 'utf8'));
  const message = comment({ kind: 'message' });
  const answered = evaluate(policy, message, [signal('question')], message.at);
  assert.equal(answered.due?.at.getTime(), message.at.getTime() + 15 * 60_000);
  assert.equal(answered.due?.reason.clause, 'RM1-056');
  const elsewhere = evaluate(policy, comment(), [signal('question')], message.at);
  assert.equal(elsewhere.due, undefined);
  assert.deepEqual(
    elsewhere.missing.map(({ what, clause }) => [what, clause]),
    [
      ['hours', 'RM1-017'],
      ['response-time', 'RM1-021'],
    ],
  );
});
