// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import type { ConnectedAccount, NetworkAdapter } from '../port.ts';
import type { Acting } from './acting.ts';
import { attached } from './attached.ts';
import { check } from './check.ts';
import { connection } from './connection.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, HUMAN_AGENT_WINDOW_HOURS, limits, retention } from './limits.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { webhook } from './webhook.ts';
import { graphOf } from './wire.ts';
import { write } from './write.ts';

export interface FacebookOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For windows, and for answers that bear no date. */
  readonly clock?: Clock;
  /** The body's application may answer private messages as a person for seven days (`HUMAN_AGENT`). */
  readonly humanAgent?: boolean;
}

export function facebookAdapter(options: FacebookOptions = {}): NetworkAdapter {
  const { timeoutMilliseconds, clock = systemClock, humanAgent = false } = options;
  const graph = (account: ConnectedAccount) => graphOf(account, timeoutMilliseconds);
  const acting = (account: ConnectedAccount): Acting => ({
    graph: graph(account),
    pageId: account.externalId,
    now: clock.now(),
    humanAgent,
  });
  return {
    network: 'facebook',
    label: 'Facebook',
    capabilities,
    limits: humanAgent ? { ...limits, messageWindowHours: HUMAN_AGENT_WINDOW_HOURS } : limits,
    retention,
    credentials,
    declaration,
    connection,
    pull: (account, cursor) => pull({ graph: graph(account), clock }, account, cursor),
    write: (account, command, progress) => write(acting(account), command, progress),
    readBack: (account, command, writtenId) => readBack(acting(account), command, writtenId),
    attached: (account, to) => attached(acting(account), to),
    insights: (account) => insights(acting(account)),
    check: (account) => check(account, { graph: graph(account), now: clock.now(), timeoutMilliseconds }),
    guide,
    webhook,
  };
}

export const facebook: NetworkAdapter = facebookAdapter();
