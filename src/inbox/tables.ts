// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemKind, NetworkName } from '#channels';

/** `held`: the network waits for the account's approval before showing it. */
export type Visibility = 'visible' | 'held' | 'hidden' | 'deleted';

export type InboxTables = {
  author: { id: string; body: string; network: NetworkName; external_id: string; name: string };
  item: {
    id: string;
    body: string;
    account_id: string;
    network: NetworkName;
    external_id: string;
    kind: ItemKind;
    author_id: string | null;
    post_external_id: string | null;
    post_text: string | null;
    parent_external_id: string | null;
    permalink: string | null;
    /** Of a private message: its conversation. */
    conversation: string | null;
    own: boolean;
    has_media: boolean;
    version: number;
    visibility: Visibility;
    written_at: Date;
    received_at: Date;
    text_at: Date;
    state_at: Date;
    seen_at: Date | null;
    /** Since when the oldest words still held of it were here; null: none are. */
    kept_since: Date | null;
    /** When the words of its latest version had to go; null: they are here. */
    purged_at: Date | null;
  };
  item_version: {
    item_id: string;
    body: string;
    version: number;
    /** Empty where it had to go. */
    text: string;
    at: Date;
    digest: string | null;
    kept_since: Date;
    purged_at: Date | null;
  };
};
