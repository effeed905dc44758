// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Actor, officeById } from '#governance';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import { hold } from './answer.ts';
import { referralError } from './errors.ts';
import { referralLetterDue } from './events.ts';
import { DAY_MILLISECONDS, LINK_DAYS } from './link.ts';
import { changeReferral, isCarried, type Referral, termsOf } from './store.ts';

export interface OnReferralActing {
  readonly body: string;
  readonly referral: string;
  readonly actor: Actor;
}

interface Telling {
  readonly actor: Actor;
  readonly referral: Referral;
  readonly row: Case;
  readonly kind: string;
  readonly summary: string;
}

async function tell(ports: ModerationPorts, tx: Tx, { actor, referral, row, kind, summary }: Telling): Promise<void> {
  await record(tx, row.body, ports.clock.now(), {
    kind,
    subject: referral.item_id,
    person: actor,
    grounds: referral.clauses,
    policyVersion: referral.policy_version,
    summary: `${summary} (pratica n. ${row.number})`,
    facts: { referral: referral.id, case: row.id },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'changed' });
}

/** A person carried the letter that the desk could not send. Throws REFERRAL_OVER where none waits for that. */
export async function carriedByHand(
  ports: ModerationPorts,
  { body, referral: id, actor }: OnReferralActing,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { referral, row } = await hold(tx, id);
    if (!isCarried(referral)) throw referralError('REFERRAL_OVER');
    await changeReferral(tx, id, {
      link_by_hand: false,
      ...(referral.state === 'by-hand' && { state: 'sent' as const, sent_at: ports.clock.now() }),
    });
    const summary = `Consegnata a mano la lettera per l’ufficio «${referral.office_name}»`;
    await tell(ports, tx, { actor, referral, row, kind: 'referral.carried-by-hand', summary });
  });
}

/** The link opens nothing from now on. */
export async function revokeLink(
  ports: ModerationPorts,
  { body, referral: id, actor }: OnReferralActing,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { referral, row } = await hold(tx, id);
    if (referral.link_revoked_at !== null) return;
    await changeReferral(tx, id, { link_revoked_at: ports.clock.now() });
    const summary = `Revocato il collegamento dato all’ufficio «${referral.office_name}»`;
    await tell(ports, tx, { actor, referral, row, kind: 'referral.link-revoked', summary });
  });
}

/** Another link, in another letter; the earlier ones open nothing. Throws REFERRAL_OVER once there is an answer. */
export async function renewLink(
  ports: ModerationPorts,
  { body, referral: id, actor }: OnReferralActing,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { referral, row } = await hold(tx, id);
    if (referral.state === 'answered') throw referralError('REFERRAL_OVER');
    const office = await officeById(tx, referral.office_id);
    const to = ports.mail.possible ? (office?.email ?? null) : null;
    const days = (await termsOf(tx, body))?.link_days ?? LINK_DAYS;
    const link = referral.link_number + 1;
    await changeReferral(tx, id, {
      link_number: link,
      link_revoked_at: null,
      link_until: new Date(ports.clock.now().getTime() + days * DAY_MILLISECONDS),
      fault: null,
      link_by_hand: to === null,
      ...(referral.taken_at === null && { state: to === null ? ('by-hand' as const) : ('queued' as const) }),
    });
    if (to !== null)
      await ports.events.publish(tx, referralLetterDue, { body, referral: id, letter: 'request', to, link });
    const summary = `Dato un nuovo collegamento all’ufficio «${referral.office_name}»`;
    await tell(ports, tx, { actor, referral, row, kind: 'referral.link-renewed', summary });
  });
}
