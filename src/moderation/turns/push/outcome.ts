// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { PushOutcome, Tx } from '#platform';
import { settleAllOf } from './call-store.ts';
import type { PushTrouble } from './contract.ts';
import { changeDevice, type Device, endDevice } from './device-store.ts';

/** Undefined where the carrier took it, or the device is gone. */
export const troubleOf = (outcome: PushOutcome): PushTrouble | undefined => {
  if (outcome.outcome === 'later') return outcome.why;
  return outcome.outcome === 'refused' ? 'refused' : undefined;
};

interface Heard {
  readonly device: Pick<Device, 'id' | 'body' | 'trouble' | 'carrier'>;
  readonly outcome: PushOutcome;
  readonly now: Date;
}

/** What a carrier's answer says of the device: that it is reached, that it is not and since when, that it is there no more. */
export async function noteOutcome(tx: Tx, { device, outcome, now }: Heard): Promise<void> {
  const { id, body, carrier } = device;
  if (outcome.outcome === 'accepted')
    return changeDevice(tx, id, { reached_at: now, trouble: null, trouble_since: null });
  const trouble = troubleOf(outcome);
  if (trouble !== undefined)
    return changeDevice(tx, id, { trouble, ...(device.trouble === null && { trouble_since: now }) });
  await settleAllOf(tx, id, now);
  if (!(await endDevice(tx, id, { why: 'gone', at: now }))) return;
  await record(tx, body, now, {
    kind: 'push.device-gone',
    subject: null,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: `Gli avvisi delle urgenze non arrivano più su un dispositivo: il servizio (${carrier}) non lo conosce più`,
    facts: { device: id, carrier },
  });
}
