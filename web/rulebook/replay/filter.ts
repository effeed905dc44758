// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplayedItem } from './run.ts';

/** Which of the items to look at; an empty word asks for all. */
export interface ReplayFilter {
  /** From one proposal to another, as `none>hide`. */
  readonly turn: string;
  readonly network: string;
  readonly clause: string;
}

export const noFilter: ReplayFilter = { turn: '', network: '', clause: '' };

export const turnOf = ({ before, after }: ReplayedItem): string => `${before.action}>${after.action}`;

/** The clauses that either judgement cites. */
export const clausesOf = ({ before, after }: ReplayedItem): readonly string[] => [
  ...new Set([...before.clauses, ...after.clauses].map(({ id }) => id)),
];

export const filtered = (items: readonly ReplayedItem[], filter: ReplayFilter): readonly ReplayedItem[] =>
  items.filter(
    (item) =>
      (filter.turn === '' || turnOf(item) === filter.turn) &&
      (filter.network === '' || item.network === filter.network) &&
      (filter.clause === '' || clausesOf(item).includes(filter.clause)),
  );

/** What there is to choose from, with how many items each has, the most frequent first. */
export function choicesIn(
  items: readonly ReplayedItem[],
  wordsOf: (item: ReplayedItem) => readonly string[],
): readonly { readonly value: string; readonly items: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of wordsOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, items: count }))
    .sort((one, other) => other.items - one.items || (one.value < other.value ? -1 : 1));
}
