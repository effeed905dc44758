// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMemo } from 'react';
import type { CaseDetail } from '#moderation/contract';
import { HEARD } from '#policy';
import { it } from '../it.ts';
import { strictest } from './modality.ts';
import { type Segment, splitByMarks } from './spans.ts';

const words = it.moderation.clauses;

/** What is noticed more faintly is told below the text, and marks no words in it: they would be many. */
export const isClear = ({ strength }: CaseDetail['signals'][number]): boolean => strength >= HEARD;

/** One mark for each cited clause, numbered as in the list below; then one for each thing noticed by no clause. */
function marksOf({ cited, signals }: CaseDetail) {
  const claimed = new Set(cited.flatMap((clause) => clause.signals));
  const loose = signals.flatMap((signal, index) => (!claimed.has(index) && isClear(signal) ? index : []));
  return [
    ...cited.map((clause, id) => ({ id, spans: clause.signals.flatMap((signal) => signals[signal]?.spans ?? []) })),
    ...loose.map((signal) => ({ id: cited.length + signal, spans: signals[signal]?.spans ?? [] })),
  ];
}

/** The text with what was noticed in it: colour, kind of underline and the clause's number say the same thing. */
export function MarkedText({ detail }: { readonly detail: CaseDetail }) {
  const segments = useMemo(() => splitByMarks(detail.text, marksOf(detail)), [detail]);
  return (
    <p className="item-text" tabIndex={-1}>
      {segments.map((segment) =>
        segment.marks.length === 0 ? segment.text : <Marked key={segment.start} segment={segment} detail={detail} />,
      )}
    </p>
  );
}

function Marked({ segment, detail: { cited } }: { readonly segment: Segment; readonly detail: CaseDetail }) {
  const modality = strictest(segment.marks.flatMap((mark) => cited[mark]?.modality ?? []));
  return (
    <mark data-modality={modality ?? 'noticed'} data-overlap={segment.marks.length > 1 || undefined}>
      {segment.text}
      {segment.ends.map((mark) => {
        const clause = cited[mark];
        return clause === undefined ? null : (
          <sup key={mark}>
            <span aria-hidden="true">{mark + 1}</span>
            <span className="visually-hidden">{words.mark(mark + 1, clause.title)}</span>
          </sup>
        );
      })}
    </mark>
  );
}
