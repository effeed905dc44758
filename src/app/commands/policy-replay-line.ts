// SPDX-License-Identifier: AGPL-3.0-or-later
import { fail, ok, type Result } from '#kernel';
import type { ItemFacts, NetworkName, Signal } from '#policy';
import { itemOf, lineOf } from './item-line.ts';

/** An item of the past, with its signals where the line brings them. */
export interface ReplayLine {
  readonly id: string | number;
  readonly item: ItemFacts;
  readonly stored?: readonly Signal[];
}

/** For an item that does not say when it was written: a working Tuesday, the same that a policy's examples have. */
const USUAL_MOMENT = new Date('2026-01-13T10:00:00+01:00');

/** A line of bytes as an item on `channel` unless it says where; undefined for an empty line, an Italian sentence for a bad one. */
export const replayLine = (bytes: Uint8Array, channel: NetworkName): Result<ReplayLine | undefined, string> =>
  lineOf(bytes, (value) => {
    const line = itemOf(value);
    return line.ok ? withSignals({ channel, kind: 'comment', at: USUAL_MOMENT, ...line.value }, value) : line;
  });

function withSignals(
  { id, ...item }: ItemFacts & { readonly id: string | number },
  value: unknown,
): Result<ReplayLine, string> {
  const { signals, hasMedia } = value as Readonly<Record<string, unknown>>;
  const facts = hasMedia === true ? { ...item, hasMedia } : item;
  if (signals === undefined || signals === null) return ok({ id, item: facts });
  if (!Array.isArray(signals) || !signals.every(isSignal))
    return fail('«signals» dev’essere un elenco di {"category","strength","spans","source","reason"}');
  return ok({ id, item: facts, stored: signals });
}

const isSpan = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((offset) => Number.isSafeInteger(offset) && offset >= 0);

function isSignal(value: unknown): value is Signal {
  if (typeof value !== 'object' || value === null) return false;
  const { category, strength, spans, source, reason } = value as Readonly<Record<string, unknown>>;
  return (
    typeof category === 'string' &&
    typeof strength === 'number' &&
    strength >= 0 &&
    strength <= 1 &&
    Array.isArray(spans) &&
    spans.every(isSpan) &&
    typeof source === 'string' &&
    typeof reason === 'string'
  );
}
