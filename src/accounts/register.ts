// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { NetworkName } from '#channels';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { accountError } from './errors.ts';
import type { AccountPorts } from './ports.ts';
import { type Admission, type Admitted, actOfRequest, admit, keptBy, opened } from './registering/admit.ts';
import { insertAccount, ownAccountId } from './store.ts';

export interface NewAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly url: string;
  /** The act that approved it; that of the request, where one opens it. */
  readonly act: string;
  /** The authorised request that it is opened by. */
  readonly request?: string | undefined;
  /** Who runs it already, where who installs knows. */
  readonly keeper?: { readonly id: string; readonly name: string } | undefined;
  /** Who enters it; absent: whoever installs, who finds accounts that were there before. */
  readonly by?: Actor;
}

/**
 * Enters an approved account in the register and in the record; repeating it finds the same one. Throws ACCOUNT_TAKEN, and, for a
 * person, what `admit` throws.
 */
export const registerAccount = (ports: AccountPorts, account: NewAccount): Promise<string> =>
  ports.database.inBody(account.body, (tx) => registerIn(ports, tx, account));

const BY_INSTALLER: Admitted = { request: undefined, grounds: [], policyVersion: null };

/** As `registerAccount`, in the caller's transaction. */
export async function registerIn({ clock }: AccountPorts, tx: Tx, account: NewAccount): Promise<string> {
  const { body, network, externalId, handle, name, url, by } = account;
  const now = clock.now();
  const known = await ownAccountId(tx, network, externalId);
  if (known !== undefined) return known;
  const admitted = by === undefined ? BY_INSTALLER : await admit(tx, admission(account, by, now));
  const { request, grounds, policyVersion } = admitted;
  const act = request === undefined ? account.act : actOfRequest(request);
  const id = newId();
  const row = { id, body, network, external_id: externalId, handle, name, url, act, state: 'active' as const };
  if (!(await insertAccount(tx, { ...row, created_at: now }))) {
    const sameMoment = await ownAccountId(tx, network, externalId);
    if (sameMoment === undefined) throw accountError('ACCOUNT_TAKEN', `${network} ${externalId}`);
    return sameMoment;
  }
  if (account.keeper !== undefined) await keptBy(tx, account.keeper, { body, account: id, act, now });
  if (request !== undefined && by !== undefined) await opened(tx, request, { body, account: id, by, now });
  await record(tx, body, now, {
    kind: 'account.registered',
    subject: id,
    person: by ?? null,
    grounds: [...grounds],
    policyVersion,
    summary: `Registrato l’account ${name} (${network})`,
    facts: { network, externalId, handle, url, act, ...(request !== undefined && { request: request.id }) },
  });
  return id;
}

const admission = ({ body, network, handle, name, act, request }: NewAccount, by: Actor, now: Date): Admission => ({
  body,
  network,
  by,
  now,
  texts: [name, act, handle],
  ...(request !== undefined && { request }),
});
