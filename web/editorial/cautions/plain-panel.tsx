// SPDX-License-Identifier: AGPL-3.0-or-later
import { useDeferredValue, useMemo } from 'react';
import type { CautionsView } from '#editorial/contract';
import { LONGEST_SENTENCE, type PlainReading, readPlainly } from '#triage';
import { cautionWords as words } from '../../words/cautions.ts';

interface Props {
  readonly text: string;
  readonly plain?: CautionsView['plain'];
}

type Spans = PlainReading['long'];
const LONGEST_QUOTE = 90;

/** How the text reads while it is written: advice beside it, and never other words in its place. */
export function PlainPanel({ text, plain }: Props) {
  const read = useDeferredValue(text);
  const reading = useMemo(() => readPlainly(read), [read]);
  if (reading.words === 0) return null;
  const { gulpease, long, jargon, passive, acronyms } = reading;
  const quoted = (spans: Spans) => [...new Set(spans.map(([start, end]) => `«${shortened(read.slice(start, end))}»`))];
  const instead = jargon.map(({ span: [start, end], plain: way }) => words.instead(read.slice(start, end), way));
  const isFine = long.length + jargon.length + passive.length + acronyms.length === 0;
  return (
    <section className="plain-panel" aria-labelledby="come-si-legge">
      <h2 id="come-si-legge">{words.reading}</h2>
      <p>{gulpease === null ? words.readingShort : words.readingIndex(gulpease)}</p>
      {plain === undefined || plain.clause === null || plain.threshold === null ? null : (
        <p className="small">{words.readingClause(plain.clause, plain.threshold)}</p>
      )}
      {isFine ? <p>{words.readingFine}</p> : null}
      <Remarks title={words.long(LONGEST_SENTENCE)} all={quoted(long)} />
      <Remarks title={words.jargon} all={[...new Set(instead)]} />
      <Remarks title={words.passive} all={quoted(passive)} />
      <Remarks title={words.acronyms} all={quoted(acronyms)} />
    </section>
  );
}

function Remarks({ title, all }: { readonly title: string; readonly all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).trimEnd()}…`;
};
