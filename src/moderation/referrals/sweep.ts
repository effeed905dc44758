// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { officeById, peopleWithMandate } from '#governance';
import { itemById } from '#inbox';
import { each, type Tx } from '#platform';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { afterWorkingTime } from './carrying.ts';
import { referralLetterDue } from './events.ts';
import { changeReferral, lockReferralToLook, type Referral, referralsToLook, termsOf } from './store.ts';

/** Reminds offices that have not answered in working time, then tells the head. Returns how many of each. */
export async function referralsDue(
  ports: ModerationPorts,
  body: string,
): Promise<{ reminded: number; escalated: number }> {
  const { database, clock } = ports;
  const due = await database.inBody(body, (tx) => referralsToLook(tx, body, clock.now()));
  const done = { reminded: 0, escalated: 0 };
  await each(due, async (id) => {
    const act = await database.inBody(body, async (tx) => {
      const referral = await lockReferralToLook(tx, id, clock.now());
      return referral && lookAt(ports, tx, referral);
    });
    if (act !== undefined) done[act]++;
  });
  return done;
}

async function lookAt(ports: ModerationPorts, tx: Tx, referral: Referral): Promise<'reminded' | 'escalated'> {
  // A letter that never left cannot be answered: there is nobody to remind but the desk.
  const undelivered = referral.state === 'queued' || referral.state === 'by-hand';
  const reminds = referral.reminded_at === null && !undelivered;
  await (reminds ? remind : escalate)(ports, tx, referral);
  return reminds ? 'reminded' : 'escalated';
}

async function remind(ports: ModerationPorts, tx: Tx, referral: Referral): Promise<void> {
  const { id, body, link_number: link } = referral;
  const now = ports.clock.now();
  const office = await officeById(tx, referral.office_id);
  const item = await itemById(tx, referral.item_id);
  const minutes = (await termsOf(tx, body))?.escalate_minutes;
  const { compiled: policy } = await inForce(tx, body, now);
  const next =
    office === undefined || item === undefined || minutes === undefined
      ? null
      : afterWorkingTime(ports, { policy, item, office, start: now, minutes });
  await changeReferral(tx, id, { reminded_at: now, look_at: next });
  const to = [office?.email ?? [], office?.substitutes ?? []].flat();
  if (ports.mail.possible)
    for (const address of new Set(to))
      await ports.events.publish(tx, referralLetterDue, { body, referral: id, letter: 'reminder', to: address, link });
  await tell(ports, tx, { referral, kind: 'referral.reminded', summary: 'Ricordata la richiesta all’ufficio' });
}

async function escalate(ports: ModerationPorts, tx: Tx, referral: Referral): Promise<void> {
  const { id, body, link_number: link } = referral;
  const now = ports.clock.now();
  await changeReferral(tx, id, { escalated_at: now, look_at: null });
  const heads = (await peopleWithMandate(tx, body, now)).filter(({ role }) => role === 'head');
  if (ports.mail.possible)
    for (const to of new Set(heads.map(({ email }) => email)))
      await ports.events.publish(tx, referralLetterDue, { body, referral: id, letter: 'escalated', to, link });
  const summary = 'Senza risposta: avvisato chi dirige. Ufficio';
  await tell(ports, tx, { referral, kind: 'referral.escalated', summary });
}

interface Telling {
  readonly referral: Referral;
  readonly kind: string;
  readonly summary: string;
}

async function tell(ports: ModerationPorts, tx: Tx, { referral, kind, summary }: Telling): Promise<void> {
  await record(tx, referral.body, ports.clock.now(), {
    kind,
    subject: referral.item_id,
    person: null,
    grounds: referral.clauses,
    policyVersion: referral.policy_version,
    summary: `${summary} «${referral.office_name}»`,
    facts: { referral: referral.id, case: referral.case_id },
  });
  await ports.news.tell(tx, referral.body, { id: referral.case_id, change: 'changed' });
}
