// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProseNode } from '../document.ts';

/** Gathers lines of prose into paragraphs and list items. */
export interface ProseGatherer {
  line(text: string): void;
  /** Ends the paragraph under way: a blank line, a title, a block. */
  end(): void;
}

export function gatherProse(into: ProseNode[]): ProseGatherer {
  let open: { kind: ProseNode['kind']; words: string[] } | undefined;
  const end = (): void => {
    if (open !== undefined) into.push(Object.freeze({ kind: open.kind, text: open.words.join(' ') }));
    open = undefined;
  };
  return {
    end,
    line: (text) => {
      const item = /^-\s+(.*)$/.exec(text.trim());
      if (item !== null) end();
      open ??= { kind: item === null ? 'paragraph' : 'item', words: [] };
      open.words.push((item?.[1] ?? text).trim().replace(/\s+/g, ' '));
    },
  };
}
