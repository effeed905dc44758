// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf, type NetworkAdapter, type NetworkName } from '#channels';
import type { Actor } from '#governance';
import { isOnClock } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { moderationError } from './errors.ts';
import { basisOn, insertBasis } from './evidence-store.ts';
import type { ModerationPorts } from './ports.ts';

const DAY_MILLISECONDS = 86_400_000;
const MOST_DAYS = 3650;

/** What may be kept of what is hidden or removed, and for how long. */
export interface KeepingTerm {
  /** False: ids and a keyed digest only. */
  readonly words: boolean;
  /** The recorded basis on which words are kept although the contract forbids it. */
  readonly basis: string | null;
  readonly until: Date | null;
  /** The words go when the item's own have to. */
  readonly withItem: boolean;
}

/** The term of a network for evidence sealed now: strict, unless the body recorded a basis. */
export async function keepingTerm(
  tx: Tx,
  { body, adapter, now }: { readonly body: string; readonly adapter: NetworkAdapter | null; readonly now: Date },
): Promise<KeepingTerm> {
  const free = { words: true, basis: null, until: null, withItem: false };
  if (adapter === null || !isOnClock(adapter)) return free;
  const basis = await basisOn(tx, body, adapter.network);
  if (basis !== undefined)
    return { ...free, basis: basis.id, until: new Date(now.getTime() + basis.days * DAY_MILLISECONDS) };
  return adapter.retention.contentHours === null ? { ...free, withItem: true } : { ...free, words: false };
}

export interface NewKeepingBasis {
  readonly body: string;
  readonly network: NetworkName;
  /** The rule of law, as the body words it. */
  readonly basis: string;
  readonly act: string;
  /** For how many days evidence is kept on it. */
  readonly days: number;
  readonly by: Actor;
}

/**
 * The body takes it on itself, by an act, to keep as evidence what a network's contract would have it forget. Holds for what is
 * decided from then on. Throws BASIS_NOT_NEEDED, BASIS_INCOMPLETE.
 */
export async function recordKeepingBasis(ports: ModerationPorts, given: NewKeepingBasis): Promise<void> {
  const { body, network, days, by } = given;
  const [basis, act] = [given.basis.trim(), given.act.trim()];
  const adapter = adapterOf(network);
  if (adapter === null || !isOnClock(adapter)) throw moderationError('BASIS_NOT_NEEDED', adapter?.label ?? network);
  if (basis === '' || act === '' || !Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw moderationError('BASIS_INCOMPLETE');
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    const row = { id: newId(), body, network, basis, act, days, person: by.id, person_name: by.name, at: now };
    await insertBasis(tx, row);
    await record(tx, body, now, {
      kind: 'evidence.basis-recorded',
      subject: row.id,
      person: by,
      grounds: [],
      policyVersion: null,
      summary: `Registrato perché si conservano le prove di ciò che si modera su ${adapter.label}: ${basis} (${act}), per ${days} giorni`,
      facts: { network, basis, act, days },
    });
  });
}
