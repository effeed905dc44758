// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Clock, systemClock } from '#kernel';
import type { Command, NetworkAdapter, WriteOutcome } from '../port.ts';
import { corruptedReply, faultOf, notPossible, unclear } from './errors.ts';
import { capabilities, credentials, limits, TIMEOUT_MILLISECONDS } from './limits.ts';
import { pull } from './pull.ts';
import { readBack } from './read-back.ts';
import { webhook } from './webhook.ts';
import { type Graph, type GraphAnswer, graphOf, Success, sameComment, Written } from './wire.ts';

export interface FacebookOptions {
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMilliseconds?: number;
  /** For answers that bear no date. */
  readonly clock?: Clock;
}

export function facebookAdapter(options: FacebookOptions = {}): NetworkAdapter {
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS, clock = systemClock } = options;
  return {
    network: 'facebook',
    label: 'Facebook',
    capabilities,
    limits,
    credentials,
    pull: (account, cursor) => pull({ graph: graphOf(account, timeoutMilliseconds), clock }, account, cursor),
    write: (account, command) => write(graphOf(account, timeoutMilliseconds), command),
    readBack: (account, command, writtenId) =>
      readBack({ graph: graphOf(account, timeoutMilliseconds), pageId: account.externalId }, command, writtenId),
    webhook,
  };
}

export const facebook: NetworkAdapter = facebookAdapter();

async function write(graph: Graph, command: Command): Promise<WriteOutcome> {
  if (command.type === 'report') return { state: 'refused', error: notPossible('report-by-hand') };
  const answer = await send(graph, command);
  if (answer.kind !== 'answer') return failure(answer);
  if (command.type === 'reply') {
    const written = Written.safeParse(answer.body);
    return written.success && !sameComment(written.data.id, command.target)
      ? { state: 'accepted', externalId: written.data.id }
      : { state: 'unknown', error: corruptedReply };
  }
  return Success.safeParse(answer.body).success
    ? { state: 'accepted' }
    : { state: 'unknown', error: unclear('answer-without-success') };
}

/** One call per command, whatever comes of it. */
function send(graph: Graph, command: Exclude<Command, { type: 'report' }>): Promise<GraphAnswer> {
  const target = encodeURIComponent(command.target);
  switch (command.type) {
    case 'hide':
      return graph('POST', target, { is_hidden: 'true' });
    case 'unhide':
      return graph('POST', target, { is_hidden: 'false' });
    case 'remove':
      return graph('DELETE', target);
    case 'reply':
      // INVARIANT: always the `comments` edge. A message posted to the comment itself overwrites the citizen's words.
      return graph('POST', `${target}/comments`, { message: command.text });
  }
}

/** Only a refusal that Facebook spelled out, or a connection never made, proves that nothing was done. */
function failure(answer: Exclude<GraphAnswer, { kind: 'answer' }>): WriteOutcome {
  const error = faultOf(answer);
  const nothingDone =
    answer.kind === 'refused' ? answer.status < 500 && error.kind !== 'transient' : answer.sent === false;
  return { state: nothingDone ? 'refused' : 'unknown', error };
}
