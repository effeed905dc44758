// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';
import { type Box, boxAt, numberIn } from './boxes.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MOST_SAMPLES = 2_000_000;

/** Where in the file the data of a track lies, chunk by chunk. Throws MEDIA_BROKEN where its tables do not agree. */
export function samplesOf(bytes: Buffer, track: Box): Stretch[] {
  const table = boxAt(bytes, track, ['mdia', 'minf', 'stbl']);
  const [sizes, runs] = ['stsz', 'stsc'].map((name) => table && boxAt(bytes, table, [name]));
  const short = table && boxAt(bytes, table, ['stco']);
  const long = table && boxAt(bytes, table, ['co64']);
  const chunks = short ?? long;
  if (sizes === undefined || runs === undefined || chunks === undefined)
    throw editorialError('MEDIA_BROKEN', 'a una traccia mancano le tabelle');
  const width = short === undefined ? 8 : 4;
  const counts = {
    chunks: countIn(bytes, chunks, 4),
    samples: countIn(bytes, sizes, 8),
    runs: countIn(bytes, runs, 4),
  };
  const same = numberIn(bytes, sizes, 4);
  const sizeOf = (sample: number) => (same === 0 ? numberIn(bytes, sizes, 12 + sample * 4) : same);
  const stretches: Stretch[] = [];
  let sample = 0;
  let run = 0;
  for (let chunk = 0; chunk < counts.chunks; chunk++) {
    // A run holds until the chunk with which the next one begins; chunks are counted from one.
    while (run + 1 < counts.runs && numberIn(bytes, runs, 8 + (run + 1) * 12) <= chunk + 1) run += 1;
    const held = Math.min(numberIn(bytes, runs, 12 + run * 12), counts.samples - sample);
    let length = 0;
    for (let one = 0; one < held; one++) length += sizeOf(sample + one);
    sample += held;
    const from = numberIn(bytes, chunks, 8 + chunk * width, width);
    stretches.push({ from, to: from + length });
  }
  return stretches;
}

function countIn(bytes: Buffer, box: Box, offset: number): number {
  const count = numberIn(bytes, box, offset);
  if (count > MOST_SAMPLES) throw editorialError('MEDIA_BROKEN', 'una tabella è smisurata');
  return count;
}
