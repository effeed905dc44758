// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answered, type Edges, PAGING, type Question } from '../graph/edges.ts';
import { type Asked, type Kind, type Listed, listed, moment, render, select } from '../graph/nodes.ts';
import { type Answer, json } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Author, Message } from '../town/writing.ts';
import { routeOf } from './access.ts';
import { LARGEST_PAGE } from './nodes.ts';
import { refuse } from './refusals.ts';

/** A conversation of the account with one person. */
export interface Thread {
  readonly id: string;
  readonly account: Account;
  readonly person: Author;
  readonly last: Message;
}

const LONGEST_MESSAGE_BYTES = 1000;
const HOUR = 3_600_000;
const WINDOW_HOURS = 24;
const HUMAN_AGENT_HOURS = 7 * 24;
/** Older messages are listed and told as gone. */
const TOLD_MESSAGES = 20;

const partyOf = ({ id, handle }: Author) => ({ id, username: handle });

const messageKind: Kind<Message> = {
  node: 'UnifiedMessage',
  usual: 'id,created_time',
  fields: {
    id: ({ id }) => id,
    message: ({ text }) => text,
    created_time: ({ at }) => moment(at),
    from: (message, { world }) => partyOf(message.own ? world.self(message.account) : message.person),
    to: (message, { world }) => ({
      data: [partyOf(message.own ? message.person : world.self(message.account))],
    }),
    attachments: ({ media }) =>
      media.length === 0 ? undefined : { data: media.map(({ type, url }) => ({ [`${type}_data`]: { url } })) },
    shares: () => undefined,
    is_unsupported: () => undefined,
  },
};

const threadKind: Kind<Thread> = {
  node: 'UnifiedThread',
  usual: 'id,updated_time',
  fields: {
    id: ({ id }) => id,
    updated_time: ({ last }) => moment(last.at),
    participants: ({ person, account }, { world }) => ({ data: [partyOf(person), partyOf(world.self(account.id))] }),
    can_reply: () => true,
  },
  inside: { messages: { of: () => messageKind, list: listMessages } },
};

/** Newest first. */
function listMessages({ id }: Thread, asked: Asked): Listed {
  const messages = asked.stage.world.conversation(id).toReversed().slice(0, TOLD_MESSAGES);
  return listed(messageKind, messages, { ...asked, path: `v26.0/${id}/messages`, most: LARGEST_PAGE });
}

const threadsOf = (account: Account, { world }: Stage): Thread[] =>
  world
    .conversationsOf(account.id)
    .map(({ id, person, last }) => ({ id, account, person, last }))
    .sort((one, other) => (one.last.at < other.last.at ? 1 : -1));

export const threadNamed = (id: string, account: Account, stage: Stage): Thread | undefined =>
  threadsOf(account, stage).find((thread) => thread.id === id);

export const threadEdges: Edges<Thread> = {
  'GET ': {
    known: [],
    scope: 'manage_messages',
    answer: ({ parameters, stage }, thread) =>
      json(render(threadKind, thread, { selection: select(parameters.fields), stage })),
  },
  'GET messages': {
    known: PAGING,
    scope: 'manage_messages',
    answer: ({ parameters, stage }, thread) =>
      json(listMessages(thread, { parameters, selection: select(parameters.fields), stage })),
  },
};

/** The one that moved last first. */
function listThreads({ parameters, stage }: Question, account: Account): Answer {
  const { platform = '', user_id: person, fields } = parameters;
  // Through a Page the inbox of Messenger is the other one, and empty here.
  const isHere = platform.toLowerCase() === 'instagram' || (platform === '' && routeOf(account) === 'instagram-login');
  const threads = threadsOf(account, stage).filter(
    (thread) => isHere && (person === undefined || thread.person.id === person),
  );
  const selection = select(fields);
  const asked = { parameters, selection, stage, path: 'v26.0/me/conversations', most: LARGEST_PAGE };
  return json(listed(threadKind, threads, asked));
}

const Sending = z.strictObject({
  recipient: z.strictObject({ id: z.string() }),
  message: z.strictObject({ text: z.string().min(1) }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']).default('RESPONSE'),
  tag: z.string().optional(),
});

/** A message to a person who wrote first; only so long after their last one. */
function sendMessage({ account, parameters, stage }: Question): Answered {
  const { recipient, message, messaging_type, tag } = parameters;
  const given = { recipient: readJson(recipient), message: readJson(message), messaging_type, tag };
  const asked = Sending.safeParse(given);
  if (!asked.success) return refuse('parameter-malformed');
  const { data } = asked;
  if (Buffer.byteLength(data.message.text) > LONGEST_MESSAGE_BYTES) return refuse('text-too-long');
  const thread = threadsOf(account, stage).find(({ person }) => person.id === data.recipient.id);
  const theirs = stage.world.conversation(thread?.id ?? '').findLast(({ own }) => !own);
  if (thread === undefined || theirs === undefined) return refuse('person-unknown');
  const isTagged = data.messaging_type === 'MESSAGE_TAG';
  if (isTagged && account.credentials.humanAgent !== 'approved') return refuse('human-agent-missing');
  const hours = (stage.now().getTime() - new Date(theirs.at).getTime()) / HOUR;
  if (hours > (isTagged ? HUMAN_AGENT_HOURS : WINDOW_HOURS)) return refuse('window-closed');
  const answer = (message_id: string) => json({ recipient_id: data.recipient.id, message_id });
  const { text } = data.message;
  return {
    unchanged: () => answer('aWdfbmVzc3Vubw'),
    effect() {
      const sent = { account: account.id, person: thread.person, own: true, text, at: stage.now() };
      return answer(stage.world.sendMessage(sent).id);
    },
  };
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Of whoever the token is: the linked Page, or the account. */
export const inboxEdges: Edges<Account> = {
  'GET conversations': {
    known: [...PAGING, 'platform', 'user_id', 'folder'],
    scope: 'manage_messages',
    answer: listThreads,
  },
  'POST messages': {
    known: ['recipient', 'message', 'messaging_type', 'tag'],
    scope: 'manage_messages',
    answer: sendMessage,
  },
};

/** Whether that person ever wrote privately: only those can be blocked through the interface. */
export const hasWritten = (person: string, account: Account, stage: Stage): Author | undefined =>
  threadsOf(account, stage).find((thread) => thread.person.id === person)?.person;
