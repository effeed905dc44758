// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault } from '../port.ts';
import { type Acting, type Purpose, read } from './api.ts';
import { fault, unclear } from './errors.ts';
import { PAGE_SIZE, REPLY_PAGES } from './limits.ts';
import { type Comment, CommentList, type Listed, type Thread, ThreadList, Unreadable } from './wire.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly unreadable: readonly Unreadable[];
  readonly next: string | undefined;
}

/** Whose threads: of the whole channel, or of one video. */
export type Of = { readonly channel: string } | { readonly video: string };

const VIDEO_ID = /^[\w-]{11}$/;
/** Comments and channels have longer names. */
export const isVideo = (id: string): boolean => VIDEO_ID.test(id);

/** The channel's own posts are commented on too, and have no list by themselves. */
export const threadsOf = (under: string | null | undefined, { account }: Acting): Of =>
  under && isVideo(under) ? { video: under } : { channel: account.externalId };

/** One page of threads, newest first. INVARIANT: the state is always named, what is held is not among those listed by default. */
export async function threadsPage(
  acting: Acting,
  asking: { readonly of: Of; readonly status: Listed; readonly token?: string | undefined; readonly purpose: Purpose },
): Promise<Page<Thread>> {
  const { of, status, token, purpose } = asking;
  const page = await read(acting, {
    shape: ThreadList,
    purpose,
    send: (api) =>
      api.commentThreads.list({
        part: ['snippet', 'replies'],
        ...('channel' in of ? { allThreadsRelatedToChannelId: of.channel } : { videoId: of.video }),
        moderationStatus: status,
        order: 'time',
        // The other format would turn signs into HTML entities.
        textFormat: 'plainText',
        maxResults: PAGE_SIZE,
        ...(token === undefined ? {} : { pageToken: token }),
      }),
  });
  return sifted(page);
}

/** The replies under a comment, to the end or as far as so many pages; `whole` tells which. */
export async function repliesUnder(
  acting: Acting,
  parent: string,
  { purpose, pages = REPLY_PAGES }: { readonly purpose: Purpose; readonly pages?: number },
): Promise<{
  readonly replies: readonly Comment[];
  readonly unreadable: readonly Unreadable[];
  readonly whole: boolean;
}> {
  const replies: Comment[] = [];
  const unreadable: Unreadable[] = [];
  let token: string | undefined;
  for (let count = 0; count < pages; count++) {
    const asked: string | undefined = token;
    const page = await readPage(acting, { parent, token: asked, purpose });
    replies.push(...page.items);
    unreadable.push(...page.unreadable);
    if (page.next === undefined) return { replies, unreadable, whole: true };
    if (page.next === asked) throw fault(unclear('paging-loop'));
    token = page.next;
  }
  return { replies, unreadable, whole: false };
}

async function readPage(
  acting: Acting,
  { parent, token, purpose }: { parent: string; token: string | undefined; purpose: Purpose },
): Promise<Page<Comment>> {
  const page = await read(acting, {
    shape: CommentList,
    purpose,
    send: (api) =>
      api.comments.list({
        part: ['snippet'],
        parentId: parent,
        textFormat: 'plainText',
        maxResults: PAGE_SIZE,
        ...(token === undefined ? {} : { pageToken: token }),
      }),
  });
  return sifted(page);
}

/** Comments by their ids, whatever state they are in; those deleted are not among them, and the state is not told. */
export async function commentsById(
  acting: Acting,
  ids: readonly string[],
  purpose: Purpose,
): Promise<{ readonly comments: readonly Comment[]; readonly unreadable: readonly Unreadable[] }> {
  const page = await read(acting, {
    shape: CommentList,
    purpose,
    send: (api) => api.comments.list({ part: ['snippet'], id: [...ids], textFormat: 'plainText' }),
  });
  const { items, unreadable } = sifted(page);
  return { comments: items, unreadable };
}

/** The thread of a comment, to know whether it may be answered; null: there is none. */
export async function threadOf(acting: Acting, top: string, purpose: Purpose): Promise<Thread | null> {
  const page = await read(acting, {
    shape: ThreadList,
    purpose,
    send: (api) => api.commentThreads.list({ part: ['snippet'], id: [top], textFormat: 'plainText' }),
  });
  return sifted(page).items[0] ?? null;
}

function sifted<Item>(page: {
  readonly items: readonly (Item | Unreadable)[];
  readonly nextPageToken?: string | undefined;
}): Page<Item> {
  return {
    items: page.items.filter((item): item is Item => !(item instanceof Unreadable)),
    unreadable: page.items.filter((item): item is Unreadable => item instanceof Unreadable),
    next: page.nextPageToken,
  };
}

/** What an id that no longer exists is answered with, where that is an error and not an empty list. */
export const isGone = (cause: unknown): boolean => cause instanceof ChannelFault && cause.error.kind === 'not-found';
