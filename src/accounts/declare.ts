// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { NetworkAdapter, NetworkName } from '#channels';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { declarationOn, insertDeclaration } from './application-store.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn } from './ports.ts';
import { refuseSecrets } from './registering/terms.ts';

export interface NewDeclaration {
  readonly body: string;
  readonly network: NetworkName;
  /** The words that the person had before them. */
  readonly text: string;
  readonly act: string;
  /** Who declares it; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * The body declares what a network demands of whoever uses it; kept with the words shown and the act. Throws NETWORK_UNKNOWN,
 * DECLARATION_NOT_NEEDED, DECLARATION_CHANGED, SECRET_IN_TEXT.
 */
export async function declareUse(ports: AccountPorts, declaration: NewDeclaration): Promise<void> {
  const { body, network, text, act, by } = declaration;
  refuseSecrets([act]);
  const adapter = adapterIn(ports, network);
  if (adapter === null) throw accountError('NETWORK_UNKNOWN', network);
  if (adapter.declaration === null) throw accountError('DECLARATION_NOT_NEEDED', adapter.label);
  if (adapter.declaration !== text) throw accountError('DECLARATION_CHANGED', adapter.label);
  await ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const id = newId();
    const who = { person: by?.id ?? null, person_name: by?.name ?? null };
    await insertDeclaration(tx, { id, body, network, declared: text, act, ...who, at: now });
    await record(tx, body, now, {
      kind: 'account.use-declared',
      subject: id,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `Dichiarato quanto ${adapter.label} chiede all’ente per essere usato dal banco`,
      facts: { network, declared: text, act },
    });
  });
}

/** INVARIANT: a network that demands a declaration is asked nothing before it is given. Throws DECLARATION_MISSING. */
export async function declaredOrRefuse(tx: Tx, body: string, adapter: NetworkAdapter | null): Promise<void> {
  if (adapter === null || adapter.declaration === null) return;
  if ((await declarationOn(tx, body, adapter.network)) === undefined)
    throw accountError('DECLARATION_MISSING', adapter.label);
}
