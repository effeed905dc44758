// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase } from '../store.ts';

/** A person about to act on a case. */
export interface Acting {
  readonly body: string;
  readonly caseId: string;
  readonly actor: Actor;
}

export interface OnCase {
  readonly tx: Tx;
  readonly row: Case;
  readonly item: Item;
  /** Whose key seals what is written here. */
  readonly subject: string;
  readonly now: Date;
}

/** In one transaction, the case locked; whoever has it open is told that it changed. Throws CASE_NOT_FOUND. */
export async function actOn<Outcome>(
  ports: ModerationPorts,
  { body, caseId }: Acting,
  work: (on: OnCase) => Promise<Outcome>,
): Promise<Outcome> {
  return ports.database.inBody(body, async (tx) => {
    const row = await lockCase(tx, caseId);
    const item = row && (await itemById(tx, row.item_id));
    if (row === undefined || item === undefined) throw moderationError('CASE_NOT_FOUND');
    const outcome = await work({ tx, row, item, subject: item.author_id ?? item.id, now: ports.clock.now() });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
    return outcome;
  });
}
