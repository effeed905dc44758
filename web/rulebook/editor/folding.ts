// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldEffect, foldService, unfoldAll } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { outlineOf } from '../text/outline.ts';

const FENCE = /^\s*(~~~|```)\s*\S/;
const HEADING = /^(#{1,3}) /;

/** From the end of a line to the end of what it opens: a block to its closing fence, a title to the next of its rank. */
function folded(state: EditorState, lineStart: number): { from: number; to: number } | null {
  const line = state.doc.lineAt(lineStart);
  const marks = FENCE.exec(line.text)?.[1];
  const level = HEADING.exec(line.text)?.[1]?.length;
  if (marks === undefined && level === undefined) return null;
  let end = line.number;
  for (let next = line.number + 1; next <= state.doc.lines; next += 1) {
    const { text } = state.doc.line(next);
    if (marks !== undefined) {
      if (HEADING.test(text)) break;
      end = next;
      if (text.trim() === marks) break;
      continue;
    }
    const other = HEADING.exec(text)?.[1]?.length;
    if (other !== undefined && other <= (level ?? 0)) break;
    if (text.trim() !== '') end = next;
  }
  return end === line.number ? null : { from: line.to, to: state.doc.line(end).to };
}

export const policyFolding = foldService.of((state, lineStart) => folded(state, lineStart));

/** Leaves the prose in sight, and of the blocks only the first line. */
export function foldBlocks(view: EditorView): void {
  unfoldAll(view);
  const { state } = view;
  const effects = outlineOf(state.doc.toString()).clauses.flatMap(({ blocks }) =>
    blocks.flatMap(({ first }) => {
      const range = folded(state, state.doc.line(first).from);
      return range === null ? [] : [foldEffect.of(range)];
    }),
  );
  view.dispatch({ effects });
}
