// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QueryClient } from '@tanstack/react-query';
import type { CaseDetail } from '#moderation/contract';
import { caseQuery, countersQuery } from './cases.ts';
import { returnRow } from './list.ts';

/** How far a case had come when the server told of it: its revision, its record, its writes. */
function ageOf({ revision, record, decisions }: CaseDetail): readonly number[] {
  const writes = decisions.flatMap(({ enforcements }) => enforcements.map(({ at }) => Date.parse(at)));
  return [revision, Math.max(0, ...record.map(({ seq }) => seq)), Math.max(0, ...writes)];
}

/** Whether an answer was given before what is already known: news may overtake the answer to a request. */
export function isOlder(answer: CaseDetail, known: CaseDetail): boolean {
  const [before, after] = [ageOf(answer), ageOf(known)];
  const differing = before.findIndex((age, index) => age !== after[index]);
  return differing !== -1 && (before[differing] ?? 0) < (after[differing] ?? 0);
}

/**
 * Takes in what the server says of a case after it has changed it, unless something newer is known already. What is
 * shown is then asked for again, for a write may have gone on meanwhile.
 */
export async function adopt(queries: QueryClient, body: string, answer: CaseDetail): Promise<void> {
  const { queryKey } = caseQuery(body, answer.id);
  // An answer under way was given before this one, and would take its place.
  await queries.cancelQueries({ queryKey, exact: true });
  const known = queries.getQueryData(queryKey);
  const newest = known !== undefined && isOlder(answer, known) ? known : answer;
  queries.setQueryData(queryKey, newest);
  returnRow(queries, body, newest);
  void queries.invalidateQueries({ queryKey, exact: true });
  void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
}
