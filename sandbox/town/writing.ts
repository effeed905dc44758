// SPDX-License-Identifier: AGPL-3.0-or-later

// What a simulated network holds. Ids and moments are strings; moments are ISO 8601 in UTC.

/** An official presence of a body on this network. */
export interface Account {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** The slug of the body whose scenario it is. */
  readonly body: string;
  /** As the scenario gave them, by the names that an account's configuration uses. */
  readonly credentials: Readonly<Record<string, string>>;
}

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export interface Media {
  readonly type: 'image' | 'video';
  /** Null: the file lives only in the imagination. */
  readonly url: string | null;
  readonly alt: string | null;
}

export interface Link {
  readonly url: string;
  readonly title: string;
  readonly description: string;
}

/** Who may comment a post: `held` lets everybody write and shows nothing before the account approves it. */
export type Commenting = 'open' | 'held' | 'restricted' | 'closed';

/** A post, ours or a visitor's, a comment (a reply is one with a parent), or a mention of us written elsewhere. */
export interface Writing {
  readonly id: string;
  readonly kind: 'post' | 'visitor-post' | 'comment' | 'mention';
  /** The account it concerns. */
  readonly account: string;
  /** The thread it belongs to; its own id when it is no comment. */
  readonly post: string;
  readonly parent: string | null;
  /** Null: the network does not say who. */
  readonly from: Author | null;
  readonly at: string;
  readonly text: string;
  readonly title: string | null;
  readonly link: Link | null;
  readonly media: readonly Media[];
  readonly commenting: Commenting;
  readonly hidden: boolean;
  /** Waits for the account's approval: only its author and the account see it. */
  readonly held: boolean;
  readonly deleted: boolean;
  /** When it was last edited. */
  readonly edited: string | null;
  readonly likes: number;
  /** What only this network knows of it. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Message {
  readonly id: string;
  readonly account: string;
  readonly conversation: string;
  /** The person outside, whoever of the two wrote. */
  readonly person: Author;
  /** True: the account wrote it. */
  readonly own: boolean;
  readonly at: string;
  readonly text: string;
  readonly media: readonly Media[];
}

export interface Report {
  readonly id: string;
  readonly account: string;
  /** The id of a writing or of an author. */
  readonly target: string;
  readonly reason: string;
  readonly text: string;
  readonly at: string;
}

/** Why a token no longer opens anything; running out is told by `endsAt` alone. */
export type TokenEnd = 'used' | 'revoked' | 'expired' | 'password-changed' | 'role-lost';

export interface Token {
  readonly value: string;
  readonly account: string;
  readonly kind: 'access' | 'refresh';
  readonly endsAt: string | null;
  readonly ended: TokenEnd | null;
  /** Those that came from one signing in share it. */
  readonly family: string;
}

/** A call that asked to change something, as it was received and what came of it. */
export interface WriteCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Of the query and of a form; a JSON body is in `sent`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly sent: unknown;
  /** What the caller was answered: an HTTP status, or that no answer was given. */
  readonly answered: number | 'hang' | 'break';
  /** Whether the world changed. */
  readonly effect: boolean;
}

export type Measure = 'views' | 'shares' | 'clicks' | 'followers';

/** What is told to whoever listens: webhooks and stories. */
export type Change =
  | {
      readonly type:
        | 'written'
        | 'edited'
        | 'deleted'
        | 'hidden'
        | 'shown'
        | 'held'
        | 'approved'
        | 'liked'
        | 'commenting';
      readonly writing: Writing;
    }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'banned' | 'unbanned'; readonly account: string; readonly author: Author }
  | { readonly type: 'token-ended'; readonly token: Token };

/** One line of a world's journal. */
export type Entry = (
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'secrets'; readonly secrets: Readonly<Record<string, string>> }
  | { readonly type: 'author'; readonly author: Author }
  | { readonly type: 'written'; readonly writing: Writing; readonly key?: string }
  | {
      readonly type: 'edited';
      readonly id: string;
      readonly text: string;
      readonly title?: string;
      readonly at: string;
    }
  | { readonly type: 'deleted' | 'hidden' | 'shown' | 'held' | 'approved' | 'liked'; readonly id: string }
  | { readonly type: 'commenting'; readonly id: string; readonly commenting: Commenting }
  | { readonly type: 'facts'; readonly id: string; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly type: 'message'; readonly message: Message; readonly key?: string }
  | { readonly type: 'banned' | 'unbanned'; readonly account: string; readonly author: Author }
  | { readonly type: 'reported'; readonly report: Report }
  | { readonly type: 'counted'; readonly id: string; readonly measure: Measure; readonly by: number }
  | { readonly type: 'spent'; readonly day: string; readonly units: number }
  | { readonly type: 'token'; readonly token: Token }
  | { readonly type: 'token-ended'; readonly value: string; readonly why: TokenEnd }
  | { readonly type: 'own'; readonly key: string; readonly value: unknown }
  | { readonly type: 'call'; readonly call: WriteCall }
  | { readonly type: 'webhook'; readonly url: string | null }
) & {
  /** How many numbers had been drawn by then. */
  readonly drawn?: number;
};
