// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { breachUnder, dutyTo, takesDown } from '#policy';
import type { Follower, Taken, TakenBack } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { ladderError } from './errors.ts';
import {
  changeMeasure,
  insertBreach,
  insertReport,
  measuresWhere,
  violationOn,
  voidBreach,
  voidDutyOf,
} from './store.ts';

/** With each decision: what is confirmed cannot be left up where the policy orders removal; breaches are counted; duties arise. */
export const ladderFollower: Follower = {
  taken: async (_ports, tx, taken) => {
    await refuseLeavingUp(tx, taken);
    if (taken.decision.kind !== 'hide' && taken.decision.kind !== 'remove') return;
    await count(tx, taken);
    await oweReport(tx, taken);
  },
  takenBack,
};

async function refuseLeavingUp(tx: Tx, { row, decision, matter }: Taken): Promise<void> {
  const duty = dutyTo(matter.policy, 'remove');
  if (duty === undefined || decision.kind === 'hide' || decision.kind === 'remove') return;
  const violation = await violationOn(tx, row.id);
  if (violation !== undefined)
    throw ladderError('VIOLATION_STAYS', `${duty.id}; violati: ${violation.clauses.join(', ')}`);
}

const citedIn = ({ grounds }: Taken['decision']): string[] =>
  grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : []));

async function count(tx: Tx, { row, item, decision, matter }: Taken): Promise<void> {
  if (item.author_id === null) return;
  const on = { item: matter.facts, judgement: matter.judgement };
  const clauses = breachUnder(matter.policy, on, citedIn(decision));
  if (clauses.length === 0) return;
  await insertBreach(tx, {
    decision_id: decision.id,
    body: decision.body,
    author_id: item.author_id,
    item_id: item.id,
    case_id: row.id,
    clauses: [...clauses],
    at: decision.at,
    void_at: null,
  });
}

/** Where the policy orders it, each removal waits for a person to report it and to note date and reference. */
async function oweReport(tx: Tx, { row, item, decision, matter }: Taken): Promise<void> {
  const duty = dutyTo(matter.policy, 'report-platform');
  const broken = citedIn(decision).filter((id) => takesDown(matter.policy, matter.facts, id));
  if (duty === undefined || broken.length === 0) return;
  await insertReport(tx, {
    id: newId(),
    body: decision.body,
    case_id: row.id,
    item_id: item.id,
    author_id: item.author_id,
    decision_id: decision.id,
    clauses: [duty.id, ...broken],
    policy_version: decision.policy_version,
    // What the decision itself had sent goes its way; its date and reference are still to be noted.
    state: decision.reported ? 'sent' : 'due',
    sealed: null,
    reference: null,
    reported_on: null,
    person: decision.reported ? decision.person : null,
    person_name: decision.reported ? decision.person_name : null,
    at: decision.at,
    done_by: null,
    done_by_name: null,
    done_at: null,
  });
}

/** What is taken back counts no more; a ban that stood on that case is looked at again at once. */
async function takenBack(ports: ModerationPorts, tx: Tx, { row, decision }: TakenBack): Promise<void> {
  const now = ports.clock.now();
  await voidBreach(tx, decision.id, now);
  await voidDutyOf(tx, decision.id);
  const bans = (await measuresWhere(tx, { case: row.id })).filter((one) => one.kind === 'ban' && one.ended_at === null);
  for (const ban of bans) await changeMeasure(tx, ban.id, { review_on: dayIn(now), review_called_at: null });
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });

/** The day it is in Italy, `2026-11-22`. */
export const dayIn = (moment: Date): string => DAY.format(moment);
