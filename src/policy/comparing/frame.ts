// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PolicyDocument, ProseNode } from '../document.ts';
import { HEADER_KEYS } from '../header.ts';
import { PART_TITLES } from '../reading/outline.ts';
import type { Renumber } from './blocks.ts';
import type { ValueChange } from './comparison.ts';

export const proseText = (prose: readonly ProseNode[]): string =>
  prose.map(({ kind, text }) => (kind === 'item' ? `- ${text}` : text)).join('\n\n');

/** Keys of the header that differ. */
export function headerChanges(before: PolicyDocument, after: PolicyDocument): readonly ValueChange[] {
  const fieldOf = ({ header }: PolicyDocument, field: string): unknown =>
    (header as unknown as Readonly<Record<string, unknown>>)[field];
  return Object.entries(HEADER_KEYS).flatMap(([field, key]) => {
    const print = key.value.print as (value: unknown) => string;
    const [was, is] = [before, after].map((document) => print(fieldOf(document, field)));
    return was === undefined || is === undefined || was === is ? [] : [{ name: key.name, before: was, after: is }];
  });
}

/** The prose of parts and sections, by their title; a section without prose is there only through its clauses. */
function frameOf(document: PolicyDocument, renumber: Renumber): ReadonlyMap<string, string> {
  const entries = document.parts.flatMap((part) => [
    [PART_TITLES[part.audience], proseText(part.prose)] as const,
    ...part.sections.map((section) => [section.title, proseText(section.prose)] as const),
  ]);
  const frame = new Map<string, string>();
  for (const [title, prose] of entries)
    if (prose !== '') frame.set(title, [frame.get(title) ?? [], renumber(prose)].flat().join('\n\n'));
  return frame;
}

/** Prose outside the clauses that came, went or changed. */
export function frameChanges(
  before: PolicyDocument,
  after: PolicyDocument,
  renumber: Renumber,
): readonly ValueChange[] {
  const [was, is] = [frameOf(before, renumber), frameOf(after, (text) => text)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [left, right] = [was.get(name) ?? null, is.get(name) ?? null];
    return left === right ? [] : [{ name, before: left, after: right }];
  });
}
