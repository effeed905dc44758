// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import type { LetterDue } from './events.ts';
import type { Written } from './letters.ts';
import { letterFor } from './on-referral.ts';
import { changeReferral, lockReferral, type Referral, referralById } from './store.ts';

/** Whether what was promised is still to be said. */
function isDue({ state, link_number }: Referral, { letter, link }: LetterDue): boolean {
  switch (letter) {
    case 'withdrawn':
      return state === 'withdrawn';
    case 'request':
      return state !== 'withdrawn' && state !== 'answered' && link_number === link;
    default:
      return state !== 'withdrawn' && state !== 'answered';
  }
}

/** Sends a letter about a referral; said twice it is known as the same. Throws MAIL_NOT_SENT: it is tried again. */
export async function postReferralLetter(ports: ModerationPorts, due: LetterDue): Promise<void> {
  const { body, referral: id, letter, to, link } = due;
  const written = await ports.database.inBody(body, async (tx): Promise<Written | undefined> => {
    const referral = await referralById(tx, id);
    if (referral === undefined || !isDue(referral, due)) return undefined;
    return letterFor(ports, tx, { referral, letter });
  });
  if (written === undefined) return;
  try {
    await ports.mail.send({ to, ...written, key: `referral:${id}:${letter}:${link}:${to}` });
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'MAIL_REFUSED') throw error;
    return ports.database.inBody(body, (tx) => refused(ports, tx, { due, why: error.detail ?? error.message }));
  }
  if (letter === 'request') await ports.database.inBody(body, (tx) => sent(ports, tx, due));
}

async function sent(ports: ModerationPorts, tx: Tx, { body, referral: id }: LetterDue): Promise<void> {
  const referral = await lockReferral(tx, id);
  if (referral?.state !== 'queued') return;
  const now = ports.clock.now();
  await changeReferral(tx, id, { state: 'sent', sent_at: now, fault: null });
  await record(tx, body, now, {
    kind: 'referral.sent',
    subject: referral.item_id,
    person: null,
    grounds: referral.clauses,
    policyVersion: referral.policy_version,
    summary: `Mandata la lettera all’ufficio «${referral.office_name}»`,
    facts: { referral: id, case: referral.case_id, words: referral.words },
  });
  await ports.news.tell(tx, body, { id: referral.case_id, change: 'changed' });
}

/** The mail server’s last word: a person carries the letter. */
async function refused(
  ports: ModerationPorts,
  tx: Tx,
  { due: { body, referral: id, letter, link }, why }: { readonly due: LetterDue; readonly why: string },
): Promise<void> {
  const referral = await lockReferral(tx, id);
  if (referral === undefined) return;
  const fault = `Il server di posta ha rifiutato la lettera (${why}).`;
  // What became of it meanwhile stands: it may be taken, answered or withdrawn.
  await changeReferral(tx, id, {
    fault,
    ...(letter === 'request' && link === referral.link_number && { link_by_hand: true }),
    ...(letter === 'request' && referral.state === 'queued' && { state: 'by-hand' as const }),
  });
  await record(tx, body, ports.clock.now(), {
    kind: 'referral.letter-refused',
    subject: referral.item_id,
    person: null,
    grounds: referral.clauses,
    policyVersion: referral.policy_version,
    summary: `Il server di posta ha rifiutato una lettera per l’ufficio «${referral.office_name}»`,
    facts: { referral: id, case: referral.case_id, letter, why },
  });
  await ports.news.tell(tx, body, { id: referral.case_id, change: 'changed' });
}
