// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { ConnectedAccount, InboundEvent } from '#channels';
import { type Answer, call, dateOf } from '../../../src/channels/core/call.ts';
import { errorOf, fault, told } from './errors.ts';

const Moment = z.iso.datetime().transform((text) => new Date(text));
export const Post = z.object({ id: z.string(), text: z.string(), at: Moment });
export const Comment = z.object({
  id: z.string(),
  post: z.string(),
  under: z.string().nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  text: z.string(),
  at: Moment,
  hidden: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;
export const Posts = z.object({ posts: z.array(Post) });
export const Comments = z.object({ comments: z.array(Comment) });
export const Written = z.object({ id: z.string() });

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
}

/** One call to Piazza as the account. */
export const ask = ({ baseUrl, credentials }: ConnectedAccount, { method, path, body }: Asked): Promise<Answer> =>
  call({
    method,
    url: `${baseUrl}/${path}`,
    headers: { authorization: `Bearer ${credentials.accessToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

interface Found<Shape> {
  readonly found: Shape;
  /** Piazza's own time. */
  readonly seenAt: Date;
}

/** Throws `ChannelFault`. */
export async function read<Shape>(
  account: ConnectedAccount,
  shape: z.ZodType<Shape>,
  path: string,
): Promise<Found<Shape>> {
  const answer = await ask(account, { method: 'GET', path });
  if (answer.kind !== 'answer') throw fault(errorOf(answer, new Date()));
  const found = shape.safeParse(answer.body);
  if (!found.success) throw fault(told('transient', 'unexpected-shape'));
  return { found: found.data, seenAt: dateOf(answer.headers) ?? new Date() };
}

export const commentEvent = (comment: Comment, account: string, seenAt?: Date): InboundEvent => ({
  type: 'written',
  ...(seenAt && { seenAt }),
  externalId: comment.id,
  kind: comment.under === null ? 'comment' : 'reply',
  text: comment.text,
  author: comment.by && { externalId: comment.by.id, name: comment.by.name },
  at: comment.at,
  permalink: null,
  post: { externalId: comment.post, text: null },
  parentExternalId: comment.under,
  own: comment.by?.id === account,
  hasMedia: false,
});
