// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Complaint, complaint, type Place, type Remark } from '../complaints.ts';

/** A value's text as one line, and where its pieces stand in the file. */
export interface SourceText {
  readonly raw: string;
  readonly pieces: readonly (Place & { readonly offset: number })[];
}

/** Where a node stands; for blocks and the header also where each key's value does, by the key's name. */
export interface Located {
  readonly at: Place;
  readonly values: ReadonlyMap<string, SourceText>;
}

/** Kept beside the document, so that two files that say the same are equal wherever their lines fall. */
export type Places = ReadonlyMap<object, Located>;

/** What reading collects as it goes on: mistakes, and where things stand. */
export interface Report {
  remark(remark: Remark, place: Place): void;
  locate(node: object, at: Place, values?: ReadonlyMap<string, SourceText>): void;
  readonly complaints: readonly Complaint[];
  readonly places: Places;
  /** So many mistakes that reading on would help nobody. */
  readonly isFull: boolean;
}

/** Nobody mends more than these at once, and a file with more of them is something else. */
const MOST_COMPLAINTS = 200;

const NO_VALUES: ReadonlyMap<string, SourceText> = new Map();

export function newReport(file: string): Report {
  const complaints: Complaint[] = [];
  const places = new Map<object, Located>();
  return {
    complaints,
    places,
    get isFull() {
      return complaints.length > MOST_COMPLAINTS;
    },
    remark: (remark, place) => {
      if (complaints.length < MOST_COMPLAINTS) complaints.push(complaint(remark, place, file));
      else if (complaints.length === MOST_COMPLAINTS) complaints.push(complaint({ code: 'POL-E050' }, place, file));
    },
    locate: (node, at, values = NO_VALUES) => void places.set(node, { at, values }),
  };
}

/** The place of an offset into a value's text, which may run over several lines. */
export function placeOf(text: SourceText, offset: number): Place {
  const piece = text.pieces.findLast((each) => each.offset <= offset) ?? text.pieces[0];
  if (piece === undefined) return { line: 1, column: 1 };
  return { line: piece.line, column: piece.column + offset - piece.offset };
}

/** Where a node's key stands, or a word of its value; the node itself when the key is not written. */
export function placeOfKey(
  places: Places,
  node: object,
  key?: { readonly name: string; readonly word?: string },
): Place {
  const located = places.get(node);
  if (located === undefined) return { line: 1, column: 1 };
  const text = key === undefined ? undefined : located.values.get(key.name);
  if (text === undefined) return located.at;
  return placeOf(text, key?.word === undefined ? 0 : Math.max(0, text.raw.indexOf(key.word)));
}
