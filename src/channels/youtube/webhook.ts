// SPDX-License-Identifier: AGPL-3.0-or-later
import { headerOf, isSameSecret, isSignedBy } from '../core/signing.ts';
import type { NetworkAdapter } from '../port.ts';
import { fault, foreignDelivery } from './errors.ts';
import { hubSecretOf, verifyTokenOf } from './subscribe.ts';

// YouTube tells by PubSubHubbub of new, changed and deleted videos, never of comments: a delivery says only whose channel moved,
// so that it is read before its turn.

const TOPIC = /^https:\/\/www\.youtube\.com\/(?:feeds\/videos\.xml|xml\/feeds\/videos\.xml)\?channel_id=[\w-]+$/;
const ENTRY = /<entry\b[\s\S]*?<\/entry>/g;
const ENTRY_CHANNEL = /<yt:channelId>\s*([\w-]{1,64})\s*<\/yt:channelId>/;
const DELETED = /<at:deleted-entry\b[\s\S]*?<\/at:deleted-entry>/g;
const DELETED_CHANNEL = /<uri>\s*https?:\/\/www\.youtube\.com\/channel\/([\w-]{1,64})\s*<\/uri>/;

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake(query, credentials) {
    const { 'hub.mode': mode, 'hub.topic': topic = '', 'hub.challenge': challenge = '' } = query;
    // Never an agreement to stop, which anybody may ask of the hub; the challenge is echoed, so only plain characters.
    if (mode !== 'subscribe' || !TOPIC.test(topic) || !/^[\w.-]{1,256}$/.test(challenge)) return null;
    if (!isSameSecret(query['hub.verify_token'] ?? '', verifyTokenOf(credentials))) return null;
    return { type: 'text/plain; charset=utf-8', body: challenge };
  },

  verify(delivery, credentials) {
    const hubSecret = hubSecretOf(credentials);
    const text = /^sha1=([0-9a-f]{40})$/i.exec(headerOf(delivery, 'x-hub-signature') ?? '')?.[1];
    return text !== undefined && isSignedBy(hubSecret, delivery.rawBody, { text, encoding: 'hex', algorithm: 'sha1' });
  },

  parse({ rawBody }) {
    const feed = decoded(rawBody);
    if (feed === null || !/<feed\b[^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(feed))
      throw fault(foreignDelivery);
    const channels = [
      ...(feed.match(ENTRY) ?? []).map((entry) => ENTRY_CHANNEL.exec(entry)?.[1]),
      ...(feed.match(DELETED) ?? []).map((entry) => DELETED_CHANNEL.exec(entry)?.[1]),
    ];
    return [...new Set(channels.flatMap((channel) => channel ?? []))].map((accountExternalId) => ({
      accountExternalId,
      events: [],
      toBeRead: true,
    }));
  },
};

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
