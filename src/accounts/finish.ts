// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault, type Connectable, type NetworkAdapter } from '#channels';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { openApplication } from './application.ts';
import {
  deleteAuthorisation,
  deleteAuthorisationsBefore,
  redeemAuthorisation,
  saveChoices,
} from './application-store.ts';
import { connectIn } from './connect.ts';
import { declaredOrRefuse } from './declare.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn } from './ports.ts';
import { digestOf, placeOfAuthorisation } from './sealed.ts';
import { accountById, ownAccountId } from './store.ts';

export interface CameBack {
  readonly body: string;
  readonly state: string;
  readonly code: string;
  readonly actor: Actor;
}

/** An account that may be connected now, without what opens it. */
export interface Choice {
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  /** Its id in the register; null: it has to be registered first. */
  readonly account: string | null;
}

export type Finished =
  | { readonly connected: string }
  | { readonly network: NetworkAdapter['network']; readonly choices: readonly Choice[] };

const LIFE_MILLISECONDS = 15 * 60_000;

/** The moment before which an authorisation has died. */
export const deadBefore = ({ clock }: AccountPorts): Date => new Date(clock.now().getTime() - LIFE_MILLISECONDS);

/**
 * What came back with the person: an account that is being connected again is connected at once, otherwise the person chooses
 * among those that the network offers. Throws AUTHORISATION_OVER, AUTHORISATION_REFUSED, OTHER_ACCOUNT.
 */
export async function finishConnection(ports: AccountPorts, came: CameBack): Promise<Finished> {
  const { body, code } = came;
  const state = digestOf(came.state);
  const opened = await ports.database.inBody(body, (tx) => openAuthorisation(ports, tx, came));
  const { authorisation, adapter, application, verifier } = opened;
  const { redirect: redirectUri, network, account_id: account } = authorisation;
  const offered = await redeemed(() => adapter.connection?.redeem(application, { code, redirectUri, verifier }));
  return ports.database.inBody(body, async (tx) => {
    if (account !== null) {
      const name = await connectAgain(ports, tx, { came, account, offered, baseUrl: application.baseUrl });
      await deleteAuthorisation(tx, state);
      return { connected: name };
    }
    await saveChoices(tx, state, ports.vault.seal(JSON.stringify(offered), placeOfAuthorisation(state)));
    const choices = [];
    for (const { externalId, handle, name } of offered)
      choices.push({ externalId, handle, name, account: (await ownAccountId(tx, network, externalId)) ?? null });
    return { network, choices };
  });
}

/** INVARIANT: it is used up here, whatever comes of it: a code caught on the way is worth nothing a second time. */
async function openAuthorisation(ports: AccountPorts, tx: Tx, { body, state, actor }: CameBack) {
  const digest = digestOf(state);
  const asked = { state: digest, person: actor.id, bornAfter: deadBefore(ports), now: ports.clock.now() };
  const authorisation = await redeemAuthorisation(tx, asked);
  if (authorisation === undefined) throw accountError('AUTHORISATION_OVER');
  const adapter = adapterIn(ports, authorisation.network);
  if (adapter?.connection === undefined) throw accountError('NETWORK_UNKNOWN');
  await declaredOrRefuse(tx, body, adapter);
  const application = await openApplication(ports, tx, { body, network: authorisation.network });
  const verifier = ports.vault.open(authorisation.sealed_verifier, placeOfAuthorisation(digest)).toString();
  return { authorisation, adapter, application, verifier };
}

async function redeemed(ask: () => Promise<readonly Connectable[]> | undefined): Promise<readonly Connectable[]> {
  try {
    const offered = await ask();
    if (offered === undefined || offered.length === 0) throw accountError('AUTHORISATION_REFUSED', 'nessun account');
    return offered;
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    throw accountError('AUTHORISATION_REFUSED', `${fault.error.message} (${fault.error.code})`);
  }
}

interface Again {
  readonly came: CameBack;
  readonly account: string;
  readonly offered: readonly Connectable[];
  readonly baseUrl: string;
}

async function connectAgain(ports: AccountPorts, tx: Tx, { came, account, offered, baseUrl }: Again): Promise<string> {
  const row = await accountById(tx, account);
  const same = offered.find(({ externalId }) => externalId === row?.external_id);
  if (same === undefined) throw accountError('OTHER_ACCOUNT', offered.map(({ name }) => name).join(', '));
  const { credentials, expiries } = same.grant;
  await connectIn(ports, tx, { body: came.body, account, baseUrl, credentials, expiries, by: came.actor });
  return account;
}

/** Removes what nobody came back for; what was sealed with it dies too. */
export async function forgetAuthorisations(ports: AccountPorts, body: string): Promise<void> {
  await ports.database.inBody(body, (tx) => deleteAuthorisationsBefore(tx, body, deadBefore(ports)));
}
