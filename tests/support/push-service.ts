// SPDX-License-Identifier: AGPL-3.0-or-later
import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// What stands between an application server and a browser: a service that carries notices as RFC 8030 says, asks who sends them
// as RFC 8292 says, and browsers that open them as RFC 8291 and 8188 say. Written from those, with nothing of `web-push`.

/** What a browser's `PushSubscription` says of itself. */
export interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A notice as its device opened it. */
export interface Carried {
  readonly text: string;
  readonly ttl: number;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** Whom the carrier may write to, as the sender signed it. */
  readonly contact: string;
}

export interface TestBrowser {
  /** `key`: the only sender that is let through, base64url, as `applicationServerKey`. */
  subscribe(key: string): Subscription;
  /** What its devices showed, in order. */
  readonly shown: readonly Carried[];
  /** Off: notices wait at the carrier, of one topic the last alone. On again: those that wait arrive. */
  turn(state: 'on' | 'off'): void;
  /** Throws its subscriptions away: from then on the carrier knows them no more. */
  leave(): void;
}

interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PushService {
  /** For `PORTAVOCE_PUSH`. */
  readonly origin: string;
  browser(): TestBrowser;
  /** Answers so from now on, whatever is asked; null: works again. */
  answer(refusal: Refusal | null): void;
  /** Requests so far, with what was answered. */
  readonly statuses: readonly number[];
  close(): Promise<void>;
}

interface Line {
  readonly sender: string;
  readonly keys: ECDH;
  readonly auth: Buffer;
  readonly browser: Holder;
}

interface Holder {
  isOn: boolean;
  readonly shown: Carried[];
  waiting: Carried[];
}

export async function startPushService(): Promise<PushService> {
  const lines = new Map<string, Line>();
  const statuses: number[] = [];
  let refusal: Refusal | null = null;
  let origin = '';
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const answer = refusal ?? carry(lines.get(request.url ?? ''), { request, body: Buffer.concat(pieces), origin });
    statuses.push(answer.status);
    finish(response, answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    statuses,
    browser: () => browserAt(origin, lines),
    answer: (given) => {
      refusal = given;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

const finish = (response: ServerResponse, { status, headers = {} }: Refusal): void =>
  void response.writeHead(status, headers).end();

function browserAt(origin: string, lines: Map<string, Line>): TestBrowser {
  const browser: Holder = { isOn: true, shown: [], waiting: [] };
  return {
    shown: browser.shown,
    subscribe: (sender) => {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(24).toString('base64url')}`;
      lines.set(path, { sender, keys, auth, browser });
      const p256dh = keys.getPublicKey('base64url');
      return { endpoint: `${origin}${path}`, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    turn: (state) => {
      browser.isOn = state === 'on';
      if (!browser.isOn) return;
      browser.shown.push(...browser.waiting);
      browser.waiting = [];
    },
    leave: () => {
      for (const [path, line] of lines) if (line.browser === browser) lines.delete(path);
    },
  };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly origin: string;
}

/** RFC 8030, 5: a push resource takes a message, with how long it may be kept. */
function carry(line: Line | undefined, { request, body, origin }: Asked): Refusal {
  const { headers, method } = request;
  if (line === undefined) return { status: 410 };
  if (method !== 'POST') return { status: 405 };
  const sender = senderOf(headers.authorization, origin);
  if (sender === undefined) return { status: 401 };
  if (sender.key !== line.sender) return { status: 403 };
  const topic = headers.topic as string | undefined;
  if (!/^\d+$/.test(String(headers.ttl)) || (topic !== undefined && !/^[A-Za-z0-9_-]{1,32}$/.test(topic)))
    return { status: 400 };
  if (headers['content-encoding'] !== 'aes128gcm') return { status: 415 };
  if (body.length > 4096) return { status: 413 };
  const carried = {
    ...{ text: opened(line, body).toString('utf8'), ttl: Number(headers.ttl), topic, contact: sender.contact },
    urgency: headers.urgency as string | undefined,
  };
  const { browser } = line;
  if (browser.isOn) browser.shown.push(carried);
  // RFC 8030, 5.4: a later one of the same topic takes the place of the one that waits.
  else if (carried.ttl > 0)
    browser.waiting = [...browser.waiting.filter((one) => topic === undefined || one.topic !== topic), carried];
  return { status: 201, headers: { location: `${origin}/message/${randomBytes(9).toString('base64url')}` } };
}

const DAY_SECONDS = 86_400;

/** RFC 8292: a token signed with the key that it names, for this service, for less than a day, with whom to write to. */
function senderOf(authorization = '', origin: string): { readonly key: string; readonly contact: string } | undefined {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(authorization) ?? [];
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return undefined;
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const said = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const { aud, exp, sub } = signed ? said(claims) : {};
  const left = Number(exp) - Date.now() / 1000;
  const isGood = said(header).alg === 'ES256' && aud === origin && left > 0 && left <= DAY_SECONDS;
  return isGood && /^(mailto:|https:)\S+/.test(String(sub)) ? { key, contact: String(sub) } : undefined;
}

const derive = (secret: Buffer, { salt, info, length }: { salt: Buffer; info: Buffer; length: number }): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

const named = (name: string): Buffer => Buffer.from(`Content-Encoding: ${name}\0`);

/** RFC 8188, 2 and RFC 8291, 3.4: one record, opened with what only the browser holds. */
function opened({ keys, auth }: Line, message: Buffer): Buffer {
  const salt = message.subarray(0, 16);
  const recordSize = message.readUInt32BE(16);
  const theirs = message.subarray(21, 21 + message.readUInt8(20));
  const record = message.subarray(21 + theirs.length);
  if (record.length > recordSize) throw new Error('more than one record');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs]);
  const secret = derive(keys.computeSecret(theirs), { salt: auth, info, length: 32 });
  const key = derive(secret, { salt, info: named('aes128gcm'), length: 16 });
  const nonce = derive(secret, { salt, info: named('nonce'), length: 12 });
  const opener = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([opener.update(record.subarray(0, -16)), opener.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no last record');
  return padded.subarray(0, end);
}
