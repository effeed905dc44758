// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Judgement, NetworkName, Replay } from '#policy';
import { replayLine } from './policy-replay-line.ts';

export interface ReplayCounts {
  readonly items: number;
  readonly changed: number;
  readonly bad: number;
  /** Items by the two proposals, `hide→remove`, where these differ. */
  readonly actions: Readonly<Record<string, number>>;
}

/** What became of some lines: records to write, complaints to tell, how many of each. */
export interface ReplayedBatch {
  /** NDJSON, one line for each item judged otherwise. */
  readonly output: string;
  readonly complaints: readonly string[];
  readonly counts: ReplayCounts;
}

export interface BatchOfLines {
  /** Whole lines, with a buffer of their own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the first of them in the input, from 1. */
  readonly first: number;
}

/** A judgement as `triage` writes it, with what orders the queue. A sleeping clause is marked: its modality grounds nothing. */
export const outcomeOf = ({ clauses, proposal, priority, urgent, mustLook, due, route }: Judgement) => ({
  clauses: clauses.map(({ id, modality, dormant }) => ({ id, modality, ...(dormant && { dormant }) })),
  proposal,
  priority,
  ...(urgent && { urgent }),
  ...(mustLook && { mustLook }),
  ...(due && { due: due.at.toISOString() }),
  ...(route && { route: { office: route.office, ...(route.address !== undefined && { address: route.address }) } }),
});

const NEWLINE = 0x0a;

/** Without their ends; a carriage return before one is as good as a space to who reads JSON. */
function* linesIn(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

/** A stream of bytes cut where lines end, each piece about as long as it came; only a newline ends a line. */
export async function* batchesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<BatchOfLines> {
  let begun: Uint8Array[] = [];
  let first = 1;
  for await (const chunk of input) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const bytes = joined([...begun, chunk.subarray(0, end)]);
      const lines = bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
      yield { bytes, first };
      first += lines;
      begun = [];
    }
    // A copy: what reads the input may write the next chunk over this one.
    if (end < chunk.length) begun.push(chunk.slice(end));
  }
  if (begun.length > 0) yield { bytes: joined(begun), first };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Judges a batch of lines under both policies. */
export function replayBatch(
  { bytes, first }: BatchOfLines,
  { replay, channel }: { readonly replay: Replay; readonly channel: NetworkName },
): ReplayedBatch {
  const records: string[] = [];
  const complaints: string[] = [];
  const actions: Record<string, number> = {};
  let items = 0;
  let number = first - 1;
  for (const written of linesIn(bytes)) {
    number += 1;
    const line = replayLine(written, channel);
    if (!line.ok) complaints.push(`riga ${number}: ${line.failure}`);
    else if (line.value !== undefined) {
      items += 1;
      const { id, item, stored } = line.value;
      const { before, after, differences } = replay.judge(item, stored);
      if (differences.length === 0) continue;
      records.push(JSON.stringify({ id, before: outcomeOf(before), after: outcomeOf(after) }));
      if (!differences.includes('action')) continue;
      const pair = `${before.proposal.action}→${after.proposal.action}`;
      actions[pair] = (actions[pair] ?? 0) + 1;
    }
  }
  const output = records.map((record) => `${record}\n`).join('');
  return { output, complaints, counts: { items, changed: records.length, bad: complaints.length, actions } };
}

export const NO_COUNTS: ReplayCounts = { items: 0, changed: 0, bad: 0, actions: {} };

/** The sum of two counts, the pairs of proposals in the order of their names. */
export function added(one: ReplayCounts, other: ReplayCounts): ReplayCounts {
  const pairs = [...new Set([...Object.keys(one.actions), ...Object.keys(other.actions)])].toSorted();
  return {
    items: one.items + other.items,
    changed: one.changed + other.changed,
    bad: one.bad + other.bad,
    actions: Object.fromEntries(pairs.map((pair) => [pair, (one.actions[pair] ?? 0) + (other.actions[pair] ?? 0)])),
  };
}
