// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { ModerationPorts } from '../ports.ts';
import type { ReferralTermsRequest } from './contract.ts';
import { insertTerms } from './store.ts';

/** The times that no policy gives: the body chooses them, by an act. They hold for what is handed over from then on. */
export async function chooseTerms(
  ports: ModerationPorts,
  { body, actor, request }: { readonly body: string; readonly actor: Actor; readonly request: ReferralTermsRequest },
): Promise<void> {
  const { remindMinutes, escalateMinutes, linkDays, act } = request;
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    const id = newId();
    const times = { remind_minutes: remindMinutes, escalate_minutes: escalateMinutes, link_days: linkDays };
    await insertTerms(tx, { id, body, ...times, act, person: actor.id, person_name: actor.name, at: now });
    await record(tx, body, now, {
      kind: 'referral.terms-chosen',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Scelti i tempi degli inoltri: promemoria dopo ${remindMinutes} minuti di lavoro, poi avviso a chi dirige dopo ${escalateMinutes}; collegamenti validi ${linkDays} giorni (${act})`,
      facts: { remindMinutes, escalateMinutes, linkDays, act },
    });
  });
}
