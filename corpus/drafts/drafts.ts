// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The reader of the drafts beside it; README.md tells the form.

export interface LabelledImage {
  readonly description: string;
  readonly alt: string;
  readonly people: string;
}

export interface DraftSpan {
  readonly check: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export interface LabelledDraft {
  readonly file: string;
  readonly line: number;
  /** A name of its own: drafts born from one idea share its half by the name alone. */
  readonly family: string;
  readonly split: 'train' | 'test';
  readonly body: string;
  /** As they are written: `Facebook`. */
  readonly networks: readonly string[];
  /** What a careful press officer stops at; empty where nothing. */
  readonly checks: ReadonlySet<string>;
  /** Where two could disagree: neither right nor wrong. */
  readonly doubts: ReadonlySet<string>;
  readonly text: string;
  readonly spans: readonly DraftSpan[];
  readonly links: readonly string[];
  readonly images: readonly LabelledImage[];
  readonly source?: string;
  readonly isElectoral: boolean;
}

export const BODIES = ['comune', 'health-agency', 'region', 'cooperative', 'ministry'] as const;

const HEADER = /^@ ([a-z0-9-]+) · ([a-z-]+) · networks: ([A-Za-z, ]+) · checks: (.+)$/;
const FACT = /^(link|image|source|period): (.*)$/;
const IMAGE = /^(.*?)\s*\|\s*alt:\s*(.*?)\s*\|\s*people:\s*(.+)$/;
const SPAN = /\{([a-z-]+)\|([^{}|]*)\}/g;
const TEST_SHARE = 50;

/** The same for ever, whatever else is added: from the family's name alone. */
export function splitOf(family: string): LabelledDraft['split'] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < family.length; index++) hash = Math.imul(hash ^ family.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 100 < TEST_SHARE ? 'test' : 'train';
}

const listOf = (written: string): readonly string[] =>
  written
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function unmarked(marked: string): { readonly text: string; readonly spans: readonly DraftSpan[] } {
  const spans: DraftSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(SPAN)) {
    text += marked.slice(from, match.index);
    const [whole, check = '', words = ''] = match;
    spans.push({ check, start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), spans };
}

interface Block {
  readonly where: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** The drafts of a file, cut at its `---` lines. */
function blocksOf(file: string, written: string): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let current: { line: number; lines: string[] } | undefined;
  for (const [index, raw] of written.split('\n').entries()) {
    if (raw.trim() === '---') current = undefined;
    else if (current !== undefined) current.lines.push(raw);
    else if (raw.trim() !== '' && !raw.startsWith('# ')) {
      current = { line: index + 1, lines: [raw] };
      blocks.push(current);
    }
  }
  return blocks.map((block) => ({ ...block, where: `${file}:${block.line}` }));
}

interface Facts {
  readonly links: string[];
  readonly images: LabelledImage[];
  source?: string;
  isElectoral: boolean;
}

function takeFact(facts: Facts, { kind, value, where }: { kind: string; value: string; where: string }): void {
  if (kind === 'link') facts.links.push(value);
  else if (kind === 'source') facts.source = value;
  else if (kind === 'period') {
    if (value !== 'electoral') throw new Error(`${where}: no such period: ${value}`);
    facts.isElectoral = true;
  } else {
    const [, description, alt, people] = IMAGE.exec(value) ?? [];
    if (description === undefined || alt === undefined || people === undefined)
      throw new Error(`${where}: an image is «what is seen | alt: words | people: who»: ${value}`);
    facts.images.push({ description, alt, people });
  }
}

function readBlock(file: string, { where, line, lines }: Block): LabelledDraft {
  const [header = '', ...rest] = lines;
  const [, family, body, networks = '', labels = ''] = HEADER.exec(header) ?? [];
  if (family === undefined || body === undefined) throw new Error(`${where}: not the header of a draft: ${header}`);
  if (!BODIES.some((known) => known === body)) throw new Error(`${where}: no such body: ${body}`);
  const facts: Facts = { links: [], images: [], isElectoral: false };
  let begins = 0;
  for (const raw of rest) {
    const [, kind, value] = FACT.exec(raw) ?? [];
    if (kind === undefined || value === undefined) break;
    takeFact(facts, { kind, value, where });
    begins += 1;
  }
  const { text, spans } = unmarked(rest.slice(begins).join('\n').trim());
  if (text === '') throw new Error(`${where}: a draft without words`);
  if (/[{}]/.test(text)) throw new Error(`${where}: a span that is not closed: ${text.slice(0, 80)}`);
  const named = listOf(labels);
  const doubts = new Set(named.filter((label) => label.startsWith('~')).map((label) => label.slice(1)));
  const checks = new Set(named.filter((label) => !label.startsWith('~') && label !== 'clean'));
  if (named.includes('clean') === checks.size > 0) throw new Error(`${where}: clean, or what is found: ${labels}`);
  const strange = spans.find(({ check }) => !checks.has(check) && !doubts.has(check));
  if (strange !== undefined) throw new Error(`${where}: words marked ${strange.check}, which the header does not name`);
  const { source, ...others } = facts;
  return {
    file,
    line,
    family,
    split: splitOf(family),
    body,
    networks: listOf(networks),
    checks,
    doubts,
    text,
    spans,
    ...others,
    ...(source !== undefined && { source }),
  };
}

/** Every draft, file by file. Throws with file and line where the form is not kept. */
export function readDrafts(folder = import.meta.dirname): readonly LabelledDraft[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => blocksOf(file, readFileSync(join(folder, file), 'utf8')).map((block) => readBlock(file, block)));
}
