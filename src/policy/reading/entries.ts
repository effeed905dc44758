// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemLines, Keys } from '../blocks/block.ts';
import type { ComplaintCode, Place } from '../complaints.ts';
import { MISSING_WORDS } from '../missing.ts';
import { nearest } from '../nearest.ts';
import type { ValueKind } from '../values/value.ts';
import { placeOf, type Report, type SourceText } from './report.ts';

/** A line of the file with its number. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** What to read between two fences, and which codes its mistakes bear. */
export interface EntriesSpec {
  readonly keys: Keys;
  readonly items?: ItemLines<object>;
  /** The Italian name, for the complaints. */
  readonly name: string;
  readonly codes: { readonly unknownKey: ComplaintCode; readonly missingKey: ComplaintCode };
  /** Where a missing key is reported. */
  readonly at: Place;
}

export interface Entries {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly items: readonly object[];
  readonly values: ReadonlyMap<string, SourceText>;
  /** False when a required key is missing or unreadable: the node would lie. */
  readonly complete: boolean;
}

/** A key or item under way: its value as one line, and where the pieces of it stand. */
interface Draft {
  readonly name: string | undefined;
  readonly at: Place;
  readonly raw: string;
  readonly pieces: readonly (Place & { readonly offset: number })[];
}

interface OpenDraft {
  readonly name: string | undefined;
  readonly at: Place;
  readonly words: string[];
  readonly pieces: (Place & { readonly offset: number })[];
  length: number;
}

const KEY_LINE = /^([^:«»]+):(?:\s+(.*))?$/;

/** Joins continuation lines to their value and tells `chiave: valore` from `- …`. */
function drafts(lines: readonly SourceLine[], report: Report): readonly Draft[] {
  const found: OpenDraft[] = [];
  for (const { text, line } of lines) {
    const value = text.trim();
    if (value === '') continue;
    const last = found.at(-1);
    if (/^ {2}/.test(text) && last !== undefined) {
      const offset = last.length === 0 ? 0 : last.length + 1;
      const words = value.replace(/\s+/g, ' ');
      last.pieces.push({ line, column: text.length - text.trimStart().length + 1, offset });
      last.words.push(words);
      last.length = offset + words.length;
      continue;
    }
    const item = /^-\s+(.*)$/.exec(value);
    const pair = item === null ? KEY_LINE.exec(value) : null;
    if (item === null && pair === null) {
      report.remark({ code: 'POL-E003', found: value }, { line, column: 1 });
      continue;
    }
    const raw = (item?.[1] ?? pair?.[2] ?? '').trim();
    const column = raw === '' ? value.length + 1 : text.lastIndexOf(raw) + 1;
    const pieces = [{ line, column, offset: 0 }];
    const words = raw === '' ? [] : [raw];
    found.push({ name: pair?.[1]?.trim(), at: { line, column: 1 }, words, pieces, length: raw.length });
  }
  return found.map(({ name, at, words, pieces }) => ({ name, at, raw: words.join(' '), pieces }));
}

function readValue(draft: Draft, kind: ValueKind<unknown>, report: Report): { readonly value: unknown } | undefined {
  const start = placeOf(draft, 0);
  if (draft.raw === '') {
    report.remark({ code: 'POL-E020', found: draft.name ?? '', expected: kind.expected }, start);
    return undefined;
  }
  const reading = kind.read(draft.raw);
  if (reading.ok) return { value: reading.value };
  if (draft.raw === MISSING_WORDS)
    report.remark({ code: 'POL-E021', found: MISSING_WORDS, expected: kind.expected }, start);
  else report.remark(reading.remark, placeOf(draft, reading.offset));
  return undefined;
}

/** Reads `chiave: valore` and `- …` lines, going on after each mistake. */
export function readEntries(lines: readonly SourceLine[], spec: EntriesSpec, report: Report): Entries {
  const fields: Record<string, unknown> = {};
  const values = new Map<string, SourceText>();
  const items: object[] = [];
  const names = Object.values(spec.keys).map((key) => key.name);
  for (const draft of drafts(lines, report)) {
    if (report.isFull) break;
    if (draft.name === undefined) {
      readItem(draft, spec, { items, report });
      continue;
    }
    const [field, key] = Object.entries(spec.keys).find(([, each]) => each.name === draft.name) ?? [];
    if (field === undefined || key === undefined) {
      const meant = nearest(draft.name, names);
      const expected = names.length === 0 ? 'righe di elenco' : `una di: ${names.join(', ')}`;
      report.remark({ code: spec.codes.unknownKey, found: draft.name, expected, meant }, draft.at);
    } else if (values.has(draft.name)) {
      report.remark({ code: 'POL-E006', found: draft.name }, draft.at);
    } else {
      values.set(draft.name, draft);
      const read = readValue(draft, key.value, report);
      if (read !== undefined) fields[field] = read.value;
    }
  }
  return { fields, items, values, complete: isComplete(spec, { fields, values, report }) };
}

function readItem(draft: Draft, spec: EntriesSpec, into: { readonly items: object[]; readonly report: Report }): void {
  if (spec.items === undefined) {
    into.report.remark({ code: 'POL-E033', found: `- ${draft.raw}`, expected: '`chiave: valore`' }, draft.at);
    return;
  }
  const reading = spec.items.read(draft.raw);
  if (!reading.ok) {
    into.report.remark(reading.remark, placeOf(draft, reading.offset));
    return;
  }
  into.items.push(reading.value);
  into.report.locate(reading.value, placeOf(draft, 0), new Map([['', draft]]));
}

function isComplete(
  spec: EntriesSpec,
  read: Pick<Entries, 'fields' | 'values'> & { readonly report: Report },
): boolean {
  let complete = true;
  for (const [field, key] of Object.entries(spec.keys)) {
    if (!key.required || field in read.fields) continue;
    complete = false;
    // A key that is there with an unreadable value has had its complaint already.
    if (!read.values.has(key.name))
      read.report.remark({ code: spec.codes.missingKey, expected: `\`${key.name}:\` in ${spec.name}` }, spec.at);
  }
  return complete;
}
