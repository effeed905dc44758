// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { actWords } from '#rulebook';
import { accountError } from '../errors.ts';
import { insertKeeper, lockAuthorised, type StoredRequest, updateRequest } from './store.ts';
import {
  clausesIn,
  policyHere,
  refuseOtherOffice,
  refuseSecrets,
  refuseUnpresented,
  termsOf,
  wantsRequest,
} from './terms.ts';

/** An account that a person wants to enter in the register. */
export interface Admission {
  readonly body: string;
  readonly network: NetworkName;
  readonly by: Actor;
  readonly now: Date;
  /** The request it is opened by; absent: the only one authorised for that network, where there is one alone. */
  readonly request?: string;
  /** What was typed of it for people to read. */
  readonly texts: readonly string[];
}

/** By what an account may be entered. */
export interface Admitted {
  /** Undefined: the policy wants none, and none was made. */
  readonly request: StoredRequest | undefined;
  readonly grounds: readonly string[];
  readonly policyVersion: string | null;
}

/**
 * Whether the account may enter the register: on a network that the policy presents, by the office that opens accounts, on an
 * authorised request where the policy wants one. Throws NETWORK_NOT_IN_POLICY, NOT_YOUR_OFFICE, REQUEST_NOT_AUTHORISED,
 * ACCOUNT_NOT_AUTHORISED, SECRET_IN_TEXT.
 */
export async function admit(tx: Tx, { body, network, by, now, request: id, texts }: Admission): Promise<Admitted> {
  const policy = await policyHere(tx, body, now);
  const terms = termsOf(policy, network);
  refuseSecrets(texts, terms);
  refuseUnpresented(policy, network);
  await refuseOtherOffice(tx, { body, actor: by, now }, terms.openedBy);
  const ready = await lockAuthorised(tx, body, network);
  const request = id === undefined ? (ready.length === 1 ? ready[0] : undefined) : ready.find((one) => one.id === id);
  if (id !== undefined && request === undefined) throw accountError('REQUEST_NOT_AUTHORISED');
  const grounds = clausesIn(terms.opinionBy, terms.authorisedBy, terms.openedBy);
  if (request === undefined && wantsRequest(terms))
    throw accountError('ACCOUNT_NOT_AUTHORISED', grounds.length === 0 ? undefined : `punti ${grounds.join(', ')}`);
  return { request, grounds, policyVersion: policy?.version ?? null };
}

/** The act of an authorised request, as it is cited. */
export const actOfRequest = ({ act_number: number, act_date: date, authority }: StoredRequest): string =>
  `${authority ?? ''}: ${actWords({ number: number ?? '', date: date ?? '' })}`;

interface Opened {
  readonly body: string;
  readonly account: string;
  readonly by: Actor;
  readonly now: Date;
}

/** The request has come to its account, and the person whom it names runs it. */
export async function opened(tx: Tx, request: StoredRequest, { body, account, by, now }: Opened): Promise<void> {
  await updateRequest(tx, request.id, { state: 'opened', account_id: account });
  await insertKeeper(tx, {
    ...{ id: newId(), body, account_id: account, person: request.keeper, person_name: request.keeper_name },
    ...{ act: actOfRequest(request), since: now, given_by: by.id, ended_at: null, ended_act: null, ended_by: null },
  });
}

interface Kept {
  readonly body: string;
  readonly account: string;
  readonly act: string;
  readonly now: Date;
}

/** A person ran the account before the desk knew of it. */
export async function keptBy(
  tx: Tx,
  { id: person, name }: { readonly id: string; readonly name: string },
  { body, account, act, now }: Kept,
): Promise<void> {
  await insertKeeper(tx, {
    ...{ id: newId(), body, account_id: account, person, person_name: name, act, since: now },
    ...{ given_by: null, ended_at: null, ended_act: null, ended_by: null },
  });
}
