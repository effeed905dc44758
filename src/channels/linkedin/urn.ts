// SPDX-License-Identifier: AGPL-3.0-or-later

/** Rest.li takes commas and parentheses for its own syntax: in a value each of them must be escaped. */
export const encoded = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `urn:li:comment:(urn:li:activity:8,7)`: the comment 7 on the activity 8. */
export interface CommentName {
  readonly object: string;
  readonly id: string;
}

const COMMENT = /^urn:li:comment:\((urn:li:[A-Za-z]+:[\w-]+),([\w-]+)\)$/;

/** Null where it is not the name of a comment. */
export function commentNameOf(urn: string): CommentName | null {
  const [, object, id] = COMMENT.exec(urn) ?? [];
  return object === undefined || id === undefined ? null : { object, id };
}

export const commentUrn = ({ object, id }: CommentName): string => `urn:li:comment:(${object},${id})`;

/** Where one comment is read and deleted. */
export const commentPath = ({ object, id }: CommentName): string =>
  `socialActions/${encoded(object)}/comments/${encoded(id)}`;

export const postPermalink = (urn: string): string => `https://www.linkedin.com/feed/update/${urn}`;

/** The page of a post, opened at one of its comments. */
export const commentPermalink = (post: string, comment: string): string =>
  `${postPermalink(post)}?commentUrn=${encodeURIComponent(comment)}`;
