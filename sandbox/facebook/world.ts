// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Journal } from '../journal.ts';

export interface Page {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly token: string;
}

/** What the body's application and Facebook know of each other. */
export interface Secrets {
  /** Signs calls and notices. */
  readonly appSecret: string;
  /** Proves the application's address at the handshake. */
  readonly verifyToken: string;
}

export interface Author {
  readonly id: string;
  readonly name: string;
}

/** A post or a comment; ids look like Meta's, `page_number` and `post_number`. */
export interface Writing {
  readonly id: string;
  readonly kind: 'post' | 'comment';
  readonly page: string;
  /** The thread it belongs to; its own id for a post. */
  readonly post: string;
  readonly parent: string | null;
  /** Null: Facebook does not say who. */
  readonly from: Author | null;
  readonly at: string;
  readonly media: boolean;
  readonly text: string;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly edited: boolean;
}

/** A call that asked to change something, as it was received and what came of it. */
export interface WriteCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What the caller was answered: an HTTP status, or that no answer was given. */
  readonly answered: number | 'hang' | 'break';
  /** Whether the world changed. */
  readonly effect: boolean;
}

export type Entry =
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'secrets'; readonly secrets: Secrets }
  | { readonly type: 'written'; readonly writing: Writing; readonly key?: string }
  | { readonly type: 'edited'; readonly id: string; readonly text: string }
  | { readonly type: 'deleted' | 'hidden' | 'shown'; readonly id: string }
  | { readonly type: 'call'; readonly call: WriteCall }
  | { readonly type: 'webhook'; readonly url: string | null };

export interface NewWriting {
  readonly page: string;
  /** The post commented on; absent for a post. */
  readonly post?: string;
  readonly parent?: string | null;
  readonly from: Author | null;
  readonly text: string;
  readonly at: Date;
  readonly media?: boolean;
  /** The scenario's own name for it. */
  readonly key?: string;
}

export type Change = Exclude<Entry, { type: 'page' | 'secrets' | 'call' | 'webhook' }>;

export interface World {
  readonly pages: ReadonlyMap<string, Page>;
  readonly writings: ReadonlyMap<string, Writing>;
  readonly calls: readonly WriteCall[];
  webhook(): string | null;
  /** Null until they are drawn. */
  secrets(): Secrets | null;
  /** Grows with every change of a writing. */
  changes(): number;
  /** The id that a scenario's item was given. */
  idOf(key: string): string | undefined;
  authorNamed(name: string): Author;
  addPage(page: Page): void;
  write(writing: NewWriting): Writing;
  edit(id: string, text: string): void;
  set(id: string, state: 'deleted' | 'hidden' | 'shown'): void;
  recordCall(call: WriteCall): void;
  setWebhook(url: string | null): void;
  setSecrets(secrets: Secrets): void;
  /** Told of each change as it happens; not of what the journal brings back. */
  onChange(listener: (change: Change, writing: Writing) => void): void;
  /** Neither deleted nor under something deleted. */
  exists(id: string): boolean;
  /** Oldest first, deleted ones included. */
  commentsOn(post: string): Writing[];
  /** Newest first, deleted ones included. */
  postsOn(page: string): Writing[];
}

/** Replays the journal, then goes on from there: a restart finds what was hidden still hidden. */
export function openWorld(journal: Journal<Entry>): World {
  const pages = new Map<string, Page>();
  const writings = new Map<string, Writing>();
  const keys = new Map<string, string>();
  const authors = new Map<string, Author>();
  const calls: WriteCall[] = [];
  const listeners: ((change: Change, writing: Writing) => void)[] = [];
  let webhook: string | null = null;
  let secrets: Secrets | null = null;
  let changes = 0;
  let number = 10_000_000_000_000;

  const change = (id: string, difference: Partial<Writing>): void => {
    const writing = writings.get(id);
    if (writing !== undefined) writings.set(id, { ...writing, ...difference });
  };

  function apply(entry: Entry): void {
    if (!['page', 'secrets', 'call', 'webhook'].includes(entry.type)) changes += 1;
    switch (entry.type) {
      case 'page':
        pages.set(entry.page.id, entry.page);
        break;
      case 'secrets':
        secrets = entry.secrets;
        break;
      case 'written':
        writings.set(entry.writing.id, entry.writing);
        if (entry.key !== undefined) keys.set(entry.key, entry.writing.id);
        if (entry.writing.from !== null) authors.set(entry.writing.from.name, entry.writing.from);
        number = Math.max(number, Number(entry.writing.id.split('_')[1]));
        break;
      case 'edited':
        change(entry.id, { text: entry.text, edited: true });
        break;
      case 'deleted':
        change(entry.id, { deleted: true });
        break;
      case 'hidden':
      case 'shown':
        change(entry.id, { hidden: entry.type === 'hidden' });
        break;
      case 'call':
        calls.push(entry.call);
        break;
      case 'webhook':
        webhook = entry.url;
    }
  }

  const record = (entry: Entry): void => {
    journal.append(entry);
    apply(entry);
  };
  const tell = (entry: Change, id: string): void => {
    record(entry);
    const writing = writings.get(id);
    if (writing !== undefined) for (const listener of listeners) listener(entry, writing);
  };

  journal.past.forEach(apply);

  return {
    pages,
    writings,
    calls,
    webhook: () => webhook,
    secrets: () => secrets,
    changes: () => changes,
    idOf: (key) => keys.get(key),
    authorNamed: (name) => authors.get(name) ?? { id: `${++number}`, name },
    addPage: (page) => record({ type: 'page', page }),
    write({ page, post, parent = null, from, text, at, media = false, key }) {
      const id = post === undefined ? `${page}_${++number}` : `${post.split('_')[1]}_${++number}`;
      const state = { media, text, hidden: false, deleted: false, edited: false };
      const kind = post === undefined ? 'post' : 'comment';
      const writing: Writing = { id, kind, page, post: post ?? id, parent, from, at: at.toISOString(), ...state };
      tell({ type: 'written', writing, ...(key === undefined ? {} : { key }) }, id);
      return writing;
    },
    edit: (id, text) => tell({ type: 'edited', id, text }, id),
    set: (id, state) => tell({ type: state, id }, id),
    recordCall: (call) => record({ type: 'call', call }),
    setWebhook: (url) => record({ type: 'webhook', url }),
    setSecrets: (drawn) => record({ type: 'secrets', secrets: drawn }),
    onChange: (listener) => listeners.push(listener),
    exists(id) {
      const writing = writings.get(id);
      if (writing === undefined || writing.deleted) return false;
      if (writing.parent !== null) return this.exists(writing.parent);
      return writing.kind === 'post' || this.exists(writing.post);
    },
    commentsOn: (post) => byTime([...writings.values()].filter((one) => one.kind === 'comment' && one.post === post)),
    postsOn: (page) =>
      byTime([...writings.values()].filter((one) => one.kind === 'post' && one.page === page)).reverse(),
  };
}

const byTime = (writings: Writing[]): Writing[] =>
  writings.sort((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id));
