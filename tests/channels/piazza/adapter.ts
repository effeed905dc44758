// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, ConnectedAccount, NetworkAdapter, NetworkName, Pulled, ReadBack, WriteOutcome } from '#channels';
import { failedWrite } from '../../../src/channels/core/call.ts';
import { errorOf, told } from './errors.ts';
import { capabilities, credentials, limits, retention } from './limits.ts';
import { webhook } from './webhook.ts';
import { ask, Comments, commentEvent, Posts, read, Written } from './wire.ts';

/** Everything is read each time: Piazza is small, and its lists have no pages. */
async function pull(account: ConnectedAccount): Promise<Pulled> {
  const { found, seenAt } = await read(account, Posts, 'posts');
  const threads = await Promise.all(
    found.posts.map(async ({ id, text }) => ({ id, text, ...(await read(account, Comments, `?post=${id}`)).found })),
  );
  const events = threads.flatMap(({ id, text, comments }) =>
    comments.flatMap((comment) => {
      const event = commentEvent(comment, account.externalId, seenAt);
      const state = { type: comment.hidden ? 'hidden' : 'shown', externalId: comment.id, at: seenAt } as const;
      return [{ ...event, post: { externalId: id, text } }, state];
    }),
  );
  return {
    events: events.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    cursor: 'whole',
    wholeThreads: threads.map(({ id, comments }) => ({
      postExternalId: id,
      seenAt,
      itemExternalIds: comments.map((comment) => comment.id),
    })),
  };
}

const REFUSED = { state: 'refused', error: told('not-possible', 'by-hand') } as const;
const TOO_LONG = { state: 'refused', error: told('rejected-content', 'too-long') } as const;

async function write(account: ConnectedAccount, command: Command): Promise<WriteOutcome> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return send(account, { method: 'PUT', path: command.target, body: { hidden: command.type === 'hide' } });
    case 'reply': {
      const { post, target: under, text } = command;
      if (text.length > limits.replyLength) return TOO_LONG;
      return send(account, { method: 'POST', path: '', body: { post, under, text } });
    }
    case 'publish': {
      const { text, media, link, comments } = command.content;
      if (media.length > 0 || link !== undefined || comments !== undefined) return REFUSED;
      return text.length > limits.postLength
        ? TOO_LONG
        : send(account, { method: 'POST', path: 'posts', body: { text } });
    }
    default:
      return REFUSED;
  }
}

async function send(account: ConnectedAccount, asked: Parameters<typeof ask>[1]): Promise<WriteOutcome> {
  const answer = await ask(account, asked);
  if (answer.kind !== 'answer') return failedWrite(answer, errorOf(answer, new Date()));
  const written = Written.safeParse(answer.body);
  if (!written.success) return { state: 'unknown', error: told('transient', 'no-id') };
  return { state: 'accepted', externalId: written.data.id };
}

async function readBack(account: ConnectedAccount, command: Command, written?: string): Promise<ReadBack> {
  const found = (await isThere(account, command, written)) ? 'confirmed' : 'absent';
  return { state: found, proof: { seenAt: new Date().toISOString() } };
}

async function isThere(account: ConnectedAccount, command: Command, written?: string): Promise<boolean> {
  if (command.type === 'publish') {
    const { found } = await read(account, Posts, 'posts');
    return found.posts.some(({ id, text }) => (written === undefined ? text === command.content.text : id === written));
  }
  const post = 'post' in command ? (command.post ?? '') : '';
  const { comments } = (await read(account, Comments, `?post=${post}`)).found;
  const item = comments.find(({ id }) => id === command.target);
  if (command.type === 'hide' || command.type === 'unhide') return item?.hidden === (command.type === 'hide');
  if (command.type !== 'reply') return false;
  const ours = comments.filter(({ under, by }) => under === command.target && by?.id === account.externalId);
  return ours.some(({ id, text }) => (written === undefined ? text === command.text : id === written));
}

/** Not in the policy language: a network of tests alone. */
export const NAME = 'piazza' as NetworkName;

export const piazza: NetworkAdapter = {
  network: NAME,
  label: 'Piazza',
  capabilities,
  limits,
  retention,
  credentials,
  declaration: null,
  pull,
  write,
  readBack,
  guide: ({ handle }) => ({
    link: `https://piazza.example/${handle}`,
    steps: ['Apri Piazza con l’accesso dell’ente.', 'Fai ciò che è stato deciso, poi torna qui e conferma.'],
  }),
  webhook,
};
