// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';
import type { LabelledComment } from '../../corpus/corpus.ts';
import { contextOf } from './bodies.ts';
import { BLOCK, LONG_PIECES } from './long-texts.ts';
import { oneLine, type Page, unit, whole } from './page.ts';
import { bestOf, quantile, type Timed, time, timeEach } from './timing.ts';

const TARGET = 100_000;
/** What a noisy machine must still reach: below it the figure is a fault, above it the target is only not shown. */
const FLOOR = 40_000;
const LONGEST_COMMENT = 4000;
const LENGTHS = [4000, 10_000, 100_000, 1_000_000] as const;
/** Caches make a character of a long text dearer; a step too many would make it more than a hundred times so. */
const GROWTH_AT_MOST = 3;
/** No single text is waited for longer. */
const SECONDS_AT_MOST = 20;

export interface Read {
  readonly text: string;
  readonly context: ReturnType<typeof contextOf>;
}

/** Each text as one run of characters, as it comes from a file or a network, and not as pieces joined in memory. */
const inOnePiece = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

export const toRead = (corpus: readonly LabelledComment[]): readonly Read[] =>
  corpus.map((comment) => ({ text: inOnePiece(comment.text), context: contextOf(comment) }));

/** Triage of every text; the sum depends on every signal, its spans and its reason. */
export function triageAll(texts: readonly Read[]): number {
  let sum = 0;
  for (const { text, context } of texts)
    for (const { spans, reason } of analyse(text, context)) sum += (spans[0]?.[1] ?? 1) + reason.length;
  return sum;
}

/** The single-pass limit: one look at every character of every text. */
export function everyCharacter(texts: readonly Read[]): number {
  let sum = 0;
  for (const { text } of texts) for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

const perSecond = (count: number, ms: number): number => (count / ms) * 1000;

async function showThroughput(page: Page, texts: readonly Read[]): Promise<void> {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const ours = await time(() => triageAll(texts), 4000);
  const limit = await time(() => everyCharacter(texts));
  const row = (what: string, { bestMs, medianMs, clock }: Timed) => ({
    cells: [
      what,
      ...[bestMs, medianMs, clock.bestMs, clock.medianMs].map((ms) => whole(perSecond(texts.length, ms))),
      (characters / bestMs / 1000).toFixed(2),
      `${(bestMs / limit.bestMs).toFixed(1)}x`,
    ],
  });
  page.line(`  ${whole(texts.length)} comments, ${whole(characters / texts.length)} characters on average`);
  page.table(
    ['comments/s on one core', 'own time, best', 'median', 'clock, best', 'median', 'M char/s', 'times the limit'],
    [row('one look at every character', limit), row('triage with spans and reasons', ours)],
  );
  const best = perSecond(texts.length, ours.bestMs);
  const isShown = best >= TARGET;
  page.limit({
    what: 'comments a second on one core',
    measured: best,
    atLeast: isShown ? TARGET : FLOOR,
    as: whole,
    note: isShown
      ? 'the target'
      : `which is the floor of a noisy machine: the target, ${whole(TARGET)}, is not reached here`,
  });
}

function showEach(page: Page, each: Float64Array): void {
  const micro = unit('µs', 1);
  page.line(
    `  one comment: p50 ${micro(quantile(each, 0.5))}, p90 ${micro(quantile(each, 0.9))}, longest ${micro(quantile(each, 1))}`,
  );
  page.limit({ what: 'p99 of one comment', measured: quantile(each, 0.99), atMost: 100, as: micro });
}

/** A text of this length made of one piece over and over. */
const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function showLong(page: Page, texts: readonly Read[]): void {
  const joined = texts.map(({ text }) => text).join('\n');
  const blocks = Array.from({ length: BLOCK }, (_, index) =>
    joined.slice(index * LONGEST_COMMENT, (index + 1) * LONGEST_COMMENT),
  ).filter((block) => block.length === LONGEST_COMMENT);
  const tried = [
    ...blocks.map((text, index) => ({ what: `comments of the corpus, stretch ${index}`, text })),
    ...LONG_PIECES.map((piece) => ({
      what: `«${oneLine(piece, 40)}» over and over`,
      text: repeated(piece, LONGEST_COMMENT),
    })),
  ].map((one) => ({ ...one, ms: bestOf(30, () => analyse(one.text).length) }));
  const slowest = tried.toSorted((one, other) => other.ms - one.ms);
  page.limit({
    what: `the slowest of ${tried.length} texts of ${whole(LONGEST_COMMENT)} characters`,
    measured: slowest[0]?.ms ?? Number.NaN,
    atMost: 1,
    as: unit('ms', 2),
    note: slowest[0]?.what ?? '',
  });
  for (const { what, ms } of slowest.slice(1, 4)) page.faint(`    ${ms.toFixed(2)} ms ${what}`);
  showGrowth(page, [
    mixture(texts),
    ...slowest
      .filter(({ what }) => what.startsWith('«'))
      .slice(0, 5)
      .map(({ text }) => text),
  ]);
}

/** Comments from all over the corpus, as many as fit into one long comment: repeated, it grows in length alone. */
function mixture(texts: readonly Read[]): string {
  const step = Math.ceil(texts.reduce((sum, { text }) => sum + text.length + 1, 0) / LONGEST_COMMENT);
  const some = texts.filter((_, index) => index % step === 0).map(({ text }) => text);
  return `${some.join('\n')}\n`;
}

/** What a character of ever longer texts costs, in nanoseconds; it stops before a length that would take too long. */
function costsOf(piece: string): readonly number[] {
  const costs: number[] = [];
  for (const [index, length] of LENGTHS.entries()) {
    const [before = 1, cost = 0] = [LENGTHS[index - 1], costs.at(-1)];
    // As if the cost of a character grew with the length.
    if ((cost * length * (length / before)) / 1e9 > SECONDS_AT_MOST) break;
    const text = repeated(piece, length);
    costs.push((bestOf(length > 100_000 ? 4 : 20, () => analyse(text).length) / length) * 1e6);
  }
  return costs;
}

/** The cost of one character in ever longer texts: of the corpus, and of the pieces that were slowest. */
function showGrowth(page: Page, pieces: readonly string[]): void {
  const rows = pieces.flatMap((piece, index) => {
    const what = index === 0 ? 'a mixture of comments' : `«${oneLine(piece, 30)}»`;
    try {
      const costs = costsOf(piece);
      return [{ what, costs, growth: (costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN) }];
    } catch (error) {
      page.failed(`long texts of ${what}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  page.table(
    ['ns a character', ...LENGTHS.map((length) => `${whole(length)} long`), 'growth'],
    rows.map(({ what, costs, growth }) => ({
      cells: [what, ...LENGTHS.map((_, index) => costs[index]?.toFixed(1) ?? 'too long'), `${growth.toFixed(2)}x`],
    })),
  );
  page.limit({
    what: 'growth of the cost of a character up to 1 MB, the worst',
    measured: Math.max(...rows.map(({ growth }) => growth)),
    atMost: GROWTH_AT_MOST,
    as: (figure) => `${figure.toFixed(2)}x`,
  });
}

/** Speed on one core: throughput, single comments, long texts. */
export async function showSpeed(page: Page, corpus: readonly LabelledComment[]): Promise<void> {
  page.heading('Speed on our own corpus');
  const texts = toRead(corpus);
  // Single comments first: they warm the engine up.
  const each = timeEach(texts, ({ text, context }) => analyse(text, context).length);
  await showThroughput(page, texts);
  showEach(page, each);
  showLong(page, texts);
}
