// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import { TIMEOUT_MILLISECONDS } from '../core/call.ts';
import type { ConnectedAccount, NetworkAdapter } from '../port.ts';
import { type Acting, businessApi, postingApi } from './api.ts';
import { check, connectionAt } from './connection.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, limits, retention } from './limits.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { webhook } from './webhook.ts';
import { write } from './write.ts';

export interface TiktokOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For answers that bear no date, and for the lives of tokens. */
  readonly clock?: Clock;
}

export function tiktokAdapter(options: TiktokOptions = {}): NetworkAdapter {
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS, clock = systemClock } = options;
  const acting = (account: ConnectedAccount): Acting => ({
    business: businessApi(account, timeoutMilliseconds),
    posting: postingApi(account, timeoutMilliseconds),
    account,
    now: clock.now(),
  });
  return {
    network: 'tiktok',
    label: 'TikTok',
    capabilities,
    limits,
    retention,
    credentials,
    declaration,
    connection: connectionAt(clock),
    pull: (account, cursor) => pull(acting(account), cursor),
    write: (account, command, progress) => write(acting(account), command, progress),
    readBack: (account, command, writtenId) => readBack(acting(account), command, writtenId),
    insights: (account) => insights(acting(account)),
    check: (account) => check(acting(account)),
    guide,
    webhook,
  };
}

export const tiktok: NetworkAdapter = tiktokAdapter();
