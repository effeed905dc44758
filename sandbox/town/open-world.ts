// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Journal } from './journal.ts';
import { makerOf } from './making.ts';
import type { Habits, Ids } from './network.ts';
import { apply, clear, emptyState } from './state.ts';
import { views } from './views.ts';
import type { World } from './world.ts';
import type { Change, Entry, Writing } from './writing.ts';

interface Nature {
  readonly ids: Ids;
  readonly habits: Habits;
}

/** Replays the journal, then goes on from there: a restart finds what was hidden still hidden. */
export function openWorld(journal: Journal<Entry>, { ids, habits }: Nature): World {
  const state = emptyState();
  const past: Entry[] = [...journal.past];
  for (const entry of past) apply(state, entry);
  const listeners = new Set<(change: Change) => void>();

  const record = (entry: Entry): void => {
    const kept = { ...entry, drawn: state.drawn };
    journal.append(kept);
    past.push(kept);
    apply(state, kept);
  };
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const tellOf = (type: Extract<Change, { writing: Writing }>['type'], id: string): void => {
    const writing = state.writings.get(id);
    if (writing !== undefined) tell({ type, writing });
  };
  const draw = (): bigint => ids.first + BigInt(++state.drawn);
  const maker = makerOf(state, ids, draw);

  const world: World = {
    ...views(state),
    self: maker.self,
    authorNamed(name) {
      const account = [...state.accounts.values()].find((one) => one.name === name);
      if (account !== undefined) return maker.self(account.id);
      const known = state.authors.get(name);
      if (known !== undefined) return known;
      const author = maker.author(name);
      record({ type: 'author', author });
      return author;
    },
    authorOf: (id) =>
      state.accounts.has(id) ? maker.self(id) : [...state.authors.values()].find((one) => one.id === id),
    addAccount: (account) => record({ type: 'account', account }),
    write(asked) {
      const writing = maker.writing(asked);
      record({ type: 'written', writing, ...(asked.key === undefined ? {} : { key: asked.key }) });
      tellOf('written', writing.id);
      return writing;
    },
    edit(id, { text, title, at }) {
      record({ type: 'edited', id, text, at: at.toISOString(), ...(title === undefined ? {} : { title }) });
      tellOf('edited', id);
    },
    set(id, type) {
      record({ type, id });
      tellOf(type, id);
    },
    setCommenting(post, commenting) {
      record({ type: 'commenting', id: post, commenting });
      tellOf('commenting', post);
      if (commenting !== 'closed' || habits.closing === 'keeps') return;
      for (const { id, deleted } of world.commentsOn(post)) if (!deleted) world.set(id, 'deleted');
    },
    note: (id, facts) => record({ type: 'facts', id, facts }),
    sendMessage(asked) {
      const message = maker.message(asked);
      record({ type: 'message', message, ...(asked.key === undefined ? {} : { key: asked.key }) });
      tell({ type: 'message', message });
      return message;
    },
    ban(account, author) {
      record({ type: 'banned', account, author });
      tell({ type: 'banned', account, author });
      if (habits.banning === 'keeps') return;
      const change = habits.banning === 'hides' ? 'hidden' : 'deleted';
      const theirs = [...state.writings.values()].filter(
        (one) => one.account === account && one.from?.id === author.id,
      );
      for (const { id, kind } of theirs) if (kind === 'comment') world.set(id, change);
    },
    unban(account, author) {
      record({ type: 'unbanned', account, author });
      tell({ type: 'unbanned', account, author });
    },
    report({ at, ...report }) {
      const whole = { ...report, id: `${draw()}`, at: at.toISOString() };
      record({ type: 'reported', report: whole });
      return whole;
    },
    addToken(asked) {
      const token = maker.token(asked);
      record({ type: 'token', token });
      return token;
    },
    endToken(value, why) {
      record({ type: 'token-ended', value, why });
      const token = state.tokens.get(value);
      if (token !== undefined) tell({ type: 'token-ended', token });
    },
    setOwn: (key, value) => record({ type: 'own', key, value }),
    count: (id, measure, by) => record({ type: 'counted', id, measure, by }),
    spend: (day, units) => record({ type: 'spent', day, units }),
    draw,
    recordCall: (call) => record({ type: 'call', call }),
    setWebhook: (url) => record({ type: 'webhook', url }),
    setSecrets: (secrets) => record({ type: 'secrets', secrets }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    entries: () => past,
    replace(entries) {
      const given = [...entries];
      const proof = emptyState();
      for (const entry of given) apply(proof, entry);
      journal.replace(given);
      past.length = 0;
      clear(state);
      for (const entry of given) {
        past.push(entry);
        apply(state, entry);
      }
    },
  };
  return world;
}
