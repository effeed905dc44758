// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyText } from '../../../tests/support/policy-text.ts';
import { compile } from '../compile.ts';
import type { PolicyChoices } from '../compiled.ts';
import { parse } from '../parse.ts';
import { feastsOf } from './feasts.ts';
import { moderationHours } from './moderation-hours.ts';
import { afterOpenMinutes } from './waiting.ts';

const HOURS = '~~~orario\nvale per: moderazione\ngiorni: lunedì\nore: dalle 9:00 alle 12:00\nfestivi: esclusi\n~~~';

function policyWith(choices: PolicyChoices, blocks = HOURS) {
  const said = `~~~regola\nmodalità: protetto\nse: ringraziamento\n~~~\n\n~~~canale\nrete: tutti\nmoderazione: dopo\n~~~\n\n${blocks}`;
  const { policy, complaints } = parse(policyText(`### ESE-001 · Prova\n\nTesto.\n\n${said}\n`), 'prova');
  assert.ok(policy, JSON.stringify(complaints));
  return compile(policy, { choices });
}

test('a body has the country’s holidays and its own saint’s', () => {
  const national = (date: string) => (date === '2026-12-25' ? 'Natale' : null);
  const feasts = feastsOf(policyWith({ patron: { name: 'Sant’Ambrogio', day: '12-07' } }), national);
  assert.deepEqual(['2026-12-07', '2027-12-07', '2026-12-25', '2026-12-09'].map(feasts), [
    'Sant’Ambrogio (festa del patrono)',
    'Sant’Ambrogio (festa del patrono)',
    'Natale',
    null,
  ]);
});

test('exceptional cover holds on its networks, and makes no hours where there are none', () => {
  const cover = [
    { from: '2026-11-24', to: '2026-11-24', ranges: [{ from: 0, to: 60 }], channels: ['facebook'] },
  ] as const;
  const there = (choices: PolicyChoices, blocks?: string) =>
    (['facebook', 'x'] as const).map(
      (network) => moderationHours(policyWith(choices, blocks), network).openings.length,
    );
  assert.deepEqual(there({ cover }), [2, 1]);
  assert.deepEqual(there({ cover }, ''), [0, 0]);
});

test('an office open three hours a week is waited for beyond two months, and not beyond a year', () => {
  const { openings } = moderationHours(policyWith({}), 'facebook');
  const start = new Date('2026-01-05T08:00:00+01:00');
  // Forty hours: thirteen Mondays, and one hour of the next.
  assert.equal(
    afterOpenMinutes(openings, { start, minutes: 2400 })?.toISOString(),
    new Date('2026-04-06T10:00:00+02:00').toISOString(),
  );
  assert.equal(afterOpenMinutes(openings, { start, minutes: 100_000 }), undefined);
});
