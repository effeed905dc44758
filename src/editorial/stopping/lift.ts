// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { letWritesGo } from '#delivery';
import type { Tx } from '#platform';
import { hold } from '../drafting/held.ts';
import { noteStep } from '../drafting/steps.ts';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import { giveBack } from '../publishing/due.ts';
import { outingById, outingsOf } from '../publishing/store.ts';
import { takeOne } from '../publishing/take-back.ts';
import type { LateOne, Lifting, StopView } from './contract.ts';
import { lockStop, updateStop } from './store.ts';
import { lateOnes, stopViewIn } from './view.ts';

/**
 * Lets everything go again, with the reason: of each thing that would go out late a person said whether it does. Throws
 * OUTINGS_NOT_STOPPED, CHOICES_MISSING.
 */
export async function liftStop(
  ports: EditorialPorts,
  { body, actor, reasons, choices }: Acting & Lifting,
): Promise<StopView> {
  return ports.database.inBody(body, async (tx) => {
    const stop = await lockStop(tx, body);
    if (stop === undefined) throw editorialError('OUTINGS_NOT_STOPPED');
    const { late } = await lateOnes(ports, tx, body);
    const chosen = late.map((one) => ({
      one,
      what: choices.find(({ id, kind }) => id === one.id && kind === one.kind)?.what,
    }));
    const missing = chosen.find(({ what }) => what === undefined);
    if (missing !== undefined) throw editorialError('CHOICES_MISSING', missing.one.title);
    const dropped = chosen.flatMap(({ one, what }) => (what === 'drop' ? [one] : []));
    for (const one of dropped) await drop(ports, tx, { body, actor, reasons, one });
    const at = ports.clock.now();
    const waited = await letWritesGo(ports, tx, body, 'desk');
    const lifted = { lifted_at: at, lifted_by: actor.id, lifted_by_name: actor.name, lifted_reasons: reasons };
    await updateStop(tx, stop.id, lifted);
    await record(tx, body, at, {
      kind: 'editorial.let-go',
      subject: stop.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Fatte ripartire le uscite dell’ente, con il motivo: ${dropped.length} lasciate cadere`,
      facts: { stop: stop.id, late: late.length, dropped: dropped.length, waited: waited ?? 0 },
    });
    return stopViewIn(ports, tx, body);
  });
}

interface Dropping extends Acting {
  readonly reasons: string;
  readonly one: LateOne;
}

/** It does not go out late: a content goes back to who wrote it, a write is taken back before it leaves. */
async function drop(ports: EditorialPorts, tx: Tx, { actor, reasons, one }: Dropping): Promise<void> {
  const held = await hold(tx, one.draft);
  if (one.kind === 'content') {
    if (held.draft.state === 'approved') await giveBack(ports, tx, { held, why: reasons, actor });
    return;
  }
  const copy = await outingById(tx, one.id);
  if (copy === undefined) return;
  const all = await outingsOf(tx, one.draft);
  if (!(await takeOne(ports, tx, { copy, all, person: actor.id }))) return;
  const accounts = [{ account: copy.account_id, network: copy.network }];
  const at = ports.clock.now();
  await noteStep(tx, { draft: held.draft, step: 'removed', actor, at, reasons, facts: { accounts, act: copy.act } });
}
