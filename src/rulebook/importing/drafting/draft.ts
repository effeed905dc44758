// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Complaint, type ComplaintCode, MISSING_WORDS, parse, print } from '#policy';
import { confidenceOf, type ImportedClause } from '../clause.ts';
import type { Meaning } from '../meaning/understand.ts';
import { squeezed } from '../reading/characters.ts';
import { type BlockText, block, defect, entry } from './block-text.ts';
import { blocksOf } from './blocks.ts';
import type { Body } from './body.ts';

/** What goes into the header. */
export interface Heading {
  readonly body: Body;
  readonly title: string;
  /** The act of adoption, in the source's words. */
  readonly adopted?: string;
  /** The file it was imported from. */
  readonly from: string;
}

interface DraftClause {
  readonly heading: string;
  readonly prose: readonly string[];
  blocks: BlockText[];
}

interface DraftSection {
  readonly audience: 'external' | 'internal';
  readonly title: string;
  readonly clauses: DraftClause[];
}

/** Where each block stands in the text, so that a complaint finds its block. */
interface Written {
  readonly text: string;
  readonly places: readonly {
    readonly clause: DraftClause;
    readonly block: BlockText;
    readonly first: number;
    readonly last: number;
  }[];
}

/** Marks that would mean something else at the beginning of a line. */
const plain = (words: string): string =>
  squeezed(words.replace(/\[([^\]]{1,300})\]\([^)\s]{0,600}\)/g, '$1').replace(/\*\*/g, '')).replace(
    /^(?:[#~`>*+\-–—=]+\s*)+/,
    '',
  ) || '…';

function proseOf({ unit }: Meaning): readonly string[] {
  const leadIn = unit.leadIns.at(-1);
  if (leadIn !== undefined) return [plain(leadIn), `- ${plain(unit.words)}`];
  return [plain(unit.source === unit.words ? unit.words : unit.source)];
}

function sectionsOf(
  meanings: readonly Meaning[],
  clauses: readonly ImportedClause[],
  untitled: string,
): DraftSection[] {
  const sections: DraftSection[] = [];
  for (const [index, meaning] of meanings.entries()) {
    const { id = '', title = '', audience = 'external' } = clauses[index] ?? {};
    const { path } = meaning.unit.section;
    const name = squeezed(path.length === 0 ? untitled : path.join(' › '));
    let section = sections.findLast((each) => each.audience === audience);
    if (section === undefined || section.title !== name) {
      section = { audience, title: name, clauses: [] };
      sections.push(section);
    }
    const blocks = [...blocksOf(meaning, confidenceOf(meaning))];
    section.clauses.push({ heading: `### ${id} · ${squeezed(title)}`, prose: proseOf(meaning), blocks });
  }
  return sections;
}

const NO_RULE = 'nel documento non è stata riconosciuta nessuna regola sui contenuti: da guardare';
const NO_CHANNEL = 'nel documento non è stato riconosciuto nessun social: da guardare';

/** The language asks for one rule and one channel for citizens; where the source has none, it says so. */
function completed(sections: DraftSection[]): void {
  const external = sections.filter(({ audience }) => audience === 'external').flatMap(({ clauses }) => clauses);
  const [first] = external;
  if (first === undefined) return;
  const has = (name: string): boolean => external.some(({ blocks }) => blocks.some((each) => each.name === name));
  if (!has('regola'))
    first.blocks.push(
      block('regola', ['modalità: si chiede'], entry('se', MISSING_WORDS)),
      defect('dato mancante', NO_RULE),
    );
  if (!has('canale')) first.blocks.push(block('canale', ['rete: tutti']), defect('dato mancante', NO_CHANNEL));
}

const PARTS = { external: '# Policy esterna', internal: '# Policy interna' } as const;

function written({ body, title, adopted, from }: Heading, sections: readonly DraftSection[]): Written {
  const lines = [
    '---',
    `ente: ${body.slug}`,
    `nome: ${body.name}`,
    `sigla: ${body.prefix}`,
    `titolo: ${squeezed(title)}`,
    'versione: bozza',
    `adottata: ${squeezed(adopted ?? '') || MISSING_WORDS}`,
    `fonte: ${squeezed(from) || MISSING_WORDS}`,
    '---',
    '',
  ];
  const places: Written['places'][number][] = [];
  for (const audience of ['external', 'internal'] as const) {
    const own = sections.filter((section) => section.audience === audience);
    if (own.length > 0) lines.push(PARTS[audience], '');
    for (const section of own) {
      lines.push(`## ${section.title}`, '');
      for (const clause of section.clauses) {
        lines.push(clause.heading, '', ...clause.prose.flatMap((words) => [words, '']));
        for (const each of clause.blocks) {
          const first = lines.length + 1;
          lines.push(`~~~${each.name}`, ...each.lines, '~~~', '');
          places.push({ clause, block: each, first, last: lines.length - 1 });
        }
      }
    }
  }
  return { text: lines.join('\n'), places };
}

const DISAGREES: ComplaintCode = 'POL-E038';
const AT_ODDS = 'un altro punto del documento dice cosa diversa dello stesso social: da guardare';

/** Takes out what the language refuses: of two clauses at odds the second is recorded as such, anything else is left to the prose. */
function mended({ text, places }: Written, complaints: readonly Complaint[]): boolean {
  const lines = text.split('\n');
  let changed = false;
  for (const { line, code } of complaints) {
    const place = places.find(({ first, last }) => first <= line && line <= last);
    if (place === undefined || !place.clause.blocks.includes(place.block)) continue;
    const { clause, block: refused } = place;
    const kept =
      code === DISAGREES ? [{ ...refused, lines: refused.lines.filter((each) => each !== lines[line - 1]) }] : [];
    const noted =
      clause.blocks.some(({ name }) => name === 'difetto') || code !== DISAGREES
        ? []
        : [defect('contraddizione', AT_ODDS)];
    const useful = kept.filter((each) => each.lines.length > 1);
    clause.blocks = [...clause.blocks.flatMap((each) => (each === refused ? useful : [each])), ...noted];
    changed = true;
  }
  return changed;
}

/** Writes the policy file, in canonical form and without a complaint. */
export function draftOf(heading: Heading, meanings: readonly Meaning[], clauses: readonly ImportedClause[]): string {
  const sections = sectionsOf(meanings, clauses, heading.title);
  for (;;) {
    completed(sections);
    const file = written(heading, sections);
    const { policy, complaints } = parse(file.text, heading.from);
    if (policy !== undefined) return print(policy);
    if (!mended(file, complaints))
      throw new Error(`a draft that the language refuses: ${JSON.stringify(complaints[0])}`);
  }
}
