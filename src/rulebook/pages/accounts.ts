// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  accountTerms,
  BLOCKS,
  isMissing,
  MISSING_WORDS,
  NETWORK_LABELS,
  NETWORKS,
  type NetworkName,
  saidOf,
} from '#policy';
import { addressOf, linksOf } from './addresses.ts';
import type { AccountsView, Fact, RegisteredAccount } from './contract.ts';
import { aboutOf, type Edition } from './edition.ts';

/** What of a channel's card tells that an account is the body's own. */
const IDENTITY = ['state', 'handle', 'address', 'act', 'managedBy'] as const;

/** The channel blocks that citizens read and that hold now. */
const channelsOf = ({ compiled }: Edition) =>
  saidOf(compiled, 'channel').filter(({ clause }) => clause.audience === 'external' && !clause.dormant);

/** The networks on which the policy says, by name, that the body is. */
export function namedNetworks(edition: Edition): readonly NetworkName[] {
  const scopes = channelsOf(edition).map(({ what }) => what.networks);
  return NETWORKS.filter((name) => scopes.some(({ except, networks }) => !except && networks.includes(name)));
}

/** The official accounts: as the policy presents them, and as the register of accounts has them. */
export function accountsView(edition: Edition, registered: readonly RegisteredAccount[]): AccountsView {
  const named = namedNetworks(edition);
  const shown = NETWORKS.filter((name) => named.includes(name) || registered.some(({ network }) => network === name));
  return {
    about: aboutOf(edition),
    links: linksOf(addressOf.accounts(edition.body)),
    everywhere: named.length === 0 && channelsOf(edition).length > 0,
    others: othersIn(edition),
    networks: shown.map((network) => ({
      network,
      name: network === 'other' ? 'Altri luoghi' : NETWORK_LABELS[network],
      policy: named.includes(network) ? factsOf(edition, network) : null,
      registered: registered.filter((account) => account.network === network),
    })),
  };
}

function othersIn({ compiled }: Edition): AccountsView['others'] {
  const said = accountTerms(compiled).unofficial;
  if (said === null || said.value === null || compiled.clauses.get(said.clause)?.audience !== 'external') return null;
  return {
    text: 'Degli account che non sono in questo elenco, anche se parlano dell’ente, l’ente non risponde',
    clause: said.clause,
  };
}

function factsOf(edition: Edition, network: NetworkName): Fact[] {
  const { keys } = BLOCKS.channel;
  const said = channelsOf(edition).filter(
    ({ what: { networks } }) => networks.networks.includes(network) !== networks.except,
  );
  const facts = IDENTITY.flatMap((field): Fact[] => {
    const key = keys[field];
    const given = said.filter(({ what }) => what[field] !== undefined);
    const known = given.filter(({ what }) => !isMissing(what[field]));
    return (known.length > 0 ? known : given.slice(0, 1)).map(({ clause, what }) => ({
      label: key?.name ?? field,
      value: key?.value.print(what[field]) ?? MISSING_WORDS,
      clause: clause.id,
    }));
  });
  const identified = said.some(({ what }) => what.handle !== undefined || what.address !== undefined);
  if (identified) return facts;
  return [...facts, { label: keys.address?.name ?? 'indirizzo', value: MISSING_WORDS, clause: null }];
}
