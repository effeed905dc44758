// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import type { ConnectedAccount, NetworkAdapter } from '../port.ts';
import type { Acting } from './acting.ts';
import { attached } from './attached.ts';
import { check } from './check.ts';
import { connectionAt } from './connection.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, limits, retention } from './limits.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { webhook } from './webhook.ts';
import { graphOf } from './wire.ts';
import { write } from './write.ts';

export interface ThreadsOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For answers that bear no date, and for how long a token holds. */
  readonly clock?: Clock;
}

export function threadsAdapter(options: ThreadsOptions = {}): NetworkAdapter {
  const { timeoutMilliseconds, clock = systemClock } = options;
  const as = (account: ConnectedAccount): Acting => ({ graph: graphOf(account, timeoutMilliseconds) });
  return {
    network: 'threads',
    label: 'Threads',
    capabilities,
    limits,
    retention,
    credentials,
    declaration,
    connection: connectionAt(clock),
    pull: (account, cursor) => pull({ ...as(account), clock }, account, cursor),
    write: (account, command, progress) => write(as(account), command, progress),
    readBack: (account, command, writtenId) => readBack(as(account), command, writtenId),
    attached: (account, to) => attached(as(account), to),
    insights: (account) => insights(graphOf(account, timeoutMilliseconds)),
    check: (account) => check(graphOf(account, timeoutMilliseconds), account),
    guide,
    webhook,
  };
}

export const threads: NetworkAdapter = threadsAdapter();
