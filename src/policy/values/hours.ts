// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type Reading, type ValueKind } from './value.ts';

/** Minutes from midnight, Europe/Rome: `[from, to)`; `to` may be 1440. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const RANGE = /^dalle (\d{1,2})[:.](\d{2}) alle (\d{1,2})[:.](\d{2})$/;
const BETWEEN_RANGES = / e (?=dalle )/;

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function readRange(piece: string): Reading<DayRange> {
  const numbers = RANGE.exec(piece)?.slice(1).map(Number);
  if (numbers === undefined) return bad({ code: 'POL-E025', found: piece });
  const [fromHour = 99, fromMinute = 0, toHour = 99, toMinute = 0] = numbers;
  const range = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  if (fromMinute > 59 || toMinute > 59 || range.from >= 1440 || range.to > 1440)
    return bad({ code: 'POL-E025', found: piece });
  if (range.to <= range.from) return bad({ code: 'POL-E026', found: piece });
  return good(Object.freeze(range));
}

/** Ranges of one day, in order. */
export const dayRanges: ValueKind<readonly DayRange[]> = {
  expected: '`dalle 8:30 alle 16:30`',
  read: (raw) => {
    const ranges: DayRange[] = [];
    let offset = 0;
    for (const piece of raw.split(BETWEEN_RANGES)) {
      const range = readRange(piece.trim());
      if (!range.ok) return bad(range.remark, offset);
      if (ranges.some((other) => range.value.from < other.to && other.from < range.value.to))
        return bad({ code: 'POL-E027', found: piece.trim() }, offset);
      ranges.push(range.value);
      offset += piece.length + ' e '.length;
    }
    return good(Object.freeze(ranges.toSorted((left, right) => left.from - right.from)));
  },
  print: (ranges) => ranges.map(({ from, to }) => `dalle ${clock(from)} alle ${clock(to)}`).join(' e '),
};
