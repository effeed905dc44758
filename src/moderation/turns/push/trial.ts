// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModerationPorts } from '../../ports.ts';
import type { PushTrial } from './contract.ts';
import { beginTrial, bodyName, deviceById } from './device-store.ts';
import { type Owner, pushView } from './devices.ts';
import { pushError } from './errors.ts';
import { trialOf } from './notice.ts';
import { noteOutcome, troubleOf } from './outcome.ts';
import { openTarget, topicsOf } from './sealing.ts';

const APART_MILLISECONDS = 15_000;

/**
 * Sends a notice that says only that it arrives, now, and tells what the carrier answered. Throws PUSH_OFF,
 * PUSH_DEVICE_NOT_FOUND, PUSH_TRIAL_TOO_SOON.
 */
export async function tryDevice(ports: ModerationPorts, { body, actor }: Owner, id: string): Promise<PushTrial> {
  if (!ports.push.possible) throw pushError('PUSH_OFF');
  const { device, name, sealed } = await ports.database.inBody(body, async (tx) => {
    const found = await deviceById(tx, id);
    if (found === undefined || found.person !== actor.id || found.sealed === null)
      throw pushError('PUSH_DEVICE_NOT_FOUND');
    const now = ports.clock.now();
    const since = new Date(now.getTime() - APART_MILLISECONDS);
    if (!(await beginTrial(tx, id, { now, since }))) throw pushError('PUSH_TRIAL_TOO_SOON');
    return { device: found, sealed: found.sealed, name: await bodyName(tx, body) };
  });
  const notice = trialOf({ slug: body, name, topics: topicsOf(ports.vault) });
  const outcome = await ports.push.send(openTarget(ports.vault, id, sealed), notice);
  await ports.database.inBody(body, (tx) => noteOutcome(tx, { device, outcome, now: ports.clock.now() }));
  const told = outcome.outcome === 'accepted' ? 'accepted' : (troubleOf(outcome) ?? 'gone');
  return { outcome: told, carrier: device.carrier, view: await pushView(ports, { body, person: actor.id }) };
}
