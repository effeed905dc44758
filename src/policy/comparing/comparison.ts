// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Audience } from '../document.ts';

/** What became of a clause: new, changed, taken out, or only renumbered or put in another section. */
export const CLAUSE_CHANGES = ['new', 'changed', 'removed', 'moved'] as const;
export type ClauseChange = (typeof CLAUSE_CHANGES)[number];

/** How the desk writes each. */
export const CHANGE_LABELS: Readonly<Record<ClauseChange, string>> = {
  new: 'nuovo',
  changed: 'cambiato',
  removed: 'tolto',
  moved: 'spostato',
};

/** One value that is not what it was; `null` where it is not there at all. */
export interface ValueChange {
  /** Its Italian name: a key as policy files write it, or `titolo`, `testo`, `sezione`, `parte`. */
  readonly name: string;
  /** As a policy file writes it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A block of a clause that came, went or changed. */
export interface BlockComparison {
  readonly change: 'new' | 'changed' | 'removed';
  /** As its fence names it: `regola`, `orario`. */
  readonly name: string;
  /** Keys in the order of the formatter; of a new or removed block, all of them. */
  readonly keys: readonly ValueChange[];
  /** The `- …` lines that came and went, for blocks that are lists. */
  readonly lines: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** What a difference means for who moderates: one plain Italian sentence and the clauses it comes from. */
export interface Meaning {
  readonly text: string;
  /** Ids in the later version; those of the earlier one for what is no longer there. */
  readonly clauses: readonly string[];
}

export interface ClauseComparison {
  readonly change: ClauseChange;
  /** In the later version; in the earlier one when it was removed. */
  readonly id: string;
  /** The earlier id, when it is another. */
  readonly earlierId: string | null;
  readonly title: string;
  readonly section: string;
  readonly audience: Audience;
  /** Its prose, paragraphs parted by an empty line. */
  readonly text: string;
  /** Title, prose, section, part: those that changed; nothing for a clause that is new or was removed. */
  readonly words: readonly ValueChange[];
  readonly blocks: readonly BlockComparison[];
  /** Empty where nothing changes for the desk: «cambiano solo le parole». */
  readonly meaning: readonly Meaning[];
}

/** What tells two versions of a policy apart. The same two documents give the same comparison. */
export interface PolicyComparison {
  readonly before: { readonly body: string; readonly title: string; readonly version: string };
  readonly after: { readonly body: string; readonly title: string; readonly version: string };
  /** False when the canonical texts are one and the same. */
  readonly differs: boolean;
  readonly header: readonly ValueChange[];
  /** Titles and prose of parts and sections, outside the clauses. */
  readonly frame: readonly ValueChange[];
  /** Only those that differ, in the order of the later version; the removed ones where they stood. */
  readonly clauses: readonly ClauseComparison[];
  readonly counts: Readonly<Record<ClauseChange, number>>;
  /** All the sentences, what is proposed first, each once. */
  readonly meaning: readonly Meaning[];
}
