// SPDX-License-Identifier: AGPL-3.0-or-later
import { print } from '#policy';
import { chosenPolicy } from './chosen-policy.ts';
import { commandError } from './errors.ts';
import type { ExitCode } from './policy.ts';
import {
  added,
  type BatchOfLines,
  batchesOf,
  NO_COUNTS,
  type ReplayCounts,
  type ReplayedBatch,
} from './policy-replay-batch.ts';
import { type Crew, crewOf } from './policy-replay-crew.ts';
import type { Streams } from './streams.ts';
import { usualChannel } from './triage.ts';

/** Batches each worker has before it: one under its hands, one to go on with. */
const BATCHES_EACH = 2;
/** Between two words on how far it is. */
const PROGRESS_EVERY = 10_000;

export interface ReplayRequest {
  /** A slug or a file: the policy to try. */
  readonly policy: string | undefined;
  /** What it is tried against; absent: no policy at all. */
  readonly against: string | undefined;
  /** Tells time, rate and memory at the end. */
  readonly figures: boolean;
}

/**
 * Judges the items of the input under two policies, each as of when it was written, and writes those judged otherwise, in
 * the order they came; last the counts. Never more than a batch of lines in memory; the same input gives the same bytes.
 */
export async function policyReplay(request: ReplayRequest, streams: Streams): Promise<ExitCode> {
  const { policy: name, against } = request;
  if (name === undefined) throw commandError('USAGE', 'manca --policy');
  const after = await chosenPolicy(name, streams);
  const before = against === undefined ? undefined : await chosenPolicy(against, streams);
  if (after === undefined || (against !== undefined && before === undefined)) return 2;
  const crew = crewOf({
    after: print(after.document),
    before: before && print(before.document),
    channel: usualChannel(after),
  });
  const began = performance.now();
  let counts: ReplayCounts = NO_COUNTS;
  try {
    for await (const replayed of inOrder(batchesOf(streams.input), crew)) {
      for (const complaint of replayed.complaints) streams.error(complaint);
      if (replayed.output !== '') streams.text(replayed.output);
      await streams.drained();
      const earlier = counts.items;
      counts = added(counts, replayed.counts);
      tellProgress(earlier, counts, streams);
    }
  } finally {
    await crew.close();
  }
  streams.record({ ...counts });
  if (request.figures) streams.error(figures(counts.items, performance.now() - began));
  return counts.bad === 0 ? 0 : 1;
}

/** What became of each batch, in the order they came in, however the workers overtake each other. */
async function* inOrder(batches: AsyncIterable<BatchOfLines>, crew: Crew): AsyncGenerator<ReplayedBatch> {
  const waiting: Promise<ReplayedBatch>[] = [];
  for await (const batch of batches) {
    const judged = crew.judge(batch);
    // One that fails before its turn fails the command when its turn comes.
    judged.catch(() => {});
    waiting.push(judged);
    if (waiting.length < crew.size * BATCHES_EACH) continue;
    const [oldest] = waiting.splice(0, 1);
    if (oldest !== undefined) yield await oldest;
  }
  for (const judged of waiting) yield await judged;
}

const number = new Intl.NumberFormat('it', { useGrouping: 'always' });

function tellProgress(earlier: number, { items, changed }: ReplayCounts, streams: Streams): void {
  if (Math.floor(earlier / PROGRESS_EVERY) === Math.floor(items / PROGRESS_EVERY)) return;
  streams.error(`${number.format(items)} interventi, ${number.format(changed)} giudicati diversamente`);
}

function figures(items: number, milliseconds: number): string {
  const rate = number.format(Math.round((items / milliseconds) * 1000));
  const { rss } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS / 1024;
  return `${number.format(items)} interventi in ${(milliseconds / 1000).toFixed(1).replace('.', ',')} s (${rate} al secondo); memoria ${Math.round(rss / 1024 / 1024)} MB, al massimo ${Math.round(peak)} MB`;
}
