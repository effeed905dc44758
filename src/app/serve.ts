// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import { accountRoutes } from '#accounts';
import { editorialRoutes } from '#editorial';
import {
  type Attempts,
  type Guard,
  governanceRoutes,
  hasFactorOn,
  type KeptRoute,
  keepRules,
  leavingAddress,
  type PeoplePorts,
  type PlaceOf,
  type ProviderPorts,
  peopleRoutes,
  providerRoutes,
  type SignIn,
  secondFactorRoutes,
  tokenRoutes,
} from '#governance';
import { type InboxPorts, inboxRoutes, webhookRoutes } from '#inbox';
import type { Clock } from '#kernel';
import { type ModerationPorts, moderationRoutes, statementPages } from '#moderation';
import type { Config, Log } from '#platform';
import { publicRoutes, rulebookDeskRoutes } from '#rulebook';
import { staffRoutes } from '#staff';
import { analyse } from '#triage';
import { officialAccounts, pageRoutes, publicStyles } from './pages.ts';

export interface Serving {
  readonly ports: ModerationPorts & InboxPorts;
  readonly people: PeoplePorts;
  readonly provider: ProviderPorts;
  readonly guard: Guard;
  readonly placeOf: PlaceOf;
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly readSoon: (account: string) => void;
  readonly config: Config;
  readonly log: Log;
  /** What is served besides, before the pages. */
  readonly more?:
    | ((server: FastifyInstance, ports: { readonly guard: Guard; readonly clock: Clock }) => void)
    | undefined;
}

/** Everything that the server answers, each route under its rule. Gives the table of what is registered. */
export async function serveAll(server: FastifyInstance, serving: Serving): Promise<() => readonly KeptRoute[]> {
  const { ports, guard, config, log } = serving;
  const { url, clock } = ports;
  const look = { styles: publicStyles(), demo: config.demo };
  // INVARIANT: before every route, or it would have no rule.
  const routes = keepRules(server, serving);
  governanceRoutes(server, {
    ...{ ...serving, url, demo: config.demo },
    hasFactor: (person) => ports.database.outside((tx) => hasFactorOn(tx, person)),
    leavingAddress: (session) => leavingAddress(serving.provider, session),
  });
  secondFactorRoutes(server, { ...serving, ...ports });
  providerRoutes(server, { ...serving.provider, guard, log });
  tokenRoutes(server, { ...ports, guard });
  peopleRoutes(server, { ...serving.people, guard });
  moderationRoutes(server, { ...ports, guard, log, look });
  webhookRoutes(server, { ...ports, readSoon: serving.readSoon });
  inboxRoutes(server, { ...ports, guard });
  accountRoutes(server, { ...ports, guard, url });
  rulebookDeskRoutes(server, { ...ports, guard, analyse });
  staffRoutes(server, { ...ports, guard });
  editorialRoutes(server, { ...ports, guard });
  serving.more?.(server, { guard, clock });
  publicRoutes(server, { ...ports, ...look, guard, accountsOf: officialAccounts });
  statementPages(server, { ...ports, ...look });
  await pageRoutes(server, { ...ports, config });
  return routes;
}
