// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { isSameOffice, NETWORK_LABELS, type Stated } from '#policy';
import { actWords, refuseActDate } from '#rulebook';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import type { SettlementRequest } from './contract.ts';
import { requestInState } from './opinion.ts';
import { updateRequest } from './store.ts';
import { clausesIn, policyHere, refuseSecrets, termsOf } from './terms.ts';

export interface Settling {
  readonly body: string;
  readonly request: string;
  readonly actor: Actor;
  readonly settlement: SettlementRequest;
}

/**
 * A request is authorised, with the act of whoever the policy names, or refused with reasons; never by who asked, and never before
 * the opinion that the policy wants. Throws REQUEST_NOT_FOUND, REQUEST_MOVED_ON, OWN_ACCOUNT_REQUEST, OPINION_MISSING,
 * ACT_OF_ANOTHER, ACT_DATE_WRONG, SECRET_IN_TEXT.
 */
export async function settleRequest(ports: AccountPorts, settling: Settling): Promise<void> {
  const { body, request: id, actor, settlement } = settling;
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const request = await requestInState(tx, id, ['asked', 'opined']);
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, request.network);
    if (request.asked_by === actor.id) throw accountError('OWN_ACCOUNT_REQUEST');
    if (terms.opinionBy !== null && request.state === 'asked')
      throw accountError(
        'OPINION_MISSING',
        `${terms.opinionBy.value ?? 'dato mancante'} (punto ${terms.opinionBy.clause})`,
      );
    const who = { settled_by: actor.id, settled_by_name: actor.name, settled_at: now };
    const act = settlement.outcome === 'authorised' ? settlement.act : undefined;
    if (settlement.outcome === 'authorised') {
      refuseOtherAuthority(settlement.authority, terms.authorisedBy);
      refuseActDate(settlement.act, now);
      refuseSecrets([settlement.authority, settlement.act.number], terms);
      const { authority } = settlement;
      const given = { authority, act_number: settlement.act.number, act_date: settlement.act.date };
      await updateRequest(tx, id, { state: 'authorised', ...given, ...who });
    } else {
      refuseSecrets([settlement.note], terms);
      await updateRequest(tx, id, { state: 'refused', settled_note: settlement.note, ...who });
    }
    const subject = `l’account su ${NETWORK_LABELS[request.network]} per «${request.service}»`;
    await record(tx, body, now, {
      kind: act === undefined ? 'account.request-refused' : 'account.authorised',
      subject: id,
      person: actor,
      grounds: clausesIn(terms.authorisedBy, terms.act),
      policyVersion: policy?.version ?? null,
      summary: act === undefined ? `Non autorizzato ${subject}` : `Autorizzato ${subject} con ${actWords(act)}`,
      facts: {
        network: request.network,
        outcome: settlement.outcome,
        ...(settlement.outcome === 'authorised' && { authority: settlement.authority, act: settlement.act }),
      },
    });
    await ports.news?.tell(tx, body, { id, change: 'account' });
  });
}

/** Throws ACT_OF_ANOTHER. */
function refuseOtherAuthority(authority: string, named: Stated<string> | null): void {
  if (named === null || named.value === null || isSameOffice(authority, named.value)) return;
  throw accountError('ACT_OF_ANOTHER', `${named.value} (punto ${named.clause})`);
}
