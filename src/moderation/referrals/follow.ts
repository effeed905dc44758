// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { officeById } from '#governance';
import type { Tx } from '#platform';
import type { Follower, TakenBack } from '../followers.ts';
import { groundNames } from '../founded.ts';
import type { ModerationPorts } from '../ports.ts';
import { referralLetterDue } from './events.ts';
import { handOver } from './hand-over.ts';
import { settleOutcome } from './outcome.ts';
import { changeReferral, lockReferralsOn, referralOfDecision, voidOutcomeOf } from './store.ts';

/** With each decision: a request is handed over where that was decided, and none ends in nothing. */
export const referralFollower: Follower = {
  lock: (tx, row) => lockReferralsOn(tx, row.id),
  taken: async (ports, tx, taken) => {
    const referral = taken.decision.kind === 'route' ? await handOver(ports, tx, taken) : undefined;
    await settleOutcome(tx, taken, referral?.office_name ?? null);
  },
  takenBack: async (ports, tx, taken) => {
    await voidOutcomeOf(tx, taken.decision.id, ports.clock.now());
    await withdraw(ports, tx, taken);
  },
};

/** The link opens nothing from then on; an office that had the letter is told. */
async function withdraw(ports: ModerationPorts, tx: Tx, { decision, row, item, actor }: TakenBack): Promise<void> {
  const referral = await referralOfDecision(tx, decision.id);
  if (referral === undefined || referral.state === 'withdrawn') return;
  const now = ports.clock.now();
  const { id, body, state, link_number: link } = referral;
  await changeReferral(tx, id, { state: 'withdrawn', withdrawn_at: now, link_revoked_at: now, look_at: null });
  const office = await officeById(tx, referral.office_id);
  const to = office?.email ?? null;
  if (ports.mail.possible && referral.sent_at !== null && state !== 'answered' && to !== null)
    await ports.events.publish(tx, referralLetterDue, { body, referral: id, letter: 'withdrawn', to, link });
  await record(tx, body, now, {
    kind: 'referral.withdrawn',
    subject: item.id,
    person: actor,
    grounds: groundNames(decision.grounds),
    policyVersion: decision.policy_version,
    summary: `Ritirato l’inoltro all’ufficio «${referral.office_name}» (pratica n. ${row.number})`,
    facts: { referral: id, case: row.id },
  });
}
