// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { automaticReplyFor, type HolidayCalendar, type NightWindow, nightHours } from './index.ts';
import { clauseText, policyOf } from './testing/sample.ts';

const USED = 'canale\nrete: Facebook\nmessaggi diretti: usati';
const night = (text: string) => `risposta\ntipo: automatica\nquando: di notte\ntesto: «${text}»`;
const OUT = 'risposta\ntipo: automatica\nquando: fuori orario\ntesto: «Siamo chiusi.»';
const OFFICE =
  'orario\nvale per: moderazione\ngiorni: dal lunedì al venerdì\nore: dalle 9:00 alle 17:00\nfestivi: esclusi';
const NIGHT = 'orario\nvale per: notte\ngiorni: tutti i giorni\nore: dalle 20:00 alle 24:00 e dalle 0:00 alle 8:00';

const CHRISTMAS: HolidayCalendar = (date) => (date === '2026-12-25' ? 'Natale' : null);

function given(blocks: readonly string[], at: string, chosen?: NightWindow) {
  const policy = policyOf(blocks.map((text, index) => clauseText(10 + index, text)));
  const when = { moment: new Date(at), night: chosen, holidays: CHRISTMAS };
  const reply = automaticReplyFor(policy, { channel: 'facebook', kind: 'message' }, when);
  return reply && [reply.clause.id, reply.text, reply.period];
}

test('a night is one night on both sides of midnight, and the next one another', () => {
  const blocks = [USED, night('Di notte dormiamo.'), NIGHT];
  const first = given(blocks, '2026-11-22T23:59:00+01:00');
  assert.deepEqual(first, ['ESE-011', 'Di notte dormiamo.', 'night:2026-11-22T19:00:00.000Z']);
  assert.deepEqual(given(blocks, '2026-11-23T07:59:00+01:00'), first);
  assert.equal(given(blocks, '2026-11-23T08:00:00+01:00'), undefined);
  assert.equal(given(blocks, '2026-11-23T20:00:00+01:00')?.[2], 'night:2026-11-23T19:00:00.000Z');
});

test('the night on which the clocks change is one night too', () => {
  const blocks = [USED, night('Di notte dormiamo.'), NIGHT];
  for (const [evening, morning] of [
    ['2026-03-28T22:00:00+01:00', '2026-03-29T06:00:00+02:00'],
    ['2026-10-24T22:00:00+02:00', '2026-10-25T06:00:00+01:00'],
  ] as const)
    assert.deepEqual(given(blocks, evening), given(blocks, morning));
});

test('where the policy gives no hours the body’s own night holds, over midnight or not; without it nothing is sent', () => {
  const blocks = [USED, night('Di notte dormiamo.'), NIGHT.replace(/ore: .*/, 'ore: dato mancante')];
  assert.equal(given(blocks, '2026-11-22T23:00:00+01:00'), undefined);
  assert.ok(given(blocks, '2026-11-22T23:00:00+01:00', { from: 1320, to: 360 }));
  assert.equal(given(blocks, '2026-11-22T21:00:00+01:00', { from: 1320, to: 360 }), undefined);
  assert.ok(given(blocks, '2026-11-22T02:00:00+01:00', { from: 60, to: 300 }));
  assert.equal(given(blocks, '2026-11-22T23:00:00+01:00', { from: 60, to: 300 }), undefined);
  const silent = policyOf([clauseText(10, USED)]);
  assert.equal(nightHours(silent, 'facebook', { from: 60, to: 300 }).source, 'choice');
});

test('out of hours counts from the close of the office; holidays are out of hours; the night comes first', () => {
  const blocks = [USED, OUT, OFFICE];
  assert.equal(given(blocks, '2026-11-23T10:00:00+01:00'), undefined);
  assert.equal(given(blocks, '2026-11-23T17:00:00+01:00')?.[2], 'closed:2026-11-23T16:00:00.000Z');
  assert.equal(given(blocks, '2026-11-22T12:00:00+01:00')?.[2], 'closed:2026-11-20T16:00:00.000Z', 'over the weekend');
  assert.equal(given(blocks, '2026-12-25T12:00:00+01:00')?.[2], 'closed:2026-12-24T16:00:00.000Z');
  assert.equal(given([USED, OUT], '2026-11-22T12:00:00+01:00'), undefined, 'no hours, no out of hours');
  const both = [USED, OUT, OFFICE, night('Di notte dormiamo.'), NIGHT];
  assert.equal(given(both, '2026-11-23T19:00:00+01:00')?.[0], 'ESE-011');
  assert.equal(given(both, '2026-11-23T21:00:00+01:00')?.[0], 'ESE-013');
});

test('nothing where messages are not used to answer, or the words are missing', () => {
  const at = '2026-11-22T23:00:00+01:00';
  assert.equal(given([USED.replace('usati', 'non usati per rispondere'), night('Sì.'), NIGHT], at), undefined);
  assert.equal(given([USED, night('Sì.').replace('«Sì.»', 'dato mancante'), NIGHT], at), undefined);
  assert.equal(given([USED, `${night('Sì.')}\ncanali: Instagram`, NIGHT, 'canale\nrete: Instagram'], at), undefined);
});
