// SPDX-License-Identifier: AGPL-3.0-or-later

/** A stretch that two texts share, or where they part: then with what it was before both, if that is known. */
export type Stretch =
  | { readonly kind: 'same'; readonly lines: readonly string[] }
  | {
      readonly kind: 'apart';
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
      /** Who changed it: where only one did, theirs or mine is surely meant; `both` is for a person. */
      readonly changed: 'mine' | 'theirs' | 'both';
    };

/** Beyond this many comparisons of lines the differing middle is one stretch. */
const MAX_COMPARISONS = 16_000_000;

/** Pairs of places of equal lines, in order: the longest common subsequence, between what begins and ends alike. */
function common(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (
    tail < one.length - head &&
    tail < other.length - head &&
    one[one.length - 1 - tail] === other[other.length - 1 - tail]
  )
    tail += 1;
  const pairs: [number, number][] = Array.from({ length: head }, (_, index) => [index, index]);
  pairs.push(...between(one, other, { head, tail }));
  for (let back = tail; back > 0; back -= 1) pairs.push([one.length - back, other.length - back]);
  return pairs;
}

function between(
  one: readonly string[],
  other: readonly string[],
  { head, tail }: { readonly head: number; readonly tail: number },
): readonly [number, number][] {
  const [height, width] = [one.length - head - tail, other.length - head - tail];
  if (height <= 0 || width <= 0 || height * width > MAX_COMPARISONS) return [];
  const table = new Uint32Array((height + 1) * (width + 1));
  const at = (row: number, column: number) => row * (width + 1) + column;
  for (let row = height - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1)
      table[at(row, column)] =
        one[head + row] === other[head + column]
          ? (table[at(row + 1, column + 1)] ?? 0) + 1
          : Math.max(table[at(row + 1, column)] ?? 0, table[at(row, column + 1)] ?? 0);
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < height && column < width) {
    if (one[head + row] === other[head + column]) {
      pairs.push([head + row, head + column]);
      row += 1;
      column += 1;
    } else if ((table[at(row + 1, column)] ?? 0) >= (table[at(row, column + 1)] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, index) => line === other[index]);

/** Two texts that both come from `base`, stretch by stretch. Joining any choice of each gives a whole text. */
export function stretchesOf(base: string, mine: string, theirs: string): readonly Stretch[] {
  const [was, left, right] = [base.split('\n'), mine.split('\n'), theirs.split('\n')];
  const toMine = new Map(common(was, left));
  const toTheirs = new Map(common(was, right));
  const stretches: Stretch[] = [];
  let [at, myAt, theirAt] = [0, 0, 0];
  const part = (to: number, myTo: number, theirTo: number) => {
    const [before, my, their] = [was.slice(at, to), left.slice(myAt, myTo), right.slice(theirAt, theirTo)];
    if (my.length + their.length === 0) return;
    if (equal(my, their)) return push(my);
    const changed = equal(before, their) ? 'mine' : equal(before, my) ? 'theirs' : 'both';
    stretches.push({ kind: 'apart', mine: my, theirs: their, changed });
  };
  const push = (lines: readonly string[]) => {
    const last = stretches.at(-1);
    if (last?.kind === 'same') stretches[stretches.length - 1] = { kind: 'same', lines: [...last.lines, ...lines] };
    else stretches.push({ kind: 'same', lines });
  };
  for (const [index, line] of was.entries()) {
    const [my, their] = [toMine.get(index), toTheirs.get(index)];
    if (my === undefined || their === undefined) continue;
    part(index, my, their);
    push([line]);
    [at, myAt, theirAt] = [index + 1, my + 1, their + 1];
  }
  part(was.length, left.length, right.length);
  return stretches;
}

export type Side = 'mine' | 'theirs' | 'both';

/** The text that the choices make: one for each stretch where the two part. */
export function merged(stretches: readonly Stretch[], choices: readonly Side[]): string {
  let apart = 0;
  const lines = stretches.flatMap((stretch) => {
    if (stretch.kind === 'same') return stretch.lines;
    const side = choices[apart] ?? 'mine';
    apart += 1;
    return side === 'both' ? [...stretch.theirs, ...stretch.mine] : stretch[side];
  });
  return lines.join('\n');
}
