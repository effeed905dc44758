// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal, Span } from '#policy';
import { analyse } from '#triage';
import { type LabelledComment, type LabelledSpan, PERSONAL_DATA } from '../../corpus/corpus.ts';
import { contextOf } from './bodies.ts';
import { fraction, oneLine, type Page, percent } from './page.ts';
import { ratio } from './tally.ts';

const THRESHOLD = 0.5;
const FALSE_ALARMS_AT_MOST = 0.01;
/** Below this many spans for testing a kind is measured on the whole corpus, and says so. */
const FEWEST_SPANS = 8;
/** Kinds that the page promises; the others are shown. */
const RECALL_AT_LEAST: Readonly<Record<string, number>> = {
  phone: 0.99,
  email: 0.99,
  'codice-fiscale': 0.99,
  iban: 0.99,
  plate: 0.99,
  name: 0.85,
  address: 0.85,
};
const ABOUT_PEOPLE: ReadonlySet<string> = new Set(['personal-data', 'sensitive-data']);

interface Sought {
  readonly comment: LabelledComment;
  readonly span: LabelledSpan;
  /** Signals whose words touch it. */
  readonly by: readonly Signal[];
}

const touches = ({ start, end }: LabelledSpan, [from, to]: Span): boolean => from < end && to > start;

const soughtIn = (comment: LabelledComment): readonly Sought[] => {
  const signals = analyse(comment.text, contextOf(comment)).filter(
    ({ category, strength }) => ABOUT_PEOPLE.has(category) && strength >= THRESHOLD,
  );
  return comment.spans.map((span) => ({
    comment,
    span,
    by: signals.filter(({ spans }) => spans.some((one) => touches(span, one))),
  }));
};

const isExact = ({ span, by }: Sought): boolean =>
  by.some(({ spans }) => spans.some(([start, end]) => start === span.start && end === span.end));

const sourcesOf = (sought: readonly Sought[]): string =>
  [...new Set(sought.flatMap(({ by }) => by.map(({ source }) => source)))].slice(0, 3).join(', ');

interface OfKind {
  readonly kind: string;
  readonly where: 'test' | 'all';
  readonly sought: readonly Sought[];
  readonly recall: number;
}

function ofKind(kind: string, all: readonly Sought[]): OfKind {
  const those = all.filter(({ span }) => span.type === kind);
  const tested = those.filter(({ comment }) => comment.split === 'test');
  const where = tested.length >= FEWEST_SPANS ? 'test' : 'all';
  const sought = where === 'test' ? tested : those;
  return { kind, where, sought, recall: ratio(sought.filter(({ by }) => by.length > 0).length, sought.length) };
}

function showFalseAlarms(page: Page, corpus: readonly LabelledComment[], list: boolean): void {
  const without = corpus.filter(
    ({ split, labels, doubts }) => split === 'test' && !labels.has('personal-data') && !doubts.has('personal-data'),
  );
  const alarms = without.flatMap((comment) => {
    const wrong = analyse(comment.text, contextOf(comment)).find(
      ({ category, strength }) => category === 'personal-data' && strength >= THRESHOLD,
    );
    return wrong === undefined ? [] : [{ comment, wrong }];
  });
  page.limit({
    what: 'comments without personal data in which some is reported',
    measured: ratio(alarms.length, without.length),
    atMost: FALSE_ALARMS_AT_MOST,
    as: percent,
    note: `${alarms.length} of ${without.length}, half for testing`,
  });
  if (!list) return;
  page.list(
    'false alarms',
    alarms.map(({ comment, wrong }) => `${comment.file}:${comment.line} [${wrong.source}] ${oneLine(comment.text)}`),
  );
}

/** How much personal data of each kind is found, whether at its exact place, and how often where there is none. */
export function showPersonalData(page: Page, corpus: readonly LabelledComment[], show: ReadonlySet<string>): void {
  page.heading('Personal data in our own corpus');
  const all = corpus.flatMap(soughtIn);
  const kinds = [...PERSONAL_DATA, 'health'].map((kind) => ofKind(kind, all));
  page.table(
    ['kind', 'on', 'spans', 'found', 'exactly', 'found by'],
    kinds.map(({ kind, where, sought, recall }) => ({
      cells: [
        kind,
        where === 'test' ? 'test' : 'whole, too few in test',
        String(sought.length),
        fraction(recall),
        fraction(ratio(sought.filter(isExact).length, sought.length)),
        sourcesOf(sought),
      ],
      faint: RECALL_AT_LEAST[kind] === undefined,
    })),
  );
  for (const { kind, recall } of kinds) {
    const atLeast = RECALL_AT_LEAST[kind];
    if (atLeast !== undefined) page.limit({ what: `recall, ${kind}`, measured: recall, atLeast, as: fraction });
  }
  showFalseAlarms(page, corpus, show.has('personal-data'));
  for (const { kind, sought } of kinds) {
    if (!show.has(kind)) continue;
    const missed = sought.filter(({ by, comment }) => by.length === 0 && comment.split === 'train');
    page.list(
      `${kind}, not found (half for training)`,
      missed.map(
        ({ comment, span }) =>
          `${comment.file}:${comment.line} «${comment.text.slice(span.start, span.end)}» ${oneLine(comment.text, 110)}`,
      ),
    );
  }
}
