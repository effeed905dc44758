// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Follower } from '../followers.ts';
import type { Case } from '../store.ts';
import { endAlarm } from './alarm.ts';
import { turnsError } from './errors.ts';
import { clearClaim } from './hold.ts';

function refuseOthers({ claimed_by, claimed_by_name }: Case, actor: string): void {
  if (claimed_by !== null && claimed_by !== actor) throw turnsError('CASE_CLAIMED', claimed_by_name ?? undefined);
}

/** Nobody decides on what another has in hand; a decision ends the claim, and the alarm of the case. */
export const turnsFollower: Follower = {
  taken: async (ports, tx, { row, actor }) => {
    refuseOthers(row, actor.id);
    if (row.claimed_by !== null) await clearClaim(ports, tx, row);
    await endAlarm(ports, tx, { row, actor });
  },
  takenBack: async (_ports, _tx, { row, actor }) => refuseOthers(row, actor.id),
};
