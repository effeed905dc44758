// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { HEARD, mayBeCsam } from '#policy';
import { concernAround, wasDismissed } from '../dossier/withheld-store.ts';
import { type Case, latestJudgement } from '../store.ts';

type Judged = NonNullable<Awaited<ReturnType<typeof latestJudgement>>>;

/**
 * Whether what came with an item may be copied and shown. Not where it may be child-abuse content, by what was noticed or by what
 * somebody said of it or of what it hangs under; only another person's word that it is none opens it.
 */
export async function mayBeCopied(
  tx: Tx,
  { row, item }: { readonly row: Case; readonly item: Item },
): Promise<boolean> {
  if ((await concernAround(tx, item)) !== undefined) return false;
  const judged = await latestJudgement(tx, row.id);
  // Nobody knows yet what it may be.
  if (judged === undefined) return false;
  const suspected = mayBeCsam(judged.judgement.clauses) || mayBeCsam(judged.signals);
  return !suspected || (await wasDismissed(tx, row.id));
}

/** What nobody should meet unprepared. */
const HARD_TO_LOOK_AT: readonly string[] = ['threat', 'incitement', 'obscene', 'sensitive-data', 'csam', 'emergency'];

/** Whether its pictures are covered for everybody until they are asked for. */
export function isHardToLookAt(
  { priority }: Pick<Case, 'priority'>,
  judged: Pick<Judged, 'signals' | 'judgement'>,
): boolean {
  const noticed = judged.signals.some(
    ({ category, strength }) => HARD_TO_LOOK_AT.includes(category) && strength >= HEARD,
  );
  const touched = judged.judgement.clauses.some(({ categories, dormant }) =>
    // A clause on many things says little of which.
    dormant ? false : categories.length === 1 && categories.some((one) => HARD_TO_LOOK_AT.includes(one)),
  );
  return priority === 0 || noticed || touched;
}
