// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError } from '#channels';
import { lockConnection, updateConnection } from './connection-store.ts';
import type { AccountPorts, Place } from './ports.ts';
import { warn } from './warn.ts';

/** What a network refused, and of which secrets. */
export interface Refused {
  readonly error: ChannelError;
  readonly since: Date;
}

/** Tells, at once and once, that only a person can connect the account again; nothing is deleted. */
export async function loseConnection(ports: AccountPorts, place: Place, { error, since }: Refused): Promise<void> {
  const { account } = place;
  await ports.database.inBody(place.body, async (tx) => {
    const known = await lockConnection(tx, account);
    // Other secrets are there meanwhile: what was refused is over.
    if (known === undefined || known.updated_at.getTime() !== since.getTime()) return;
    const now = ports.clock.now();
    const found = known.fault_at ?? now;
    const fault = JSON.stringify(error);
    await updateConnection(tx, { account }, { fault, fault_at: found, renewing_until: null });
    const what = error.kind === 'role-lost' ? 'role' : 'connection';
    await warn(ports, tx, { place, warning: { what, until: found, days: 0 } });
  });
}

/** The network took these secrets after all; a lost role is for a check to find again. */
export async function foundAgain(ports: AccountPorts, place: Place, since: Date): Promise<void> {
  const { account } = place;
  await ports.database.inBody(place.body, async (tx) => {
    const known = await lockConnection(tx, account);
    if (known === undefined || known.fault === null || known.fault.kind === 'role-lost') return;
    await updateConnection(tx, { account, since }, { fault: null, fault_at: null });
  });
}
