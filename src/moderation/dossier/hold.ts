// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import type { HoldRequest } from './contract.ts';
import { dossierError } from './errors.ts';
import { type Acting, actOn } from './on-case.ts';
import { holdOn, insertHold, liftHold } from './store.ts';

type Holding = Acting & { readonly request: HoldRequest };

/** What is kept of a case stays, whatever terms the body chose, until the hold is lifted. Throws HOLD_STANDS. */
export const setHold = (ports: ModerationPorts, holding: Holding): Promise<void> =>
  actOn(ports, holding, async ({ tx, row, subject, now }) => {
    const { body, actor, request } = holding;
    if ((await holdOn(tx, row.id)) !== undefined) throw dossierError('HOLD_STANDS');
    const id = newId();
    const sealed = await sealWords(
      { tx, vault: ports.vault },
      { body, subject, row: id },
      { reasons: request.reasons },
    );
    await insertHold(tx, {
      ...{ id, body, case_id: row.id, act: request.act, sealed, person: actor.id, person_name: actor.name, at: now },
      ...{ lifted_act: null, lifted_sealed: null, lifted_by: null, lifted_by_name: null, lifted_at: null },
    });
    await record(tx, body, now, {
      kind: 'hold.set',
      subject: row.item_id,
      person: actor,
      grounds: [request.act],
      policyVersion: null,
      summary: `Vincolo di conservazione sulla pratica n. ${row.number} (${request.act})`,
      facts: { case: row.id, hold: id, reasons: fingerprintOf(ports.vault, request.reasons) },
    });
  });

/** Throws NO_HOLD. */
export const endHold = (ports: ModerationPorts, holding: Holding): Promise<void> =>
  actOn(ports, holding, async ({ tx, row, subject, now }) => {
    const { body, actor, request } = holding;
    const hold = await holdOn(tx, row.id);
    if (hold === undefined) throw dossierError('NO_HOLD');
    const at = { body, subject, row: hold.id };
    await liftHold(tx, hold.id, {
      lifted_act: request.act,
      lifted_sealed: await sealWords({ tx, vault: ports.vault }, at, { reasons: request.reasons }),
      lifted_by: actor.id,
      lifted_by_name: actor.name,
      lifted_at: now,
    });
    await record(tx, body, now, {
      kind: 'hold.lifted',
      subject: row.item_id,
      person: actor,
      grounds: [request.act],
      policyVersion: null,
      summary: `Tolto il vincolo di conservazione dalla pratica n. ${row.number} (${request.act})`,
      facts: { case: row.id, hold: hold.id, reasons: fingerprintOf(ports.vault, request.reasons) },
    });
  });
