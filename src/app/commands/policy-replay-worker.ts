// SPDX-License-Identifier: AGPL-3.0-or-later
import { parentPort, workerData } from 'node:worker_threads';
import { type CompiledPolicy, compile, type NetworkName, parse, replayOf } from '#policy';
import { analyse } from '#triage';
import { holidaysOf } from '../holidays.ts';
import { type BatchOfLines, replayBatch } from './policy-replay-batch.ts';

/** What a worker is told once: the texts of the two policies, already found in order, and where items are by default. */
export interface WorkerGround {
  readonly after: string;
  readonly before: string | undefined;
  readonly channel: NetworkName;
}

/** Judges the batches it is sent, and answers each in its turn. */
function work({ after, before, channel }: WorkerGround): void {
  const policies = { after: compiled(after), ...(before !== undefined && { before: compiled(before) }) };
  const ground = { replay: replayOf({ ...policies, analyse, holidays: holidaysOf() }), channel };
  parentPort?.on('message', (batch: BatchOfLines) => parentPort?.postMessage(replayBatch(batch, ground)));
}

function compiled(source: string): CompiledPolicy {
  const { policy } = parse(source, '');
  if (policy === undefined) throw new Error('a policy that was printed does not parse');
  return compile(policy);
}

work(workerData as WorkerGround);
