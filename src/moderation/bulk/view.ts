// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import { commandsOf } from '#delivery';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { undoable } from '../undo.ts';
import type { BulkView } from './contract.ts';
import { bulkById, itemsShown, latestBulks } from './store.ts';

const MOST_LISTED = 30;

export async function bulkView(
  { database }: Pick<ModerationPorts, 'database'>,
  body: string,
  id: string,
): Promise<BulkView> {
  return database.inBody(body, async (tx) => {
    const bulk = await bulkById(tx, id);
    if (bulk === undefined) throw moderationError('BULK_NOT_FOUND');
    const items = await itemsShown(tx, id);
    const decisions = items.flatMap(({ decision_id }) => decision_id ?? []);
    const writes = await commandsOf(tx, { causes: decisions });
    const standing = { kind: bulk.kind, undone_at: null };
    const count = (those: (item: (typeof items)[number]) => boolean) => items.filter(those).length;
    return {
      ...{ id, kind: bulk.kind, ground: bulk.ground, reasons: bulk.reasons, person: bulk.person_name },
      at: bulk.at.toISOString(),
      undoneAt: bulk.undone_at?.toISOString() ?? null,
      decided: count(({ outcome }) => outcome === 'decided'),
      refused: count(({ outcome }) => outcome === 'refused'),
      undone: count(({ undone }) => undone === 'undone'),
      undoable: count(
        ({ decision_id, undone, network }) =>
          decision_id !== null &&
          undone === null &&
          undoable(
            standing,
            network as NetworkName,
            writes.filter(({ cause }) => cause === decision_id),
          ),
      ),
      items: items.map((item) => ({
        case: item.case_id,
        number: Number(item.number),
        network: item.network,
        excerpt: item.excerpt,
        outcome: item.outcome,
        refusal: item.refusal,
        undone: item.undone,
        undoRefusal: item.undo_refusal,
      })),
    };
  });
}

/** The latest first. */
export async function bulkList({ database }: Pick<ModerationPorts, 'database'>, body: string) {
  const rows = await database.inBody(body, (tx) => latestBulks(tx, body, MOST_LISTED));
  return {
    items: rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, person: row.person_name },
      at: row.at.toISOString(),
      undoneAt: row.undone_at?.toISOString() ?? null,
      decided: Number(row.decided),
      refused: Number(row.refused),
    })),
  };
}
