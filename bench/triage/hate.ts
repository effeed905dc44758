// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';
import { fraction, oneLine, type Page, percent } from './page.ts';
import { facebookComments, hateCases } from './shared-data.ts';
import { type Answer, f1, macroOfTwo, precision, ratio, recall, tallyOf } from './tally.ts';

// What counts as noticing hate. These sets call hateful what attacks people for the group they belong to. Triage says so
// with `discrimination` and `dignity`; a threat or an incitement counts too, for harm to people is announced or called for
// and a moderator sees it at once. An insult alone does not: it may be thrown at one person for what he did, which the
// sets call not hateful. Because slurs may be read as insults, the same figures are shown with insults counted; what must
// be left alone (words quoted to be condemned) has to be left alone in that wider sense.

const THRESHOLD = 0.5;
const HATE: ReadonlySet<string> = new Set(['discrimination', 'dignity', 'threat', 'incitement']);
const WIDER: ReadonlySet<string> = new Set([...HATE, 'insult']);
const CONDEMNING = ['counter_quote_nh', 'counter_ref_nh'] as const;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: boolean;
  readonly hate: boolean;
  readonly wider: boolean;
}

const readCase = ({ name, text, expected }: Pick<Case, 'name' | 'text' | 'expected'>): Case => {
  const seen = analyse(text)
    .filter(({ strength }) => strength >= THRESHOLD)
    .map(({ category }) => category);
  const any = (among: ReadonlySet<string>): boolean => seen.some((category) => among.has(category));
  return { name, text, expected, hate: any(HATE), wider: any(WIDER) };
};

const narrow = (cases: readonly Case[]): readonly Answer[] =>
  cases.map(({ expected, hate }) => ({ expected, got: hate }));
const wide = (cases: readonly Case[]): readonly Answer[] =>
  cases.map(({ expected, wider }) => ({ expected, got: wider }));
const rightOf = (answers: readonly Answer[]): number =>
  ratio(answers.filter(({ expected, got }) => expected === got).length, answers.length);

/** Multilingual HateCheck, Italian: 27 ways of being or not being hateful. */
export function showHateCheck(page: Page, list: boolean): void {
  const cases = hateCases().map(({ functionality, test_case, label_gold }) =>
    readCase({ name: functionality, text: test_case, expected: label_gold === 'hateful' }),
  );
  page.heading(`HateCheck, Italian: ${cases.length} cases made to test what is hateful and what is not`);
  const names = [...new Set(cases.map(({ name }) => name))];
  const of = (name: string): readonly Case[] => cases.filter((one) => one.name === name);
  page.table(
    ['functionality (_h hateful, _nh not)', 'cases', 'right', 'right, insults counted'],
    names.map((name) => ({
      cells: [name, String(of(name).length), percent(rightOf(narrow(of(name)))), percent(rightOf(wide(of(name))))],
    })),
  );
  page.limit({ what: 'macro-F1', measured: macroOfTwo(narrow(cases)), atLeast: 0.65, as: fraction });
  page.line(`  with insults counted: ${fraction(macroOfTwo(wide(cases)))}`);
  for (const name of CONDEMNING)
    page.limit({
      what: `left alone, ${name} (insults counted)`,
      measured: rightOf(wide(of(name))),
      atLeast: 0.8,
      as: percent,
    });
  if (!list) return;
  const wrong = cases.filter(({ expected, hate }) => expected !== hate);
  page.list(
    'wrong',
    wrong.map(({ name, text }) => `${name} ${oneLine(text)}`),
  );
}

/** HaSpeeDe 2018, Facebook: loose labels, reported and bound by no limit. */
export function showFacebook(page: Page, list: boolean): void {
  const cases = facebookComments().map(({ text, hateful }) => readCase({ name: '', text, expected: hateful }));
  page.heading(`HaSpeeDe 2018, Facebook: ${cases.length} comments; loose labels, no limit`);
  page.table(
    ['counted', 'precision', 'recall', 'F1', 'macro-F1'],
    [['hate', narrow(cases)] as const, ['with insults', wide(cases)] as const].map(([name, answers]) => {
      const tally = tallyOf(answers);
      return { cells: [name, ...[precision(tally), recall(tally), f1(tally), macroOfTwo(answers)].map(fraction)] };
    }),
  );
  if (!list) return;
  const alarms = cases.filter(({ expected, wider }) => wider && !expected);
  page.list(
    'noticed and labelled 0',
    alarms.map(({ text }) => oneLine(text)),
  );
}
