// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Author, Entry, Measure, Message, Report, Token, WriteCall, Writing } from './writing.ts';

/** What the entries of a journal, read in order, amount to. */
export interface State {
  readonly accounts: Map<string, Account>;
  readonly writings: Map<string, Writing>;
  /** Ids of the comments of each thread, and of the posts, visitor posts and mentions of each account, as they came. */
  readonly threads: Map<string, string[]>;
  readonly walls: Map<string, string[]>;
  readonly messages: Map<string, Message>;
  /** The ids that a scenario's things were given. */
  readonly keys: Map<string, string>;
  readonly authors: Map<string, Author>;
  /** By account, then by author. */
  readonly bans: Map<string, Map<string, Author>>;
  readonly reports: Report[];
  readonly counts: Map<string, Map<Measure, number>>;
  readonly spent: Map<string, number>;
  readonly tokens: Map<string, Token>;
  readonly own: Map<string, unknown>;
  readonly calls: WriteCall[];
  webhook: string | null;
  secrets: Readonly<Record<string, string>>;
  /** Grows with every change that somebody could look at. */
  changes: number;
  drawn: number;
}

export const emptyState = (): State => ({
  accounts: new Map(),
  writings: new Map(),
  threads: new Map(),
  walls: new Map(),
  messages: new Map(),
  keys: new Map(),
  authors: new Map(),
  bans: new Map(),
  reports: [],
  counts: new Map(),
  spent: new Map(),
  tokens: new Map(),
  own: new Map(),
  calls: [],
  webhook: null,
  secrets: {},
  changes: 0,
  drawn: 0,
});

const UNSEEN: readonly Entry['type'][] = [
  'account',
  'secrets',
  'author',
  'counted',
  'spent',
  'token',
  'token-ended',
  'call',
  'webhook',
];

/** As at the beginning, in place: those who look at it keep looking at the same. */
export function clear(state: State): void {
  for (const part of Object.values(state)) {
    if (part instanceof Map) part.clear();
    else if (Array.isArray(part)) part.length = 0;
  }
  const { webhook, secrets, drawn } = emptyState();
  Object.assign(state, { webhook, secrets, drawn });
  state.changes += 1;
}

export function apply(state: State, entry: Entry): void {
  if (!UNSEEN.includes(entry.type)) state.changes += 1;
  if (entry.drawn !== undefined) state.drawn = Math.max(state.drawn, entry.drawn);
  if (!aboutWriting(state, entry)) aboutTheRest(state, entry);
}

function aboutWriting(state: State, entry: Entry): boolean {
  switch (entry.type) {
    case 'written':
      enter(state, entry.writing);
      if (entry.key !== undefined) state.keys.set(entry.key, entry.writing.id);
      return true;
    case 'edited':
      amend(state, entry.id, {
        text: entry.text,
        edited: entry.at,
        ...(entry.title === undefined ? {} : { title: entry.title }),
      });
      return true;
    case 'deleted':
      amend(state, entry.id, { deleted: true });
      return true;
    case 'hidden':
    case 'shown':
      amend(state, entry.id, { hidden: entry.type === 'hidden' });
      return true;
    case 'held':
    case 'approved':
      amend(state, entry.id, { held: entry.type === 'held' });
      return true;
    case 'liked':
      amend(state, entry.id, { likes: (state.writings.get(entry.id)?.likes ?? 0) + 1 });
      return true;
    case 'commenting':
      amend(state, entry.id, { commenting: entry.commenting });
      return true;
    case 'facts':
      amend(state, entry.id, { facts: { ...state.writings.get(entry.id)?.facts, ...entry.facts } });
      return true;
    default:
      return false;
  }
}

function aboutTheRest(state: State, entry: Entry): void {
  switch (entry.type) {
    case 'account':
      state.accounts.set(entry.account.id, entry.account);
      break;
    case 'secrets':
      state.secrets = { ...state.secrets, ...entry.secrets };
      break;
    case 'author':
      state.authors.set(entry.author.name, entry.author);
      break;
    case 'message':
      state.messages.set(entry.message.id, entry.message);
      state.authors.set(entry.message.person.name, entry.message.person);
      if (entry.key !== undefined) state.keys.set(entry.key, entry.message.id);
      break;
    case 'banned':
      within(state.bans, entry.account, () => new Map()).set(entry.author.id, entry.author);
      break;
    case 'unbanned':
      state.bans.get(entry.account)?.delete(entry.author.id);
      break;
    case 'reported':
      state.reports.push(entry.report);
      break;
    case 'counted': {
      const counts = within(state.counts, entry.id, () => new Map<Measure, number>());
      counts.set(entry.measure, (counts.get(entry.measure) ?? 0) + entry.by);
      break;
    }
    case 'spent':
      state.spent.set(entry.day, (state.spent.get(entry.day) ?? 0) + entry.units);
      break;
    case 'token':
      state.tokens.set(entry.token.value, entry.token);
      break;
    case 'token-ended': {
      const token = state.tokens.get(entry.value);
      if (token !== undefined) state.tokens.set(entry.value, { ...token, ended: entry.why });
      break;
    }
    case 'own':
      if (entry.value === null) state.own.delete(entry.key);
      else state.own.set(entry.key, entry.value);
      break;
    case 'call':
      state.calls.push(entry.call);
      break;
    case 'webhook':
      state.webhook = entry.url;
  }
}

function enter(state: State, writing: Writing): void {
  const { id, kind, account, post, from } = writing;
  if (!state.writings.has(id)) {
    if (kind === 'comment') within(state.threads, post, () => []).push(id);
    else within(state.walls, account, () => []).push(id);
  }
  state.writings.set(id, writing);
  if (from !== null) state.authors.set(from.name, from);
}

function amend(state: State, id: string, difference: Partial<Writing>): void {
  const writing = state.writings.get(id);
  if (writing !== undefined) state.writings.set(id, { ...writing, ...difference });
}

export function within<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = fresh();
  map.set(key, value);
  return value;
}
