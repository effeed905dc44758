// SPDX-License-Identifier: AGPL-3.0-or-later

/** One after the other, each for itself: what went wrong with one stops none of the others. Throws the first fault at the end. */
export async function eachApart<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) await work(item).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}
