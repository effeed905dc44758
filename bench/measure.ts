// SPDX-License-Identifier: AGPL-3.0-or-later

const MEASURE_MS = 1500;
const FEWEST_PASSES = 5;
const WARM_UP_PASSES = 3;

export interface Figure {
  readonly what: string;
  /** What one pass does. */
  readonly count: number;
  readonly unit: string;
  readonly bestMs: number;
  readonly medianMs: number;
}

/** Held by the module, so that no pass can be optimised away. */
let sink = 0;

/** How long one pass takes, over and over; the pass returns something that depends on all of its work. */
export async function measure(
  what: string,
  of: Pick<Figure, 'count' | 'unit'>,
  pass: () => number | Promise<number>,
): Promise<Figure> {
  for (let index = 0; index < WARM_UP_PASSES; index++) sink += await pass();
  const times: number[] = [];
  const end = performance.now() + MEASURE_MS;
  while (times.length < FEWEST_PASSES || performance.now() < end) {
    const start = performance.now();
    sink += await pass();
    times.push(performance.now() - start);
  }
  if (!Number.isFinite(sink)) throw new Error(`${what}: a pass measured nothing`);
  times.sort((one, other) => one - other);
  const at = (index: number): number => times[index] ?? Number.NaN;
  return { what, ...of, bestMs: at(0), medianMs: at(Math.floor(times.length / 2)) };
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What every table says of a figure. */
export const speeds = ({ what, count, unit, bestMs, medianMs }: Figure) => ({
  path: what,
  'best /s': `${whole.format((count / bestMs) * 1000)} ${unit}`,
  'median /s': whole.format((count / medianMs) * 1000),
});

/** Prints rows of the same columns, the first to the left and the others to the right. */
export function print(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? '')));
}
