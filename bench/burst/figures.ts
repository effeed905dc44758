// SPDX-License-Identifier: AGPL-3.0-or-later
import { print } from '../measure.ts';
import { isTold } from './accounts.ts';
import type { Written } from './citizens.ts';
import type { Load, Opened } from './messages.ts';
import type { Queued } from './queue.ts';

export interface Burst {
  readonly written: readonly Written[];
  readonly queued: readonly Queued[];
  readonly accounts: readonly Opened[];
  /** A second apart, from before the first comment to after the last case. */
  readonly loads: readonly Load[];
  /** How long the writing took. */
  readonly seconds: number;
  /** Cases that were there before. */
  readonly before: number;
}

export interface Figures {
  readonly comments: number;
  readonly seconds: number;
  /** Milliseconds: told by webhook, from the order to the network; only read, from the storing of what was read. */
  readonly told: readonly number[];
  readonly read: readonly number[];
  /** Written and in no queue, or in it without notice. */
  readonly lost: number;
  /** Cases for comments that have one already, or that nobody wrote. */
  readonly twice: number;
  /** Megabytes held by the desk's process: the median of the first, middle and last sixth of the samples. */
  readonly resident: Record<'beginning' | 'middle' | 'end', number>;
  readonly heap: Record<'beginning' | 'middle' | 'end', number>;
  /** Of one core. */
  readonly cpu: number;
}

const P95_LIMIT_MILLISECONDS = 2000;
/** Flat: at the end not above the middle by more than a tenth, or by 24 MB where that is more. */
const MORE_SHARE = 0.1;
const MORE_MEGABYTES = 24;

export function figuresOf({ written, queued, accounts, loads, seconds, before }: Burst): Figures {
  const keyOf = (account: string, externalId: string) => `${account} ${externalId}`;
  const uuids = new Map(accounts.map((account) => [account.id, account.uuid]));
  const cases = new Map(queued.map((one) => [keyOf(one.account, one.externalId), one]));
  const latencies: Record<'told' | 'read', number[]> = { told: [], read: [] };
  let found = 0;
  for (const { account, id, at } of written) {
    const queuedCase = cases.get(keyOf(uuids.get(account.id) ?? '', id));
    if (queuedCase?.queuedAt === undefined) continue;
    found += 1;
    if (isTold(account)) latencies.told.push(queuedCase.queuedAt - at);
    else latencies.read.push(queuedCase.queuedAt - queuedCase.receivedAt);
  }
  return {
    ...{ comments: written.length, seconds, lost: written.length - found, twice: queued.length - before - found },
    told: latencies.told.sort((one, other) => one - other),
    read: latencies.read.sort((one, other) => one - other),
    resident: overTime(loads.map(({ rss }) => rss / 2 ** 20)),
    heap: overTime(loads.map(({ heapUsed }) => heapUsed / 2 ** 20)),
    cpu: ((loads.at(-1)?.cpuSeconds ?? 0) - (loads[0]?.cpuSeconds ?? 0)) / seconds,
  };
}

function overTime(values: readonly number[]): Figures['resident'] {
  const sixth = Math.max(1, Math.floor(values.length / 6));
  const middle = Math.floor((values.length - sixth) / 2);
  return {
    beginning: median(values.slice(0, sixth)),
    middle: median(values.slice(middle, middle + sixth)),
    end: median(values.slice(-sixth)),
  };
}

const median = (values: readonly number[]): number =>
  at(
    [...values].sort((one, other) => one - other),
    0.5,
  );

/** Of sorted values. */
const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

interface Target {
  readonly what: string;
  readonly got: string;
  readonly wanted: string;
  readonly holds: boolean;
}

function targetsOf({ told, read, lost, twice, resident }: Figures): readonly Target[] {
  const { middle, end } = resident;
  const limit = middle + Math.max(middle * MORE_SHARE, MORE_MEGABYTES);
  const within = (what: string, values: readonly number[]): Target => ({
    what: `${what}, p95`,
    got: `${at(values, 0.95)} ms`,
    wanted: `under ${P95_LIMIT_MILLISECONDS} ms`,
    holds: at(values, 0.95) < P95_LIMIT_MILLISECONDS,
  });
  return [
    within('written → queue (webhook)', told),
    within('read → queue (polling)', read),
    { what: 'comments lost', got: `${lost}`, wanted: '0', holds: lost === 0 },
    { what: 'comments twice', got: `${twice}`, wanted: '0', holds: twice === 0 },
    {
      ...{ what: 'resident memory at the end', got: `${end.toFixed(0)} MB` },
      ...{ wanted: `at most ${limit.toFixed(0)} MB, by the middle’s ${middle.toFixed(0)}`, holds: end <= limit },
    },
  ];
}

/** Every target held. */
export const holds = (figures: Figures): boolean => targetsOf(figures).every((target) => target.holds);

export function show(figures: Figures): void {
  const { comments, seconds, told, read, resident, heap, cpu } = figures;
  const latency = (path: string, values: readonly number[]) => ({
    'arrival to queue, ms': path,
    comments: `${values.length}`,
    p50: `${at(values, 0.5)}`,
    p95: `${at(values, 0.95)}`,
    p99: `${at(values, 0.99)}`,
    max: `${values.at(-1) ?? Number.NaN}`,
  });
  print([latency('by webhook, from the writing', told), latency('by polling, from the reading', read)]);
  const memory = (what: string, values: Figures['resident']) => ({
    'the desk’s memory, MB': what,
    ...Object.fromEntries(Object.entries(values).map(([when, megabytes]) => [when, megabytes.toFixed(0)])),
  });
  print([memory('resident', resident), memory('heap', heap)]);
  console.log(
    `${(comments / seconds).toFixed(1)} comments a second; the desk worked ${(cpu * 100).toFixed(0)} % of a core`,
  );
  print(
    targetsOf(figures).map(({ what, got, wanted, holds: held }) => ({
      ...{ target: what, measured: got, wanted, '': held ? 'held' : 'MISSED' },
    })),
  );
}
