// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import type { NetworkName } from '#channels';
import type { Actor } from '#governance';
import { openApplication } from './application.ts';
import { insertAuthorisation } from './application-store.ts';
import { declaredOrRefuse } from './declare.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn } from './ports.ts';
import { digestOf, placeOfAuthorisation } from './sealed.ts';
import { accountById } from './store.ts';

export interface Beginning {
  readonly body: string;
  readonly network: NetworkName;
  /** The account to be connected again; null: whichever the person chooses afterwards. */
  readonly account: string | null;
  readonly actor: Actor;
  /** Where the desk is served. */
  readonly deskUrl: string;
}

const RANDOM_BYTES = 32;
/** Where networks send people back to; written in the application on the network too. */
export const CALLBACK = '/connect/callback';

/**
 * Opens a way to the network and back for one person, good for a quarter of an hour and once. Returns the address to send them
 * to. Throws NETWORK_UNKNOWN, CONNECTION_BY_SECRETS, DECLARATION_MISSING, APPLICATION_MISSING, ACCOUNT_UNKNOWN.
 */
export async function beginConnection(ports: AccountPorts, beginning: Beginning): Promise<string> {
  const { body, network, account, actor, deskUrl } = beginning;
  const adapter = adapterIn(ports, network);
  if (adapter === null) throw accountError('NETWORK_UNKNOWN', network);
  const { connection } = adapter;
  if (connection === undefined) throw accountError('CONNECTION_BY_SECRETS', adapter.label);
  // The body leads: whoever comes back is known by the state alone.
  const state = `${body}.${randomText()}`;
  const verifier = randomText();
  const redirectUri = `${deskUrl}${CALLBACK}`;
  return ports.database.inBody(body, async (tx) => {
    await declaredOrRefuse(tx, body, adapter);
    if (account !== null && (await accountById(tx, account))?.network !== network)
      throw accountError('ACCOUNT_UNKNOWN');
    const application = await openApplication(ports, tx, { body, network });
    const digest = digestOf(state);
    await insertAuthorisation(tx, {
      state: digest,
      body,
      network,
      account_id: account,
      person: actor.id,
      sealed_verifier: ports.vault.seal(verifier, placeOfAuthorisation(digest)),
      redirect: redirectUri,
      created_at: ports.clock.now(),
      redeemed_at: null,
      sealed_choices: null,
    });
    return connection.authorizeUrl(application, { redirectUri, state, challenge: challengeOf(verifier) });
  });
}

const randomText = (): string => randomBytes(RANDOM_BYTES).toString('base64url');

/** RFC 7636, S256. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** The body that a state belongs to; undefined: it is none of ours. */
export const bodyOfState = (state: string): string | undefined =>
  /^([a-z0-9-]{2,60})\.[A-Za-z0-9_-]{43}$/.exec(state)?.[1];
