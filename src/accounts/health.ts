// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRead, type NetworkAdapter } from '#channels';
import type { Tx } from '#platform';
import { allowanceLeft } from './allowance.ts';
import { namesSet } from './application.ts';
import { applicationsOf, type Declaration, declarationOn } from './application-store.ts';
import { connectionsOf, type StoredConnection } from './connection-store.ts';
import type { AccountList, AccountView, WarningView } from './contract.ts';
import { capabilityViews, connectingOn } from './network-views.ts';
import { type AccountPorts, adapterIn, networksIn } from './ports.ts';
import { type Account, accountsOf, type Cursor, cursorsOf } from './store.ts';
import { dueOn, wordsOf } from './warn.ts';

/** How each account of the body is doing, and what the body has ready on each network. */
export async function accountHealth(ports: AccountPorts, body: string): Promise<AccountList> {
  return ports.database.inBody(body, async (tx) => {
    const [connections, cursors] = [await connectionsOf(tx, body), await cursorsOf(tx, body)];
    const items: AccountView[] = [];
    for (const account of await accountsOf(tx, body)) {
      const adapter = adapterIn(ports, account.network);
      if (adapter === null) continue;
      const known = { account, adapter, connection: connections.get(account.id), cursor: cursors.get(account.id) };
      items.push(await viewOf(ports, tx, known));
    }
    return { items, networks: await readiness(ports, tx, body) };
  });
}

interface Known {
  readonly account: Account;
  readonly adapter: NetworkAdapter;
  readonly connection: StoredConnection | undefined;
  readonly cursor: Cursor | undefined;
}

async function viewOf(ports: AccountPorts, tx: Tx, known: Known): Promise<AccountView> {
  const { account, adapter, connection, cursor } = known;
  const { id, body, network, name, handle, url, act } = account;
  const declared = await givenOn(tx, { body, adapter });
  const needed = adapter.declaration !== null;
  const state = stateOf(known, !needed || declared !== null);
  return {
    id,
    network,
    label: adapter.label,
    name,
    handle,
    url,
    act,
    state,
    trouble:
      account.state === 'suspended'
        ? SUSPENDED
        : state === 'lost'
          ? (connection?.fault?.message ?? null)
          : TROUBLE[state],
    reading: {
      everySeconds: isRead(adapter) ? adapter.limits.pollSeconds : null,
      webhook: adapter.webhook !== undefined,
      toldAt: iso(cursor?.told_at),
      notices: connection?.notices_error ?? null,
      readAt: iso(cursor?.read_at),
      failures: cursor?.failures ?? 0,
      error: cursor?.error ?? null,
    },
    writtenAt: iso(cursor?.written_at),
    checkedAt: iso(connection?.checked_at),
    renewedAt: iso(connection?.renewed_at),
    expiries: (connection?.expiries ?? []).map(({ what, at, by }) => ({ what, at, by })),
    lacking: connection?.lacking ?? [],
    quota: connection?.quota ?? null,
    allowance: await allowanceLeft(ports, tx, { body, network }),
    declaration: { needed, given: declared },
    connecting: connectingOn(adapter),
    baseUrl: connection?.base_url ?? null,
    warnings: connection === undefined ? [] : warningsOn(connection, ports.clock.now()),
    capabilities: capabilityViews(adapter),
  };
}

function stateOf({ adapter, connection }: Known, isDeclared: boolean): AccountView['state'] {
  if (connectingOn(adapter) === 'none') return 'by-hand';
  if (!isDeclared) return 'declaration-missing';
  if (connection === undefined) return 'not-connected';
  return connection.fault === null ? 'connected' : 'lost';
}

const SUSPENDED = 'L’account è sospeso: il banco non lo legge da sé finché un altro atto non lo riattiva.';

const TROUBLE: Readonly<Record<Exclude<AccountView['state'], 'lost'>, string | null>> = {
  connected: null,
  'by-hand': null,
  'not-connected': 'L’account non è collegato: il banco non lo legge e non vi scrive.',
  'declaration-missing':
    'Il social è spento finché l’ente non registra la dichiarazione che chiede: il banco non lo legge e non vi scrive.',
};

/** What a person should see to now; told once each when it began, shown for as long as it is so. */
export function warningsOn(connection: StoredConnection, now: Date): WarningView[] {
  const { fault, fault_at, lacking, checked_at } = connection;
  const found = fault_at ?? now;
  const standing = [
    ...(fault === null
      ? []
      : [
          {
            what: fault.kind === 'role-lost' ? ('role' as const) : ('connection' as const),
            until: found,
            days: 0 as const,
          },
        ]),
    ...(lacking.length === 0 ? [] : [{ what: 'lacking' as const, until: checked_at ?? now, days: 0 as const }]),
    ...dueOn(connection, now),
  ];
  return standing.map((warning) => ({
    ...warning,
    until: warning.until.toISOString(),
    text: wordsOf(warning),
  }));
}

type Given = AccountView['declaration']['given'];

async function givenOn(tx: Tx, { body, adapter }: { readonly body: string; readonly adapter: NetworkAdapter }) {
  return adapter.declaration === null ? null : givenView(await declarationOn(tx, body, adapter.network));
}

const givenView = (declared: Declaration | undefined): Given =>
  declared === undefined ? null : { at: declared.at.toISOString(), act: declared.act, by: declared.person_name };

async function readiness(ports: AccountPorts, tx: Tx, body: string): Promise<AccountList['networks']> {
  const applications = new Map(
    (await applicationsOf(tx, body)).map((row) => [row.network, { baseUrl: row.base_url, set: namesSet(ports, row) }]),
  );
  const ready: AccountList['networks'] = [];
  for (const adapter of networksIn(ports)) {
    const { network } = adapter;
    const application = applications.get(network) ?? null;
    ready.push({ network, declared: await givenOn(tx, { body, adapter }), application });
  }
  return ready;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
