// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Check } from '#channels';
import { lockConnection, updateConnection } from './connection-store.ts';
import { mergedExpiries } from './expiries.ts';
import type { OpenedAccount } from './open.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { warn } from './warn.ts';

const EVERY_MILLISECONDS = 3_600_000;

/**
 * Asks the network how the connection is doing, and keeps what it tells; a permission that went is told at once. False where a
 * network cannot be asked. Throws `ChannelFault`.
 */
export async function askCheck(ports: AccountPorts, place: Place, opened: OpenedAccount): Promise<boolean> {
  const check = adapterIn(ports, opened.network)?.check;
  if (check === undefined) return false;
  await keep(ports, place, { found: await check(opened), since: opened.secretsSince });
  return true;
}

/** Kept only while these are the secrets that it is about. */
async function keep(
  ports: AccountPorts,
  place: Place,
  { found, since }: { readonly found: Check; readonly since: Date },
): Promise<void> {
  const now = ports.clock.now();
  await ports.database.inBody(place.body, async (tx) => {
    const known = await lockConnection(tx, place.account);
    if (known === undefined || known.updated_at.getTime() !== since.getTime()) return;
    const { quota } = found;
    const told = quota && { ...quota, resetsAt: quota.resetsAt?.toISOString() ?? null };
    await updateConnection(
      tx,
      { account: place.account },
      {
        expiries: JSON.stringify(mergedExpiries(known.expiries, found.expiries)),
        lacking: [...found.lacking],
        quota: told === undefined ? null : JSON.stringify(told),
        fault: null,
        fault_at: null,
        checked_at: now,
        check_after: new Date(now.getTime() + EVERY_MILLISECONDS),
      },
    );
    const isNew = found.lacking.some((capability) => !known.lacking.includes(capability));
    if (isNew) await warn(ports, tx, { place, warning: { what: 'lacking', until: now, days: 0 } });
  });
}
