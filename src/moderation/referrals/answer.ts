// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, lockCase, updateCase } from '../store.ts';
import { referralError } from './errors.ts';
import { answersOf, changeReferral, insertAnswer, lockReferral, type Referral, referralById } from './store.ts';

/** Whoever holds the link, or a person of the desk. */
export type From = { readonly link: true; readonly signed: string } | { readonly link: false; readonly actor: Actor };

export interface AboutReferral {
  readonly body: string;
  readonly referral: string;
  readonly from: From;
}

/** Beyond these somebody is at play. */
const MOST_ANSWERS = 5;

interface Held {
  readonly referral: Referral;
  readonly row: Case;
}

/** The case first, as everybody locks. Throws REFERRAL_NOT_FOUND, REFERRAL_OVER. */
export async function hold(tx: Tx, id: string): Promise<Held> {
  const found = await referralById(tx, id);
  const row = found && (await lockCase(tx, found.case_id));
  const referral = row && (await lockReferral(tx, id));
  if (row === undefined || referral === undefined) throw referralError('REFERRAL_NOT_FOUND');
  if (referral.state === 'withdrawn') throw referralError('REFERRAL_OVER');
  return { referral, row };
}

/** The office has it in hand; told again, changes nothing. */
export async function takeInCharge(ports: ModerationPorts, { body, referral: id, from }: AboutReferral): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { referral, row } = await hold(tx, id);
    if (referral.taken_at !== null) return;
    const now = ports.clock.now();
    await changeReferral(tx, id, { state: 'taken', taken_at: now, sent_at: referral.sent_at ?? now });
    await record(tx, body, now, {
      kind: 'referral.taken-in-charge',
      subject: referral.item_id,
      person: from.link ? null : from.actor,
      grounds: referral.clauses,
      policyVersion: referral.policy_version,
      summary: `L’ufficio «${referral.office_name}» ha preso in carico la richiesta (pratica n. ${row.number})`,
      facts: { referral: id, case: row.id, byLink: from.link },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}

/**
 * What the office says comes back to the case, which waits for a person again: nothing of it goes out by itself. Throws
 * REFERRAL_NOT_FOUND, REFERRAL_OVER, ANSWERS_ENOUGH.
 */
export async function answerReferral(
  ports: ModerationPorts,
  { body, referral: id, from, text }: AboutReferral & { readonly text: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const { referral, row } = await hold(tx, id);
    const earlier = await answersOf(tx, [id]);
    if (earlier.length >= MOST_ANSWERS) throw referralError('ANSWERS_ENOUGH');
    const now = ports.clock.now();
    const answer = newId();
    const place = { body, subject: referral.subject, row: answer };
    const by = from.link ? null : from.actor;
    const words = { text, signed: from.link ? from.signed : '' };
    const sealed = await sealWords({ tx, vault: ports.vault }, place, words);
    await insertAnswer(tx, {
      ...{ id: answer, body, referral_id: id, sealed, subject: referral.subject, at: now },
      ...{ person: by?.id ?? null, person_name: by?.name ?? null },
    });
    await changeReferral(tx, id, {
      ...{ state: 'answered', answered_at: now, look_at: null },
      ...{ taken_at: referral.taken_at ?? now, sent_at: referral.sent_at ?? now },
    });
    await reopen(tx, row);
    await record(tx, body, now, {
      kind: 'referral.answered',
      subject: referral.item_id,
      person: by,
      grounds: referral.clauses,
      policyVersion: referral.policy_version,
      summary: `Arrivata la risposta dell’ufficio «${referral.office_name}» (pratica n. ${row.number})`,
      facts: { referral: id, case: row.id, answer, byLink: from.link, text: fingerprintOf(ports.vault, text) },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  });
}

/** Only what waited for it: a measure that was taken meanwhile stands. */
async function reopen(tx: Tx, row: Case): Promise<void> {
  const waited = row.decision === 'route' || row.decision === 'reply';
  if (row.state !== 'decided' || !waited) return updateCase(tx, row.id, { revision: row.revision + 1 });
  await updateCase(tx, row.id, {
    ...{ state: 'open', decision: null, decided_at: null, enforcement: 'none', revision: row.revision + 1 },
  });
}
