// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import { addressOfFile } from '../town/samples.ts';
import type { Account, Author, Message } from '../town/writing.ts';
import { type Answered, type Edges, PAGING, type Question } from './edges.ts';
import { type Asked, type Kind, type Listed, listNodes, moment, render, select } from './rendering.ts';

/** A conversation of a Page with one person. */
export interface Thread {
  readonly id: string;
  readonly page: Account;
  readonly person: Author;
  readonly last: Message;
}

const LONGEST_MESSAGE = 2000;
const HOUR = 3_600_000;
const WINDOW_HOURS = 24;
const HUMAN_AGENT_WINDOW_HOURS = 7 * 24;

const messageKind: Kind<Message> = {
  node: 'UnifiedMessage',
  usual: 'id,created_time',
  fields: {
    id: ({ id }) => id,
    message: ({ text }) => text,
    created_time: ({ at }) => moment(at),
    from: (message, stage) => partyOf(message.own ? stage.world.self(message.account) : message.person),
    to: (message, stage) => ({
      data: [partyOf(message.own ? message.person : stage.world.self(message.account))],
    }),
    attachments: ({ media }, { screen }) =>
      media.length === 0
        ? undefined
        : {
            data: media.map((one, index) => ({
              id: `${index}`,
              ...(one.type === 'video'
                ? { mime_type: 'video/mp4', video_data: { url: addressOfFile(one, screen) } }
                : {
                    mime_type: 'image/jpeg',
                    image_data: { url: addressOfFile(one, screen), width: 480, height: 320 },
                  }),
            })),
          },
    sticker: () => undefined,
  },
};

/** Messenger gives everybody an address that is none. */
const partyOf = ({ id, name }: Author) => ({ id, name, email: `${id}@facebook.com` });

const threadKind: Kind<Thread> = {
  node: 'UnifiedThread',
  usual: 'id,link,updated_time',
  fields: {
    id: ({ id }) => id,
    link: ({ id, page }) => `/${page.id}/inbox/${id}/?section=messages`,
    updated_time: ({ last }) => moment(last.at),
    participants: ({ person, page }, { world }) => ({ data: [partyOf(person), partyOf(world.self(page.id))] }),
    message_count: ({ id }, { world }) => world.conversation(id).length,
    unread_count: () => 0,
    snippet: ({ last }) => last.text,
    can_reply: () => true,
  },
  edges: { messages: { of: () => messageKind, list: listMessages } },
};

/** Newest first. */
function listMessages({ id }: Thread, asked: Asked): Listed {
  const messages = asked.stage.world.conversation(id).toReversed();
  return listNodes(messageKind, messages, { ...asked, address: `${id}/messages` });
}

const threadsOf = (page: Account, { world }: Stage): Thread[] =>
  world
    .conversationsOf(page.id)
    .map(({ id, person, last }) => ({ id, page, person, last }))
    .sort((one, other) => (one.last.at < other.last.at ? 1 : -1));

export const threadNamed = (id: string, page: Account, stage: Stage): Thread | undefined =>
  threadsOf(page, stage).find((thread) => thread.id === id);

export const threadEdges: Edges<Thread> = {
  'GET ': {
    known: [],
    scope: 'pages_messaging',
    answer: ({ parameters, stage }, thread) =>
      json(render(threadKind, thread, { selection: select(parameters.fields), stage })),
  },
  'GET messages': {
    known: PAGING,
    scope: 'pages_messaging',
    answer: ({ parameters, stage }, thread) =>
      json(listMessages(thread, { parameters, selection: select(parameters.fields), stage })),
  },
};

/** Conversations of the Page, the one that moved last first. */
export function listThreads({ parameters, stage }: Question, page: Account): Answer {
  const { platform = 'MESSENGER', user_id: person, fields } = parameters;
  const threads = threadsOf(page, stage).filter(
    (thread) => platform.toUpperCase() === 'MESSENGER' && (person === undefined || thread.person.id === person),
  );
  const selection = select(fields);
  return json(listNodes(threadKind, threads, { parameters, selection, stage, address: `${page.id}/conversations` }));
}

const Sending = z.object({
  recipient: z.strictObject({ id: z.string() }),
  message: z.strictObject({ text: z.string().min(1) }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']).default('RESPONSE'),
  tag: z.string().optional(),
});

/** A message to a person who wrote first; only so long after their last one. */
export function sendMessage({ page, parameters, stage }: Question): Answered {
  const asked = Sending.safeParse({
    ...parameters,
    recipient: readJson(parameters.recipient),
    message: readJson(parameters.message),
  });
  if (!asked.success) return 'message-malformed';
  const { recipient, message, messaging_type: type, tag } = asked.data;
  if (message.text.length > LONGEST_MESSAGE) return 'text-too-long';
  const thread = threadsOf(page, stage).find(({ person }) => person.id === recipient.id);
  const theirs = stage.world.conversation(thread?.id ?? '').findLast(({ own }) => !own);
  if (thread === undefined || theirs === undefined) return 'person-unknown';
  if (type === 'MESSAGE_TAG' && tag !== 'HUMAN_AGENT') return 'message-malformed';
  if (type === 'MESSAGE_TAG' && page.credentials.humanAgent !== 'approved') return 'human-agent-missing';
  const hours = (stage.now().getTime() - new Date(theirs.at).getTime()) / HOUR;
  if (hours > (type === 'MESSAGE_TAG' ? HUMAN_AGENT_WINDOW_HOURS : WINDOW_HOURS)) return 'window-closed';
  const answer = (message_id: string) => json({ recipient_id: recipient.id, message_id });
  return {
    unchanged: () => answer('m_nessuno'),
    effect: () =>
      answer(
        stage.world.sendMessage({
          account: page.id,
          person: thread.person,
          own: true,
          text: message.text,
          at: stage.now(),
        }).id,
      ),
  };
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
