// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { lengthIn } from '../contract.ts';
import type { Answer } from '../core/call.ts';
import { type ChannelError, ChannelFault, type Command, type WriteOutcome } from '../port.ts';
import { errorOf, notPossible, outcomeOf, refused, removeRefused, tooLong, unclear } from './errors.ts';
import { capabilities, limits } from './limits.ts';
import { littleTextOf } from './little-text.ts';
import { publish } from './publish.ts';
import { type Acting, read } from './rest.ts';
import { commentNameOf, commentPath, commentUrn, encoded } from './urn.ts';
import { Comment } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** One write for each command, whatever comes of it; a publication of several steps takes one step. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  switch (command.type) {
    case 'publish':
      return publish(acting, command, progress);
    case 'reply':
      return reply(acting, command);
    case 'remove':
      return remove(acting, command.target);
    case 'edit-post':
      return edit(acting, command);
    case 'remove-post':
      return done(acting, await acting.rest({ method: 'DELETE', path: `posts/${encoded(command.target)}` }));
    case 'close-comments':
    case 'open-comments':
      return setComments(acting, command.target, command.type === 'close-comments' ? 'CLOSED' : 'OPEN');
    case 'hide':
    case 'unhide':
      return refused(notPossible(`${command.type}-unknown`, capabilities[command.type].effect));
    default:
      return refused(notPossible(`${command.type}-by-hand`));
  }
}

const done = ({ now }: Acting, answer: Answer): WriteOutcome =>
  answer.kind === 'answer' ? { state: 'accepted' } : outcomeOf(answer, now);

function overlong(text: string, allowed: number): ChannelError | null {
  const written = lengthIn(text, limits.lengthUnit);
  return written > allowed ? tooLong(written, allowed) : null;
}

const Written = z.object({ commentUrn: z.string() });

/** Answers to answers hang under the comment above them: which one that is, only the comment itself says. */
async function reply(acting: Acting, { target, text }: Of<'reply'>): Promise<WriteOutcome> {
  const refusal = overlong(text, limits.replyLength);
  if (refusal !== null) return refused(refusal);
  const place = await placeOf(acting, target);
  if ('error' in place) return refused(place.error);
  const { object, parent } = place;
  const answer = await acting.rest({
    method: 'POST',
    path: `socialActions/${encoded(parent ?? object)}/comments`,
    body: {
      actor: acting.account.externalId,
      object,
      message: { text },
      ...(parent !== null && { parentComment: parent }),
    },
  });
  if (answer.kind !== 'answer') return outcomeOf(answer, acting.now);
  const id = answer.headers.get('x-restli-id');
  const named = Written.safeParse(answer.body).data?.commentUrn;
  if (named === undefined && id === null) return { state: 'unknown', error: unclear('reply-without-id') };
  return { state: 'accepted', externalId: named ?? commentUrn({ object, id: id ?? '' }) };
}

interface Place {
  readonly object: string;
  readonly parent: string | null;
}

/** Where an answer to that goes: nothing was written yet, so that a failure here is a refusal. */
async function placeOf(acting: Acting, target: string): Promise<Place | { readonly error: ChannelError }> {
  const name = commentNameOf(target);
  if (name === null) return { object: target, parent: null };
  try {
    const came = await read(acting, Comment, { path: commentPath(name) });
    if (came === 'gone') return { error: errorOf(NOT_FOUND, acting.now) };
    return { object: name.object, parent: came.found.parentComment ?? target };
  } catch (fault) {
    if (fault instanceof ChannelFault) return { error: fault.error };
    throw fault;
  }
}

const NOT_FOUND = { kind: 'refused', status: 404, body: {}, headers: new Headers() } as const;

async function remove(acting: Acting, target: string): Promise<WriteOutcome> {
  const name = commentNameOf(target);
  if (name === null) return refused(notPossible('not-a-comment'));
  const answer = await acting.rest({
    method: 'DELETE',
    path: commentPath(name),
    query: { actor: encoded(acting.account.externalId) },
  });
  if (answer.kind === 'refused' && answer.status === 403) {
    return refused(removeRefused(errorOf(answer, acting.now)));
  }
  return done(acting, answer);
}

async function edit(acting: Acting, { target, text }: Of<'edit-post'>): Promise<WriteOutcome> {
  const refusal = overlong(text, limits.postLength);
  if (refusal !== null) return refused(refusal);
  const answer = await acting.rest({
    method: 'POST',
    path: `posts/${encoded(target)}`,
    restMethod: 'PARTIAL_UPDATE',
    body: { patch: { $set: { commentary: littleTextOf(text) } } },
  });
  return done(acting, answer);
}

/** INVARIANT: closing deletes every comment under the post; whoever orders it has archived them and asked twice. */
async function setComments(acting: Acting, target: string, commentsState: 'OPEN' | 'CLOSED'): Promise<WriteOutcome> {
  if (commentNameOf(target) !== null) return refused(notPossible('not-a-post'));
  const answer = await acting.rest({
    method: 'POST',
    path: `socialMetadata/${encoded(target)}`,
    query: { actor: encoded(acting.account.externalId) },
    restMethod: 'PARTIAL_UPDATE',
    body: { patch: { $set: { commentsState } } },
  });
  return done(acting, answer);
}
