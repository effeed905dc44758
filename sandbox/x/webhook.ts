// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomBytes } from 'node:crypto';
import type { Stage, WebhookHabits } from '../town/network.ts';
import type { Message, Writing } from '../town/writing.ts';
import { idOfMoment } from './ids.ts';
import { addresseeOf, POST_FIELDS, postShown, userShown } from './render.ts';

const signed = (bytes: string, { secrets }: Stage): string =>
  `sha256=${createHmac('sha256', secrets.consumerSecret ?? '')
    .update(bytes)
    .digest('base64')}`;

/** The Activity API: one thing that happened, to one account, in each delivery. */
export const webhook: WebhookHabits = {
  tells(change, stage) {
    if (change.type === 'message') return change.message.own ? [] : [message(change.message, stage)];
    if (!('writing' in change)) return [];
    if (change.type === 'written') return written(change.writing, stage);
    // Deletions are told of the account's own posts: citizens have subscribed to nothing.
    return change.type === 'deleted' && stage.world.isOwn(change.writing) ? [deleted(change.writing, stage)] : [];
  },
  kindOf: (event) => (event as { event_type: string }).event_type,
  bodyOf: ([data]) => JSON.stringify({ data }),
  largestBatch: 1,
  sign: (body, stage) => ({ 'x-twitter-webhooks-signature': signed(body, stage) }),
  async handshake({ url, ask }, stage) {
    const challenge = randomBytes(18).toString('base64url');
    const address = new URL(url);
    address.searchParams.set('crc_token', challenge);
    const { status, text } = await ask(address);
    return status === 200 && tokenIn(text) === signed(challenge, stage)
      ? null
      : `the receiver answered ${status} to the CRC, without the right response token`;
  },
  retrySeconds: [1, 5, 30, 120, 600],
};

function tokenIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { response_token?: unknown }).response_token;
  } catch {
    return undefined;
  }
}

const ALL = { fields: new Set(POST_FIELDS), expansions: new Set(['author_id']), media: new Set<string>() };
const UNTOLD = ['public_metrics'];

const event = (account: string, event_type: string, { stage, payload }: { stage: Stage; payload: object }) => ({
  event_uuid: idOfMoment(stage.now()),
  filter: { user_id: account },
  event_type,
  tag: `desk-${account}`,
  payload,
});

/** Only an explicit name counts as a mention, and only a direct answer to the account as a reply: the rest must be asked for. */
function written(writing: Writing, stage: Stage): object[] {
  const { account, from } = writing;
  if (from === null || from.id === account) return [];
  const handle = stage.world.accounts.get(account)?.handle ?? '';
  const isNamed = writing.kind === 'mention' || writing.text.toLowerCase().includes(`@${handle.toLowerCase()}`);
  const isAnswer = addresseeOf(writing, stage)?.id === account;
  const shown = Object.entries(postShown(writing, ALL, stage)).filter(([name]) => !UNTOLD.includes(name));
  const told = (type: string) => ({
    ...event(account, type, { stage, payload: Object.fromEntries(shown) }),
    includes: { users: [userShown(from)] },
  });
  return [...(isAnswer ? [told('post.reply.create')] : []), ...(isNamed ? [told('post.mention.create')] : [])];
}

const deleted = ({ id, account }: Writing, stage: Stage): object =>
  event(account, 'post.delete', { stage, payload: { id, author_id: account } });

function message({ id, account, person, at, text }: Message, stage: Stage): object {
  const created = {
    ...{ type: 'message_create', id, created_timestamp: `${Date.parse(at)}` },
    message_create: { target: { recipient_id: account }, sender_id: person.id, message_data: { text, entities: {} } },
  };
  const sender = { id: person.id, name: person.name, screen_name: person.handle };
  const payload = { direct_message_events: [created], users: { [person.id]: sender } };
  return event(account, 'dm.received', { stage, payload });
}
