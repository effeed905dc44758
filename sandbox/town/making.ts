// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { Ids } from './network.ts';
import type { State } from './state.ts';
import type { NewMessage, NewToken, NewWriting } from './world.ts';
import type { Account, Author, Message, Token, Writing } from './writing.ts';

/** Gives what is new its id and its first state. */
export function makerOf(state: State, ids: Ids, draw: () => bigint) {
  const accountOf = (id: string): Account => {
    const account = state.accounts.get(id);
    if (account === undefined) throw new Error(`no account ${id} here`);
    return account;
  };
  const idOf = ({ id, account, kind, post, parent, from, at }: NewWriting): string => {
    if (id !== undefined) return id;
    if (kind !== 'comment') return ids.post(draw(), { account: accountOf(account), from, at });
    const thread = state.writings.get(post ?? '');
    if (thread === undefined) throw new Error(`no post ${post} to comment`);
    return ids.comment(draw(), { post: thread, parent: state.writings.get(parent ?? '') ?? null, from, at });
  };

  return {
    self(account: string): Author {
      const { id, name, handle } = accountOf(account);
      return { id, name, handle };
    },
    author(name: string): Author {
      const number = draw();
      return { id: ids.author(number, name), name, handle: ids.handle?.(name, number) ?? handleOf(name) };
    },
    writing(asked: NewWriting): Writing {
      const { account, kind, post, parent = null, from, at, text, media = [] } = asked;
      const id = idOf(asked);
      return {
        ...{
          id,
          kind,
          account,
          post: kind === 'comment' ? (post ?? id) : id,
          parent,
          from,
          at: at.toISOString(),
          text,
        },
        ...{ title: asked.title ?? null, link: asked.link ?? null, media, commenting: asked.commenting ?? 'open' },
        ...{ hidden: asked.hidden ?? false, held: asked.held ?? false, deleted: false, edited: null, likes: 0 },
        facts: asked.facts ?? {},
      };
    },
    message({ id, account, person, own, at, text, media = [] }: NewMessage): Message {
      const between = [...state.messages.values()].find(
        (one) => one.account === account && one.person.id === person.id,
      )?.conversation;
      const conversation =
        between ??
        ids.conversation?.(draw(), { account: accountOf(account), person }) ??
        `${accountOf(account).id}-${person.id}`;
      return {
        id: id ?? ids.message(draw()),
        ...{ account, conversation, person, own, at: at.toISOString(), text, media },
      };
    },
    token({ account, kind, endsAt, value, family }: NewToken): Token {
      return {
        value: value ?? randomBytes(24).toString('base64url'),
        ...{ account, kind, endsAt: endsAt?.toISOString() ?? null, ended: null },
        family: family ?? randomBytes(8).toString('hex'),
      };
    },
  };
}

/** `Ada Prova` → `ada.prova`. */
const handleOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '') || 'persona';
