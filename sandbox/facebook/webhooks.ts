// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Change, World, Writing } from './world.ts';

/** One attempt to tell the receiver. */
export interface Delivery {
  readonly at: string;
  readonly attempt: number;
  /** The receiver's HTTP status, or why there was none. */
  readonly answered: number | string;
  readonly body: string;
}

export interface WebhookSender {
  readonly deliveries: readonly Delivery[];
  send(change: Change, writing: Writing): void;
  /** Registers a receiver after the handshake, null to stop; the reason when the receiver fails it. */
  register(url: string | null, verifyToken: string): Promise<string | null>;
  /** When everything sent so far has been tried once. */
  settled(): Promise<void>;
  close(): void;
}

export interface SenderPorts {
  readonly world: World;
  readonly appSecret: string;
  readonly now: () => Date;
  /** Waits between attempts; after the last one the change is given up. */
  readonly retrySeconds: readonly number[];
}

const PATIENCE_MILLISECONDS = 10_000;
const VERBS = { written: 'add', edited: 'edited', deleted: 'remove', hidden: 'hide', shown: 'unhide' } as const;

export function openSender({ world, appSecret, now, retrySeconds }: SenderPorts): WebhookSender {
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  // Facebook keeps the order of what concerns one writing, and waits for nobody with the others.
  const queues = new Map<string, Promise<void>>();
  let closed = false;

  const enqueue = (id: string, work: () => Promise<void>): void => {
    const next = (queues.get(id) ?? Promise.resolve()).then(work);
    queues.set(id, next);
    void next.then(() => queues.get(id) === next && queues.delete(id));
  };

  async function attempt(id: string, body: string, count: number): Promise<void> {
    const url = world.webhook();
    if (url === null || closed) return;
    const answered = await post(url, body, appSecret);
    deliveries.push({ at: now().toISOString(), attempt: count, answered, body });
    const wait = retrySeconds[count - 1];
    if (answered === 200 || wait === undefined || closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      enqueue(id, () => attempt(id, body, count + 1));
    }, wait * 1000);
    timers.add(timer.unref());
  }

  return {
    deliveries,
    send(change, writing) {
      if (world.webhook() === null) return;
      const body = escaped(JSON.stringify(notice(change, writing, { world, now })));
      enqueue(writing.id, () => attempt(writing.id, body, 1));
    },
    async register(url, verifyToken) {
      const failure = url === null ? null : await handshake(url, verifyToken);
      if (failure === null) world.setWebhook(url);
      return failure;
    },
    settled: async () => {
      while (queues.size > 0) await Promise.all(queues.values());
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function handshake(url: string, verifyToken: string): Promise<string | null> {
  const challenge = `${1_000_000_000 + Math.floor(Math.random() * 1_000_000_000)}`;
  const address = new URL(url);
  address.searchParams.set('hub.mode', 'subscribe');
  address.searchParams.set('hub.verify_token', verifyToken);
  address.searchParams.set('hub.challenge', challenge);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    const text = await answer.text();
    return answer.status === 200 && text === challenge
      ? null
      : `the receiver answered ${answer.status} to the handshake`;
  } catch (fault) {
    return `the receiver cannot be reached: ${fault instanceof Error ? fault.name : 'unknown'}`;
  }
}

async function post(url: string, body: string, appSecret: string): Promise<number | string> {
  const sign = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest('hex');
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature': `sha1=${sign('sha1')}`,
        'x-hub-signature-256': `sha256=${sign('sha256')}`,
        'x-portavoce-sandbox': 'simulated',
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (fault) {
    return fault instanceof Error ? fault.name : 'unknown';
  }
}

/** The bytes that Meta signs have every other character than ASCII written as \uXXXX. */
const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function notice(change: Change, writing: Writing, { world, now }: { world: World; now: () => Date }): object {
  const time = Math.floor(now().getTime() / 1000);
  const isComment = writing.kind === 'comment';
  const speaks = change.type === 'written' || change.type === 'edited';
  const post = world.writings.get(writing.post);
  const value = {
    item: isComment ? 'comment' : writing.media ? 'photo' : 'status',
    verb: VERBS[change.type],
    post_id: writing.post,
    ...(isComment ? { comment_id: writing.id, parent_id: writing.parent ?? writing.post } : {}),
    ...(writing.from === null ? {} : { from: writing.from }),
    ...(speaks ? { message: writing.text } : {}),
    ...(speaks && writing.media ? { photo: 'https://immagini.invalid/simulata.jpg' } : {}),
    created_time: Math.floor(new Date(writing.at).getTime() / 1000),
    post: { id: writing.post, status_type: 'mobile_status_update', is_published: true, updated_time: post?.at },
  };
  return { object: 'page', entry: [{ id: writing.page, time, changes: [{ field: 'feed', value }] }] };
}
