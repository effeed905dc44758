// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { lengthIn } from '../contract.ts';
import type { GraphAnswer } from '../core/graph.ts';
import { type Graph, type Parameters, readableListOf, Success } from '../core/graph.ts';
import { type ChannelError, ChannelFault, type WriteOutcome } from '../port.ts';
import { errors, tooLong } from './errors.ts';
import { limits, REPLIES_AT_ONCE } from './limits.ts';
import { One } from './wire.ts';

export interface Acting {
  readonly graph: Graph;
}

export const refused = (error: ChannelError): WriteOutcome => ({ state: 'refused', error });

export function done(answer: GraphAnswer): WriteOutcome {
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  return Success.safeParse(answer.body).success
    ? { state: 'accepted' }
    : { state: 'unknown', error: errors.unclear('answer-without-success') };
}

export const overlong = (text: string, most: number): ChannelError | null =>
  lengthIn(text, limits.lengthUnit) > most ? tooLong(most) : null;

/** Null for what is gone. Throws `ChannelFault` where it could not be read. */
export async function read<Shape>(
  { graph }: Acting,
  shape: z.ZodType<Shape>,
  { path, query }: { readonly path: string; readonly query: Parameters },
): Promise<Shape | null> {
  const answer = await graph('GET', path, query);
  if (answer.kind !== 'answer') {
    const error = errors.faultOf(answer);
    if (error.kind === 'not-found') return null;
    throw new ChannelFault(error);
  }
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new ChannelFault(errors.unclear('unexpected-shape'), { cause: body.error });
  return body.data;
}

export const one = (acting: Acting, id: string, fields: string): Promise<One | null> =>
  read(acting, One, { path: encodeURIComponent(id), query: { fields } });

const WaitingList = readableListOf(One.extend({ reply_approval_status: One.shape.text }));

/** Whether a reply waits for approval under a post, or was ignored; null: neither, or the post holds none. */
export async function waitingOf(acting: Acting, post: string, reply: string): Promise<'pending' | 'ignored' | null> {
  const path = `${encodeURIComponent(post)}/pending_replies`;
  let after: string | undefined;
  do {
    const query = { fields: 'id,reply_approval_status', limit: REPLIES_AT_ONCE, ...(after && { after }) };
    const answer = await acting.graph('GET', path, query);
    // Of a post without approvals Threads refuses to tell; what waits there would have been refused to us too.
    if (answer.kind === 'refused' && !isPassing(errors.faultOf(answer))) return null;
    if (answer.kind !== 'answer') throw new ChannelFault(errors.faultOf(answer));
    const page = WaitingList.safeParse(answer.body);
    if (!page.success) throw new ChannelFault(errors.unclear('unexpected-shape'));
    const found = page.data.data.find((waiting) => waiting.id === reply);
    if (found !== undefined && 'reply_approval_status' in found)
      return found.reply_approval_status === 'ignored' ? 'ignored' : 'pending';
    const next = page.data.paging?.next === undefined ? undefined : page.data.paging.cursors?.after;
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return null;
}

const isPassing = ({ kind }: ChannelError): boolean =>
  kind === 'rate-limited' || kind === 'transient' || kind === 'token-expired' || kind === 'reauth-needed';
