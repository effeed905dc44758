// SPDX-License-Identifier: AGPL-3.0-or-later
import type { State } from './state.ts';
import type { World } from './world.ts';
import type { Measure, Message, Writing } from './writing.ts';

/** What can be looked at without changing anything. */
export function views(state: State) {
  const exists = (id: string): boolean => {
    const writing = state.writings.get(id);
    if (writing === undefined || writing.deleted) return false;
    if (writing.parent !== null) return exists(writing.parent);
    return writing.kind !== 'comment' || exists(writing.post);
  };
  const found = (ids: readonly string[] = []): Writing[] =>
    byTime(ids.map((id) => state.writings.get(id)).filter((one) => one !== undefined));

  return {
    accounts: state.accounts,
    writings: state.writings,
    messages: state.messages,
    reports: state.reports,
    tokens: state.tokens,
    calls: state.calls,
    personNamed: (name) => state.authors.get(name),
    webhook: () => state.webhook,
    secrets: () => state.secrets,
    changes: () => state.changes,
    idOf: (key) => state.keys.get(key),
    isOwn: ({ from, account }) => from?.id === account,
    isBanned: (account, author) => state.bans.get(account)?.has(author) ?? false,
    bannedBy: (account) => [...(state.bans.get(account)?.values() ?? [])],
    own: (key) => state.own.get(key),
    ownKeys: (prefix) => [...state.own.keys()].filter((key) => key.startsWith(prefix)),
    counted: (id, measure: Measure) => state.counts.get(id)?.get(measure) ?? 0,
    spent: (day) => state.spent.get(day) ?? 0,
    exists,
    commentsOn: (post) => found(state.threads.get(post)),
    postsOn: (account, kinds = ['post', 'visitor-post']) =>
      found(state.walls.get(account))
        .filter(({ kind }) => kinds.includes(kind))
        .reverse(),
    conversation: (id) => [...state.messages.values()].filter(({ conversation }) => conversation === id),
    conversationsOf(account) {
      const last = new Map<string, Message>();
      for (const one of state.messages.values()) if (one.account === account) last.set(one.conversation, one);
      return [...last].map(([id, message]) => ({ id, person: message.person, last: message }));
    },
  } satisfies Partial<World>;
}

const before = (one: Writing, other: Writing): number =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1;

const byTime = (writings: Writing[]): Writing[] => writings.sort(before);
