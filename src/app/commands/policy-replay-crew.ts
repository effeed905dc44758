// SPDX-License-Identifier: AGPL-3.0-or-later
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BatchOfLines, ReplayedBatch } from './policy-replay-batch.ts';
import type { WorkerGround } from './policy-replay-worker.ts';

/** Workers that judge batches side by side, one for each core. */
export interface Crew {
  readonly size: number;
  /** Hands over the batch's bytes; rejects when a worker broke. */
  judge(batch: BatchOfLines): Promise<ReplayedBatch>;
  close(): Promise<void>;
}

const MOST_WORKERS = 8;
/** What a batch leaves behind dies young: with little room for it, memory stays level. */
const YOUNG_MEGABYTES = 16;
const OLD_MEGABYTES = 256;

interface Mate {
  readonly worker: Worker;
  /** The batches it has, oldest first: it answers in their order. */
  readonly waiting: { resolve(batch: ReplayedBatch): void; reject(error: unknown): void }[];
}

export function crewOf(ground: WorkerGround): Crew {
  const mates = Array.from({ length: Math.min(availableParallelism(), MOST_WORKERS) }, () => mateOf(ground));
  let turn = 0;
  return {
    size: mates.length,
    judge: (batch) =>
      new Promise((resolve, reject) => {
        const mate = mates[turn++ % mates.length];
        mate?.waiting.push({ resolve, reject });
        mate?.worker.postMessage(batch, [batch.bytes.buffer as ArrayBuffer]);
      }),
    close: async () => {
      await Promise.all(mates.map(({ worker }) => worker.terminate()));
    },
  };
}

function mateOf(workerData: WorkerGround): Mate {
  const worker = new Worker(new URL('./policy-replay-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES },
  });
  const mate: Mate = { worker, waiting: [] };
  worker.on('message', (batch: ReplayedBatch) => mate.waiting.shift()?.resolve(batch));
  worker.on('error', (error) => {
    for (const { reject } of mate.waiting.splice(0)) reject(error);
  });
  return mate;
}
