// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Author, Media, Message, Writing } from '../town/writing.ts';

/** Anything that Mastodon calls a status: also what is said in private. */
export interface Node {
  readonly id: string;
  readonly at: string;
  readonly edited: string | null;
  readonly from: Author;
  readonly text: string;
  readonly visibility: 'public' | 'unlisted' | 'private' | 'direct';
  /** The status it answers. */
  readonly under: string | null;
  /** Whom the words begin with: they stand in the content and not in the text that is kept. */
  readonly addressed: Author | null;
  readonly attachments: readonly Attachment[];
  readonly spoiler: string;
  readonly likes: number;
  readonly link: string | null;
}

export interface Attachment extends Media {
  readonly id: string;
}

const Attached = z.array(
  z.object({
    id: z.string(),
    type: z.enum(['image', 'video']),
    url: z.string().nullable(),
    alt: z.string().nullable(),
  }),
);
const Facts = z.object({
  visibility: z.enum(['public', 'unlisted', 'private']).default('public'),
  addressed: z.string().optional(),
  attachments: Attached.optional(),
  spoiler: z.string().default(''),
});
export type Facts = z.input<typeof Facts>;

/** What a private answer of ours answers. */
export const answersOf = ({ world }: Stage) => openDrawer(world, 'answer', z.string());

const NOBODY: Author = { id: '0', name: 'Qualcuno', handle: 'qualcuno' };

export function nodeOfWriting(writing: Writing, { world, permalink }: Stage): Node {
  const { id, at, edited, text, kind, post, parent, likes, media } = writing;
  const facts = Facts.parse(writing.facts);
  return {
    ...{ id, at, edited, text, likes, spoiler: facts.spoiler, visibility: facts.visibility },
    from: writing.from ?? NOBODY,
    under: kind === 'comment' ? (parent ?? post) : null,
    addressed: world.authorOf(facts.addressed ?? '') ?? null,
    attachments: facts.attachments ?? media.map((one, index) => ({ ...one, id: `${id}${index}` })),
    link: permalink(writing),
  };
}

export function nodeOfMessage(message: Message, stage: Stage): Node {
  const { id, at, text, own, person, account, conversation, media } = message;
  const before = stage.world.conversation(conversation);
  const previous = before[before.findIndex((one) => one.id === id) - 1]?.id ?? null;
  return {
    ...{ id, at, text, edited: null, likes: 0, spoiler: '', visibility: 'direct', link: null },
    from: own ? stage.world.self(account) : person,
    under: answersOf(stage).get(id) ?? previous,
    addressed: own ? person : null,
    attachments: media.map((one, index) => ({ ...one, id: `${id}${index}` })),
  };
}

/** A status that the account may see; undefined where there is none. */
export function nodeNamed(id: string, account: Account, stage: Stage): Node | undefined {
  const { world } = stage;
  const writing = world.writings.get(id);
  if (writing !== undefined) {
    return writing.account === account.id && world.exists(id) ? nodeOfWriting(writing, stage) : undefined;
  }
  const message = world.messages.get(id);
  return message?.account === account.id ? nodeOfMessage(message, stage) : undefined;
}

/** What an account wrote, newest first; deleted ones are left out. */
export function nodesBy(account: Account, stage: Stage): Node[] {
  const { world } = stage;
  const own = [...world.writings.values()].filter((one) => one.account === account.id && world.isOwn(one));
  const said = [...world.messages.values()].filter((one) => one.account === account.id && one.own);
  return [
    ...own.filter(({ id }) => world.exists(id)).map((one) => nodeOfWriting(one, stage)),
    ...said.map((one) => nodeOfMessage(one, stage)),
  ].sort(newestFirst);
}

/** By time, and of one moment by the number drawn. */
export const newestFirst = (one: { at: string; id: string }, other: { at: string; id: string }): number =>
  other.at.localeCompare(one.at) || (BigInt(other.id) > BigInt(one.id) ? 1 : -1);
