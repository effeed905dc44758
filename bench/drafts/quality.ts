// SPDX-License-Identifier: AGPL-3.0-or-later
import { DRAFT_CHECKS } from '#policy';
import { fraction, oneLine, type Page, percent, type Row } from '../triage/page.ts';
import { precision, ratio, recall, tallyOf } from '../triage/tally.ts';
import { type CheckedDraft, isClean, stopping } from './checked.ts';

const RECALL_AT_LEAST = 0.97;
const CLEAN_STOPPED_AT_MOST = 0.03;

const halves = (checked: readonly CheckedDraft[]) => [
  { name: 'half for testing', those: checked.filter(({ draft }) => draft.split === 'test') },
  { name: 'all', those: checked },
];

const line = ({ draft, found }: CheckedDraft): string =>
  `${draft.file}:${draft.line} ${draft.family} [${[...draft.checks].join(', ') || 'clean'}] found ${[...found].join(', ') || 'nothing'}`;

/** Drafts in which somebody's data stand, and how many of them are found to. */
export function showPersonalData(page: Page, checked: readonly CheckedDraft[]): void {
  page.heading('Personal data: drafts that hold some, and are found to');
  for (const { name, those } of halves(checked)) {
    const holding = those.filter(({ draft }) => draft.checks.has('personal-data'));
    const found = holding.filter((one) => one.found.has('personal-data'));
    page.limit({
      what: `recall, ${name}`,
      measured: ratio(found.length, holding.length),
      atLeast: RECALL_AT_LEAST,
      as: fraction,
      note: `${found.length} of ${holding.length} drafts`,
    });
    const words = holding.flatMap(({ draft, findings }) =>
      draft.spans
        .filter(({ check }) => check === 'personal-data')
        .map(({ start, end }) =>
          findings.some(
            ({ check, spans }) => check === 'personal-data' && spans.some(([from, to]) => from < end && start < to),
          ),
        ),
    );
    page.faint(`  of ${words.length} marked words or numbers ${words.filter((is) => is).length} are touched`);
  }
}

/** Drafts in which nothing is wrong, and that would be stopped or have to be justified. */
export function showCleanStopped(page: Page, checked: readonly CheckedDraft[]): void {
  page.heading('Clean drafts that are stopped, or have to be justified');
  for (const { name, those } of halves(checked)) {
    const clean = those.filter(isClean);
    const stopped = clean.filter((one) => stopping(one).length > 0);
    page.limit({
      what: `share, ${name}`,
      measured: ratio(stopped.length, clean.length),
      atMost: CLEAN_STOPPED_AT_MOST,
      as: percent,
      note: `${stopped.length} of ${clean.length} drafts`,
    });
  }
}

const COLUMNS = ['check', 'drafts', 'right', 'alarms', 'misses', 'precision', 'recall'];

function rowOf(check: string, those: readonly CheckedDraft[]): Row {
  const told = those.filter(({ draft }) => !draft.doubts.has(check));
  const tally = tallyOf(told.map(({ draft, found }) => ({ expected: draft.checks.has(check), got: found.has(check) })));
  const count = told.filter(({ draft }) => draft.checks.has(check)).length;
  const counts = [count, tally.right, tally.alarms, tally.misses].map(String);
  return { cells: [check, ...counts, fraction(precision(tally)), fraction(recall(tally))] };
}

interface Shown {
  readonly show: ReadonlySet<string>;
  readonly split: 'train' | 'test';
}

/** By check: how often rightly, wrongly and not at all. */
export function showChecks(page: Page, checked: readonly CheckedDraft[], { show, split }: Shown): void {
  const labels = DRAFT_CHECKS.filter((check) => checked.some(({ draft }) => draft.checks.has(check)));
  for (const { name, those } of halves(checked)) {
    page.heading(`By check, ${name}`);
    page.table(
      COLUMNS,
      labels.map((check) => rowOf(check, those)),
    );
  }
  const half = checked.filter(({ draft }) => draft.split === split);
  for (const check of show) {
    const expects = ({ draft }: CheckedDraft) => draft.checks.has(check) || draft.doubts.has(check);
    page.list(
      `${check}, wrongly found`,
      half.filter((one) => one.found.has(check) && !expects(one)).map((one) => `${line(one)} ${wordsOf(one, check)}`),
    );
    page.list(`${check}, missed`, half.filter((one) => !one.found.has(check) && one.draft.checks.has(check)).map(line));
  }
  if (show.has('clean'))
    page.list(
      'clean, stopped',
      half
        .filter((one) => isClean(one) && stopping(one).length > 0)
        .map(
          (one) =>
            `${line(one)} ${stopping(one)
              .map(({ check }) => wordsOf(one, check))
              .join(' ')}`,
        ),
    );
}

const wordsOf = ({ draft, findings }: CheckedDraft, check: string): string =>
  [
    ...new Set(
      findings
        .filter((finding) => finding.check === check)
        .flatMap(({ spans }) => spans.map(([start, end]) => `«${oneLine(draft.text.slice(start, end), 60)}»`)),
    ),
  ].join(' ');
