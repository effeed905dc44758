// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec } from '../blocks/block.ts';
import { BLOCK_NAMES, type BlockNode, specNamed } from '../blocks/registry.ts';
import type { Place } from '../complaints.ts';
import { nearest } from '../nearest.ts';
import { readEntries, type SourceLine } from './entries.ts';
import { placeOfKey, type Report } from './report.ts';

const OPENING = /^(~~~|```)\s*(.*)$/;

/** The lines of a fenced block. */
export interface Fence {
  readonly name: string;
  readonly at: Place;
  readonly lines: readonly SourceLine[];
  /** Index of the first line after it. */
  readonly next: number;
}

/** The block that opens at this line, or nothing. One that is never closed ends at the next title. */
export function fenceAt(lines: readonly SourceLine[], index: number, report: Report): Fence | undefined {
  const opening = lines[index];
  const [, marks, info = ''] = OPENING.exec(opening?.text.trim() ?? '') ?? [];
  if (opening === undefined || marks === undefined) return undefined;
  const at = { line: opening.line, column: 1 };
  let end = index + 1;
  while (end < lines.length && lines[end]?.text.trim() !== marks && !/^#{1,6} /.test(lines[end]?.text ?? '')) end++;
  const closed = lines[end]?.text.trim() === marks;
  if (!closed) report.remark({ code: 'POL-E015', found: info }, at);
  return { name: info.trim(), at, lines: lines.slice(index + 1, end), next: closed ? end + 1 : end };
}

/** The node of a fenced block; nothing when its kind is unknown or a required key is not there. */
export function readBlock(fence: Fence, report: Report): BlockNode | undefined {
  const spec = specNamed(fence.name);
  if (spec === undefined) {
    const meant = nearest(fence.name, BLOCK_NAMES);
    report.remark({ code: 'POL-E014', found: fence.name, expected: BLOCK_NAMES.join(', '), meant }, fence.at);
    return undefined;
  }
  const codes = { unknownKey: 'POL-E017', missingKey: 'POL-E018' } as const;
  const entries = readEntries(fence.lines, { ...spec, codes, at: fence.at }, report);
  if (!entries.complete) return undefined;
  const items = spec.items === undefined ? {} : { items: Object.freeze(entries.items) };
  const node = Object.freeze({ kind: spec.kind, ...entries.fields, ...items }) as unknown as BlockNode;
  report.locate(node, fence.at, entries.values);
  // A value that could not be read would make its neighbours look wrong.
  if (entries.values.size === Object.keys(entries.fields).length) checkKeys(spec, node, report);
  return node;
}

function checkKeys(spec: BlockSpec, node: BlockNode, report: Report): void {
  for (const { key, remark } of spec.check?.(node as never) ?? []) {
    const word = remark.found === undefined ? {} : { word: remark.found };
    report.remark(remark, placeOfKey(report.places, node, { name: key, ...word }));
  }
}
