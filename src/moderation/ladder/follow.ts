// SPDX-License-Identifier: AGPL-3.0-or-later
import { itemById } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { breachUnder, dutyTo, takesDown } from '#policy';
import type { Follower, Taken, TakenBack } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import { provedTogether } from './author-store.ts';
import { ladderError } from './errors.ts';
import { callBack, callBackBans, endWarnings } from './recount.ts';
import {
  holdAuthors,
  insertBreach,
  insertReport,
  lockMeasuresOn,
  measuresWhere,
  reportsWhere,
  violationOn,
  voidBreach,
  voidDutyOf,
} from './store.ts';

/** With each decision: what is confirmed cannot be left up where the policy orders removal; breaches are counted; duties arise. */
export const ladderFollower: Follower = {
  lock: lockAuthor,
  taken: async (_ports, tx, taken) => {
    await refuseLeavingUp(tx, taken);
    if (taken.decision.kind !== 'hide' && taken.decision.kind !== 'remove') return;
    await count(tx, taken);
    await oweReport(tx, taken);
  },
  takenBack,
};

/** Nobody counts or acts on its author meanwhile, nor on whoever was proved to be the same. */
async function lockAuthor(tx: Tx, row: Case): Promise<void> {
  const author = (await itemById(tx, row.item_id))?.author_id ?? null;
  const authors = author === null ? [] : await provedTogether(tx, author);
  await holdAuthors(tx, authors);
  await lockMeasuresOn(tx, row.id, authors);
}

async function refuseLeavingUp(tx: Tx, { row, decision, matter }: Taken): Promise<void> {
  const duty = dutyTo(matter.policy, 'remove');
  if (duty === undefined || decision.kind === 'hide' || decision.kind === 'remove') return;
  const violation = await violationOn(tx, row.id);
  if (violation !== undefined)
    throw ladderError('VIOLATION_STAYS', `${duty.id}; violati: ${violation.clauses.join(', ')}`);
}

const citedIn = ({ grounds }: Taken['decision']): string[] =>
  grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : []));

async function count(tx: Tx, { row, item, decision, matter, supersedes }: Taken): Promise<void> {
  if (item.author_id === null) return;
  const on = { item: matter.facts, judgement: matter.judgement };
  const clauses = breachUnder(matter.policy, on, citedIn(decision));
  if (clauses.length === 0) return;
  // One item is one breach: the removal's stands in the place of the hiding's.
  if (supersedes !== undefined) await voidBreach(tx, supersedes.id, decision.at);
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
async function oweReport(tx: Tx, { row, item, decision, matter, supersedes }: Taken): Promise<void> {
  const duty = dutyTo(matter.policy, 'report-platform');
  const broken = citedIn(decision).filter((id) => takesDown(matter.policy, matter.facts, id));
  if (duty === undefined || broken.length === 0) return;
  // Once for an item, whichever came first.
  if (supersedes !== undefined && (await reportsWhere(tx, { case: row.id })).some(({ state }) => state !== 'void'))
    return;
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

/**
 * What is taken back counts no more, nor do the warnings that rested on it; a ban of that case, and every one that what is left
 * would not have carried, is looked at again at once.
 */
async function takenBack(
  ports: ModerationPorts,
  tx: Tx,
  { row, item, decision, standsAgain }: TakenBack,
): Promise<void> {
  const now = ports.clock.now();
  await voidBreach(tx, decision.id, now);
  if (standsAgain !== undefined) await voidBreach(tx, standsAgain.id, null);
  await voidDutyOf(tx, decision.id);
  await endWarnings(ports, tx, row.id);
  const bans = (await measuresWhere(tx, { case: row.id })).filter((one) => one.kind === 'ban' && one.ended_at === null);
  for (const { id } of bans) await callBack(tx, id, now);
  if (item.author_id !== null) await callBackBans(ports, tx, { body: row.body, author: item.author_id });
}
