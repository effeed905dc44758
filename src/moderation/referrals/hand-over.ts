// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Office, officeById, officesOf } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { officeKey, officesFor } from '#policy';
import type { Taken } from '../followers.ts';
import { groundNames } from '../founded.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { latestJudgement } from '../store.ts';
import { afterWorkingTime, carrying } from './carrying.ts';
import { referralError } from './errors.ts';
import { referralLetterDue } from './events.ts';
import { DAY_MILLISECONDS, LINK_DAYS } from './link.ts';
import { insertReferral, type Referral, termsOf } from './store.ts';

/** Whether an office of the list is the one that a policy names. */
export const isNamed = ({ name, also_named }: Pick<Office, 'name' | 'also_named'>, inPolicy: string): boolean =>
  [name, ...also_named].some((one) => officeKey(one) === officeKey(inPolicy));

/**
 * The request goes to the office that the person chose; without a choice, as where many cases are decided at once, to the
 * first that its clauses name and the body keeps. Throws OFFICE_MISSING.
 */
export async function handOver(ports: ModerationPorts, tx: Tx, taken: Taken): Promise<Referral> {
  const { row, item, text, matter, decision, actor } = taken;
  const office = await chosenOffice(tx, taken);
  const now = decision.at;
  const signals = (await latestJudgement(tx, row.id))?.signals ?? [];
  const { words } = await carrying(tx, { item, text, signals, now });
  const terms = await termsOf(tx, row.body);
  const id = newId();
  const place = { body: row.body, subject: item.author_id ?? item.id, row: id };
  const note = taken.referral?.note ?? '';
  const minutes = terms?.remind_minutes;
  const byMail = ports.mail.possible && office.email !== null;
  const referral: Referral = {
    ...{ id, body: row.body, case_id: row.id, item_id: item.id, decision_id: decision.id },
    ...{ item_version: decision.item_version, office_id: office.id, office_name: office.name },
    clauses: decision.grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : [])),
    policy_version: decision.policy_version,
    state: byMail ? 'queued' : 'by-hand',
    words,
    sealed: await sealWords({ tx, vault: ports.vault }, place, { note }),
    subject: place.subject,
    link_number: 1,
    link_until: new Date(now.getTime() + (terms?.link_days ?? LINK_DAYS) * DAY_MILLISECONDS),
    look_at:
      minutes === undefined
        ? null
        : afterWorkingTime(ports, { policy: matter.policy, item, office, start: now, minutes }),
    link_by_hand: !byMail,
    ...{ link_revoked_at: null, reminded_at: null, escalated_at: null, fault: null },
    ...{ person: actor.id, person_name: actor.name, at: now },
    ...{ sent_at: null, taken_at: null, answered_at: null, withdrawn_at: null },
  };
  await insertReferral(tx, referral);
  if (byMail && office.email !== null)
    await ports.events.publish(tx, referralLetterDue, {
      ...{ body: row.body, referral: id, letter: 'request', to: office.email, link: 1 },
    });
  await record(tx, row.body, now, {
    kind: 'referral.opened',
    subject: item.id,
    person: actor,
    grounds: groundNames(decision.grounds),
    policyVersion: decision.policy_version,
    summary: `Inoltrato all’ufficio «${office.name}» (pratica n. ${row.number})${byMail ? '' : ': la lettera si consegna a mano'}`,
    facts: { referral: id, case: row.id, office: office.id, words, note: fingerprintOf(ports.vault, note) },
  });
  return referral;
}

async function chosenOffice(tx: Tx, { row, referral, matter }: Taken): Promise<Office> {
  if (referral !== undefined) {
    const office = await officeById(tx, referral.office);
    if (office === undefined || office.closed_at !== null) throw referralError('OFFICE_MISSING');
    return office;
  }
  const kept = await officesOf(tx, row.body);
  for (const { name } of officesFor(matter.policy, { item: matter.facts, judgement: matter.judgement })) {
    const office = kept.find((one) => isNamed(one, name));
    if (office !== undefined) return office;
  }
  throw referralError('OFFICE_MISSING');
}
