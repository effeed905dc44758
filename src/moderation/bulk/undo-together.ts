// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { DECISION_NAMES } from '../decision-names.ts';
import { moderationError } from '../errors.ts';
import { groundNames } from '../founded.ts';
import type { ModerationPorts } from '../ports.ts';
import { undo } from '../undo.ts';
import { refusalOf } from './decide-together.ts';
import { bulkById, itemsOfBulk, markBulkUndone, settleUndoing } from './store.ts';

export interface UndoingTogether {
  readonly body: string;
  readonly bulk: string;
  readonly actor: Actor;
  readonly reasons: string;
}

/**
 * Takes back every decision of a whole that can still be taken back; of the others it is told why not. Asked again, tries only
 * those that are left.
 */
export async function undoTogether(ports: ModerationPorts, { body, bulk: id, actor, reasons }: UndoingTogether) {
  const items = await ports.database.inBody(body, async (tx) => {
    const bulk = await bulkById(tx, id);
    if (bulk === undefined) throw moderationError('BULK_NOT_FOUND');
    const at = ports.clock.now();
    const all = await itemsOfBulk(tx, id);
    const decided = all.filter(({ outcome }) => outcome === 'decided').length;
    if (await markBulkUndone(tx, id, { at, by: actor, reasons }))
      await record(tx, body, at, {
        kind: 'decision.undone-together',
        subject: id,
        person: actor,
        grounds: groundNames([bulk.ground]),
        policyVersion: bulk.policy_version,
        summary: `Chiesto di annullare insieme ${decided} decisioni «${DECISION_NAMES[bulk.kind]}»; ogni pratica ha poi la sua registrazione`,
        facts: { decisions: decided, reasons: fingerprintOf(ports.vault, reasons) },
      });
    return all;
  });
  for (const item of items) {
    const { decision_id: decision } = item;
    if (decision === null || item.undone === 'undone') continue;
    const refusal = await refusalOf(() => undo(ports, { body, decision, actor, reasons }));
    await ports.database.inBody(body, (tx) => settleUndoing(tx, item, refusal));
  }
}
