// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlacedClause } from '../document.ts';

/** A clause of one version beside what it was, or has become, in the other. */
export interface ClausePair {
  readonly before?: PlacedClause;
  readonly after?: PlacedClause;
}

const wordsOf = ({ clause }: PlacedClause): string =>
  JSON.stringify([clause.title, clause.prose.map(({ kind, text }) => [kind, text])]);

const idOf = ({ clause }: PlacedClause): string => clause.id;

/**
 * Who is who in two versions: the same id with the same words, then the same words under another number (a clause put in
 * between renumbers all that follow), then the same id. In the order of the later version; the removed ones follow what
 * they followed.
 */
export function pairClauses(before: readonly PlacedClause[], after: readonly PlacedClause[]): readonly ClausePair[] {
  const earlierOf = new Map<PlacedClause, PlacedClause>();
  const left = new Set(before);
  const match = (keyOf: (placed: PlacedClause) => string): void => {
    const waiting = Map.groupBy(left, keyOf);
    for (const placed of after) {
      const found = earlierOf.has(placed) ? undefined : waiting.get(keyOf(placed))?.shift();
      if (found === undefined) continue;
      earlierOf.set(placed, found);
      left.delete(found);
    }
  };
  match((placed) => `${idOf(placed)} ${wordsOf(placed)}`);
  match(wordsOf);
  match(idOf);
  const pairs: ClausePair[] = after.map((placed) => {
    const found = earlierOf.get(placed);
    return found === undefined ? { after: placed } : { before: found, after: placed };
  });
  for (const [index, placed] of before.entries()) {
    if (!left.has(placed)) continue;
    const previous = before[index - 1];
    pairs.splice(pairs.findIndex((pair) => pair.before === previous && previous !== undefined) + 1, 0, {
      before: placed,
    });
  }
  return pairs;
}

/** What each earlier id is now, for the clauses that only changed number. */
export const renumbered = (pairs: readonly ClausePair[]): ReadonlyMap<string, string> =>
  new Map(
    pairs.flatMap(({ before, after }) =>
      before === undefined || after === undefined || before.clause.id === after.clause.id
        ? []
        : [[before.clause.id, after.clause.id] as const],
    ),
  );

const CLAUSE_ID = /\b[A-Z][A-Z0-9]*-\d{3}\b/g;

/** A text of the earlier version with today's numbers, so that a mention of a renumbered clause is no difference. */
export const withNewNumbers =
  (numbers: ReadonlyMap<string, string>) =>
  (text: string): string =>
    numbers.size === 0 ? text : text.replaceAll(CLAUSE_ID, (id) => numbers.get(id) ?? id);
