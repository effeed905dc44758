// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import type { ConnectedAccount, NetworkAdapter } from '../port.ts';
import { attached } from './attached.ts';
import { check } from './check.ts';
import { clientOf } from './client.ts';
import { connectionOf } from './connection.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, limits, retention } from './limits.ts';
import type { Publishing } from './publish.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { webhook } from './webhook.ts';
import { write } from './write.ts';

export interface XOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For answers that bear no date. */
  readonly clock?: Clock;
}

export function xAdapter({ timeoutMilliseconds, clock = systemClock }: XOptions = {}): NetworkAdapter {
  const now = (): Date => clock.now();
  const client = (account: ConnectedAccount) => clientOf(account, timeoutMilliseconds);
  const publishing = (account: ConnectedAccount): Publishing => ({
    client: client(account),
    handle: account.handle,
    now,
    timeoutMilliseconds,
  });
  return {
    network: 'x',
    label: 'X',
    capabilities,
    limits,
    retention,
    credentials,
    declaration,
    connection: connectionOf(clock),
    pull: (account, cursor) => pull({ client: client(account), clock }, account, cursor),
    write: (account, command, progress) => write(publishing(account), { account, command, progress }),
    readBack: (account, command, writtenId) =>
      readBack({ client: client(account), me: account.externalId, now }, command, writtenId),
    attached: (account, to) => attached({ client: client(account), now }, to),
    insights: (account) => insights(client(account), account, now),
    check: (account) => check({ account, now, timeoutMilliseconds }),
    guide,
    webhook,
  };
}

export const x: NetworkAdapter = xAdapter();
