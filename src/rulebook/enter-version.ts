// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Events, Tx } from '#platform';
import { comeIntoForce } from './come-into-force.ts';
import { romanDay } from './days.ts';
import { insertVersion, type StoredVersion } from './store.ts';

export interface Entering {
  readonly version: Omit<StoredVersion, 'adopted_at'>;
  readonly person: Actor | { readonly id: string; readonly name: string; readonly role: string } | null;
  /** What else the record should know. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What every adoption does, however it was brought about: the version, its record and, when its time is here, the news. */
export async function enterVersion(
  { clock, events }: { readonly clock: Clock; readonly events: Events },
  tx: Tx,
  { version, person, facts = {} }: Entering,
): Promise<void> {
  const now = clock.now();
  const { body, title, digest, act, choices, in_force_since } = version;
  await insertVersion(tx, { ...version, adopted_at: now });
  const later = in_force_since > now ? `, in vigore dal ${romanDay(in_force_since)}` : '';
  await record(tx, body, now, {
    kind: 'policy.adopted',
    subject: version.version,
    person,
    grounds: [],
    policyVersion: version.version,
    summary: `Adottata la policy «${title}», versione ${version.version}${later}`,
    facts: { digest, act, choices, inForceSince: in_force_since.toISOString(), ...facts },
  });
  await comeIntoForce({ clock, events }, tx, body);
}
