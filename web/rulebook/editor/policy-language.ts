// SPDX-License-Identifier: AGPL-3.0-or-later
import { StreamLanguage, type StringStream } from '@codemirror/language';
import { Tag, tags } from '@lezer/highlight';
import { MISSING_WORDS, VOCABULARY } from '#policy';

/** What only policy files have: silence said, a category's name, a clause's number. */
export const policyTags = { silence: Tag.define(), category: Tag.define(), clause: Tag.define() } as const;

const CATEGORIES: ReadonlySet<string> = new Set(VOCABULARY.map(({ name }) => name));
/** After these keys come names of categories. */
const NAMES_CATEGORIES: ReadonlySet<string> = new Set(['se', 'rilevato']);
const CLAUSE_ID = /^[A-Z][A-Z0-9]*-\d{3}\b/;
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}-]*/u;

/** Where the reading stands. */
interface Place {
  /** Whether a line with something in it has gone by: only before it can the header open. */
  begun: boolean;
  header: boolean;
  block: boolean;
  /** In the words of a clause's title. */
  title: boolean;
  /** After the colon of a key, also on the lines that continue it. */
  value: boolean;
  /** After a middle dot that ended its line: the name of a circumstance comes next. */
  dot: boolean;
  /** The value names categories. */
  named: boolean;
}

const matched = (stream: StringStream, pattern: RegExp): RegExpMatchArray | null => {
  const match = stream.match(pattern);
  return match === null || match === true || match === false ? null : match;
};

/** What a line is by how it begins; nothing when it is prose or the inside of a block. */
function lineKind(stream: StringStream, place: Place): string | undefined {
  const first = !place.begun;
  place.begun = true;
  place.title = false;
  place.value = place.value && /^ {2}/.test(stream.string);
  place.dot = place.dot && place.value;
  if ((first || place.header) && stream.match(/^---\s*$/)) {
    place.header = !place.header;
    return 'meta';
  }
  if (stream.match(/^\s*(~~~|```)/)) {
    place.block = !place.block;
    stream.skipToEnd();
    return 'keyword';
  }
  if (stream.match(/^###\s+/)) {
    place.block = false;
    place.header = false;
    place.title = true;
    return 'heading';
  }
  if (stream.match(/^#{1,2}\s/)) {
    place.block = false;
    place.header = false;
    stream.skipToEnd();
    return 'heading';
  }
  return undefined;
}

function inBlock(stream: StringStream, place: Place): string | null {
  if (!place.value) {
    place.named = false;
    // After the dash of a list there may be a name with its colon.
    if (stream.match(/^\s*-\s+/)) return 'punctuation';
    place.value = true;
    const key = matched(stream, /^\s*([^:«»]+?)\s*:/);
    if (key !== null) {
      place.named = NAMES_CATEGORIES.has(key[1] ?? '');
      return 'propertyName';
    }
  }
  if (stream.eatSpace()) return null;
  if (stream.match(/^«[^»]*»?/)) return 'string';
  const circumstance = matched(stream, place.dot ? /^([^:·«»]+?)\s*:/ : /^·\s*([^:·«»]+?)\s*:/);
  place.dot = circumstance === null && stream.match('·') === true;
  if (place.dot) return 'propertyName';
  if (circumstance !== null) {
    place.named = NAMES_CATEGORIES.has(circumstance[1] ?? '');
    return 'propertyName';
  }
  if (stream.match(MISSING_WORDS)) return 'silence';
  if (stream.match(CLAUSE_ID)) return 'clause';
  if (stream.match(/^\d+([:,./]\d+)*/)) return 'number';
  const word = matched(stream, WORD);
  if (word !== null) return place.named && CATEGORIES.has(word[0] ?? '') ? 'category' : null;
  stream.next();
  return null;
}

/** Colours for what the language knows. It judges nothing, and bears a text half written. */
export const policyLanguage = StreamLanguage.define<Place>({
  name: 'portavoce-policy',
  startState: () => ({
    begun: false,
    header: false,
    block: false,
    title: false,
    value: false,
    dot: false,
    named: false,
  }),
  copyState: (place) => ({ ...place }),
  token: (stream, place) => {
    if (stream.sol() && !/^\s*$/.test(stream.string)) {
      const kind = lineKind(stream, place);
      if (kind !== undefined) return kind;
    }
    if (place.header || place.block) return inBlock(stream, place);
    if (stream.match(CLAUSE_ID)) return 'clause';
    if (place.title) {
      stream.skipToEnd();
      return 'heading';
    }
    if (!stream.match(WORD)) stream.next();
    return null;
  },
  languageData: { wordChars: '-' },
  tokenTable: {
    meta: tags.meta,
    keyword: tags.keyword,
    heading: tags.heading,
    punctuation: tags.punctuation,
    propertyName: tags.propertyName,
    string: tags.string,
    number: tags.number,
    ...policyTags,
  },
});
