// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WebhookDelivery } from '../port.ts';
import { parseLossless } from './lossless-json.ts';
import { headerOf, isSameSecret, isSignedBy } from './signing.ts';

// What Meta's webhooks have in common, whichever of its networks tells.

/** Meta registers an address by asking it to say a number back; the word proves that it is Meta who asks. */
export function graphHandshake(
  query: Readonly<Record<string, string | undefined>>,
  verifyToken: string,
): { readonly type: string; readonly body: string } | null {
  const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge = '' } = query;
  // The challenge is echoed to whoever asks: only the plain characters that Meta uses.
  if (mode !== 'subscribe' || !/^[\w.-]{1,256}$/.test(challenge)) return null;
  return isSameSecret(token, verifyToken) ? { type: 'text/plain', body: challenge } : null;
}

/** On the bytes as they came: Meta escapes accents in them, and the same text written again signs otherwise. */
export function isSignedByApp(delivery: WebhookDelivery, appSecret: string): boolean {
  const signature = /^sha256=([0-9a-f]{64})$/i.exec(headerOf(delivery, 'x-hub-signature-256') ?? '')?.[1];
  return signature !== undefined && isSignedBy(appSecret, delivery.rawBody, { text: signature, encoding: 'hex' });
}

/** Undefined where the bytes are not JSON in UTF-8. */
export function noticeOf({ rawBody }: WebhookDelivery): unknown {
  try {
    return parseLossless(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}
