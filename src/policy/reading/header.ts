// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HeaderNode } from '../document.ts';
import { HEADER_KEYS } from '../header.ts';
import { readEntries, type SourceLine } from './entries.ts';
import type { Report } from './report.ts';

const DELIMITER = '---';

export interface HeaderReading {
  /** Absent when it is not there or a key of it is missing or wrong. */
  readonly header?: HeaderNode;
  /** Index of the first line after it. */
  readonly next: number;
}

/** Reads the lines between the two `---`; a header that is never closed ends at the first title. */
export function readHeader(lines: readonly SourceLine[], report: Report): HeaderReading {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const first = { line: (lines[start]?.line ?? 1) as number, column: 1 };
  if (lines[start]?.text.trim() !== DELIMITER) {
    report.remark({ code: 'POL-E001', expected: '`---`' }, first);
    return { next: Math.max(0, start) };
  }
  const rest = lines.slice(start + 1);
  const length = rest.findIndex(({ text }) => text.trim() === DELIMITER || /^#/.test(text));
  const inside = length < 0 ? rest : rest.slice(0, length);
  const closed = length >= 0 && rest[length]?.text.trim() === DELIMITER;
  if (!closed)
    report.remark(
      { code: 'POL-E002', expected: '`---`' },
      { line: (inside.at(-1)?.line ?? first.line) + 1, column: 1 },
    );
  const codes = { unknownKey: 'POL-E004', missingKey: 'POL-E005' } as const;
  const entries = readEntries(inside, { keys: HEADER_KEYS, name: 'intestazione', codes, at: first }, report);
  const next = start + 1 + inside.length + (closed ? 1 : 0);
  if (!entries.complete) return { next };
  const header = Object.freeze({ kind: 'header', ...entries.fields }) as HeaderNode;
  report.locate(header, first, entries.values);
  return { header, next };
}
