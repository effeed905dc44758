// SPDX-License-Identifier: AGPL-3.0-or-later
import { dateOf } from '../core/call.ts';
import { type ChannelError, type ChannelErrorKind, ChannelFault } from '../port.ts';
import type { Acting } from './api.ts';
import { DEEP_REPLY_UNITS, DEEP_UNITS, ORDINARY_UNITS, REPLY_READING_UNITS } from './limits.ts';
import type { Unreadable } from './wire.ts';

/** One pull, and what is learnt on the way. */
export interface Reading {
  readonly acting: Acting;
  readonly deep: boolean;
  /** YouTube's time at the first answer; before it, ours. */
  seenAt(): Date;
  /** Takes units from those planned for this pull; false: leave it for the next. */
  afford(units: number): boolean;
  /** The same for answers that do not come along: these have units of their own, whatever a burst cost. */
  affordReplies(units: number): boolean;
  /** Does what is not the first thing to do: where YouTube asks to stop, null, and so from then on. */
  further<Result>(work: () => Promise<Result>): Promise<Result | null>;
  stopped(): ChannelError | null;
  passOver(unreadable: readonly Unreadable[]): void;
  unreadable(): number;
}

/** Called again at once, these would be refused again. */
const STOPS: ReadonlySet<ChannelErrorKind> = new Set(['allowance-spent', 'rate-limited']);

export function openReading(acting: Acting, deep: boolean): Reading {
  const began = acting.clock.now();
  const passedOver = new Set<string | Unreadable>();
  let started: Date | null = null;
  let left = deep ? DEEP_UNITS : ORDINARY_UNITS;
  let leftForReplies = deep ? DEEP_REPLY_UNITS : REPLY_READING_UNITS;
  let stopped: ChannelError | null = null;
  return {
    acting: {
      ...acting,
      async ask(cost, send) {
        left -= cost.units;
        const answer = await acting.ask(cost, send);
        if (answer.kind === 'answer') started ??= dateOf(answer.headers);
        return answer;
      },
    },
    deep,
    seenAt: () => started ?? began,
    afford: (units) => stopped === null && left >= units,
    affordReplies(units) {
      if (stopped !== null || leftForReplies < units) return false;
      leftForReplies -= units;
      return true;
    },
    async further(work) {
      if (stopped !== null) return null;
      try {
        return await work();
      } catch (cause) {
        if (!(cause instanceof ChannelFault && STOPS.has(cause.error.kind))) throw cause;
        stopped = cause.error;
        return null;
      }
    },
    stopped: () => stopped,
    passOver: (items) => {
      for (const item of items) passedOver.add(item.id ?? item);
    },
    unreadable: () => passedOver.size,
  };
}
