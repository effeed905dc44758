// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import { ChannelFault, type ConnectedAccount, type NetworkAdapter, type ReadBack } from '../port.ts';
import { attached } from './attached.ts';
import { check } from './check.ts';
import { channelError, outcomeOf } from './errors.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { capabilities, credentials, declaration, limits, REQUEST_TIMEOUT_MS, retention } from './limits.ts';
import { profile } from './profile.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import type { Acting } from './records.ts';
import { rememberReports } from './report.ts';
import { openSessions } from './session.ts';
import { write } from './write.ts';

export interface BlueskyOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  readonly clock?: Clock;
  readonly fetch?: typeof globalThis.fetch;
}

/** Sessions live in what this returns: one per process is enough, tests make their own. */
export function blueskyAdapter(options: BlueskyOptions = {}): NetworkAdapter {
  const { clock = systemClock, timeoutMilliseconds = REQUEST_TIMEOUT_MS, fetch = globalThis.fetch } = options;
  const sessions = openSessions({ clock, fetch, timeoutMilliseconds });
  const reports = rememberReports();

  const as = <Answer>(account: ConnectedAccount, act: (acting: Acting) => Promise<Answer>): Promise<Answer> =>
    sessions.use(account, (agent) => act({ agent, did: account.externalId, now: clock.now(), timeoutMilliseconds }));

  /** For what throws: the port knows only its own fault. */
  const reading = <Answer>(account: ConnectedAccount, act: (acting: Acting) => Promise<Answer>): Promise<Answer> =>
    as(account, act).catch((cause: unknown) => {
      throw cause instanceof ChannelFault ? cause : new ChannelFault(channelError(cause, clock.now()), { cause });
    });

  return {
    network: 'bluesky',
    label: 'Bluesky',
    capabilities,
    limits,
    retention,
    credentials,
    declaration,
    pull: (account, cursor) =>
      reading(account, ({ agent, did, now }) => pull({ agent, did, handle: account.handle, now }, cursor)),
    write: (account, command, progress) =>
      as(account, (acting) => write(acting, command, { reports, progress })).catch((cause: unknown) =>
        outcomeOf(cause, clock.now()),
      ),
    readBack: (account, command, writtenExternalId) =>
      as(account, (acting) => readBack(acting, command, writtenExternalId ?? reports.get(command.key))).catch(
        (cause: unknown) => unread(cause, clock.now()),
      ),
    attached: (account, to) => reading(account, ({ agent }) => attached(agent, to)),
    insights: (account) => reading(account, insights),
    profile: (account) => reading(account, profile),
    check: (account) => reading(account, check),
    guide,
  };
}

/** What is gone or cannot be is an answer; anything else is to be asked again. */
function unread(cause: unknown, now: Date): ReadBack {
  const error = channelError(cause, now);
  const isAnswer = error.kind === 'not-found' || error.kind === 'not-possible';
  return isAnswer
    ? { state: 'absent', proof: { code: error.code, reason: error.message } }
    : { state: 'pending', error };
}

export const bluesky: NetworkAdapter = blueskyAdapter();
