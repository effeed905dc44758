// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { Leaver, Leaving } from '#governance';
import type { Tx } from '#platform';
import { deleteAuthorisationsOf } from './application-store.ts';
import { connectionsOf } from './connection-store.ts';
import { accountsOf } from './store.ts';

/** How people get onto an account of each network by their own name, and so what has to be undone there by hand. */
const ROLES: Readonly<Record<NetworkName, string>> = {
  facebook: 'togliere la persona dai ruoli della pagina, in Meta Business Suite',
  instagram: 'togliere la persona dai ruoli del profilo, in Meta Business Suite; se conosceva la password, cambiarla',
  threads: 'se conosceva la password del profilo Instagram collegato, cambiarla',
  linkedin: 'togliere la persona dagli amministratori della pagina',
  youtube: 'togliere la persona dalle autorizzazioni del canale',
  x: 'togliere la persona dai delegati del profilo; se conosceva la password, cambiarla',
  tiktok: 'togliere la persona dai membri in TikTok Business; se conosceva la password, cambiarla',
  bluesky: 'se conosceva la password, cambiarla e revocare le password per le applicazioni',
  mastodon: 'se conosceva la password, cambiarla e chiudere le sessioni aperte',
  other: 'se conosceva la password, cambiarla',
};

/**
 * What somebody who leaves had begun on the networks is dropped. What the desk cannot undo is told: accounts that live by
 * secrets which they brought, and on each account the roles that the network gives to people by name.
 */
export async function leaveAccounts(tx: Tx, { body, person }: Leaver): Promise<Leaving> {
  const authorisations = await deleteAuthorisationsOf(tx, body, person.id);
  const connections = await connectionsOf(tx, body);
  const accounts = await accountsOf(tx, body);
  const brought = accounts.filter(({ id }) => connections.get(id)?.connected_by === person.id);
  return {
    closed: { authorisations },
    byHand: [
      ...brought.map(({ id, network, name }) => ({
        kind: 'secrets' as const,
        network,
        account: id,
        words: `«${name}»: ricollegare l’account da un’altra persona, perché le chiavi le ha portate chi esce`,
      })),
      ...accounts.map(({ id, network, name }) => ({
        kind: 'role' as const,
        network,
        account: id,
        words: `«${name}»: ${ROLES[network]}`,
      })),
    ],
  };
}
