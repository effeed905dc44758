// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Account, Author, Message } from '../town/writing.ts';
import type { Within } from './changes.ts';
import { handleOf } from './identifiers.ts';
import { invalid, refuse } from './refusals.ts';
import { Said } from './shapes.ts';

/** Whom a call for private messages has to be handed on to. */
export const CHAT_SERVICE = 'did:web:api.bsky.chat#bsky_chat';

const profile = ({ id, name, handle }: Author) => ({ did: id, handle: handleOf(handle), displayName: name });

const messageView = ({ id, text, at, own, person, account }: Message) => ({
  $type: 'chat.bsky.convo.defs#messageView',
  ...{ id, rev: id, text, sentAt: at, sender: { did: own ? account : person.id } },
});

const conversationsOf = (account: Account, { world }: Stage) =>
  world.conversationsOf(account.id).sort((one, other) => (one.last.id < other.last.id ? 1 : -1));

/** The one that moved last first. */
export function listConvos({ call: { query }, account, stage }: Within): Answer {
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const skip = Number(query.get('cursor') ?? 0);
  const all = conversationsOf(account, stage);
  const convos = all.slice(skip, skip + limit).map(({ id, person, last }) => ({
    ...{ id, rev: last.id, muted: false, status: 'accepted', unreadCount: 0 },
    members: [profile(stage.world.self(account.id)), profile(person)],
    lastMessage: messageView(last),
  }));
  return json({ convos, ...(skip + limit < all.length && { cursor: `${skip + limit}` }) });
}

/** Newest first. */
export function getMessages({ call: { query }, account, stage }: Within): Answer {
  const id = query.get('convoId') ?? '';
  const said = stage.world.conversation(id);
  if (said[0]?.account !== account.id) return refuse('no-conversation');
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const skip = Number(query.get('cursor') ?? 0);
  const page = said.toReversed().slice(skip, skip + limit);
  return json({
    messages: page.map(messageView),
    ...(skip + limit < said.length && { cursor: `${skip + limit}` }),
  });
}

export function sendMessage({ call, account, stage }: Within): Answer | Asked {
  const asked = jsonOf(call, Said);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const { convoId, message } = asked;
  const convo = conversationsOf(account, stage).find(({ id }) => id === convoId);
  if (convo === undefined) return refuse('no-conversation');
  const sent = { account: account.id, person: convo.person, own: true, text: message.text };
  const answer = ({ $type: _, ...view }: ReturnType<typeof messageView>): Answer => json(view);
  return {
    unchanged: () => answer(messageView({ ...convo.last, own: true, text: message.text, id: '2222222222222' })),
    effect: () => answer(messageView(stage.world.sendMessage({ ...sent, at: stage.now() }))),
  };
}
