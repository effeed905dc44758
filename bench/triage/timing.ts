// SPDX-License-Identifier: AGPL-3.0-or-later

/** Held by the module, so that no pass can be optimised away. */
let sink = 0;

/**
 * How long one pass takes. The best pass of the thread's own time is what one core does when nobody else wants it; by the
 * clock the same pass waits for whatever else the machine is doing.
 */
export interface Timed {
  readonly bestMs: number;
  readonly medianMs: number;
  /** Best and median by the clock. */
  readonly clock: { readonly bestMs: number; readonly medianMs: number };
}

const FEWEST_ROUNDS = 5;
/** The thread's own time is told in steps of some milliseconds: passes are repeated until a round is longer than many. */
const ROUND_MS = 200;

export const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

interface Round {
  readonly ownMs: number;
  readonly clockMs: number;
}

const timed = (rounds: readonly Round[]): Timed => {
  if (!Number.isFinite(sink)) throw new Error('a pass measured nothing');
  const of = (times: readonly number[]) => {
    const sorted = Float64Array.from(times).sort();
    return { bestMs: quantile(sorted, 0), medianMs: quantile(sorted, 0.5) };
  };
  return { ...of(rounds.map(({ ownMs }) => ownMs)), clock: of(rounds.map(({ clockMs }) => clockMs)) };
};

/** Times a pass over and over for a while; it returns something that depends on all of its work. */
export async function time(pass: () => number | Promise<number>, forMs = 2000): Promise<Timed> {
  const rounds: Round[] = [];
  // The first round warms the engine up and is left out.
  for (let end = Number.POSITIVE_INFINITY, left = FEWEST_ROUNDS; left >= 0 || performance.now() < end; left--) {
    const clock = performance.now();
    const own = process.threadCpuUsage();
    let passes = 0;
    for (; passes === 0 || performance.now() - clock < ROUND_MS; passes++) {
      const result = pass();
      sink += typeof result === 'number' ? result : await result;
    }
    const { user, system } = process.threadCpuUsage(own);
    const clockMs = (performance.now() - clock) / passes;
    if (left === FEWEST_ROUNDS) end = performance.now() + forMs;
    else rounds.push({ ownMs: (user + system) / 1000 / passes, clockMs });
  }
  return timed(rounds);
}

const LONG_ENOUGH_MS = 3000;

/** The best of a few single calls, fewer where they are long; by the clock, for most are too short for the thread's own time. */
export function bestOf(calls: number, call: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + LONG_ENOUGH_MS;
  for (let index = 0; index < calls && (index === 0 || performance.now() < end); index++) {
    const start = performance.now();
    sink += call();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Each thing by itself, in microseconds and sorted: the median of some rounds, so that a busy machine weighs less. */
export function timeEach<Thing>(things: readonly Thing[], work: (thing: Thing) => number, rounds = 9): Float64Array {
  const times = things.map(() => new Float64Array(rounds));
  for (let round = 0; round < rounds; round++)
    for (const [index, thing] of things.entries()) {
      const start = performance.now();
      sink += work(thing);
      const of = times[index];
      if (of !== undefined) of[round] = (performance.now() - start) * 1000;
    }
  return Float64Array.from(times, (of) => quantile(of.sort(), 0.5)).sort();
}
