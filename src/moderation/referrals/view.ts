// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx, Vault } from '#platform';
import { openWords } from '../ladder/sealing.ts';
import type { ReferralAnswer, ReferralView } from './contract.ts';
import { linkState } from './link.ts';
import type { Answer, Referral } from './store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const referralView = (referral: Referral, { number, now }: { number: number; now: Date }): ReferralView => ({
  id: referral.id,
  case: referral.case_id,
  number,
  office: referral.office_name,
  state: referral.state,
  clauses: referral.clauses,
  person: referral.person_name,
  at: referral.at.toISOString(),
  sentAt: iso(referral.sent_at),
  takenAt: iso(referral.taken_at),
  answeredAt: iso(referral.answered_at),
  remindedAt: iso(referral.reminded_at),
  escalatedAt: iso(referral.escalated_at),
  lookAt: iso(referral.look_at),
  link: { state: linkState(referral, now), until: referral.link_until.toISOString() },
  fault: referral.fault,
});

/** Opened under the author’s key; null where it was destroyed. */
export async function answerView({ tx, vault }: { tx: Tx; vault: Vault }, answer: Answer): Promise<ReferralAnswer> {
  const { id, body, subject, sealed, person_name, at } = answer;
  const words = await openWords<{ text: string; signed: string }>({ tx, vault }, { body, subject, row: id }, sealed);
  const signed = words?.signed === undefined || words.signed === '' ? null : words.signed;
  return { text: words?.text ?? null, by: person_name ?? signed, byLink: person_name === null, at: at.toISOString() };
}
