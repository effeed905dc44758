// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { stopWrites } from '#delivery';
import { newId } from '#kernel';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { StopView } from './contract.ts';
import { insertStop } from './store.ts';
import { stopViewIn } from './view.ts';

/**
 * «Ferma tutte le uscite»: from the end of this act nothing more is sent to any account of the body, whatever was fired, planned or
 * waiting, until somebody lifts it with a reason. Said again it changes nothing; what had left already is told.
 */
export async function stopOutings(
  ports: EditorialPorts,
  { body, actor, reasons }: Acting & { readonly reasons: string },
): Promise<StopView> {
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    if (!(await stopWrites(tx, body, { actor, at, heldBy: 'desk' }))) return stopViewIn(ports, tx, body);
    const id = newId();
    await insertStop(tx, { id, body, reasons, stopped_at: at, stopped_by: actor.id, stopped_by_name: actor.name });
    const view = await stopViewIn(ports, tx, body);
    await record(tx, body, at, {
      kind: 'editorial.stopped',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Fermate tutte le uscite dell’ente, con il motivo',
      facts: { stop: id, sentBefore: view.sent.length, waiting: view.late.length, others: view.others },
    });
    return view;
  });
}
