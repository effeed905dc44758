// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, Media, NetworkAdapter, WebhookDelivery } from '#channels';

/** A post of ours as the public sees it. */
export interface PublicPost {
  readonly id: string;
  readonly text: string;
  readonly media: readonly { readonly kind: 'image' | 'video'; readonly alt: string }[];
  readonly link: string | null;
}

/**
 * The network's side of the suite: what citizens do there, what they see, and how to make things go wrong. What a network
 * does not have is absent.
 */
export interface World {
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  /** A post (a video) of ours that can be commented on. */
  readonly post: string;
  /** A picture and a video that can be fetched from where they say. */
  readonly media: Readonly<Record<'image' | 'video', Media>>;
  citizenWrites(text: string, parent?: string): Promise<string>;
  readonly citizenEdits?: (id: string, text: string) => Promise<void>;
  citizenDeletes(id: string): Promise<void>;
  /** Elsewhere on the network, naming the account. */
  readonly citizenMentions?: (text: string) => Promise<string>;
  /** Privately, to the account; always the same person. */
  readonly citizenMessages?: (text: string) => Promise<string>;
  /** The author of something a citizen wrote, as the network calls him. */
  authorOf(id: string): Promise<string>;
  /** What the public sees. */
  publicSees(id: string): Promise<'shown' | 'hidden' | 'held' | 'nothing'>;
  /** Texts of our own replies under an item. */
  ourReplies(id: string): Promise<readonly string[]>;
  /** Texts of our own answers to a private message. */
  readonly ourAnswers?: (message: string) => Promise<readonly string[]>;
  /** Newest first. */
  ourPosts(): Promise<readonly PublicPost[]>;
  commentsAreOpen(post: string): Promise<boolean>;
  isBanned(author: string): Promise<boolean>;
  /** As a person does where no interface lifts a ban. */
  liftBan(author: string): Promise<void>;
  /** Ids of what was reported. */
  readonly reported?: () => Promise<readonly string[]>;
  /** The network holds the next comment for our approval. */
  readonly holdsNext?: () => Promise<void>;
  /** Lets time pass on the network. */
  passHours(hours: number): Promise<void>;
  /** Makes the next write happen, or not, and its answer get lost. */
  loseNextAnswer(when: 'before-effect' | 'after-effect'): Promise<void>;
  /** Makes the next write be answered as done without being done; absent where that cannot be simulated. */
  readonly fakeNextSuccess?: () => Promise<void>;
  /** Makes the next read be refused for having asked too much. */
  limitNextRead(): Promise<void>;
  /** From now on, and until `reviveToken`, the network says that the token has expired. */
  killToken(): Promise<void>;
  reviveToken(): Promise<void>;
  /** What the network pushed so far, as it was sent; absent where it pushes nothing about comments. */
  readonly pushed?: () => Promise<readonly WebhookDelivery[]>;
  close(): Promise<void>;
}

export type Opened = () => World;
