// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Clock } from '#kernel';
import type { Database, Events, Tx } from '#platform';
import { policyAdopted } from './events.ts';
import { isMarkedInForce, lockRulebook, markInForce, versionInForce } from './store.ts';

interface Ports {
  readonly clock: Clock;
  readonly events: Events;
}

/** Tells, once, that the version in force now is in force: those above judge again what is open. */
export async function comeIntoForce({ clock, events }: Ports, tx: Tx, body: string): Promise<boolean> {
  const now = clock.now();
  const current = await versionInForce(tx, body, now);
  if (current === undefined) return false;
  const { version, adopted_at, in_force_since } = current;
  if (!(await markInForce(tx, { body, version, at: now }))) return false;
  // Adopting and coming into force at once is one act, and its adoption is its record.
  if (in_force_since > adopted_at)
    await record(tx, body, now, {
      kind: 'policy.in-force',
      subject: version,
      person: null,
      grounds: [],
      policyVersion: version,
      summary: `Entrata in vigore la versione ${version} della policy`,
      facts: { digest: current.digest, act: current.act, inForceSince: in_force_since.toISOString() },
    });
  await events.publish(tx, policyAdopted, { body, version });
  return true;
}

/** Looks whether the day of a version has come. True when one came into force. */
export async function bringIntoForce(ports: Ports & { readonly database: Database }, body: string): Promise<boolean> {
  const { database, clock } = ports;
  return database.inBody(body, async (tx) => {
    const current = await versionInForce(tx, body, clock.now());
    if (current === undefined || (await isMarkedInForce(tx, body, current.version))) return false;
    await lockRulebook(tx, body);
    return comeIntoForce(ports, tx, body);
  });
}
