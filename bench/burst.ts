// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNTS, isTold, NETWORKS } from './burst/accounts.ts';
import { writeAtPace } from './burst/citizens.ts';
import { type City, startCity } from './burst/city.ts';
import { type Burst, figuresOf, holds, show } from './burst/figures.ts';
import type { Load, Ready } from './burst/messages.ts';
import { type DeskProcess, startDeskProcess } from './burst/process.ts';
import { type QueueWatch, watchQueue } from './burst/queue.ts';

// A day's worth of comments in one hour, to a real desk: its server and the simulated networks are processes of their own,
// PostgreSQL is the embedded one. The whole burst is 76,000 comments in an hour; by default three minutes of it, at its pace.

export const WHOLE = { comments: 76_000, seconds: 3600 };
const SHORT_SECONDS = 180;
const SAMPLE_MILLISECONDS = 1000;
/** After the last comment, how long the desk may take to have them all. */
const PATIENCE_MILLISECONDS = 120_000;

export interface BurstOptions {
  readonly whole: boolean;
  /** Times the pace of the real hour; absent: 1. */
  readonly pace?: number;
  /** For the desk's own Node: `--cpu-prof`. */
  readonly execArgv?: readonly string[];
}

/** Runs the burst and prints its figures; false when a target was missed. */
export async function burst({ whole, pace = 1, execArgv }: BurstOptions): Promise<boolean> {
  const seconds = (whole ? WHOLE.seconds : SHORT_SECONDS) / pace;
  const comments = whole ? WHOLE.comments : Math.round((WHOLE.comments * SHORT_SECONDS) / WHOLE.seconds);
  const folder = await mkdtemp(join(tmpdir(), 'portavoce-burst-'));
  // PostgreSQL, which may run as another account, has to walk through it.
  await chmod(folder, 0o711);
  const close: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const city = await startCity(folder);
    close.push(city.stop);
    const desk = await startDeskProcess(join(folder, 'desk'), execArgv);
    close.push(desk.stop);
    const ready = await connect(city, desk);
    const queue = await watchQueue(ready.owner);
    close.push(queue.close);
    console.log(`${comments} comments in ${seconds} s, ${ACCOUNTS.length} accounts on ${NETWORKS.join(', ')}`);
    const figures = figuresOf(await run({ city, desk, queue, ready }, { comments, seconds }));
    show(figures);
    return holds(figures);
  } finally {
    for (const one of close.reverse()) await one();
  }
}

async function connect(city: City, desk: DeskProcess): Promise<Ready> {
  const connections = ACCOUNTS.map(async (account) => {
    const { network, id, handle } = account;
    const order = { method: 'POST', name: 'connections', body: { account: id } };
    const { credentials } = await city.ask<{ credentials: Record<string, string> }>(network, order);
    const secrets = city.networks[network]?.secrets;
    const baseUrl = city.networks[network]?.baseUrl ?? '';
    const url = `${city.url}/${network}/${encodeURIComponent(handle)}`;
    return { account, baseUrl, url, credentials: { ...credentials, ...secrets } };
  });
  const ready = await desk.connect(await Promise.all(connections));
  // Each is read to its end once, as when it is connected; what comes then is what is measured.
  await desk.read();
  for (const network of NETWORKS) {
    const first = ready.accounts.find((account) => account.network === network);
    if (first === undefined || !isTold(first)) continue;
    const url = `${ready.url}/webhooks/${first.uuid}`;
    await city.ask(network, { method: 'PUT', name: 'webhook', body: { url } });
  }
  return ready;
}

interface Stage {
  readonly city: City;
  readonly desk: DeskProcess;
  readonly queue: QueueWatch;
  readonly ready: Ready;
}

async function run(
  { city, desk, queue, ready }: Stage,
  size: { readonly comments: number; readonly seconds: number },
): Promise<Burst> {
  const before = await queue.count();
  const loads: Load[] = [await desk.load()];
  const timer = setInterval(() => void desk.load().then((load) => loads.push(load)), SAMPLE_MILLISECONDS);
  try {
    const start = Date.now();
    const written = await writeAtPace(city, size);
    const seconds = (Date.now() - start) / 1000;
    await settled(queue, before + written.filter(({ account }) => isTold(account)).length);
    // Those that are only read come at their network's own pace: what is left of them is read now.
    await desk.read();
    await settled(queue, before + written.length);
    loads.push(await desk.load());
    return { written, queued: await queue.all(), accounts: ready.accounts, loads, seconds, before };
  } finally {
    clearInterval(timer);
  }
}

/** Until so many cases are there, or patience ends: how many are missing is for the figures to say. */
async function settled(queue: QueueWatch, cases: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while ((await queue.count()) < cases && Date.now() < deadline) await pause(250);
}
