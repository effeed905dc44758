// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '../contract.ts';
import type { Capability } from './capability.ts';
import type { ChannelError } from './fault.ts';

/** A picture or video of a post. `url` is a public address that the network, or the adapter, can fetch it from. */
export interface Media {
  readonly kind: 'image' | 'video';
  readonly url: string;
  /** Media type: `image/jpeg`. */
  readonly type: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
}

/** Something to publish on one account. */
export interface Post {
  readonly text: string;
  /** Of a video, where the network wants one. */
  readonly title?: string;
  readonly link?: { readonly url: string; readonly title: string; readonly description: string };
  readonly media: readonly Media[];
  /** Who may comment, where the network lets one choose at publication (`restrict-comments`, `hold`). Absent: everybody. */
  readonly comments?: 'nobody' | 'after-approval';
}

interface Ordered {
  /** Stable across repetitions of the same command. */
  readonly key: string;
}

/** An act on something written by somebody: `target` is its id, `post` the post that it hangs under. */
interface OnItem extends Ordered {
  readonly target: string;
  readonly post: string | null;
}

/** When it was first sent: at reading back, something older of ours with the same text is another act. */
interface Dated {
  readonly since?: Date;
}

/** A write to the network. */
export type Command =
  /** `approve` lets out what the network holds for the account's approval. */
  | (OnItem & { readonly type: 'hide' | 'unhide' | 'remove' | 'approve' })
  | (OnItem & Dated & { readonly type: 'reply'; readonly text: string })
  | (OnItem & {
      readonly type: 'report';
      readonly reason: 'spam' | 'violation' | 'misleading' | 'sexual' | 'rude' | 'other';
      readonly text: string;
    })
  /** An answer to the private message `target`; `post` is its conversation, `writtenAt` the time of the person's last message. */
  | (OnItem & Dated & { readonly type: 'answer-message'; readonly text: string; readonly writtenAt: Date })
  /** `target` is the author's id; `post` the item for which, where the network bans through it. */
  | (OnItem & { readonly type: 'ban' | 'unban' })
  | (Ordered & Dated & { readonly type: 'publish'; readonly content: Post })
  | (Ordered & { readonly type: 'edit-post'; readonly target: string; readonly text: string })
  | (Ordered & { readonly type: 'remove-post' | 'close-comments' | 'open-comments'; readonly target: string });

/** Which capability a command needs. */
export const CAPABILITY_OF: Readonly<Record<Exclude<CommandType, 'publish'>, Capability>> = {
  hide: 'hide',
  unhide: 'unhide',
  remove: 'remove',
  approve: 'hold',
  reply: 'reply',
  report: 'report',
  'answer-message': 'answer-message',
  ban: 'ban',
  unban: 'ban',
  'edit-post': 'edit-post',
  'remove-post': 'remove-post',
  'close-comments': 'close-comments',
  'open-comments': 'close-comments',
};

/** Of a post: the most demanding of what it holds. */
export function capabilityOf(command: Command): Capability {
  if (command.type !== 'publish') return CAPABILITY_OF[command.type];
  const { media, link } = command.content;
  if (media.some(({ kind }) => kind === 'video')) return 'publish-video';
  if (media.length > 0) return 'publish-image';
  return link === undefined ? 'publish-text' : 'publish-link';
}

/**
 * What came of a write. `unknown`: it may or may not have happened; read back before repeating. `under-way`: a step of several
 * is done and nothing can be seen yet; `progress` is stored and given to the next call, after so many seconds.
 */
export type WriteOutcome =
  | { readonly state: 'accepted'; readonly externalId?: string; readonly permalink?: string }
  | { readonly state: 'under-way'; readonly progress: string; readonly waitSeconds: number }
  | { readonly state: 'refused'; readonly error: ChannelError }
  | { readonly state: 'unknown'; readonly error: ChannelError };

/**
 * What the network shows now, read back after a write. `pending`: cannot be told yet, ask again. `absent` right after a
 * broken answer may still be on its way: let half a minute pass and read again before repeating a reply.
 */
export type ReadBack =
  | { readonly state: 'confirmed'; readonly proof: Readonly<Record<string, unknown>> }
  | { readonly state: 'absent'; readonly proof: Readonly<Record<string, unknown>> }
  | { readonly state: 'pending'; readonly error?: ChannelError };
