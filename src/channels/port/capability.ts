// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What a network may offer, in the order of the matrix that `portavoce networks` prints. `hide` and `unhide`, `ban` and its end,
 * are told apart only where one is possible without the other.
 */
export const CAPABILITIES = [
  'publish-text',
  'publish-image',
  'publish-video',
  'publish-link',
  'schedule',
  'edit-post',
  'remove-post',
  'read-comments',
  'read-mentions',
  'read-visitor-posts',
  'reply',
  'hide',
  'unhide',
  'remove',
  'close-comments',
  'restrict-comments',
  'hold',
  'ban',
  'report',
  'read-messages',
  'answer-message',
  'insights',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/**
 * How a network offers it. `limited`: there is a way, with a serious limit that `effect` tells. `by-hand`: no interface
 * exists, the desk makes a task for a person. `none`: it cannot be done there at all, by anybody.
 */
export interface CapabilityState {
  readonly how: 'api' | 'limited' | 'by-hand' | 'none';
  /** The network also tells of it by itself, by webhook. */
  readonly pushed?: true;
  /** What will really happen there, or why it is limited: one Italian sentence, shown to the moderator. */
  readonly effect: string;
  /** The same of `hide` and `ban`, said to whoever it falls on; absent where nothing is to be added. */
  readonly toAuthor?: string;
  /** False where the act cannot be taken back: the desk asks twice. */
  readonly undoable: boolean;
}
