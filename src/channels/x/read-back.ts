// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { type ChannelError, ChannelFault, type Command, type ReadBack } from '../port.ts';
import type { Client } from './client.ts';
import { inSeconds, startTime } from './conversations.ts';
import { notPossible } from './errors.ts';
import { BLOCKED_PAGE_SIZE, PAGE_SIZE } from './limits.ts';
import { textOf } from './publish.ts';
import { type Reader, readerOf } from './reader.ts';
import { sameText } from './text.ts';
import { MESSAGE_QUERY, Message, OneMessage, OnePost, POST_QUERY, Post, User } from './wire.ts';
import { conversationPath } from './write.ts';

interface Asking {
  readonly reader: Reader;
  readonly me: string;
  readonly now: Date;
}

type Of<Type extends Command['type']> = Command & { readonly type: Type };

const confirmed = (proof: Readonly<Record<string, unknown>>): ReadBack => ({ state: 'confirmed', proof });
const absent = (proof: Readonly<Record<string, unknown>>): ReadBack => ({ state: 'absent', proof });
const pending = (error: ChannelError): ReadBack => ({ state: 'pending', error });

/** Whether the command's effect is on X now. */
export async function readBack(
  { client, me, now }: { readonly client: Client; readonly me: string; readonly now: () => Date },
  command: Command,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const asking: Asking = { reader: readerOf(client, now), me, now: now() };
  try {
    return await look(asking, command, writtenId);
  } catch (cause) {
    if (cause instanceof ChannelFault) return pending(cause.error);
    throw cause;
  }
}

function look(asking: Asking, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return readHidden(asking, { ...command, type: command.type }, writtenId);
    case 'remove':
    case 'remove-post':
      return readRemoved(asking, command.target);
    case 'reply':
      return readReply(asking, command, writtenId);
    case 'publish':
      return readPublished(asking, command, writtenId);
    case 'edit-post':
      return readEdited(asking, command, writtenId);
    case 'answer-message':
      return readAnswer(asking, command, writtenId);
    case 'ban':
    case 'unban':
      return readBlocked(asking, command.target, command.type === 'ban');
    case 'close-comments':
    case 'open-comments':
      return readReplySettings(asking, { ...command, type: command.type });
    case 'report':
    case 'approve':
      // X shows neither our reports nor its own filters: only the person knows.
      return Promise.resolve(pending(notPossible(command.type, `${command.type}-by-hand`)));
  }
}

const segment = (id: string): string => encodeURIComponent(id);

async function find<Shape>(
  { reader }: Asking,
  shape: z.ZodType<Shape>,
  { path, query }: { path: string; query: Readonly<Record<string, string>> },
): Promise<Shape | null> {
  try {
    return await reader.read(shape, path, query);
  } catch (cause) {
    if (cause instanceof ChannelFault && cause.error.kind === 'not-found') return null;
    throw cause;
  }
}

const postOf = async (asking: Asking, id: string): Promise<Post | null> =>
  (await find(asking, OnePost, { path: `tweets/${segment(id)}`, query: POST_QUERY }))?.data ?? null;

/**
 * X's own answer to the write told how the reply then was. Without that answer the search tells: it leaves hidden replies
 * out. It reaches back one week; beyond, nobody can tell from here.
 */
async function readHidden(
  asking: Asking,
  { target, type }: Of<'hide' | 'unhide'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const post = await postOf(asking, target);
  if (post === null) return absent({ id: target, found: false });
  const wanted = type === 'hide';
  if (writtenId === target) return confirmed({ id: target, hidden: wanted, told: 'answer' });
  const before = idBefore(post.first);
  if (post.conversation === null || startTime(post.at, asking.now) === null) {
    return pending(notPossible(type, 'beyond-the-search'));
  }
  const { items } = await asking.reader.list({
    shape: Post,
    path: 'tweets/search/recent',
    query: {
      query: `conversation_id:${post.conversation}`,
      max_results: `${PAGE_SIZE}`,
      since_id: before,
      until_id: `${BigInt(post.latest) + 1n}`,
      ...POST_QUERY,
    },
    enough: (posts) => posts.some(({ first }) => first === post.first),
  });
  const isShown = items.some(({ first }) => first === post.first);
  const proof = { id: target, hidden: !isShown, told: 'search' };
  return isShown === wanted ? absent(proof) : confirmed(proof);
}

const idBefore = (id: string): string => `${BigInt(id) - 1n}`;

async function readRemoved(asking: Asking, target: string): Promise<ReadBack> {
  const post = await postOf(asking, target);
  return post === null ? confirmed({ id: target, found: false }) : absent({ id: post.id, found: true });
}

