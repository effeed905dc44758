// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stage } from './network.ts';
import type { NewWriting } from './world.ts';
import type { Author, Link, Media, Message, Writing } from './writing.ts';

/** Why a person could not write. */
export type Hindrance = 'missing' | 'banned' | 'comments-closed';

export interface CitizenWriting {
  readonly account: string;
  /** Absent: a comment where there is a post, otherwise a visitor post. */
  readonly kind?: 'visitor-post' | 'comment' | 'mention';
  readonly post?: string;
  readonly parent?: string;
  /** Absent: the network does not say who. An account's own name writes as the account. */
  readonly author?: string;
  readonly text: string;
  readonly title?: string;
  readonly link?: Link;
  readonly media?: readonly Media[];
  readonly held?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly key?: string;
  /** Absent: now. */
  readonly at?: Date;
}

type Circumstances = Pick<Stage, 'world' | 'now'>;

/** What a person does on the network's own pages, as far as the network lets them. */
export function citizenWrites(stage: Circumstances, asked: CitizenWriting): Writing | Hindrance {
  const { world } = stage;
  const {
    account,
    author,
    parent,
    at = stage.now(),
    kind = asked.post === undefined ? 'visitor-post' : 'comment',
  } = asked;
  if (!world.accounts.has(account)) return 'missing';
  const from = author === undefined ? null : world.authorNamed(author);
  const post = asked.post === undefined ? undefined : world.writings.get(asked.post);
  const isOurs = from?.id === account;
  if (kind === 'comment' && (post === undefined || !world.exists(post.id))) return 'missing';
  if (parent !== undefined && !world.exists(parent)) return 'missing';
  if (from !== null && kind !== 'mention' && world.isBanned(account, from.id)) return 'banned';
  if (post !== undefined && !isOurs && ['closed', 'restricted'].includes(post.commenting)) return 'comments-closed';
  const { text, title, link, media, facts, key } = asked;
  const held = asked.held ?? (post?.commenting === 'held' && !isOurs);
  const optional = { title, link, media, facts, key, post: kind === 'comment' ? post?.id : undefined };
  return world.write({
    ...{
      account,
      kind: kind === 'visitor-post' && isOurs ? 'post' : kind,
      from,
      text,
      at,
      held,
      parent: parent ?? null,
    },
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<NewWriting>),
  });
}

export interface CitizenMessage {
  readonly account: string;
  readonly author: string;
  readonly text: string;
  /** True: the account wrote it, on the network's own pages. */
  readonly own?: boolean;
  readonly media?: readonly Media[];
  readonly key?: string;
  readonly at?: Date;
}

export function citizenSends(stage: Circumstances, asked: CitizenMessage): Message | Hindrance {
  const { world } = stage;
  const { account, author, text, own = false, media = [], key, at = stage.now() } = asked;
  if (!world.accounts.has(account)) return 'missing';
  const person: Author = world.authorNamed(author);
  if (!own && world.isBanned(account, person.id)) return 'banned';
  return world.sendMessage({ account, person, own, text, media, at, ...(key === undefined ? {} : { key }) });
}
