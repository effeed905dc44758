// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemKind } from '#policy';

export type AttachedKind = 'image' | 'video' | 'audio' | 'other';

/** Something besides words that came with an item, as the network's own interface tells of it now. */
export interface Attached {
  readonly kind: AttachedKind;
  /** Of its bytes, or of the still picture that stands for a video; null: the interface gives none. Told by the network alone. */
  readonly url: string | null;
  /** The alternative text that its author wrote; null where the network tells none. */
  readonly alt: string | null;
}

/** The item that it came with. */
export interface AttachedTo {
  readonly externalId: string;
  readonly kind: ItemKind;
  /** Of a private message. */
  readonly conversation: string | null;
}
