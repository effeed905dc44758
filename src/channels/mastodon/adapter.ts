// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import { TIMEOUT_MILLISECONDS } from '../core/call.ts';
import { ChannelFault, type ConnectedAccount, type NetworkAdapter } from '../port.ts';
import type { Acting } from './acting.ts';
import { apiOf, Unanswered } from './api.ts';
import { attached } from './attached.ts';
import { check } from './check.ts';
import { connection } from './connection.ts';
import { errorOf, refused } from './errors.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, limits, retention } from './limits.ts';
import { profile } from './profile.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { write } from './write.ts';

export interface MastodonOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For answers that bear no date. */
  readonly clock?: Clock;
}

export function mastodonAdapter(options: MastodonOptions = {}): NetworkAdapter {
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS, clock = systemClock } = options;
  const api = ({ baseUrl, credentials: { accessToken = '' } }: ConnectedAccount) =>
    apiOf({ baseUrl, token: accessToken, timeoutMilliseconds });
  const acting = (account: ConnectedAccount): Acting => ({
    client: api(account).client,
    me: account.externalId,
    now: clock.now(),
    timeoutMilliseconds,
  });
  /** For what could not be read: the port knows only its own fault. */
  const faulty = (cause: unknown): never => {
    throw cause instanceof Unanswered ? new ChannelFault(errorOf(cause.failed, clock.now()), { cause }) : cause;
  };
  return {
    network: 'mastodon',
    label: 'Mastodon',
    capabilities,
    limits,
    retention,
    credentials,
    declaration,
    connection,
    pull: (account, cursor) => pull(api(account), account, { cursor, clock }).catch(faulty),
    write: (account, command, progress) =>
      write(acting(account), command, progress).catch((cause: unknown) => {
        // Only reads that come before the one call throw: nothing was done.
        if (cause instanceof Unanswered) return refused(errorOf(cause.failed, clock.now()));
        throw cause;
      }),
    readBack: (account, command, writtenId) =>
      readBack(acting(account), command, writtenId).catch((cause: unknown) => {
        if (cause instanceof Unanswered) return { state: 'pending', error: errorOf(cause.failed, clock.now()) };
        throw cause;
      }),
    attached: (account, to) => attached(api(account), to).catch(faulty),
    insights: (account) => insights(acting(account)).catch(faulty),
    profile: (account) => profile(acting(account)).catch(faulty),
    check: (account) => check(api(account), account.externalId).catch(faulty),
    guide,
  };
}

export const mastodon: NetworkAdapter = mastodonAdapter();
