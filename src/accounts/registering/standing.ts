// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { deleteConnection } from '../connection-store.ts';
import { accountError } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import type { Account } from '../store.ts';
import { tellScreens } from '../tell.ts';
import { archive } from './archive.ts';
import type { ClosingRequest, StandingRequest } from './contract.ts';
import { endAllKeepers, insertChange, lockAccount, setAccountState } from './store.ts';
import { clausesIn, policyHere, refuseSecrets, termsOf } from './terms.ts';

export interface Standing {
  readonly body: string;
  readonly account: string;
  readonly actor: Actor;
  readonly request: StandingRequest;
}

interface Step {
  readonly from: Account['state'];
  readonly to: Account['state'];
  readonly kind: string;
  readonly verb: string;
}

const SUSPENSION: Step = { from: 'active', to: 'suspended', kind: 'account.suspended', verb: 'Sospeso' };
const RESUMPTION: Step = { from: 'suspended', to: 'active', kind: 'account.resumed', verb: 'Riattivato' };

/** From now on the desk does not read it by itself, and the public list says so. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG. */
export const suspendAccount = (ports: AccountPorts, standing: Standing): Promise<void> =>
  move(ports, standing, SUSPENSION);

/** As before the suspension; what was missed is read. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG. */
export const resumeAccount = (ports: AccountPorts, standing: Standing): Promise<void> =>
  move(ports, standing, RESUMPTION);

async function move(ports: AccountPorts, { body, account, actor, request }: Standing, step: Step): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const row = await accountIn(tx, account, [step.from]);
    await changed(ports, tx, { row, actor, request, step });
  });
}

/**
 * The account is the body's no more: its secrets are destroyed, nobody runs it, it leaves the public list, and what is known of it
 * is kept with where the copy of its contents lies. Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG.
 */
export async function closeAccount(
  ports: AccountPorts,
  closing: Omit<Standing, 'request'> & { readonly request: ClosingRequest },
): Promise<void> {
  const { body, account, actor, request } = closing;
  await ports.database.inBody(body, async (tx) => {
    const row = await accountIn(tx, account, ['active', 'suspended']);
    refuseSecrets([request.keptAt]);
    const step = { from: row.state, to: 'closed' as const, kind: 'account.closed', verb: 'Chiuso' };
    const now = await changed(ports, tx, { row, actor, request, step });
    await endAllKeepers(tx, account, { ended_at: now, ended_act: request.act, ended_by: actor.id });
    await deleteConnection(tx, account);
    const { digest } = await archive(tx, { body, account, keptAt: request.keptAt, now });
    await record(tx, body, now, {
      kind: 'account.archived',
      subject: account,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Archiviato l’account ${row.name} (${row.network})`,
      facts: { digest, keptAt: request.keptAt },
    });
  });
}

/** Throws ACCOUNT_UNKNOWN, ACCOUNT_STATE_WRONG. */
export async function accountIn(tx: Tx, id: string, states: readonly Account['state'][]): Promise<Account> {
  const row = await lockAccount(tx, id);
  if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
  if (!states.includes(row.state)) throw accountError('ACCOUNT_STATE_WRONG', row.name);
  return row;
}

interface Changing {
  readonly row: Account;
  readonly actor: Actor;
  readonly request: StandingRequest;
  readonly step: Step;
}

async function changed(ports: AccountPorts, tx: Tx, { row, actor, request, step }: Changing): Promise<Date> {
  const { id: account, body, network, name } = row;
  const now = ports.clock.now();
  const policy = await policyHere(tx, body, now);
  const terms = termsOf(policy, network);
  refuseSecrets([request.act, request.reason], terms);
  await setAccountState(tx, account, step.to);
  const { act, reason } = request;
  const who = { person: actor.id, person_name: actor.name, at: now };
  await insertChange(tx, { id: newId(), body, account_id: account, state: step.to, act, reason, ...who });
  await record(tx, body, now, {
    kind: step.kind,
    subject: account,
    person: actor,
    grounds: clausesIn(terms.authorisedBy),
    policyVersion: policy?.version ?? null,
    summary: `${step.verb} l’account ${name} (${network}) con ${act}`,
    facts: { network, from: step.from, to: step.to, act, reason },
  });
  await tellScreens(ports, tx, { body, account });
  return now;
}