async function readReply(asking: Asking, command: Of<'reply'>, writtenId: string | undefined): Promise<ReadBack> {
  const { since } = command;
  if (writtenId !== undefined) {
    const reply = await postOf(asking, writtenId);
    if (reply === null) return absent({ id: writtenId, found: false });
    const proof = { id: reply.id, parent: reply.replyTo, text: reply.text };
    const isUnder = reply.replyTo === command.target;
    return isUnder ? confirmed(proof) : pending(notPossible('reply', `reply-under-${reply.replyTo}`));
  }
  const ours = await ownPosts(asking, since === undefined ? { since_id: command.target } : sentSince(since));
  const found = ours.find(({ replyTo, text }) => replyTo === command.target && sameText(text, command.text));
  return found === undefined
    ? absent({ id: command.target, replies: 'none' })
    : confirmed({ id: found.id, parent: found.replyTo, text: found.text });
}

/** X's clock and ours may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;
const sentSince = (since: Date) => ({ start_time: inSeconds(new Date(since.getTime() - CLOCK_SKEW_MILLISECONDS)) });

/** Without a beginning, only the latest. */
async function ownPosts(
  { reader, me }: Asking,
  from: { readonly since_id: string } | { readonly start_time: string } | null,
): Promise<readonly Post[]> {
  const { items } = await reader.list({
    shape: Post,
    path: `users/${me}/tweets`,
    query: { max_results: `${PAGE_SIZE}`, ...POST_QUERY, ...from },
    ...(from === null ? { enough: (posts: readonly Post[]) => posts.length >= PAGE_SIZE } : {}),
  });
  return items;
}

async function readPublished(asking: Asking, command: Of<'publish'>, writtenId: string | undefined): Promise<ReadBack> {
  if (writtenId !== undefined) {
    const post = await postOf(asking, writtenId);
    return post === null
      ? absent({ id: writtenId, found: false })
      : confirmed({ id: post.id, text: post.text, hasMedia: post.hasMedia });
  }
  const { since, content } = command;
  const ours = await ownPosts(asking, since === undefined ? null : sentSince(since));
  const found = ours.find(({ replyTo, text }) => replyTo === null && sameText(text, textOf(content)));
  if (found === undefined) return absent({ posts: 'none' });
  // Without its time it may be an older post with the same words.
  if (since === undefined) return pending(notPossible('publish', 'same-post-before'));
  return confirmed({ id: found.id, text: found.text, hasMedia: found.hasMedia });
}

/** An edit is a new post on X, that the old one leads to. */
async function readEdited(asking: Asking, command: Of<'edit-post'>, writtenId: string | undefined): Promise<ReadBack> {
  const old = await postOf(asking, writtenId ?? command.target);
  if (old === null) return absent({ id: command.target, found: false });
  const post = old.latest === old.id ? old : await postOf(asking, old.latest);
  if (post === null) return absent({ id: old.latest, found: false });
  const proof = { id: post.id, text: post.text };
  return sameText(post.text, command.text) ? confirmed(proof) : absent(proof);
}

async function readAnswer(
  asking: Asking,
  command: Of<'answer-message'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const { me, reader } = asking;
  if (writtenId !== undefined) {
    const found = await find(asking, OneMessage, { path: `dm_events/${segment(writtenId)}`, query: FIELDS_OF_MESSAGE });
    return found === null
      ? absent({ id: writtenId, found: false })
      : confirmed({ id: found.data.id, text: found.data.text });
  }
  if (command.post === null) return pending(notPossible('answer-message', 'no-conversation'));
  const from = (command.since ?? command.writtenAt).getTime() - CLOCK_SKEW_MILLISECONDS;
  const { items } = await reader.list({
    shape: Message,
    path: `${conversationPath(command.post, me)}/dm_events`,
    query: { max_results: `${PAGE_SIZE}`, ...MESSAGE_QUERY },
    enough: (messages) => messages.some(({ at }) => at.getTime() < from),
  });
  const found = items.find(
    ({ sender, at, text }) => sender === me && at.getTime() >= from && sameText(text, command.text),
  );
  return found === undefined
    ? absent({ conversation: command.post, answers: 'none' })
    : confirmed({ id: found.id, text: found.text });
}

/** Of one message the kinds of event are not asked. */
const { event_types: _kinds, ...FIELDS_OF_MESSAGE } = MESSAGE_QUERY;

async function readBlocked({ reader, me }: Asking, target: string, wanted: boolean): Promise<ReadBack> {
  const { items } = await reader.list({
    shape: User,
    path: `users/${me}/blocking`,
    query: { max_results: `${BLOCKED_PAGE_SIZE}` },
    enough: (users) => users.some(({ id }) => id === target),
  });
  const isBlocked = items.some(({ id }) => id === target);
  const proof = { author: target, blocked: isBlocked };
  return isBlocked === wanted ? confirmed(proof) : absent(proof);
}

/** Who may reply, once it was changed by hand. */
async function readReplySettings(
  asking: Asking,
  { target, type }: Of<'close-comments' | 'open-comments'>,
): Promise<ReadBack> {
  const found = await find(asking, OnePost, {
    path: `tweets/${segment(target)}`,
    query: { 'tweet.fields': 'reply_settings' },
  });
  if (found === null) return absent({ id: target, found: false });
  const proof = { id: target, reply_settings: found.data.replySettings };
  const wanted = type === 'close-comments' ? 'mentionedUsers' : 'everyone';
  return found.data.replySettings === wanted ? confirmed(proof) : absent(proof);
}
