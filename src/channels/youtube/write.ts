// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, WriteOutcome } from '../port.ts';
import { type Acting, change, failed, refusedBefore } from './api.ts';
import { capabilities } from './capabilities.ts';
import { notFound, notPossible, rejected, unclear } from './errors.ts';
import { limits, REPLY_UNITS } from './limits.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { commentsById, isGone, threadOf } from './threads.ts';
import { describe } from './video.ts';
import { topOf, WrittenComment } from './wire.ts';

/** Sends one write, once; what must be read before it may refuse it. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  try {
    return await perform(acting, command, progress);
  } catch (cause) {
    return refusedBefore(cause);
  }
}

function perform(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> | WriteOutcome {
  switch (command.type) {
    case 'hide':
      return moderate(acting, command.target, { moderationStatus: 'rejected' });
    case 'unhide':
    case 'approve':
      return moderate(acting, command.target, { moderationStatus: 'published' });
    case 'ban':
      return ban(acting, command.post);
    case 'reply':
      return reply(acting, command);
    case 'remove':
      return removeOwn(acting, command.target);
    case 'publish':
      return publish(acting, command, progress);
    case 'edit-post':
      return describe(acting, command);
    case 'remove-post':
      return change(acting, (api) => api.videos.delete({ id: command.target }));
    case 'report':
      return report(acting, command);
    case 'unban':
      return { state: 'refused', error: notPossible('unban-by-hand', capabilities.ban.effect) };
    case 'close-comments':
    case 'open-comments':
      return { state: 'refused', error: notPossible('comments-by-hand', capabilities['close-comments'].effect) };
    case 'answer-message':
      return { state: 'refused', error: notPossible('no-messages', capabilities['answer-message'].effect) };
  }
}

const moderate = (
  acting: Acting,
  id: string,
  how: { readonly moderationStatus: 'published' | 'rejected'; readonly banAuthor?: true },
): Promise<WriteOutcome> => change(acting, (api) => api.comments.setModerationStatus({ id: [id], ...how }));

/** YouTube bans through a comment, and only together with rejecting it. */
async function ban(acting: Acting, comment: string | null): Promise<WriteOutcome> {
  if (comment === null) return { state: 'refused', error: notPossible('ban-without-comment') };
  const outcome = await moderate(acting, comment, { moderationStatus: 'rejected', banAuthor: true });
  // No list shows who is banned: that YouTube said yes is remembered for the proof.
  return outcome.state === 'accepted' ? { ...outcome, externalId: comment } : outcome;
}

async function reply(acting: Acting, { target, text }: Extract<Command, { type: 'reply' }>): Promise<WriteOutcome> {
  const plain = text.trim();
  if (plain === '') return { state: 'refused', error: rejected('empty-text', 'La risposta è vuota.') };
  if (plain.length > limits.replyLength) {
    return { state: 'refused', error: rejected('too-long', `La risposta supera i ${limits.replyLength} caratteri.`) };
  }
  const top = topOf(target);
  const refused = await unanswerable(acting, { top, target });
  if (refused !== null) return refused;
  const answer = await acting.ask({ units: REPLY_UNITS, purpose: 'write' }, (api) =>
    api.comments.insert({ part: ['snippet'], requestBody: { snippet: { parentId: top, textOriginal: plain } } }),
  );
  if (answer.kind !== 'answer') return failed(acting, answer);
  const written = WrittenComment.safeParse(answer.body);
  return written.success
    ? { state: 'accepted', externalId: written.data.id }
    : { state: 'unknown', error: unclear('reply-without-id') };
}

/** A unit to ask saves fifty-two; a reply to a reply hangs under the comment, which may outlive what is answered. */
async function unanswerable(
  acting: Acting,
  { top, target }: { readonly top: string; readonly target: string },
): Promise<WriteOutcome | null> {
  const thread = await orGone(() => threadOf(acting, top, 'write'));
  if (thread === null) return { state: 'refused', error: notFound('comment-gone') };
  if (!thread.snippet.canReply) {
    return {
      state: 'refused',
      error: notPossible(
        'cannot-reply',
        'YouTube non consente di rispondere a questo commento: i commenti sono chiusi o il commento non è pubblico.',
      ),
    };
  }
  if (top === target) return null;
  const found = await orGone(async () => (await commentsById(acting, [target], 'write')).comments[0] ?? null);
  return found === null ? { state: 'refused', error: notFound('reply-gone') } : null;
}

async function orGone<Result>(work: () => Promise<Result | null>): Promise<Result | null> {
  try {
    return await work();
  } catch (cause) {
    if (isGone(cause)) return null;
    throw cause;
  }
}

/** Only what we wrote ourselves can be deleted. */
async function removeOwn(acting: Acting, id: string): Promise<WriteOutcome> {
  const comment = await orGone(async () => (await commentsById(acting, [id], 'write')).comments[0] ?? null);
  if (comment === null) return { state: 'refused', error: notFound('comment-gone') };
  if (comment.snippet.authorChannelId?.value !== acting.account.externalId) {
    return { state: 'refused', error: notPossible('remove-by-hand', capabilities.remove.effect) };
  }
  return change(acting, (api) => api.comments.delete({ id }));
}
