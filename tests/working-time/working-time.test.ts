// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompiledPolicy, compile, evaluate, type PolicyChoices, parse } from '#policy';
import { holidaysOf } from '../../src/app/holidays.ts';
import { policyText } from '../support/policy-text.ts';
import { feastsWith, NATIONAL, PATRONS, YEARS } from './feasts.ts';
import { Clerk } from './minute-by-minute.ts';
import { OFFICES, type Office } from './offices.ts';
import { type Row, TABLE } from './table.ts';

const FEWEST = 200;

const block = (name: string, lines: string): string => `~~~${name}\n${lines}\n~~~`;

function policyWith(said: readonly string[], wait: Row['wait'], choices: PolicyChoices): CompiledPolicy {
  const blocks = [
    block('canale', 'rete: tutti\nmoderazione: dopo'),
    block('regola', 'modalità: protetto\nse: ringraziamento'),
    ...said.map((lines) => block('orario', `vale per: moderazione\n${lines}`)),
  ];
  if (wait !== 'close') {
    const promise = `tipo: del personale\nentro: ${wait} minuti\npromessa: massimo\norologio: in orario di moderazione`;
    blocks.push(block('risposta', promise));
  }
  const { policy, complaints } = parse(
    policyText(`### ESE-001 · Prova\n\nTesto.\n\n${blocks.join('\n\n')}\n`),
    'prova',
  );
  assert.ok(policy !== undefined, JSON.stringify(complaints));
  return compile(policy, { choices });
}

/** The holidays that the server hands to whoever counts. */
const COUNTRY = holidaysOf();

/** By when the desk says that it should have been looked at, from the policy's own words and what the body recorded. */
function dueOf({ office, at, wait, patron }: Row): number | undefined {
  const written = new Date(at);
  const item = { channel: 'facebook', kind: 'comment', text: 'testo', at: written } as const;
  const question = { category: 'question', strength: 1, spans: [], source: 'prova', reason: 'prova' };
  const { said, cover }: Office = OFFICES[office];
  const choices = {
    ...(patron && { patron: { name: patron, day: PATRONS[patron] } }),
    ...(cover && { cover }),
  };
  return evaluate(policyWith(said, wait, choices), item, [question], written, COUNTRY).due?.at.getTime();
}

test('working time is right to the minute, as whoever watches the clock all the while would tell it', () => {
  assert.ok(TABLE.length >= FEWEST, `${TABLE.length} cases`);
  assert.equal(new Set(TABLE.map((row) => JSON.stringify({ ...row, about: '' }))).size, TABLE.length, 'all different');
  const wrong = TABLE.flatMap((row) => {
    const clerk = new Clerk(OFFICES[row.office].shifts, feastsWith(row.patron));
    const from = new Date(row.at).getTime();
    const expected = row.wait === 'close' ? clerk.firstClose(from) : clerk.after(from, row.wait);
    const got = dueOf(row);
    const told = (moment: number | undefined): string =>
      moment === undefined ? 'none' : new Date(moment).toISOString();
    return got === expected ? [] : [{ ...row, got: told(got), expected: told(expected) }];
  });
  assert.deepEqual(wrong, []);
});

/** Worked out on paper, so that the clerk is not believed on his word alone. */
const ON_PAPER: readonly (readonly [Row, string])[] = [
  [{ about: '', office: 'straight', at: '2026-04-03T16:30:00+02:00', wait: 'close' }, '2026-04-07T16:30:00+02:00'],
  [{ about: '', office: 'straight', at: '2026-06-01T16:00:00+02:00', wait: 60 }, '2026-06-03T09:00:00+02:00'],
  // Seven hours of work in a night that says six, and five in one that says six.
  [{ about: '', office: 'night', at: '2026-10-25T00:00:00+02:00', wait: 420 }, '2026-10-25T06:00:00+01:00'],
  [{ about: '', office: 'night', at: '2026-03-29T00:00:00+01:00', wait: 300 }, '2026-03-29T06:00:00+02:00'],
  [
    { about: '', office: 'covered for an emergency', at: '2026-11-24T12:30:00+01:00', wait: 'close' },
    '2026-11-24T20:30:00+01:00',
  ],
  [
    { about: '', office: 'covered for an emergency', at: '2026-11-24T12:30:00+01:00', wait: 300 },
    '2026-11-24T17:30:00+01:00',
  ],
];

test('some of it was worked out on paper', () => {
  for (const [row, expected] of ON_PAPER) {
    const moment = new Date(expected).getTime();
    const from = new Date(row.at).getTime();
    const clerk = new Clerk(OFFICES[row.office].shifts, NATIONAL);
    assert.equal(row.wait === 'close' ? clerk.firstClose(from) : clerk.after(from, row.wait), moment, row.at);
    assert.equal(dueOf(row), moment, row.at);
  }
});

test('the public holidays of the desk are those of the almanac', () => {
  for (const year of YEARS)
    for (let day = Date.UTC(year, 0, 1, 12); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const isSunday = new Date(day).getUTCDay() === 0;
      if (!isSunday) assert.equal(COUNTRY(date) !== null, NATIONAL.has(date), date);
    }
});
