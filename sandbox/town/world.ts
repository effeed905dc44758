// SPDX-License-Identifier: AGPL-3.0-or-later
import type {
  Account,
  Author,
  Change,
  Commenting,
  Entry,
  Link,
  Measure,
  Media,
  Message,
  Report,
  Token,
  TokenEnd,
  WriteCall,
  Writing,
} from './writing.ts';

export interface NewWriting {
  readonly account: string;
  readonly kind: Writing['kind'];
  /** The post commented on; a comment has one, the others none. */
  readonly post?: string;
  readonly parent?: string | null;
  readonly from: Author | null;
  readonly text: string;
  readonly at: Date;
  readonly title?: string;
  readonly link?: Link;
  readonly media?: readonly Media[];
  /** Of a post; absent: open. */
  readonly commenting?: Commenting;
  readonly held?: boolean;
  readonly hidden?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Where the caller of the network chooses it; absent: drawn as the network's ids are. */
  readonly id?: string;
  /** The scenario's own name for it. */
  readonly key?: string;
}

export interface NewMessage {
  readonly account: string;
  readonly person: Author;
  readonly own: boolean;
  readonly text: string;
  readonly at: Date;
  readonly media?: readonly Media[];
  readonly id?: string;
  readonly key?: string;
}

export interface NewToken {
  readonly account: string;
  readonly kind: Token['kind'];
  readonly endsAt: Date | null;
  /** Absent: drawn. */
  readonly value?: string;
  /** Absent: a family of its own. */
  readonly family?: string;
}

/** One network's side of the simulated world. What changes it is written to its journal before it is seen. */
export interface World {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly writings: ReadonlyMap<string, Writing>;
  readonly messages: ReadonlyMap<string, Message>;
  readonly reports: readonly Report[];
  readonly tokens: ReadonlyMap<string, Token>;
  readonly calls: readonly WriteCall[];
  webhook(): string | null;
  secrets(): Readonly<Record<string, string>>;
  /** Grows with every change that somebody could look at. */
  changes(): number;
  /** The id that a scenario's thing was given, by `<body>/<name>`. */
  idOf(key: string): string | undefined;

  /** The account as who writes. */
  self(account: string): Author;
  isOwn(writing: Writing): boolean;
  /** The citizen of that name: the same person each time. An account's own name is the account. */
  authorNamed(name: string): Author;
  authorOf(id: string): Author | undefined;
  /** Who has that name already; nobody is made by asking. */
  personNamed(name: string): Author | undefined;

  addAccount(account: Account): void;
  write(writing: NewWriting): Writing;
  edit(id: string, changed: { text: string; title?: string; at: Date }): void;
  set(id: string, state: 'deleted' | 'hidden' | 'shown' | 'held' | 'approved' | 'liked'): void;
  setCommenting(post: string, commenting: Commenting): void;
  /** Adds to what only this network knows of a writing. */
  note(id: string, facts: Readonly<Record<string, unknown>>): void;
  sendMessage(message: NewMessage): Message;
  ban(account: string, author: Author): void;
  unban(account: string, author: Author): void;
  isBanned(account: string, author: string): boolean;
  bannedBy(account: string): Author[];
  report(report: Omit<Report, 'id' | 'at'> & { at: Date }): Report;

  addToken(token: NewToken): Token;
  endToken(value: string, why: TokenEnd): void;
  /** Half-made publications and whatever else the network keeps; null forgets it. */
  setOwn(key: string, value: unknown): void;
  own(key: string): unknown;
  ownKeys(prefix: string): string[];
  /** Counts what happened to a writing or to an account. */
  count(id: string, measure: Measure, by: number): void;
  counted(id: string, measure: Measure): number;
  /** Units of the day's allowance; the network says which day it is. */
  spend(day: string, units: number): void;
  spent(day: string): number;
  /** A number that nothing else here has; it is kept with the next thing that is written. */
  draw(): bigint;

  recordCall(call: WriteCall): void;
  setWebhook(url: string | null): void;
  setSecrets(secrets: Readonly<Record<string, string>>): void;
  /** Told of each change as it happens; not of what the journal brings back. The answer stops it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Neither deleted nor under something deleted. */
  exists(id: string): boolean;
  /** Oldest first, deleted ones included. */
  commentsOn(post: string): Writing[];
  /** Newest first, deleted ones included; absent kinds: posts and visitor posts. */
  postsOn(account: string, kinds?: readonly Writing['kind'][]): Writing[];
  /** Oldest first. */
  conversation(id: string): Message[];
  conversationsOf(account: string): { readonly id: string; readonly person: Author; readonly last: Message }[];

  /** The whole journal so far, and another one in its place. */
  entries(): readonly Entry[];
  replace(entries: readonly Entry[]): void;
}
