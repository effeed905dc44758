// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Subject } from '../graph/subscriptions.ts';
import type { Stage, WebhookHabits } from '../town/network.ts';
import type { Change, Message, Writing } from '../town/writing.ts';

interface Entry {
  readonly id: string;
  readonly time: number;
}

const VERBS = { written: 'add', edited: 'edited', deleted: 'remove', hidden: 'hide', shown: 'unhide' } as const;

/** What a Page can be heard of, as far as it happens here; the other names are known and bring nothing. */
export const SUBJECT: Subject = {
  object: 'page',
  fields: [
    ...['feed', 'mention', 'messages', 'message_echoes', 'message_edits', 'message_reads'],
    ...['messaging_postbacks', 'messaging_policy_enforcement'],
  ],
};

export const webhook: WebhookHabits = {
  tells(change, stage) {
    if ('message' in change) return [messaging(change.message)];
    const verb = VERBS[change.type as keyof typeof VERBS];
    if (!('writing' in change) || verb === undefined) return [];
    return [change.writing.kind === 'mention' ? mention(change.writing, verb, stage) : feed(change, verb, stage)];
  },
  kindOf(event) {
    const { changes, messaging } = event as {
      changes?: readonly { field: string }[];
      messaging?: readonly { message: { is_echo: boolean } }[];
    };
    return changes?.[0]?.field ?? (messaging?.[0]?.message.is_echo === true ? 'message_echoes' : 'messages');
  },
  bodyOf: (entry) => escaped(JSON.stringify({ object: 'page', entry })),
  largestBatch: 1000,
  sign(body, { secrets }) {
    const sign = (algorithm: string) =>
      createHmac(algorithm, secrets.appSecret ?? '')
        .update(body)
        .digest('hex');
    return { 'x-hub-signature': `sha1=${sign('sha1')}`, 'x-hub-signature-256': `sha256=${sign('sha256')}` };
  },
  async handshake({ url, word, ask }, { secrets }) {
    const challenge = `${1_000_000_000 + Math.floor(Math.random() * 1_000_000_000)}`;
    const address = new URL(url);
    address.searchParams.set('hub.mode', 'subscribe');
    address.searchParams.set('hub.verify_token', word ?? secrets.verifyToken ?? '');
    address.searchParams.set('hub.challenge', challenge);
    const { status, text } = await ask(address);
    return status === 200 && text === challenge ? null : `the receiver answered ${status} to the handshake`;
  },
  retrySeconds: [1, 5, 30, 120, 600],
};

/** The bytes that Meta signs have every other character than ASCII written as \uXXXX. */
const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const who = ({ from }: Writing) => (from === null ? {} : { from: { id: from.id, name: from.name } });

function feed(change: Extract<Change, { writing: Writing }>, verb: string, stage: Stage): Entry {
  const { writing } = change;
  const isComment = writing.kind === 'comment';
  const speaks = change.type === 'written' || change.type === 'edited';
  const post = stage.world.writings.get(writing.post);
  const hasMedia = writing.media.length > 0;
  const value = {
    ...{ item: isComment ? 'comment' : hasMedia ? 'photo' : 'status', verb, post_id: writing.post },
    ...(isComment ? { comment_id: writing.id, parent_id: writing.parent ?? writing.post } : {}),
    ...who(writing),
    ...(speaks ? { message: writing.text } : {}),
    ...(speaks && hasMedia ? { photo: 'https://immagini.invalid/simulata.jpg' } : {}),
    created_time: seconds(new Date(writing.at)),
    post: { id: writing.post, status_type: 'mobile_status_update', is_published: true, updated_time: post?.at },
  };
  return entry(writing.account, stage, { changes: [{ field: 'feed', value }] });
}

function mention(writing: Writing, verb: string, stage: Stage): Entry {
  const { from, text: message, id: post_id } = writing;
  const value = { item: 'post', verb, post_id, sender_id: from?.id, sender_name: from?.name, message };
  return entry(writing.account, stage, { changes: [{ field: 'mention', value }] });
}

const entry = (id: string, stage: Stage, content: object): Entry => ({ id, time: seconds(stage.now()), ...content });

function messaging({ id, account, person, own, at, text, media }: Message): Entry {
  const time = new Date(at).getTime();
  const attachments = media.map(({ type, url }) => ({
    type,
    payload: { url: url ?? 'https://immagini.invalid/simulata.jpg' },
  }));
  const message = { mid: id, text, ...(attachments.length > 0 ? { attachments } : {}), is_echo: own };
  const [sender, recipient] = own ? [account, person.id] : [person.id, account];
  const told = { sender: { id: sender }, recipient: { id: recipient }, timestamp: time, message };
  return { id: account, time, ...{ messaging: [told] } };
}
