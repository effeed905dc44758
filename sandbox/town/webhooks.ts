// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Ask, NetworkDefinition, NewReceiver, Stage, WebhookHabits } from './network.ts';
import { forgetReceivers, listeningTo } from './receivers.ts';
import type { Change } from './writing.ts';

/** One attempt to tell the receiver. */
export interface Delivery {
  readonly at: string;
  readonly attempt: number;
  /** The receiver's HTTP status, or why there was none. */
  readonly answered: number | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How telling goes wrong, until it is put differently. */
export const WebhookTrouble = z.strictObject({
  /** Each event so many times more. */
  duplicates: z.number().int().nonnegative().max(10).default(0),
  /** Gathers so many events and tells them in random order. */
  shuffle: z.number().int().nonnegative().default(0),
  /** Gathers so many events into one delivery, as far as the network does. */
  batch: z.number().int().positive().default(1),
  /** Each waits a random time up to this. */
  delaySeconds: z.number().nonnegative().max(600).default(0),
  wrongSignature: z.boolean().default(false),
  /** Tells nothing at all. */
  silent: z.boolean().default(false),
  seed: z.number().int().default(1),
});
export type WebhookTrouble = z.infer<typeof WebhookTrouble>;

export interface WebhookSender {
  readonly deliveries: readonly Delivery[];
  send(change: Change): void;
  setTrouble(trouble: WebhookTrouble): void;
  /**
   * Registers a receiver of everything after the handshake (`trusted`: without), null to stop telling anybody; the reason when
   * the receiver fails it.
   */
  register(receiver: { url: string | null; word: string | undefined; trusted: boolean }): Promise<string | null>;
  /** Tells what was held back while the network was down. */
  resume(): void;
  /** When everything sent so far has been tried once. */
  settled(): Promise<void>;
  close(): void;
}

export interface SenderPorts {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
  readonly isDown: () => boolean;
  /** Absent: the network's own waits between attempts. */
  readonly retrySeconds: readonly number[] | undefined;
}

interface Told {
  readonly event: object;
  /** Whom it happened to: who listens to that account is told. */
  readonly account: string;
  /** What it is about: the order of what concerns one thing is kept. */
  readonly subject: string;
}

const PATIENCE_MILLISECONDS = 10_000;
const DELIVERIES_REMEMBERED = 20_000;
const LANES = 8;

export function openSender({ definition, stage, isDown, retrySeconds }: SenderPorts): WebhookSender {
  const { webhook } = definition;
  const deliveries: Delivery[] = [];
  const retries = new Set<NodeJS.Timeout>();
  const delays = new Set<Promise<void>>();
  const queues = new Map<string, Promise<void>>();
  let trouble = WebhookTrouble.parse({});
  let random = randomFrom(trouble.seed);
  let gathered: Told[] = [];
  let lane = 0;
  let closed = false;

  const enqueue = (queue: string, work: () => Promise<void>): void => {
    const next = (queues.get(queue) ?? Promise.resolve()).then(work);
    queues.set(queue, next);
    void next.then(() => queues.get(queue) === next && queues.delete(queue));
  };

  async function attempt(
    habits: WebhookHabits,
    { account, body, queue, count }: { account: string; body: string; queue: string; count: number },
  ) {
    const url = listeningTo(account, stage)?.url;
    if (url === undefined || closed) return;
    const signed = habits.sign(trouble.wrongSignature ? `${body} ` : body, stage);
    const headers = { 'content-type': 'application/json', ...signed, 'x-portavoce-sandbox': 'simulated' };
    const answered = await post(url, body, headers);
    deliveries.push({ at: stage.now().toISOString(), attempt: count, answered, headers, body });
    if (deliveries.length > DELIVERIES_REMEMBERED) deliveries.shift();
    const wait = (retrySeconds ?? habits.retrySeconds)[count - 1];
    if ((typeof answered === 'number' && answered < 300) || wait === undefined || closed) return;
    const timer = setTimeout(() => {
      retries.delete(timer);
      enqueue(queue, () => attempt(habits, { account, body, queue, count: count + 1 }));
    }, wait * 1000);
    retries.add(timer.unref());
  }

  const dispatch = (habits: WebhookHabits, told: readonly Told[]): void => {
    const inOrder = trouble.shuffle === 0 && trouble.delaySeconds === 0;
    const account = told[0]?.account ?? '';
    const body = habits.bodyOf(
      told.map(({ event }) => event),
      stage,
    );
    for (let copy = 0; copy <= trouble.duplicates; copy++) {
      const queue = inOrder ? (told[0]?.subject ?? '') : `lane ${++lane % LANES}`;
      const go = () => enqueue(queue, () => attempt(habits, { account, body, queue, count: 1 }));
      if (trouble.delaySeconds === 0) go();
      else delays.add(later(random() * trouble.delaySeconds * 1000, go, delays));
    }
  };

  const flush = (): void => {
    if (webhook === null || isDown()) return;
    const told = trouble.shuffle > 0 ? shuffled(gathered, random) : gathered;
    gathered = [];
    const size = Math.min(trouble.batch, webhook.largestBatch);
    const byReceiver = Map.groupBy(told, ({ account }) => listeningTo(account, stage)?.url);
    for (const heard of byReceiver.values())
      for (let from = 0; from < heard.length; from += size) dispatch(webhook, heard.slice(from, from + size));
  };

  return {
    deliveries,
    send(change) {
      const account = accountOf(change);
      const listening = listeningTo(account, stage);
      if (webhook === null || listening === null || trouble.silent) return;
      for (const event of webhook.tells(change, stage))
        if (listening.hears(webhook.kindOf?.(event))) gathered.push({ event, account, subject: subjectOf(change) });
      if (gathered.length >= Math.max(trouble.shuffle, trouble.batch)) flush();
    },
    setTrouble(next) {
      flush();
      trouble = next;
      random = randomFrom(next.seed);
    },
    async register({ url, word, trusted }) {
      if (webhook === null) return 'this network knows no webhooks';
      const failure = url === null || trusted ? null : await stage.prove({ url, word });
      if (failure !== null) return failure;
      stage.world.setWebhook(url);
      if (url === null) forgetReceivers(stage.world);
      return failure;
    },
    resume: flush,
    settled: async () => {
      flush();
      while (queues.size + delays.size > 0) await Promise.all([...queues.values(), ...delays]);
    },
    close() {
      closed = true;
      for (const timer of retries) clearTimeout(timer);
    },
  };
}

/** How a stage asks a new receiver to prove itself. */
export const proverOf =
  ({ webhook }: NetworkDefinition, stage: () => Stage): Stage['prove'] =>
  async (receiver: NewReceiver) =>
    webhook === null ? 'this network knows no webhooks' : webhook.handshake({ ...receiver, ask }, stage());

function accountOf(change: Change): string {
  if ('writing' in change) return change.writing.account;
  if ('message' in change) return change.message.account;
  return 'author' in change ? change.account : change.token.account;
}

function subjectOf(change: Change): string {
  if ('writing' in change) return change.writing.id;
  if ('message' in change) return change.message.conversation;
  return 'author' in change ? change.author.id : change.token.account;
}

function later(milliseconds: number, work: () => void, waiting: Set<Promise<void>>): Promise<void> {
  const done: Promise<void> = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref()).then(() => {
    waiting.delete(done);
    work();
  });
  return done;
}

const ask: Ask = async (url, headers = {}) => {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    return { status: answer.status, text: await answer.text() };
  } catch (fault) {
    return { status: 0, text: fault instanceof Error ? fault.name : 'unknown' };
  }
};

async function post(url: string, body: string, headers: Record<string, string>): Promise<number | string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    await answer.arrayBuffer();
    return answer.status;
  } catch (fault) {
    return fault instanceof Error ? fault.name : 'unknown';
  }
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
