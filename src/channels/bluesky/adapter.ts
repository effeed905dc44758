// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import {
  ChannelFault,
  type Command,
  type ConnectedAccount,
  type NetworkAdapter,
  type ReadBack,
  type WriteOutcome,
} from '../port.ts';
import { type Ban, ban, readBan, unban } from './block.ts';
import { channelError, fault, outcomeOf } from './errors.ts';
import { capabilities, credentials, limits } from './limits.ts';
import { pull } from './pull.ts';
import type { Acting } from './records.ts';
import { readReply, reply } from './reply.ts';
import { type ReportIds, readReport, rememberReports, report } from './report.ts';
import { openSessions } from './session.ts';
import { readHidden, setHidden } from './threadgate.ts';

/** The port, and the ban that the port has no command for yet. */
export interface BlueskyAdapter extends NetworkAdapter {
  ban(account: ConnectedAccount, command: Ban): Promise<WriteOutcome>;
  unban(account: ConnectedAccount, command: Ban): Promise<WriteOutcome>;
  readBan(account: ConnectedAccount, command: Ban): Promise<ReadBack>;
}

export interface BlueskySources {
  readonly clock?: Clock;
  readonly fetch?: typeof globalThis.fetch;
}

async function perform(acting: Acting, command: Command, reports: ReportIds): Promise<WriteOutcome> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return setHidden(acting, { target: command.target, post: command.post, hidden: command.type === 'hide' });
    case 'reply':
      return reply(acting, command);
    case 'report':
      return report(acting, command, reports);
    case 'remove':
      throw fault('not-possible', 'RemoveOfOthers', capabilities.remove.effect);
  }
}

async function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return readHidden(acting, { target: command.target, post: command.post, hidden: command.type === 'hide' });
    case 'reply':
      return readReply(acting, command);
    case 'report':
      return readReport(command, writtenId);
    case 'remove':
      return { state: 'absent', proof: { reason: capabilities.remove.effect } };
  }
}

/** Sessions live in what this returns: one per process is enough, tests make their own. */
export function createBluesky(sources: BlueskySources = {}): BlueskyAdapter {
  const clock = sources.clock ?? systemClock;
  const sessions = openSessions({ clock, fetch: sources.fetch ?? globalThis.fetch });
  const reports = rememberReports();

  const as = <Answer>(account: ConnectedAccount, act: (acting: Acting) => Promise<Answer>): Promise<Answer> =>
    sessions.use(account, (agent) => act({ agent, did: account.externalId, now: clock.now() }));

  const writing = (account: ConnectedAccount, act: (acting: Acting) => Promise<WriteOutcome>): Promise<WriteOutcome> =>
    as(account, act).catch((cause: unknown) => outcomeOf(cause, clock.now()));

  const looking = (account: ConnectedAccount, act: (acting: Acting) => Promise<ReadBack>): Promise<ReadBack> =>
    as(account, act).catch((cause: unknown) => unread(cause, clock.now()));

  return {
    network: 'bluesky',
    label: 'Bluesky',
    capabilities,
    limits,
    credentials,
    async pull(account, cursor) {
      try {
        return await as(account, ({ agent, did, now }) => pull({ agent, did, handle: account.handle, now }, cursor));
      } catch (cause) {
        throw cause instanceof ChannelFault ? cause : new ChannelFault(channelError(cause, clock.now()), { cause });
      }
    },
    write: (account, command) => writing(account, (acting) => perform(acting, command, reports)),
    readBack: (account, command, writtenExternalId) =>
      looking(account, (acting) => look(acting, command, writtenExternalId ?? reports.get(command.key))),
    ban: (account, command) => writing(account, (acting) => ban(acting, command)),
    unban: (account, command) => writing(account, (acting) => unban(acting, command)),
    readBan: (account, command) => looking(account, (acting) => readBan(acting, command)),
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

export const bluesky: BlueskyAdapter = createBluesky();
