// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sets so alike share one of their rarest members: so many of each are enough to find all the others by. */
const enough = (size: number, likeness: number): number => size - Math.ceil(size * likeness) + 1;

/**
 * Where a set may be as like another as `likeness` (common members among all of both, above 0), and nowhere else: places of
 * `among`, found through a shared member instead of one by one.
 */
export function candidatesAmong(
  among: readonly ReadonlySet<string>[],
  likeness: number,
): (one: ReadonlySet<string>) => ReadonlySet<number> {
  const counted = new Map<string, number>();
  for (const set of among) for (const member of set) counted.set(member, (counted.get(member) ?? 0) + 1);
  const rarest = (set: ReadonlySet<string>): readonly string[] =>
    [...set]
      .sort((one, other) => (counted.get(one) ?? 0) - (counted.get(other) ?? 0) || (one < other ? -1 : 1))
      .slice(0, enough(set.size, likeness));
  const places = new Map<string, number[]>();
  for (const [place, set] of among.entries())
    for (const member of rarest(set)) {
      const known = places.get(member);
      if (known === undefined) places.set(member, [place]);
      else known.push(place);
    }
  return (one) => new Set(rarest(one).flatMap((member) => places.get(member) ?? []));
}
