// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockNode } from '../blocks/registry.ts';
import type { Place } from '../complaints.ts';
import type { Audience, ClauseNode, PartNode, ProseNode, SectionNode } from '../document.ts';
import type { SourceLine } from './entries.ts';
import { fenceAt, readBlock } from './fence.ts';
import { gatherProse, type ProseGatherer } from './prose.ts';
import type { Report } from './report.ts';

interface ClauseDraft {
  readonly id: string;
  readonly title: string;
  readonly prose: ProseNode[];
  readonly blocks: BlockNode[];
  readonly at: Place;
}
interface SectionDraft {
  readonly title: string;
  readonly prose: ProseNode[];
  readonly clauses: ClauseDraft[];
}
interface PartDraft {
  readonly audience: Audience;
  readonly prose: ProseNode[];
  readonly sections: SectionDraft[];
}

/** Where reading stands: the part, section and clause under way. */
interface Cursor {
  readonly parts: PartDraft[];
  section: SectionDraft | undefined;
  clause: ClauseDraft | undefined;
  prose: ProseGatherer;
}

export const PART_TITLES: Readonly<Record<Audience, string>> = {
  external: 'Policy esterna',
  internal: 'Policy interna',
};

const CLAUSE_TITLE = /^([A-Z][A-Z0-9]*-\d{3})\s+·\s+(\S.*)$/;

function openPart(
  cursor: Cursor,
  title: string,
  say: (code: 'POL-E007' | 'POL-E008', expected?: string) => void,
): void {
  const named = (Object.keys(PART_TITLES) as Audience[]).find((each) => PART_TITLES[each] === title);
  if (named === undefined)
    say(
      'POL-E007',
      Object.values(PART_TITLES)
        .map((each) => `\`# ${each}\``)
        .join(' o '),
    );
  const audience = named ?? (cursor.parts.length === 0 ? 'external' : 'internal');
  if (named !== undefined && cursor.parts.some((part) => part.audience === named)) say('POL-E008');
  const part: PartDraft = { audience, prose: [], sections: [] };
  cursor.parts.push(part);
  cursor.section = undefined;
  cursor.clause = undefined;
  cursor.prose = gatherProse(part.prose);
}

function openSection(cursor: Cursor, title: string): boolean {
  const part = cursor.parts.at(-1);
  const section: SectionDraft = { title, prose: [], clauses: [] };
  part?.sections.push(section);
  cursor.section = section;
  cursor.clause = undefined;
  cursor.prose = gatherProse(section.prose);
  return part !== undefined;
}

/** A clause whose title cannot be read is read all the same, for its mistakes, and then left out. */
function openClause(cursor: Cursor, title: string, at: Place): 'well' | 'misplaced' | 'unreadable' {
  const [, id, words] = CLAUSE_TITLE.exec(title) ?? [];
  const clause: ClauseDraft = { id: id ?? '', title: words ?? title, prose: [], blocks: [], at };
  cursor.clause = clause;
  cursor.prose = gatherProse(clause.prose);
  if (id === undefined) return 'unreadable';
  if (cursor.section === undefined) return 'misplaced';
  cursor.section.clauses.push(clause);
  return 'well';
}

function openHeading(
  cursor: Cursor,
  heading: { readonly level: number; readonly title: string; readonly at: Place },
  report: Report,
): void {
  const { level, title, at } = heading;
  cursor.prose.end();
  const found = `${'#'.repeat(level)} ${title}`;
  if (level === 1)
    openPart(cursor, title, (code, expected) =>
      report.remark({ code, found, ...(expected === undefined ? {} : { expected }) }, at),
    );
  else if (level === 2) {
    if (!openSection(cursor, title)) report.remark({ code: 'POL-E009', found, expected: 'prima una parte' }, at);
  } else if (level === 3) {
    const outcome = openClause(cursor, title, at);
    if (outcome === 'unreadable') report.remark({ code: 'POL-E010', found }, { line: at.line, column: 5 });
    if (outcome === 'misplaced') report.remark({ code: 'POL-E009', found, expected: 'prima una sezione' }, at);
  } else report.remark({ code: 'POL-E009', found }, at);
}

function frozen(parts: readonly PartDraft[], report: Report): readonly PartNode[] {
  const clause = ({ at, ...draft }: ClauseDraft): ClauseNode => {
    const node = Object.freeze({
      kind: 'clause',
      ...draft,
      prose: Object.freeze(draft.prose),
      blocks: Object.freeze(draft.blocks),
    } as const);
    report.locate(node, at);
    return node;
  };
  const section = (draft: SectionDraft): SectionNode =>
    Object.freeze({
      kind: 'section',
      ...draft,
      prose: Object.freeze(draft.prose),
      clauses: Object.freeze(draft.clauses.map(clause)),
    });
  return Object.freeze(
    parts.map((part) =>
      Object.freeze({
        kind: 'part',
        ...part,
        prose: Object.freeze(part.prose),
        sections: Object.freeze(part.sections.map(section)),
      } as const),
    ),
  );
}

/** Reads titles, prose and blocks after the header, going on after each mistake. */
export function readOutline(lines: readonly SourceLine[], report: Report): readonly PartNode[] {
  const cursor: Cursor = { parts: [], section: undefined, clause: undefined, prose: gatherProse([]) };
  let index = 0;
  while (index < lines.length && !report.isFull) {
    const { text, line } = lines[index] ?? { text: '', line: 1 };
    const heading = /^(#{1,6})\s+(.*\S)\s*$/.exec(text);
    const fence = heading === null ? fenceAt(lines, index, report) : undefined;
    if (fence !== undefined) {
      cursor.prose.end();
      if (cursor.clause === undefined) report.remark({ code: 'POL-E016', found: fence.name }, fence.at);
      const block = readBlock(fence, report);
      if (block !== undefined) cursor.clause?.blocks.push(block);
      index = fence.next;
      continue;
    }
    if (heading !== null)
      openHeading(
        cursor,
        { level: (heading[1] ?? '').length, title: heading[2] ?? '', at: { line, column: 1 } },
        report,
      );
    else if (text.trim() === '') cursor.prose.end();
    else cursor.prose.line(text);
    index++;
  }
  cursor.prose.end();
  return frozen(cursor.parts, report);
}
