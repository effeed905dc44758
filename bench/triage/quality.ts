// SPDX-License-Identifier: AGPL-3.0-or-later
import { NOTICED } from '#policy';
import { analyse } from '#triage';
import type { LabelledComment } from '../../corpus/corpus.ts';
import { contextOf } from './bodies.ts';
import { CATEGORIES_OF_TEXT, categoriesOf } from './offending.ts';
import { fraction, oneLine, type Page, type Row, whole } from './page.ts';
import { f1, mean, precision, recall, type Tally, tallyOf } from './tally.ts';

/** Fewer comments say nothing of a category: it is shown, and bound by no limit. */
export const FEWEST_COMMENTS = 8;
const PRECISION_AT_LEAST = 0.85;
const MACRO_AT_LEAST = 0.85;
const WORST_SHOWN = 4;

/** A comment beside what triage made of it. */
export interface ReadComment {
  readonly comment: LabelledComment;
  /** Worth a person's look. */
  readonly noticed: ReadonlySet<string>;
  /** Strong enough for a proposal. */
  readonly proposed: ReadonlySet<string>;
  readonly strengths: ReadonlyMap<string, number>;
}

export function readComments(
  corpus: readonly LabelledComment[],
  thresholds: ReadonlyMap<string, number>,
): readonly ReadComment[] {
  return corpus.map((comment) => {
    const signals = analyse(comment.text, contextOf(comment));
    const strengths = new Map<string, number>();
    for (const { category, strength } of signals)
      strengths.set(category, Math.max(strength, strengths.get(category) ?? 0));
    const noticed = new Set([...strengths].filter(([, strength]) => strength >= NOTICED).map(([category]) => category));
    return { comment, noticed, proposed: categoriesOf(signals, thresholds), strengths };
  });
}

interface OfCategory {
  readonly category: string;
  readonly noticed: Tally;
  readonly proposed: Tally;
  readonly count: number;
}

const measured = (read: readonly ReadComment[]): readonly OfCategory[] =>
  CATEGORIES_OF_TEXT.map((category) => {
    const told = read.filter(({ comment }) => !comment.doubts.has(category));
    const tally = (mark: 'noticed' | 'proposed'): Tally =>
      tallyOf(told.map((one) => ({ expected: one.comment.labels.has(category), got: one[mark].has(category) })));
    const count = read.filter(({ comment }) => comment.labels.has(category)).length;
    return { category, count, noticed: tally('noticed'), proposed: tally('proposed') };
  });

const isAlarm = ({ comment, noticed }: ReadComment, category: string): boolean =>
  noticed.has(category) && !comment.labels.has(category) && !comment.doubts.has(category);

const isEnough = ({ count }: OfCategory): boolean => count >= FEWEST_COMMENTS;
const isPoor = (of: OfCategory): boolean => isEnough(of) && !(precision(of.proposed) >= PRECISION_AT_LEAST);

function rowOf(of: OfCategory, thresholds: ReadonlyMap<string, number>): Row {
  const { category, noticed, proposed, count } = of;
  const marks = [...(isEnough(of) ? [] : ['too few']), ...(isPoor(of) ? ['✗ precision'] : [])];
  const counts = [noticed.right, noticed.alarms, noticed.misses].map(String);
  const figures = [precision(noticed), recall(noticed), f1(noticed)].map(fraction);
  const from = String(thresholds.get(category) ?? 0.5);
  const proposals = [from, ...[precision(proposed), recall(proposed)].map(fraction)];
  return {
    cells: [category, String(count), ...counts, ...figures, ...proposals, marks.join(', ')],
    faint: !isEnough(of),
  };
}

/** Most frequent first: «criticism 12, none 3». */
function frequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, WORST_SHOWN);
  return sorted.length === 0 ? 'none' : sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}

const orNone = (names: readonly string[]): readonly string[] => (names.length === 0 ? ['nothing'] : names);

