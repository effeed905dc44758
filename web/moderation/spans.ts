// SPDX-License-Identifier: AGPL-3.0-or-later

/** Something to point at in a text: half-open ranges of UTF-16 offsets. */
export interface Mark {
  readonly id: number;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** A stretch of text under the same marks. `ends`: the marks whose span stops here, where their number is written. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly number[];
  readonly ends: readonly number[];
}

interface Range {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/** Inside the text and never in the middle of a character: a wrong offset widens the mark, it does not break an emoji. */
function fit(text: string, id: number, span: readonly [number, number]): Range {
  let start = Math.max(0, Math.min(span[0], text.length));
  let end = Math.max(0, Math.min(span[1], text.length));
  if (start > 0 && start < text.length && isLowSurrogate(text, start)) start -= 1;
  if (end > 0 && end < text.length && isLowSurrogate(text, end)) end += 1;
  return { id, start, end };
}

/** Cuts a text wherever a mark begins or ends, so that overlapping marks can be drawn. Joined back, it is the text. */
export function splitByMarks(text: string, marks: readonly Mark[]): readonly Segment[] {
  const ranges = marks
    .flatMap((mark) => mark.spans.map((span) => fit(text, mark.id, span)))
    .filter((range) => range.end > range.start);
  const cuts = [...new Set([0, text.length, ...ranges.flatMap((range) => [range.start, range.end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const covering = ranges.filter((range) => range.start <= start && range.end >= end);
    segments.push({
      start,
      text: text.slice(start, end),
      marks: unique(covering.map((range) => range.id)),
      ends: unique(covering.filter((range) => range.end === end).map((range) => range.id)),
    });
  }
  return segments;
}

const unique = (ids: readonly number[]): readonly number[] => [...new Set(ids)].sort((a, b) => a - b);
