// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { type Actor, peopleWithMandate } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { NETWORK_LABELS } from '#policy';
import { accountError } from '../errors.ts';
import { type AccountPorts, networkNamed } from '../ports.ts';
import type { AccountRequestRequest } from './contract.ts';
import { insertRequest, lockRegister, registerChoiceOf, requestsOf } from './store.ts';
import type { StoredAnswer } from './tables.ts';
import {
  clausesIn,
  policyHere,
  type Question,
  questionsOf,
  refuseSecrets,
  refuseUnpresented,
  termsOf,
} from './terms.ts';

export interface AskingForAccount {
  readonly body: string;
  readonly actor: Actor;
  readonly request: AccountRequestRequest;
}

const FEWEST_LETTERS = 3;

/**
 * A service asks for an account of its own. Returns the id of the request. Throws NETWORK_UNKNOWN, NETWORK_NOT_IN_POLICY,
 * REQUEST_INCOMPLETE, ACCOUNT_REQUEST_OPEN, KEEPER_UNKNOWN, SECRET_IN_TEXT.
 */
export async function askForAccount(ports: AccountPorts, { body, actor, request }: AskingForAccount): Promise<string> {
  const network = networkNamed(ports, request.network);
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, network);
    refuseUnpresented(policy, network);
    refuseSecrets([request.service, ...request.answers.map(({ value }) => value)], terms);
    const questions = questionsOf(policy, await registerChoiceOf(tx, body));
    const answers = answersTo(questions, request);
    await refuseRepeated(tx, { body, actor, request });
    const keeper = await personInBody(tx, { body, person: request.keeper, now });
    const id = newId();
    await insertRequest(tx, {
      ...{ id, body, network, service: request.service, sort: request.sort },
      ...{ answers: JSON.stringify(answers), keeper: keeper.id, keeper_name: keeper.name },
      ...{ state: 'asked' as const, policy_version: policy?.version ?? '' },
      ...{ asked_by: actor.id, asked_by_name: actor.name, asked_at: now },
    });
    await record(tx, body, now, {
      kind: 'account.requested',
      subject: id,
      person: actor,
      grounds: clausesIn(terms.askedBy, terms.opinionBy, terms.authorisedBy),
      policyVersion: policy?.version ?? null,
      summary: `Chiesto un account su ${NETWORK_LABELS[network]} per «${request.service}»`,
      facts: { network, service: request.service, sort: request.sort, keeper: keeper.id },
    });
    await ports.news?.tell(tx, body, { id, change: 'account' });
    return id;
  });
}

/** Throws ACCOUNT_REQUEST_OPEN: the same person asks once for the same account of the same service. */
async function refuseRepeated(tx: Tx, { body, actor, request }: AskingForAccount): Promise<void> {
  await lockRegister(tx, body);
  const isOpen = (await requestsOf(tx, body)).some(
    ({ state, network, service, asked_by }) =>
      (state === 'asked' || state === 'opined') &&
      asked_by === actor.id &&
      network === request.network &&
      service.toLowerCase() === request.service.toLowerCase(),
  );
  if (isOpen) throw accountError('ACCOUNT_REQUEST_OPEN', request.service);
}

/** What is asked, each with its answer; what nobody asks is not kept. */
function answersTo(questions: readonly Question[], { answers, sort }: AccountRequestRequest): StoredAnswer[] {
  const given = new Map(answers.map(({ label, value }) => [label, value]));
  return questions
    .filter((question) => question.sort === null || question.sort === sort)
    .map(({ label, clause, inSource }) => {
      const value = given.get(label) ?? '';
      if (value.length < FEWEST_LETTERS) throw accountError('REQUEST_INCOMPLETE', label);
      return { label, clause, inSource, value };
    });
}

/** Somebody who works on the body's accounts, by name. Throws KEEPER_UNKNOWN. */
export async function personInBody(
  tx: Tx,
  { body, person, now }: { readonly body: string; readonly person: string; readonly now: Date },
): Promise<{ readonly id: string; readonly name: string }> {
  const people = await peopleWithMandate(tx, body, now);
  const found = people.find(({ id, role }) => id === person && role !== 'auditor');
  if (found === undefined) throw accountError('KEEPER_UNKNOWN');
  return { id: found.id, name: found.name };
}
