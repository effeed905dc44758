// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { deleteConnection } from './connection-store.ts';
import { accountError } from './errors.ts';
import type { AccountPorts } from './ports.ts';
import { refuseSecrets } from './registering/terms.ts';
import { accountById } from './store.ts';
import { tellScreens } from './tell.ts';

export interface Disconnecting {
  readonly body: string;
  readonly account: string;
  /** Why; it stays in the record. */
  readonly reason: string;
  readonly by: Actor;
}

/**
 * Destroys the secrets of one account. What was read of it and what waits to be written stay: connected again, it goes on. Throws
 * ACCOUNT_UNKNOWN, ACCOUNT_NOT_CONNECTED, SECRET_IN_TEXT.
 */
export async function disconnect(ports: AccountPorts, { body, account, reason, by }: Disconnecting): Promise<void> {
  refuseSecrets([reason]);
  await ports.database.inBody(body, async (tx) => {
    const row = await accountById(tx, account);
    if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
    if (!(await deleteConnection(tx, account))) throw accountError('ACCOUNT_NOT_CONNECTED', row.name);
    await record(tx, body, ports.clock.now(), {
      kind: 'account.disconnected',
      subject: account,
      person: by,
      grounds: [],
      policyVersion: null,
      summary: `Scollegato l’account ${row.name} (${row.network})`,
      facts: { network: row.network, externalId: row.external_id, reason },
    });
    await tellScreens(ports, tx, { body, account });
  });
}
