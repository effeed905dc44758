// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { type Case, updateCase } from '../store.ts';

export const NOBODY = { claimed_by: null, claimed_by_name: null, claimed_at: null, claimed_how: null } as const;

/** The case is locked. */
export async function clearClaim(ports: Pick<ModerationPorts, 'news'>, tx: Tx, row: Case): Promise<void> {
  await updateCase(tx, row.id, NOBODY);
  await ports.news.tell(tx, row.body, { id: row.id, change: 'claimed' });
}
