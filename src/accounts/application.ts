// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Application, NetworkName } from '#channels';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { applicationOn, type StoredApplication, saveApplication } from './application-store.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn } from './ports.ts';
import { openSecrets, placeOfApplication, type Secrets, sealSecrets } from './sealed.ts';

export interface NewApplication {
  readonly body: string;
  readonly network: NetworkName;
  readonly baseUrl: string;
  /** By the names of `connection.application`; one that is not given, or is empty, stays as it is. */
  readonly secrets: Secrets;
  /** Who writes it down; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * Keeps, sealed, what the body's application on a network is known by. Throws NETWORK_UNKNOWN, CONNECTION_BY_SECRETS,
 * SECRETS_UNKNOWN, ADDRESS_UNSAFE.
 */
export async function setApplication(ports: AccountPorts, application: NewApplication): Promise<void> {
  const { body, network, by } = application;
  const adapter = adapterIn(ports, network);
  if (adapter === null) throw accountError('NETWORK_UNKNOWN', network);
  if (adapter.connection === undefined) throw accountError('CONNECTION_BY_SECRETS', adapter.label);
  const given = givenAmong(application.secrets, adapter.connection.application);
  const baseUrl = safeAddress(application.baseUrl);
  await ports.database.inBody(body, async (tx) => {
    const known = await applicationOn(tx, body, network);
    // INVARIANT: secrets already kept never go to an address that they were not written down for.
    const kept = known?.base_url === baseUrl ? secretsOf(ports, known) : {};
    const secrets = { ...kept, ...given };
    if (Object.keys(secrets).length === 0) throw accountError('SECRETS_UNKNOWN');
    const now = ports.clock.now();
    const sealed_secrets = sealSecrets(ports.vault, secrets, placeOfApplication(body, network));
    await saveApplication(tx, { body, network, base_url: baseUrl, sealed_secrets, updated_at: now });
    await record(tx, body, now, {
      kind: 'account.application-set',
      subject: network,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `Scritti i dati dell’applicazione dell’ente su ${adapter.label}`,
      facts: { network, baseUrl, changed: Object.keys(given) },
    });
  });
}

const secretsOf = ({ vault }: AccountPorts, { body, network, sealed_secrets }: StoredApplication): Secrets =>
  openSecrets(vault, sealed_secrets, placeOfApplication(body, network));

/** The application with its secrets opened, as an adapter takes it. Throws APPLICATION_MISSING. */
export async function openApplication(
  ports: AccountPorts,
  tx: Tx,
  { body, network }: { readonly body: string; readonly network: NetworkName },
): Promise<Application> {
  const row = await applicationOn(tx, body, network);
  if (row === undefined) throw accountError('APPLICATION_MISSING', adapterIn(ports, network)?.label ?? network);
  return { baseUrl: row.base_url, secrets: secretsOf(ports, row) };
}

/** Names of the secrets that are there; never the secrets. */
export const namesSet = (ports: AccountPorts, row: StoredApplication): string[] => Object.keys(secretsOf(ports, row));

/** Those written down, trimmed as what is pasted must be. Throws SECRETS_UNKNOWN for a name that is not among the known. */
export function givenAmong(secrets: Secrets, known: Readonly<Record<string, string>>): Secrets {
  const given = Object.entries(secrets).map(([name, secret]) => [name, secret.trim()] as const);
  const unknown = given.find(([name]) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw accountError('SECRETS_UNKNOWN');
  return Object.fromEntries(given.filter(([, secret]) => secret !== ''));
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/** Without the final slash. Secrets travel there: only under TLS, or not at all off this machine. Throws ADDRESS_UNSAFE. */
export function safeAddress(address: string): string {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.search !== '' || url.hash !== '')
    throw accountError('ADDRESS_UNSAFE');
  return url.href.replace(/\/+$/, '');
}
