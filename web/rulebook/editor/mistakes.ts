// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Complaint } from '#policy';

/** From the place of a mistake to the end of the word, or of the value, that it speaks of. */
function rangeOf(doc: Text, { line, column, message }: Complaint): { from: number; to: number } {
  const placed = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(placed.from + column - 1, placed.to);
  const found = /trovato `([^`]+)`/.exec(message)?.[1];
  const isThere = found !== undefined && doc.sliceString(from, from + found.length) === found;
  return { from, to: isThere ? from + found.length : placed.to };
}

/** The mistakes of a text on the text itself. They may have been found in a slightly earlier one. */
export function diagnosticsOf(doc: Text, complaints: readonly Complaint[]): readonly Diagnostic[] {
  return complaints.map((complaint) => ({
    ...rangeOf(doc, complaint),
    severity: 'error',
    source: complaint.code,
    message: `${complaint.message}. ${complaint.hint}`,
  }));
}
