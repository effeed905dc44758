// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Stage, WebhookHabits } from '../town/network.ts';
import type { Writing } from '../town/writing.ts';
import { secretOf } from './hub.ts';

export const topicOf = (channel: string): string => `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
export const LEASE_SECONDS = 432_000;

const channelIn = (body: string): string => /channel_id=([\w-]+)/.exec(body)?.[1] ?? '';

/** PubSubHubbub: new, changed and deleted videos in an Atom feed, and never a comment. */
export const webhook: WebhookHabits = {
  tells(change, stage) {
    if (!('writing' in change) || change.writing.kind !== 'post') return [];
    const { writing } = change;
    if (change.type === 'deleted') return [{ channel: writing.account, entry: deleted(writing, stage) }];
    if (change.type !== 'written' && change.type !== 'edited') return [];
    return [{ channel: writing.account, entry: entry(writing, stage) }];
  },
  bodyOf(events) {
    const [first] = events as { channel: string; entry: string }[];
    return (
      "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" " +
      'xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom">' +
      `<link rel="hub" href="https://pubsubhubbub.appspot.com"/><link rel="self" href="${escaped(topicOf(first?.channel ?? ''))}"/>` +
      `<title>YouTube video feed</title>${first?.entry ?? ''}</feed>\n`
    );
  },
  largestBatch: 1,
  sign: (body, stage) => ({
    'content-type': 'application/atom+xml',
    'x-hub-signature': `sha1=${createHmac('sha1', secretOf(channelIn(body), stage))
      .update(body)
      .digest('hex')}`,
  }),
  async handshake({ url, word, account: wanted, leaseSeconds = LEASE_SECONDS, ask }, { secrets, world }) {
    const challenge = `${world.draw()}`;
    const address = new URL(url);
    const account = wanted ?? [...world.accounts.keys()][0];
    address.searchParams.set('hub.mode', 'subscribe');
    address.searchParams.set('hub.topic', topicOf(account ?? ''));
    address.searchParams.set('hub.challenge', challenge);
    address.searchParams.set('hub.lease_seconds', `${leaseSeconds}`);
    address.searchParams.set('hub.verify_token', word ?? secrets.verifyToken ?? '');
    const { status, text } = await ask(address);
    return status === 200 && text === challenge ? null : `the receiver answered ${status} to the handshake`;
  },
  retrySeconds: [60, 300, 900],
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const author = (channel: string, { world }: Stage): string =>
  `<name>${escaped(world.self(channel).name)}</name><uri>https://www.youtube.com/channel/${escaped(channel)}</uri>`;

const entry = ({ id, account, title, text, at, edited }: Writing, stage: Stage): string =>
  `<entry><id>yt:video:${id}</id><yt:videoId>${id}</yt:videoId><yt:channelId>${escaped(account)}</yt:channelId>` +
  `<title>${escaped(title ?? text.slice(0, 100))}</title>` +
  `<link rel="alternate" href="https://www.youtube.com/watch?v=${id}"/><author>${author(account, stage)}</author>` +
  `<published>${at}</published><updated>${edited ?? at}</updated></entry>`;

const deleted = ({ id, account }: Writing, stage: Stage): string =>
  `<at:deleted-entry ref="yt:video:${id}" when="${stage.now().toISOString()}">` +
  `<link href="https://www.youtube.com/watch?v=${id}"/><at:by>${author(account, stage)}</at:by></at:deleted-entry>`;
