// SPDX-License-Identifier: AGPL-3.0-or-later

/** The networks that the policies name, the open ones, and `other` for any place followed by hand. */
export const NETWORKS = [
  'facebook',
  'instagram',
  'threads',
  'x',
  'linkedin',
  'youtube',
  'tiktok',
  'bluesky',
  'mastodon',
  'other',
] as const;
export type NetworkName = (typeof NETWORKS)[number];

export const ITEM_KINDS = ['comment', 'visitor-post', 'mention', 'message', 'reply'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Who wrote it, as far as a person has said so: nobody's age or employer is guessed. */
export const AUTHOR_KINDS = ['citizen', 'staff', 'minor'] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

/** What a policy may know of an item. Facts only: no database, no clock. */
export interface ItemFacts {
  readonly channel: NetworkName;
  readonly kind: ItemKind;
  readonly text: string;
  /** When it was written, as the network says. */
  readonly at: Date;
  /** True when a photo, a video or another attachment came with it, which nobody here can read. */
  readonly hasMedia?: boolean;
  /** True when the words are plainly in another language than Italian, which triage does not read. */
  readonly otherLanguage?: boolean;
  /** Absent: a citizen. */
  readonly author?: AuthorKind;
  /** The post it answers, where known. */
  readonly post?: { readonly text: string };
}
