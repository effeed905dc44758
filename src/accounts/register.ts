// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { NetworkName } from '#channels';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { accountError } from './errors.ts';
import type { AccountPorts } from './ports.ts';
import { insertAccount, ownAccountId } from './store.ts';

export interface NewAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly url: string;
  /** The act that approved it. */
  readonly act: string;
  /** Who enters it; absent: whoever installs. */
  readonly by?: Actor;
}

/** Enters an approved account in the register and in the record; repeating it finds the same one. Throws ACCOUNT_TAKEN. */
export const registerAccount = (ports: AccountPorts, account: NewAccount): Promise<string> =>
  ports.database.inBody(account.body, (tx) => registerIn(ports, tx, account));

/** As `registerAccount`, in the caller's transaction. */
export async function registerIn({ clock }: AccountPorts, tx: Tx, account: NewAccount): Promise<string> {
  const { body, network, externalId, handle, name, url, act, by } = account;
  const id = newId();
  const now = clock.now();
  const row = { id, body, network, external_id: externalId, handle, name, url, act, state: 'active' as const };
  if (!(await insertAccount(tx, { ...row, created_at: now }))) {
    const known = await ownAccountId(tx, network, externalId);
    if (known === undefined) throw accountError('ACCOUNT_TAKEN', `${network} ${externalId}`);
    return known;
  }
  await record(tx, body, now, {
    kind: 'account.registered',
    subject: id,
    person: by ?? null,
    grounds: [],
    policyVersion: null,
    summary: `Registrato l’account ${name} (${network})`,
    facts: { network, externalId, handle, url, act },
  });
  return id;
}
