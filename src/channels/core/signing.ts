// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookDelivery } from '../port.ts';

type Bytes = Uint8Array | string;

export const hmac = (algorithm: 'sha256' | 'sha1', secret: string, bytes: Bytes): Buffer =>
  createHmac(algorithm, secret).update(bytes).digest();

/**
 * Whether a signature in hexadecimal or base64 is that of the bytes, in constant time. An empty secret signs nothing: anyone
 * could forge it.
 */
export function isSignedBy(
  secret: string,
  bytes: Bytes,
  signature: { readonly text: string; readonly encoding: 'hex' | 'base64'; readonly algorithm?: 'sha256' | 'sha1' },
): boolean {
  if (secret === '') return false;
  const expected = hmac(signature.algorithm ?? 'sha256', secret, bytes);
  const given = Buffer.from(signature.text, signature.encoding);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Compares two secrets in constant time, whatever their lengths; an empty one equals nothing. */
export const isSameSecret = (one: string, other: string): boolean =>
  one !== '' && other !== '' && timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export function headerOf({ headers }: WebhookDelivery, name: string): string | undefined {
  return Object.entries(headers).find(([known]) => known.toLowerCase() === name)?.[1];
}
