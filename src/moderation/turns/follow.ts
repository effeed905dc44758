// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf } from '#delivery';
import type { Tx } from '#platform';
import type { Follower } from '../followers.ts';
import { letActGo } from '../let-go.ts';
import type { Case, Decision } from '../store.ts';
import { endAlarm, ringAgain, ringForMeasure, stopRinging } from './alarm.ts';
import { lockLiveAlarm } from './alarm-store.ts';
import { turnsError } from './errors.ts';
import { clearClaim } from './hold.ts';

/** Throws CASE_CLAIMED where the case is in another person's hands. */
export function refuseOthers({ claimed_by, claimed_by_name }: Case, actor: string): void {
  if (claimed_by !== null && claimed_by !== actor) throw turnsError('CASE_CLAIMED', claimed_by_name ?? undefined);
}

/** Whoever decided, as the alarm knows them. */
const deciderOf = ({ person: id, person_name: name, person_role: role }: Decision) => ({ id, name, role });

const takesDown = ({ kind }: Pick<Decision, 'kind'>): boolean => kind === 'hide' || kind === 'remove';

/** What the network has not been seen to do yet of a decision to hide or remove. */
async function awaitedMeasure(tx: Tx, decision: Pick<Decision, 'id' | 'kind'>) {
  if (!takesDown(decision)) return undefined;
  const writes = await commandsOf(tx, { causes: [decision.id] });
  return writes.find(({ type, state }) => type === decision.kind && state !== 'confirmed');
}

/**
 * Nobody decides on what another has in hand; a decision ends the claim. The alarm of the case ends with the decision, one to
 * hide or remove only once it is seen on the network: refused there, or left to a person, it rings again.
 */
export const turnsFollower: Follower = {
  lock: async (tx, row) => void (await lockLiveAlarm(tx, row.id)),
  taken: async (ports, tx, { row, actor, decision }) => {
    refuseOthers(row, actor.id);
    if (row.claimed_by !== null) await clearClaim(ports, tx, row);
    if ((await lockLiveAlarm(tx, row.id)) === undefined) return;
    const awaited = await awaitedMeasure(tx, decision);
    if (awaited === undefined) return endAlarm(ports, tx, { row, actor });
    await stopRinging(ports, tx, { row, actor });
    await letActGo(ports, tx, { body: row.body, cause: decision.id, type: awaited.type, actor });
  },
  takenBack: async (ports, tx, { row, actor, standsAgain }) => {
    refuseOthers(row, actor.id);
    // To be decided again, and not known to be hidden.
    if (standsAgain === undefined) await ringAgain(ports, tx, { ...row, state: 'open' }, actor.id);
  },
  carried: async (ports, tx, { row, decision, settled: { type, state } }) => {
    if (!takesDown(decision) || type !== decision.kind || decision.undone_at !== null) return;
    const actor = deciderOf(decision);
    if (state === 'confirmed') await endAlarm(ports, tx, { row, actor });
    else if (state !== 'cancelled') await ringForMeasure(ports, tx, { row, actor });
  },
};
