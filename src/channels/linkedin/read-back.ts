// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import { ChannelFault, type Command, type ReadBack } from '../port.ts';
import { notPossible } from './errors.ts';
import { LATEST_POSTS } from './limits.ts';
import { lister } from './list.ts';
import { plainTextOf } from './little-text.ts';
import { textOf } from './publish.ts';
import { type Acting, read } from './rest.ts';
import { commentNameOf, commentPath, encoded } from './urn.ts';
import { Comment, Post, PostList, SocialMetadata } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Whether the command's effect is on LinkedIn now. `writtenId` is the id that a reply or a post was given, when it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    return await look(acting, command, writtenId);
  } catch (fault) {
    if (fault instanceof ChannelFault) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

async function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'reply':
      return writtenId === undefined ? searchReply(acting, command) : checkReply(acting, command, writtenId);
    case 'remove':
      return checkRemoved(acting, command.target);
    case 'publish':
      return writtenId === undefined
        ? searchPost(acting, command)
        : checkPost(acting, writtenId, textOf(command.content));
    case 'edit-post':
      return checkPost(acting, command.target, command.text);
    case 'remove-post':
      return checkPostRemoved(acting, command.target);
    case 'close-comments':
    case 'open-comments':
      return checkComments(acting, command.target, command.type === 'close-comments' ? 'CLOSED' : 'OPEN');
    default:
      return { state: 'pending', error: notPossible(`${command.type}-by-hand`) };
  }
}

const absent = (id: string): ReadBack => ({ state: 'absent', proof: { id, found: false } });

/** LinkedIn's clock and ours may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;
const isSince = (at: Date, since: Date | undefined): boolean =>
  since === undefined || at.getTime() >= since.getTime() - CLOCK_SKEW_MILLISECONDS;

async function checkRemoved(acting: Acting, target: string): Promise<ReadBack> {
  const name = commentNameOf(target);
  if (name === null) return { state: 'pending', error: notPossible('not-a-comment') };
  const came = await read(acting, Comment, { path: commentPath(name) });
  return came === 'gone'
    ? { state: 'confirmed', proof: { id: target, found: false } }
    : { state: 'absent', proof: { id: target, found: true } };
}

async function checkReply(acting: Acting, { target, text }: Of<'reply'>, writtenId: string): Promise<ReadBack> {
  const name = commentNameOf(writtenId);
  const came = name === null ? 'gone' : await read(acting, Comment, { path: commentPath(name) });
  if (came === 'gone') return absent(writtenId);
  const { commentUrn: id, actor, message, parentComment: parent = null } = came.found;
  const isOurs = actor === acting.account.externalId && sameText(message.text, text);
  const isThere = commentNameOf(target) === null || parent !== null;
  return { state: isOurs && isThere ? 'confirmed' : 'absent', proof: { id, parent, message: message.text } };
}

/** The answer to the write was lost: our reply is looked for by its author, text and time, where it would have landed. */
async function searchReply(acting: Acting, command: Of<'reply'>): Promise<ReadBack> {
  const { target, text, since } = command;
  const name = commentNameOf(target);
  let place = target;
  if (name !== null) {
    const came = await read(acting, Comment, { path: commentPath(name) });
    if (came === 'gone') return absent(target);
    place = came.found.parentComment ?? target;
  }
  const { found } = await lister(acting).thread(place);
  const ours = found.find(
    ({ actor, message, created }) =>
      actor === acting.account.externalId && sameText(message.text, text) && isSince(created.time, since),
  );
  if (ours === undefined) return { state: 'absent', proof: { id: target, replies: 'none' } };
  return { state: 'confirmed', proof: { id: ours.commentUrn, parent: place, message: ours.message.text } };
}

async function checkPost(acting: Acting, id: string, text: string): Promise<ReadBack> {
  const came = await read(acting, Post, { path: `posts/${encoded(id)}` });
  if (came === 'gone') return absent(id);
  const shown = plainTextOf(came.found.commentary);
  const proof = { id: came.found.id, text: shown, state: came.found.lifecycleState };
  const isOut = came.found.lifecycleState === 'PUBLISHED' && came.found.author === acting.account.externalId;
  // A text that was cut is not the text that was approved.
  return { state: isOut && sameText(shown, text) ? 'confirmed' : 'absent', proof };
}

async function checkPostRemoved(acting: Acting, id: string): Promise<ReadBack> {
  const came = await read(acting, Post, { path: `posts/${encoded(id)}` });
  return came === 'gone'
    ? { state: 'confirmed', proof: { id, found: false } }
    : { state: 'absent', proof: { id, found: true } };
}

/** The answer to the publication was lost: our post is looked for among the latest, by text and time. */
async function searchPost(acting: Acting, { content, since }: Of<'publish'>): Promise<ReadBack> {
  const { account } = acting;
  const came = await read(acting, PostList, {
    path: 'posts',
    query: {
      q: 'author',
      author: encoded(account.externalId),
      sortBy: 'CREATED',
      start: '0',
      count: `${LATEST_POSTS}`,
    },
    restMethod: 'FINDER',
  });
  const posts = came === 'gone' ? [] : came.found.elements.flatMap((post) => ('commentary' in post ? [post] : []));
  const text = textOf(content);
  const ours = posts.find(
    ({ commentary, createdAt }) => sameText(plainTextOf(commentary), text) && isSince(createdAt, since),
  );
  if (ours === undefined) return { state: 'absent', proof: { posts: posts.length, found: false } };
  return { state: 'confirmed', proof: { id: ours.id, text: plainTextOf(ours.commentary) } };
}

async function checkComments(acting: Acting, target: string, wanted: 'OPEN' | 'CLOSED'): Promise<ReadBack> {
  const came = await read(acting, SocialMetadata, { path: `socialMetadata/${encoded(target)}` });
  if (came === 'gone') return absent(target);
  const { commentsState } = came.found;
  return { state: commentsState === wanted ? 'confirmed' : 'absent', proof: { id: target, commentsState } };
}
