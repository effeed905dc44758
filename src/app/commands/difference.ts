// SPDX-License-Identifier: AGPL-3.0-or-later

/** The lines that only one of two texts has, `-` for the first and `+` for the second, with their number there. */
export function difference(before: string, after: string): string {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const kept = keptAfter(left, right);
  const keptAt = (row: number, column: number): number => kept[row]?.[column] ?? 0;
  const told: string[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      row += 1;
      column += 1;
    } else if (column >= right.length || (row < left.length && keptAt(row + 1, column) >= keptAt(row, column + 1))) {
      told.push(`- ${row + 1}: ${left[row]}\n`);
      row += 1;
    } else {
      told.push(`+ ${column + 1}: ${right[column]}\n`);
      column += 1;
    }
  }
  return told.join('');
}

/** How many lines the two texts still have in common from each pair of places on. */
function keptAfter(left: readonly string[], right: readonly string[]): Uint32Array[] {
  const kept = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const [here, below] = [kept[row], kept[row + 1]];
      if (here === undefined || below === undefined) continue;
      here[column] =
        left[row] === right[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return kept;
}
