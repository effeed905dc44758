// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Graph, type GraphAnswer, Success } from '../core/graph.ts';
import type { ChannelError, WriteOutcome } from '../port.ts';
import { errors, tooLong } from './errors.ts';
import type { Route } from './limits.ts';
import type { OneComment } from './wire.ts';

export interface Acting {
  readonly graph: Graph;
  readonly accountId: string;
  readonly handle: string;
  readonly route: Route;
}

/** Whether a comment is the account's: Instagram tells its number or its name, not always both. */
export const isOurs = (
  { accountId, handle }: Pick<Acting, 'accountId' | 'handle'>,
  { from, username }: Pick<OneComment, 'from' | 'username'>,
): boolean => from?.id === accountId || (from?.username || username)?.toLowerCase() === handle.toLowerCase();

export const setComments = (graph: Graph, media: string, isOpen: boolean): Promise<GraphAnswer> =>
  graph('POST', encodeURIComponent(media), { comment_enabled: isOpen });

export function done(answer: GraphAnswer): WriteOutcome {
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  return Success.safeParse(answer.body).success
    ? { state: 'accepted' }
    : { state: 'unknown', error: errors.unclear('answer-without-success') };
}

export const overlong = (text: string, most: number): ChannelError | null =>
  text.length > most ? tooLong(most, 'caratteri') : null;