/** For the categories that went worst: what stood where they were noticed, and what was noticed where they stood. */
function showConfusion(page: Page, read: readonly ReadComment[], categories: readonly OfCategory[]): void {
  const worst = categories.filter(isEnough).toSorted((one, other) => f1(one.noticed) - f1(other.noticed));
  page.line();
  page.line('  the worst, and what they were taken for');
  for (const { category } of worst.slice(0, WORST_SHOWN)) {
    const alarms = read.filter((one) => isAlarm(one, category));
    const misses = read.filter(({ comment, noticed }) => !noticed.has(category) && comment.labels.has(category));
    page.line(`    ${category}`);
    page.line(
      `      noticed where the labels are: ${frequent(alarms.flatMap(({ comment }) => orNone([...comment.labels])))}`,
    );
    page.line(`      overlooked, noticed instead: ${frequent(misses.flatMap(({ noticed }) => orNone([...noticed])))}`);
  }
}

/** The rows of one category that went wrong, the surest alarms and the blindest misses first. */
function showRows(page: Page, read: readonly ReadComment[], category: string): void {
  const at = (one: ReadComment): number => one.strengths.get(category) ?? 0;
  const line = (one: ReadComment): string => {
    const { file, line: number, labels, text } = one.comment;
    return `${file}:${number} [${orNone([...labels]).join(', ')}] ${at(one)} ${oneLine(text)}`;
  };
  const alarms = read.filter((one) => isAlarm(one, category));
  const misses = read.filter(({ comment, noticed }) => !noticed.has(category) && comment.labels.has(category));
  page.list(`${category}, false alarms`, alarms.toSorted((one, other) => at(other) - at(one)).map(line));
  page.list(`${category}, misses`, misses.toSorted((one, other) => at(one) - at(other)).map(line));
}

const macroOf = (categories: readonly OfCategory[]): number =>
  mean(categories.filter(isEnough).map(({ noticed }) => f1(noticed)));

const COLUMNS = [
  ...['category', 'comments', 'right', 'alarms', 'misses', 'precision', 'recall', 'F1'],
  ...['proposed from', 'precision', 'recall', ''],
];

export interface QualityOf {
  readonly thresholds: ReadonlyMap<string, number>;
  readonly show: ReadonlySet<string>;
  readonly split: LabelledComment['split'];
}

/** Quality on our own corpus: the half for testing bound by limits, the half for training beside it. */
export function showQuality(page: Page, read: readonly ReadComment[], { thresholds, show, split }: QualityOf): void {
  const halves = {
    test: read.filter(({ comment }) => comment.split === 'test'),
    train: read.filter(({ comment }) => comment.split === 'train'),
  };
  page.heading(
    `Quality on our own corpus: ${halves.test.length} comments for testing, ${halves.train.length} for training`,
  );
  const tested = measured(halves.test);
  page.table(
    COLUMNS,
    tested.map((one) => rowOf(one, thresholds)),
  );
  const enough = tested.filter(isEnough);
  page.limit({
    what: `macro-F1 over ${enough.length} categories that text can show, noticed from ${NOTICED}`,
    measured: macroOf(tested),
    atLeast: MACRO_AT_LEAST,
    as: fraction,
  });
  const poor = enough.filter(isPoor).map(({ category }) => category);
  page.limit({
    what: `categories whose proposals are right less often than ${PRECISION_AT_LEAST}`,
    measured: poor.length,
    atMost: 0,
    as: whole,
    ...(poor.length === 0 ? {} : { note: poor.join(', ') }),
  });
  showConfusion(page, halves.test, tested);
  page.line();
  const trained = measured(halves.train);
  page.faint(`  the half for training, bound by nothing: macro-F1 ${fraction(macroOf(trained))}`);
  page.table(
    COLUMNS,
    trained.map((one) => ({ ...rowOf(one, thresholds), faint: true })),
  );
  for (const category of CATEGORIES_OF_TEXT) if (show.has(category)) showRows(page, halves[split], category);
}
