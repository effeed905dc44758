// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a reader gets. */
export interface Content {
  readonly type: 'text/html; charset=utf-8' | 'application/json; charset=utf-8';
  readonly text: string;
  /** When it last changed; absent where nobody can tell, as of what goes by the clock. */
  readonly modified?: Date | undefined;
}

/**
 * A page that anybody may keep, and that is asked for again before it is shown: a policy that changed is never shown as it
 * was. Who has it already is told so.
 */
export function answerPublic(request: FastifyRequest, reply: FastifyReply, content: Content): FastifyReply {
  const tag = `"${createHash('sha256').update(content.text).digest('base64url').slice(0, 27)}"`;
  reply.header('cache-control', 'public, no-cache').header('etag', tag);
  if (content.modified !== undefined) reply.header('last-modified', content.modified.toUTCString());
  if (isKnown(request, tag, content.modified)) return reply.code(304).send();
  return reply.type(content.type).send(content.text);
}

/** A page for one reader. */
export const answerReserved = (reply: FastifyReply, { type, text }: Content): FastifyReply =>
  reply.header('cache-control', 'private, no-store').type(type).send(text);

/** By the tag where the reader sends one, else by the day: RFC 9110, 13.2.2. */
function isKnown({ headers }: FastifyRequest, tag: string, modified: Date | undefined): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags === '*' || tags.split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
