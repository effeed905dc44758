// SPDX-License-Identifier: AGPL-3.0-or-later
import { createECDH, ECDH } from 'node:crypto';
import webPush from 'web-push';
import type { Clock } from '#kernel';
import type { Config } from '../config.ts';
import type { Vault } from '../vault.ts';
import { placeAt } from './carriers.ts';
import { type Posting, post } from './posting.ts';

/** What a browser gives when a person turns notices on: its address at a carrier, and the keys that what is sent is sealed for. */
export interface PushTarget {
  readonly endpoint: string;
  /** A point of P-256 and sixteen bytes, base64url. */
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushNotice {
  /** Read by the device alone. */
  readonly data: string;
  /** Up to 32 characters, base64url: of those that wait for a device with one topic the last alone arrives. */
  readonly topic: string;
  /** How long a carrier keeps it for a device that is off. */
  readonly ttlSeconds: number;
}

export type PushOutcome =
  /** Taken by the carrier; whether the device showed it nobody tells. */
  | { readonly outcome: 'accepted' }
  /** The device is there no more. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'later'; readonly why: 'busy' | 'unreachable'; readonly seconds: number };

/** Notices to people's devices (RFC 8030, 8291, 8292). */
export interface Push {
  /** False where the installation wants none. */
  readonly possible: boolean;
  /** What browsers tie a subscription to, base64url. */
  readonly publicKey: string;
  /** Whose service that address is; undefined where nothing may be sent to it. */
  carrierOf(endpoint: string): string | undefined;
  /** What cannot be sent to for want of an address that may be is `gone`. */
  send(target: PushTarget, notice: PushNotice): Promise<PushOutcome>;
}

export interface PushOptions extends Partial<Pick<Posting, 'lookup'>> {
  /** Origins of carriers besides the known ones; false: no notices. */
  readonly carriers: readonly string[] | false;
  /** Whom a carrier may write to about what this installation sends: `mailto:` or `https:`. */
  readonly contact: string;
  readonly vault: Pick<Vault, 'derive'>;
  readonly clock: Clock;
}

/** Whom a carrier writes to: who answers for security, else who sends the letters, else the desk's own address. */
export function contactOf(
  { securityContact, mailFrom }: Pick<Config, 'securityContact' | 'mailFrom'>,
  url: string,
): string {
  if (securityContact !== undefined) return securityContact;
  const sender = /([^\s<>]+@[^\s<>]+)>?\s*$/.exec(mailFrom ?? '')?.[1];
  if (sender !== undefined) return `mailto:${sender}`;
  return url.startsWith('https://') ? url : 'mailto:banco@localhost.localdomain';
}

const CURVE = 'prime256v1';
const PURPOSE = 'web push identification';
const TIMEOUT_MILLISECONDS = 10_000;

/** Where a carrier does not say, and the longest that its word is followed. */
const AGAIN_SECONDS = 20;
const LONGEST_SECONDS = 3600;

export function pushOf({ carriers, contact, vault, clock, lookup }: PushOptions): Push {
  const own = carriers === false ? [] : carriers;
  const keys = identityOf(vault);
  const posting = { timeoutMilliseconds: TIMEOUT_MILLISECONDS, ...(lookup && { lookup }) };
  return {
    possible: carriers !== false,
    publicKey: keys.publicKey,
    carrierOf: (endpoint) => (carriers === false ? undefined : placeAt(endpoint, own)?.carrier),
    async send({ endpoint, ...target }, { data, topic, ttlSeconds }) {
      const place = carriers === false ? undefined : placeAt(endpoint, own);
      if (place === undefined) return { outcome: 'gone' };
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: target }, data, {
        ...{ TTL: ttlSeconds, urgency: 'high', topic, contentEncoding: 'aes128gcm' },
        vapidDetails: { subject: contact, ...keys },
      });
      const answer = await post(place, { headers, body }, posting);
      if (!answer.answered) return { outcome: 'later', why: 'unreachable', seconds: AGAIN_SECONDS };
      return outcomeOf(answer, clock.now());
    },
  };
}

function outcomeOf(
  { status, retryAfter }: { readonly status: number; readonly retryAfter: string | undefined },
  now: Date,
): PushOutcome {
  if (status >= 200 && status < 300) return { outcome: 'accepted' };
  if (status === 404 || status === 410) return { outcome: 'gone' };
  if (status === 429 || status >= 500) return { outcome: 'later', why: 'busy', seconds: secondsUntil(retryAfter, now) };
  return { outcome: 'refused', status };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsUntil(retryAfter: string | undefined, now: Date): number {
  const given = retryAfter?.trim() ?? '';
  const seconds = /^\d+$/.test(given) ? Number(given) : Math.ceil((Date.parse(given) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? AGAIN_SECONDS : Math.min(Math.max(seconds, 1), LONGEST_SECONDS);
}

/**
 * The pair of keys that carriers know this installation by: one for as long as its first master key is, and kept nowhere. Not
 * every number is a key of the curve: that one in four thousand million is passed over.
 */
function identityOf(vault: Pick<Vault, 'derive'>): { readonly publicKey: string; readonly privateKey: string } {
  const pair = createECDH(CURVE);
  for (let nth = 1; ; nth++) {
    const secret = vault.derive(nth === 1 ? PURPOSE : `${PURPOSE} ${nth}`);
    try {
      pair.setPrivateKey(secret);
    } catch {
      continue;
    }
    return { publicKey: pair.getPublicKey('base64url'), privateKey: secret.toString('base64url') };
  }
}

const AUTH_BYTES = 16;
const POINT_BYTES = 65;
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;

/** Whether something can be sealed for them. */
export function areDeviceKeys({ p256dh, auth }: Pick<PushTarget, 'p256dh' | 'auth'>): boolean {
  if (!BASE64URL.test(p256dh) || !BASE64URL.test(auth)) return false;
  const point = Buffer.from(p256dh, 'base64url');
  if (Buffer.from(auth, 'base64url').length !== AUTH_BYTES || point.length !== POINT_BYTES) return false;
  try {
    ECDH.convertKey(point, CURVE);
    return true;
  } catch {
    return false;
  }
}
