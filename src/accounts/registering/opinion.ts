// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { NETWORK_LABELS } from '#policy';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import type { OpinionRequest } from './contract.ts';
import { lockRequest, type StoredRequest, updateRequest } from './store.ts';
import { clausesIn, policyHere, refuseOtherOffice, refuseSecrets, termsOf } from './terms.ts';

export interface Advising {
  readonly body: string;
  readonly request: string;
  readonly actor: Actor;
  readonly opinion: OpinionRequest;
}

/**
 * The office that the policy names says what it thinks of a request, and sends it on. Throws REQUEST_NOT_FOUND, REQUEST_MOVED_ON,
 * OWN_ACCOUNT_REQUEST, NOT_YOUR_OFFICE, SECRET_IN_TEXT.
 */
export async function giveOpinion(ports: AccountPorts, { body, request: id, actor, opinion }: Advising): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const request = await requestInState(tx, id, ['asked']);
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, request.network);
    if (request.asked_by === actor.id) throw accountError('OWN_ACCOUNT_REQUEST');
    await refuseOtherOffice(tx, { body, actor, now }, terms.opinionBy);
    refuseSecrets([opinion.note], terms);
    await updateRequest(tx, id, {
      ...{ state: 'opined', opinion: opinion.outcome, opinion_note: opinion.note },
      ...{ opinion_office: terms.opinionBy?.value ?? null, opinion_by: actor.id, opinion_by_name: actor.name },
      opinion_at: now,
    });
    await record(tx, body, now, {
      kind: 'account.opinion-given',
      subject: id,
      person: actor,
      grounds: clausesIn(terms.opinionBy),
      policyVersion: policy?.version ?? null,
      summary: `Parere ${opinion.outcome === 'favourable' ? 'favorevole' : 'contrario'} sull’account su ${NETWORK_LABELS[request.network]} per «${request.service}»`,
      facts: { network: request.network, outcome: opinion.outcome, office: terms.opinionBy?.value ?? null },
    });
    await ports.news?.tell(tx, body, { id, change: 'account' });
  });
}

/** The request, locked. Throws REQUEST_NOT_FOUND, REQUEST_MOVED_ON. */
export async function requestInState(
  tx: Tx,
  id: string,
  states: readonly StoredRequest['state'][],
): Promise<StoredRequest> {
  const request = await lockRequest(tx, id);
  if (request === undefined) throw accountError('REQUEST_NOT_FOUND');
  if (!states.includes(request.state)) throw accountError('REQUEST_MOVED_ON');
  return request;
}
