// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The reader of the corpus beside it; README.md tells the form.

export interface LabelledSpan {
  /** A category, or for personal data what kind of datum it is. */
  readonly type: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export interface LabelledComment {
  readonly file: string;
  readonly line: number;
  /** Comments born from one idea; a family is either for training or for testing. */
  readonly family: string;
  readonly split: 'train' | 'test';
  /** Of a file for training only, written after the word lists, which were never written with it in view. */
  readonly isApart: boolean;
  /** Those of the family and of the spans on which both readers agreed; empty where nothing is touched. */
  readonly labels: ReadonlySet<string>;
  /** Labels on which the two readers did not agree, or one of them was not sure: right and wrong are not told of these. */
  readonly doubts: ReadonlySet<string>;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  readonly post?: string;
  readonly kind?: string;
}

/** What a span of personal data is; each makes its comment one that holds personal data. */
export const PERSONAL_DATA = [
  'phone',
  'email',
  'address',
  'codice-fiscale',
  'iban',
  'partita-iva',
  'card',
  'plate',
  'birth-date',
  'document',
  'file-number',
  'name',
  'minor',
  'judicial',
] as const;

const SPAN = /\{([a-z-]+)\|([^{}|]*)\}/g;
const FAMILY = /^@ ([a-z0-9-]+) · ([^·]+)(.*)$/;
const TEST_SHARE = 30;
/** A line of its own at the top of a file. */
const ONLY_FOR_TRAINING = '# for training only';

/** The label that a span gives to its comment. */
function labelOf(type: string): string {
  if (type === 'health') return 'sensitive-data';
  return PERSONAL_DATA.some((datum) => datum === type) ? 'personal-data' : type;
}

/** The same for ever, whatever else is added: from the family's name alone. */
function splitOf(family: string): LabelledComment['split'] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < family.length; index++) hash = Math.imul(hash ^ family.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 100 < TEST_SHARE ? 'test' : 'train';
}

function unmarked(marked: string): { readonly text: string; readonly spans: readonly LabelledSpan[] } {
  const spans: LabelledSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(SPAN)) {
    text += marked.slice(from, match.index);
    const [whole, type = '', words = ''] = match;
    spans.push({ type, start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), spans };
}

interface Family {
  readonly name: string;
  readonly labels: readonly string[];
  readonly post?: string;
  readonly kind?: string;
}

function readFamily(line: string, where: string): Family {
  const [, name, labels = '', rest = ''] = FAMILY.exec(line) ?? [];
  if (name === undefined) throw new Error(`${where}: not a family: ${line}`);
  const facts = new Map(
    rest
      .split('·')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()] as const),
  );
  const named = labels
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '' && label !== 'clean');
  const post = facts.get('post');
  const kind = facts.get('kind');
  return { name, labels: named, ...(post === undefined ? {} : { post }), ...(kind === undefined ? {} : { kind }) };
}

function readFile(folder: string, file: string): readonly LabelledComment[] {
  const comments: LabelledComment[] = [];
  let family: Family | undefined;
  let isApart = false;
  for (const [index, raw] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
    const where = `${file}:${index + 1}`;
    if (raw === ONLY_FOR_TRAINING) isApart = true;
    if (raw.trim() === '' || raw.startsWith('# ')) continue;
    if (raw.startsWith('@ ')) {
      family = readFamily(raw, where);
      continue;
    }
    if (family === undefined) throw new Error(`${where}: a comment before any family`);
    const { name, labels, ...facts } = family;
    const [written = '', doubted = ''] = raw.split('\t');
    // One character for one, so that offsets stay.
    const { text, spans } = unmarked(written.replaceAll('⏎', '\n'));
    if (/[{}|]/.test(text)) throw new Error(`${where}: a span that is not closed: ${raw}`);
    const doubts = doubtsOf(doubted, where);
    const said = [...labels, ...spans.map(({ type }) => labelOf(type))];
    comments.push({
      file,
      line: index + 1,
      family: name,
      split: isApart ? 'train' : splitOf(name),
      isApart,
      labels: new Set(said.filter((label) => !doubts.has(label))),
      doubts,
      text,
      spans,
      ...facts,
    });
  }
  return comments;
}

/** `~criticism ~question` */
function doubtsOf(written: string, where: string): ReadonlySet<string> {
  const words = written.split(' ').filter((word) => word !== '');
  const strange = words.find((word) => !word.startsWith('~'));
  if (strange !== undefined) throw new Error(`${where}: a label in doubt begins with ~: ${strange}`);
  return new Set(words.map((word) => word.slice(1)));
}

/** Every comment of the corpus, file by file. Throws with file and line where the form is not kept. */
export function readCorpus(folder = import.meta.dirname): readonly LabelledComment[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => readFile(folder, file));
}
