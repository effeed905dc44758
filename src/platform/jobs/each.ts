// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Does the work for each, one after the other: what goes wrong with one keeps none of the others waiting, and is thrown in the
 * end, with whom it went wrong for.
 */
export async function each<One extends string>(
  all: readonly One[],
  work: (one: One) => Promise<unknown>,
): Promise<void> {
  const faults: Error[] = [];
  for (const one of all)
    await work(one).catch((cause: Error) => void faults.push(new Error(`${one}: ${cause.message}`, { cause })));
  const [first] = faults;
  if (first === undefined) return;
  throw faults.length === 1 ? first : new AggregateError(faults, faults.map(({ message }) => message).join('; '));
}
