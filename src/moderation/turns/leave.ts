// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Leaver, Leaving } from '#governance';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { ringAgain } from './alarm.ts';
import { clearClaim } from './hold.ts';
import { lockClaimsOf } from './store.ts';

/** A moment later than any claim. */
const EVER = new Date('9999-12-31T00:00:00Z');

/** What somebody who leaves had in hand goes back to all; their devices go with their mandates. */
export async function leaveTurns(ports: ModerationPorts, tx: Tx, { body, person }: Leaver): Promise<Leaving> {
  const claims = await lockClaimsOf(tx, body, { people: [person.id], before: EVER });
  for (const row of claims) await clearClaim(ports, tx, row);
  for (const row of claims) await ringAgain(ports, tx, row);
  return { closed: { claims: claims.length }, byHand: [] };
}
