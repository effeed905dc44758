// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const PIECES = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Beyond this many comparisons the two texts are shown one after the other: the table would freeze the page. */
const MAX_COMPARISONS = 4_000_000;

const pieces = (text: string): readonly string[] => text.match(PIECES) ?? [];

/** What changed from one text to the next, word by word: the longest common subsequence stays, the rest goes or comes. */
export function diff(before: string, after: string): readonly Change[] {
  const old = pieces(before);
  const fresh = pieces(after);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  ) {
    tail += 1;
  }
  const changes = [
    { kind: 'same' as const, text: old.slice(0, head).join('') },
    ...middle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    { kind: 'same' as const, text: tail === 0 ? '' : old.slice(-tail).join('') },
  ];
  return merge(changes);
}

function middle(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  if (old.length * fresh.length > MAX_COMPARISONS || old.length === 0 || fresh.length === 0) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ];
  }
  const width = fresh.length + 1;
  const longest = commonLengths(old, fresh);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const [was = '', is = ''] = [old[i], fresh[j]];
    const below = longest[(i + 1) * width + j] ?? 0;
    const beside = longest[i * width + j + 1] ?? 0;
    if (i < old.length && j < fresh.length && was === is) {
      changes.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && below >= beside)) {
      changes.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: is });
      j += 1;
    }
  }
  return changes;
}

/** `table[i, j]`: how many pieces the rests of both texts, from `i` and from `j`, have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === fresh[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

function merge(changes: readonly Change[]): readonly Change[] {
  const merged: Change[] = [];
  for (const change of changes) {
    const last = merged.at(-1);
    if (change.text === '') continue;
    if (last?.kind === change.kind) merged[merged.length - 1] = { kind: last.kind, text: last.text + change.text };
    else merged.push(change);
  }
  return merged;
}
