// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { exchange } from '../exchange.ts';
import { parseLossless } from '../lossless-json.ts';
import type { ConnectedAccount, InboundEvent } from '../port.ts';
import { type GraphError, GraphErrorBody } from './errors.ts';
import { COMMENTS_WITH_POST, GRAPH_VERSION, TIMEOUT_MILLISECONDS } from './limits.ts';

export const Id = z.union([z.string(), z.number().int().transform(String)]);
/** Meta writes `2026-11-22T08:00:00+0000` (no colon in the offset) or Unix seconds, depending on the edge. */
export const Moment = z.union([z.number(), z.string()]).transform((value, context) => {
  const text = typeof value === 'string' ? value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : '';
  const moment = typeof value === 'number' ? new Date(value * 1000) : new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  context.addIssue('not a moment');
  return z.NEVER;
});
export const From = z.object({ id: Id, name: z.string().default('') });

const Comment = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().default(''),
  created_time: Moment,
  parent: z.object({ id: Id }).nullish(),
  is_hidden: z.boolean().default(false),
  permalink_url: z.string().nullish(),
  attachment: z.unknown().optional(),
});
export type Comment = z.infer<typeof Comment>;

/** A page of an edge: there are more when `next` is there, and `after` leads to them. */
export interface Listing<Node> {
  readonly data: readonly Node[];
  readonly paging?: { cursors?: { after?: string | undefined } | undefined; next?: string | undefined } | undefined;
}
const listOf = <Node extends z.ZodType>(node: Node) =>
  z.object({
    data: z.array(node),
    paging: z
      .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
      .optional(),
  });

/** A node that had not its shape: what it is called, where that much could be read. */
export class Unreadable {
  readonly id: string | null;
  constructor(id: string | null) {
    this.id = id;
  }
}

/** As `listOf`, but one node that cannot be read does not take the others with it. */
const readableListOf = <Node extends z.ZodType>(node: Node) =>
  listOf(
    z.unknown().transform((value): z.output<Node> | Unreadable => {
      const read = node.safeParse(value);
      return read.success ? read.data : new Unreadable(Written.safeParse(value).data?.id ?? null);
    }),
  );

export const Written = z.object({ id: Id });
export const CommentList = readableListOf(Comment);

const Post = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().optional(),
  created_time: Moment,
  permalink_url: z.string().nullish(),
  is_hidden: z.boolean().default(false),
  full_picture: z.string().nullish(),
  status_type: z.string().nullish(),
  comments: CommentList.optional(),
});
export type Post = z.infer<typeof Post>;
export const PostList = readableListOf(Post);

export const Success = z.object({ success: z.literal(true) });
export const Visibility = z.object({ id: Id, is_hidden: z.boolean() });
export const Reply = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().default(''),
  created_time: Moment,
  parent: z.object({ id: Id }).nullish(),
  object: z.object({ id: Id }).nullish(),
});
export type Reply = z.infer<typeof Reply>;
export const Target = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().default(''),
  parent: z.object({ id: Id }).nullish(),
});
export const ReplyList = listOf(Reply);

export const COMMENT_FIELDS = 'id,from,message,created_time,parent{id},is_hidden,permalink_url,attachment';
export const POST_FIELDS =
  'id,from,message,created_time,permalink_url,is_hidden,full_picture,status_type,' +
  `comments.filter(stream).order(chronological).limit(${COMMENTS_WITH_POST}){${COMMENT_FIELDS}}`;
export const REPLY_FIELDS = 'id,from,message,created_time,parent{id},object{id}';
export const IN_STREAM = { filter: 'stream', order: 'chronological' };

/** What a Graph call came to. `unclear`: neither its answer nor its refusal, and `sent` unless no connection was made. */
export type GraphAnswer =
  | { readonly kind: 'answer'; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly error: GraphError; readonly status: number; readonly headers: Headers }
  | { readonly kind: 'unclear'; readonly sent: boolean; readonly code: string };

export type Graph = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  parameters?: Readonly<Record<string, string>>,
) => Promise<GraphAnswer>;

/** The Graph API as one Page sees it: the token goes in a header, with the proof that the caller owns the app's secret. */
export function graphOf(account: ConnectedAccount, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Graph {
  const { pageToken = '', appSecret = '' } = account.credentials;
  const proof = createHmac('sha256', appSecret).update(pageToken).digest('hex');
  return async (method, path, parameters = {}) => {
    // An id of dots would climb to another address, however it is encoded.
    if (/(^|\/)\.{1,2}(\/|$)/.test(path)) return { kind: 'unclear', sent: false, code: 'malformed-id' };
    const form = new URLSearchParams({ ...parameters, appsecret_proof: proof });
    const address = `${account.baseUrl}/${GRAPH_VERSION}/${path}`;
    const headers = { authorization: `Bearer ${pageToken}`, accept: 'application/json' };
    const answer = await exchange(
      method === 'POST'
        ? {
            method,
            url: address,
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
            body: `${form}`,
          }
        : { method, url: `${address}?${form}`, headers },
      timeoutMilliseconds,
    );
    if (!answer.answered) return { kind: 'unclear', sent: answer.sent, code: answer.reason };
    const body = parsed(answer.body);
    const refused = GraphErrorBody.safeParse(body);
    if (refused.success) {
      return { kind: 'refused', error: refused.data.error, status: answer.status, headers: answer.headers };
    }
    if (answer.status >= 200 && answer.status < 300 && body !== undefined) {
      return { kind: 'answer', body, headers: answer.headers };
    }
    return { kind: 'unclear', sent: true, code: `http-${answer.status}` };
  };
}

function parsed(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

/** Two names of one comment: Meta gives it as `post_comment` or as `comment` alone, depending on the edge. */
export const sameComment = (one: string, other: string): boolean => lastPart(one) === lastPart(other);
const lastPart = (id: string): string => id.slice(id.lastIndexOf('_') + 1);

/** Whose page was read, and when: in Facebook's own time. */
export interface Reading {
  readonly pageId: string;
  readonly seenAt: Date;
}

/** A comment as it is now; an edited one looks the same, with its new text. */
export function commentEvent(comment: Comment, post: Post, { pageId, seenAt }: Reading): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: comment.id,
    kind: comment.parent ? 'reply' : 'comment',
    text: comment.message,
    author: comment.from ? { externalId: comment.from.id, name: comment.from.name } : null,
    at: comment.created_time,
    permalink: comment.permalink_url ?? null,
    post: { externalId: post.id, text: post.message ?? null },
    parentExternalId: comment.parent?.id ?? null,
    own: comment.from?.id === pageId,
    hasMedia: comment.attachment !== undefined && comment.attachment !== null,
  };
}

/** A post that a visitor wrote on the Page. */
export function visitorPostEvent(post: Post, { seenAt }: Reading): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: post.id,
    kind: 'visitor-post',
    text: post.message ?? '',
    author: post.from ? { externalId: post.from.id, name: post.from.name } : null,
    at: post.created_time,
    permalink: post.permalink_url ?? null,
    post: null,
    parentExternalId: null,
    own: false,
    hasMedia: Boolean(post.full_picture) || /photo|video/.test(post.status_type ?? ''),
  };
}
