// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Connectable } from '#channels';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { openApplication } from './application.ts';
import { type Authorisation, authorisationWithChoices, deleteAuthorisation } from './application-store.ts';
import { connectIn } from './connect.ts';
import { accountError } from './errors.ts';
import { deadBefore } from './finish.ts';
import type { AccountPorts } from './ports.ts';
import { registerIn } from './register.ts';
import { digestOf, placeOfAuthorisation } from './sealed.ts';
import { ownAccountId } from './store.ts';

export interface Chosen {
  readonly body: string;
  readonly state: string;
  readonly externalId: string;
  /** For an account that is not in the register yet. */
  readonly registration: {
    readonly act: string;
    readonly url: string;
    readonly name: string;
    /** The authorised request that it is opened by. */
    readonly request?: string | undefined;
  } | null;
  readonly actor: Actor;
}

/**
 * Connects the account that the person chose among those offered, registering it first, with its act, where it is new. Returns
 * its id. Throws AUTHORISATION_OVER, CHOICE_UNKNOWN, REGISTRATION_MISSING, ACCOUNT_TAKEN, and what `admit` throws.
 */
export async function chooseAccount(ports: AccountPorts, chosen: Chosen): Promise<string> {
  const { body, actor } = chosen;
  const state = digestOf(chosen.state);
  return ports.database.inBody(body, async (tx) => {
    const asked = { state, person: actor.id, bornAfter: deadBefore(ports) };
    const authorisation = await authorisationWithChoices(tx, asked);
    if (authorisation === undefined) throw accountError('AUTHORISATION_OVER');
    const offered = offeredIn(ports, authorisation).find(({ externalId }) => externalId === chosen.externalId);
    if (offered === undefined) throw accountError('CHOICE_UNKNOWN');
    const account = await registered(ports, tx, { chosen, offered, authorisation });
    const { baseUrl } = await openApplication(ports, tx, authorisation);
    const { credentials } = offered.grant;
    const expiries = offered.grant.expiries.map((expiry) => ({ ...expiry, at: new Date(expiry.at) }));
    const act = chosen.registration?.request === undefined ? chosen.registration?.act : undefined;
    const connection = { body, account, baseUrl, credentials, expiries, by: actor };
    await connectIn(ports, tx, { ...connection, ...(act !== undefined && { act }) });
    await deleteAuthorisation(tx, state);
    return account;
  });
}

const offeredIn = ({ vault }: AccountPorts, { state, sealed_choices }: Authorisation): readonly Connectable[] =>
  JSON.parse(vault.open(sealed_choices ?? Buffer.alloc(0), placeOfAuthorisation(state)).toString());

interface Registering {
  readonly chosen: Chosen;
  readonly offered: Connectable;
  readonly authorisation: Authorisation;
}

async function registered(ports: AccountPorts, tx: Tx, registering: Registering): Promise<string> {
  const { chosen, offered, authorisation } = registering;
  const { externalId, handle } = offered;
  const { body, network } = authorisation;
  const known = await ownAccountId(tx, network, externalId);
  if (known !== undefined) return known;
  if (chosen.registration === null) throw accountError('REGISTRATION_MISSING', offered.name);
  return registerIn(ports, tx, { body, network, externalId, handle, ...chosen.registration, by: chosen.actor });
}
