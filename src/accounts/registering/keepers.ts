// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import { tellScreens } from '../tell.ts';
import { personInBody } from './ask.ts';
import { accountIn } from './standing.ts';
import { endKeeper, insertKeeper } from './store.ts';
import { clausesIn, policyHere, refuseOtherOffice, refuseSecrets, termsOf } from './terms.ts';

export interface Enabling {
  readonly body: string;
  readonly account: string;
  readonly actor: Actor;
  /** The person's id. */
  readonly person: string;
  readonly act: string;
}

/**
 * A person, by name, runs the account from now on. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG, KEEPER_UNKNOWN, KEEPER_ALREADY,
 * NOT_YOUR_OFFICE, SECRET_IN_TEXT.
 */
export async function enableKeeper(
  ports: AccountPorts,
  { body, account, actor, person, act }: Enabling,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const row = await accountIn(tx, account, ['active', 'suspended']);
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, row.network);
    await refuseOtherOffice(tx, { body, actor, now }, terms.enabledBy);
    refuseSecrets([act], terms);
    const { id: keeper, name } = await personInBody(tx, { body, person, now });
    const given = { id: newId(), body, account_id: account, person: keeper, person_name: name, act, since: now };
    const isNew = await insertKeeper(tx, {
      ...{ ...given, given_by: actor.id, ended_at: null, ended_act: null, ended_by: null },
    });
    if (!isNew) throw accountError('KEEPER_ALREADY', name);
    await record(tx, body, now, {
      kind: 'account.keeper-enabled',
      subject: account,
      person: actor,
      grounds: clausesIn(terms.credentials, terms.enabledBy),
      policyVersion: policy?.version ?? null,
      summary: `${name} cura l’account ${row.name} (${row.network})`,
      facts: { keeper, act },
    });
    await tellScreens(ports, tx, { body, account });
  });
}

export interface Disabling {
  readonly body: string;
  readonly account: string;
  readonly actor: Actor;
  /** Of the person's running of the account. */
  readonly keeper: string;
  readonly act: string;
}

/** The person runs it no more. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG, KEEPER_NOT_FOUND, NOT_YOUR_OFFICE, SECRET_IN_TEXT. */
export async function disableKeeper(
  ports: AccountPorts,
  { body, account, actor, keeper, act }: Disabling,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const row = await accountIn(tx, account, ['active', 'suspended']);
    const policy = await policyHere(tx, body, now);
    const terms = termsOf(policy, row.network);
    await refuseOtherOffice(tx, { body, actor, now }, terms.enabledBy);
    refuseSecrets([act], terms);
    const ending = { ended_at: now, ended_act: act, ended_by: actor.id };
    if (!(await endKeeper(tx, { account, id: keeper }, ending))) throw accountError('KEEPER_NOT_FOUND');
    await record(tx, body, now, {
      kind: 'account.keeper-ended',
      subject: account,
      person: actor,
      grounds: clausesIn(terms.credentials, terms.enabledBy),
      policyVersion: policy?.version ?? null,
      summary: `Tolta a una persona la cura dell’account ${row.name} (${row.network})`,
      facts: { keeper, act },
    });
    await tellScreens(ports, tx, { body, account });
  });
}
