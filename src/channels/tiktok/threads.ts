// SPDX-License-Identifier: AGPL-3.0-or-later
import { dateOf } from '../core/call.ts';
import { type Acting, read } from './api.ts';
import { CALLS_AT_ONCE, COMMENTS_AT_ONCE, SORTED_COMMENTS } from './limits.ts';
import { type Comment, CommentPage, Unreadable } from './wire.ts';

/** Where to go on in a thread: the page, and the comments of it whose answers were read already. */
export interface Place {
  readonly at: number;
  readonly answered: readonly string[];
}

/** What was read of a thread. `next`: where to go on, because the calls of this pull were spent; null: nothing more to read. */
export interface ThreadRead {
  readonly comments: readonly Comment[];
  readonly unreadable: readonly Unreadable[];
  readonly next: Place | null;
  /** Read from end to end: what is not in it is not there. */
  readonly whole: boolean;
}

export interface ThreadAsked {
  readonly video: string;
  /** Null: at the newest comment. */
  readonly from: Place | null;
  /** Reading stops at comments older than this; null: at the end. */
  readonly until: Date | null;
}

/** Reads threads for one pull, within the calls that TikTok allows a minute. */
export interface ThreadReader {
  thread(asked: ThreadAsked): Promise<ThreadRead>;
  isSpent(): boolean;
}

export function threadReader(acting: Acting, onDate: (date: Date | null) => void): ThreadReader {
  const left = { comments: CALLS_AT_ONCE, replies: CALLS_AT_ONCE };

  const page = async (path: string, query: Readonly<Record<string, string>>): Promise<CommentPage | null> => {
    const whole = { business_id: acting.account.externalId, ...ORDER, ...query };
    const asked = { method: 'GET', path, query: whole } as const;
    const came = await read(acting.business, CommentPage, { asked, now: acting.now });
    if (came === 'gone') return null;
    onDate(dateOf(came.headers));
    return came.found;
  };

  /** All of them, whatever is left of the calls: a comment is never half answered. */
  const repliesTo = async (video: string, comment: string): Promise<readonly (Comment | Unreadable)[]> => {
    const found: (Comment | Unreadable)[] = [];
    let cursor = 0;
    for (let calls = 0; calls < MOST_REPLY_CALLS; calls++) {
      left.replies -= 1;
      const asked = { video_id: video, comment_id: comment, cursor: `${cursor}` };
      const came = await page('business/comment/reply/list/', asked);
      if (came === null) return found;
      found.push(...came.comments);
      // A short page is not the last one: only TikTok's word is.
      if (!came.has_more || came.cursor <= cursor) return found;
      cursor = came.cursor;
    }
    return found;
  };

  /** Answers to the comments of a page; those already read, when the calls are spent before the others. */
  const answers = async (video: string, comments: readonly Comment[], { found, answered }: Answering) => {
    for (const comment of comments) {
      const { comment_id: id, reply_list: inline } = comment;
      found.take(inline.map((reply) => (reply instanceof Unreadable ? reply : under(reply, comment))));
      if (comment.replies <= inline.length || answered.has(id)) continue;
      if (left.replies <= 0) return [...answered];
      found.take(await repliesTo(video, id));
      answered.add(id);
    }
    return null;
  };

  return {
    isSpent: () => left.comments <= 0 || left.replies <= 0,
    async thread({ video, from, until }) {
      const found = new Gathered();
      let place: Place = from ?? START;
      for (;;) {
        const stopped = (answered: readonly string[]): ThreadRead => ({
          ...found.all(),
          next: { at: place.at, answered },
          whole: false,
        });
        if (left.comments-- <= 0) return stopped(place.answered);
        const asked = { video_id: video, include_replies: 'true', cursor: `${place.at}` };
        const came = await page('business/comment/list/', asked);
        if (came === null) return { ...found.all(), next: null, whole: from === null };
        const readable = found.take(came.comments);
        const unanswered = await answers(video, readable, { found, answered: new Set(place.answered) });
        if (unanswered !== null) return stopped(unanswered);
        if (!came.has_more || came.cursor <= place.at) {
          // Beyond its sorted part TikTok repeats some comments and may leave out others.
          const isWhole = from === null && !came.has_more && found.size() <= SORTED_COMMENTS;
          return { ...found.all(), next: null, whole: isWhole };
        }
        place = { at: came.cursor, answered: [] };
        if (until !== null && isBefore(readable, until)) return { ...found.all(), next: null, whole: false };
      }
    },
  };
}

const START: Place = { at: 0, answered: [] };
/** A comment with more answers than these pages hold is read by notices only. */
const MOST_REPLY_CALLS = 30;

interface Answering {
  readonly found: Gathered;
  readonly answered: Set<string>;
}

const isBefore = (comments: readonly Comment[], moment: Date): boolean =>
  comments.some(({ create_time: at }) => at.getTime() < moment.getTime());

/** INVARIANT: always sorted; without an order each page is drawn at random. */
const ORDER = {
  status: 'ALL',
  sort_field: 'create_time',
  sort_order: 'desc',
  max_count: `${COMMENTS_AT_ONCE}`,
};

/** Answers that come along with their comment may not repeat whose they are. */
const under = (reply: Omit<Comment, 'reply_list'>, above: Comment): Comment => ({
  ...reply,
  parent_comment_id: reply.parent_comment_id ?? above.comment_id,
  reply_list: [],
});

/** Comments by their id: TikTok gives some twice. */
class Gathered {
  readonly #comments = new Map<string, Comment>();
  readonly #aside = new Map<string | Unreadable, Unreadable>();

  /** Gives back what can be read. */
  take(found: readonly (Comment | Unreadable)[]): readonly Comment[] {
    const readable: Comment[] = [];
    for (const one of found) {
      if (one instanceof Unreadable) this.#aside.set(one.id ?? one, one);
      else readable.push(one);
    }
    for (const comment of readable) this.#comments.set(comment.comment_id, comment);
    return readable;
  }
  size(): number {
    return this.#comments.size;
  }
  all() {
    return { comments: [...this.#comments.values()], unreadable: [...this.#aside.values()] };
  }
}
