// SPDX-License-Identifier: AGPL-3.0-or-later

/** A link of the source: what can be clicked and where it leads. */
export interface SourceLink {
  readonly text: string;
  readonly address: string;
}

/** A line as read, before anything is understood: a paragraph, a list item, a title, or one line of a wrapped paragraph. */
export interface SourceLine {
  readonly text: string;
  /** Counted from 1: of the file for text and HTML, of the extracted text for PDF. */
  readonly line: number;
  /** What the format itself says of it; absent where the format says nothing. */
  readonly says?: 'heading' | 'item' | 'paragraph';
  /** Depth of a title, 1 the highest; of an item, 1 the outermost. */
  readonly depth?: number;
  /** An empty line, or the space of one, stands before. */
  readonly apart: boolean;
  readonly links?: readonly SourceLink[];
}

/** What did not become a clause, and why, in Italian. */
export interface LeftOut {
  readonly left: string;
  readonly why: string;
}

export interface ReadSource {
  readonly lines: readonly SourceLine[];
  readonly left: readonly LeftOut[];
  /** True where the format already gives whole paragraphs, so that lines are not to be joined. */
  readonly whole: boolean;
  /** What the person should know of the reading, in Italian. */
  readonly remarks: readonly string[];
}
