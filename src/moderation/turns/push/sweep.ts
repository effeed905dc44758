// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { ModerationPorts } from '../../ports.ts';
import { LATE_MILLISECONDS } from '../late.ts';
import { colleaguesIn } from '../people.ts';
import { giveUpLate, heldDevices } from './call-store.ts';
import { hasDevices, removeLeavers } from './device-store.ts';
import { pushJob } from './promise.ts';

/** Sends what waited long enough, gives up what is late, and takes the devices of who left. Bears repetition. */
export async function pushesDue(ports: ModerationPorts, body: string): Promise<void> {
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    await giveUpLate(tx, body, { since: new Date(now.getTime() - LATE_MILLISECONDS), at: now });
    for (const device of await heldDevices(tx, body, now)) await ports.jobs.promise(tx, pushJob, { body, device });
  });
  await ports.database.inBody(body, async (tx) => {
    if (!(await hasDevices(tx, body))) return;
    const people = (await colleaguesIn(tx, body, now)).map(({ id }) => id);
    const devices = await removeLeavers(tx, body, people);
    if (devices === 0) return;
    await record(tx, body, now, {
      kind: 'push.leavers',
      subject: null,
      person: null,
      grounds: [],
      policyVersion: null,
      summary: 'Spenti gli avvisi delle urgenze sui dispositivi di chi non ha più un incarico',
      facts: { devices },
    });
  });
}
