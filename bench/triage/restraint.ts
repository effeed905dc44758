// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LabelledComment } from '../../corpus/corpus.ts';
import { type Body, judge } from './bodies.ts';
import { offendingSignals, thresholdsOf, told } from './offending.ts';
import { oneLine, type Page, percent, whole } from './page.ts';
import { ratio } from './tally.ts';

/** Harsh comments that no policy may touch. */
export const LAWFUL_FILE = 'lawful-harsh.txt';
const FEWEST = 600;
const MEASURES: ReadonlySet<string> = new Set(['hide', 'remove', 'warn', 'report']);

interface Touched {
  readonly comment: LabelledComment;
  /** Bodies whose policy would propose a measure. */
  readonly by: readonly string[];
  readonly told: string;
}

function touchedAmong(comments: readonly LabelledComment[], bodies: readonly Body[]) {
  const thresholds = thresholdsOf(bodies);
  const proposed: Touched[] = [];
  const signalled: Touched[] = [];
  for (const comment of comments) {
    const verdicts = bodies.map((body) => ({ body, ...judge(body, comment) }));
    const by = verdicts.filter(({ action }) => MEASURES.has(action)).map(({ body }) => body.slug);
    const offending = offendingSignals(
      verdicts.flatMap(({ signals }) => signals),
      thresholds,
    );
    const unique = [...new Map(offending.map((signal) => [signal.category, signal])).values()];
    // What a policy acts on need not be an offence: some send cases of one person away.
    const strong = verdicts[0]?.signals.filter(({ strength }) => strength >= 0.5) ?? [];
    if (by.length > 0) proposed.push({ comment, by, told: told(unique.length > 0 ? unique : strong) });
    else if (unique.length > 0) signalled.push({ comment, by, told: told(unique) });
  }
  return { proposed, signalled };
}

const shown = ({ comment, by, told: signals }: Touched): string =>
  `${comment.line} [${signals}]${by.length === 0 ? '' : ` ${by.join(' ')}`} ${oneLine(comment.text)}`;

/** The first number of the page: how many lawful harsh comments some policy would take down. */
export function showRestraint(
  page: Page,
  corpus: readonly LabelledComment[],
  { bodies, list }: { readonly bodies: readonly Body[]; readonly list: boolean },
): void {
  page.heading('Restraint: harsh comments that are lawful');
  const comments = corpus.filter(({ file }) => file === LAWFUL_FILE);
  const { proposed, signalled } = touchedAmong(comments, bodies);
  page.limit({
    what: 'touched: some policy of the five would propose to hide, remove, warn or report',
    measured: ratio(proposed.length, comments.length),
    atMost: 0.03,
    as: percent,
    note: `${proposed.length} of ${whole(comments.length)}`,
  });
  page.limit({ what: 'comments in the suite', measured: comments.length, atLeast: FEWEST, as: whole });
  const offended = proposed.length + signalled.length;
  page.line(
    `  with an offending signal at its threshold, proposed on or not: ${percent(ratio(offended, comments.length))}`,
  );
  const tested = comments.filter(({ split }) => split === 'test').length;
  const ofTested = proposed.filter(({ comment }) => comment.split === 'test').length;
  page.line(`  touched in the half for testing alone: ${percent(ratio(ofTested, tested))}, ${ofTested} of ${tested}`);
  for (const { slug } of bodies) {
    const count = proposed.filter(({ by }) => by.includes(slug)).length;
    page.faint(`  ${slug.padEnd(17)} ${percent(ratio(count, comments.length))}`);
  }
  if (!list) return;
  page.list('proposed on', proposed.map(shown));
  page.list('signalled only', signalled.map(shown));
}
