// SPDX-License-Identifier: AGPL-3.0-or-later
import type { mastodon } from 'masto';
import type { Clock } from '#kernel';
import { isGone } from './acting.ts';
import { type Api, Unanswered } from './api.ts';
import { secondsTo } from './errors.ts';
import type { Reader } from './events.ts';
import { KEPT_FOR_WRITES } from './limits.ts';
import { Context, type Status, Status as StatusShape, sifted } from './wire.ts';

/** One pull: reads what it can afford, and keeps the rest of the allowance for writes. */
export interface Reading extends Reader {
  readonly client: mastodon.rest.Client;
  /** False once little of the allowance is left: what can wait, waits. */
  affords(): boolean;
  /** How long until the instance counts anew, where there is need to wait. */
  waitSeconds(): number | undefined;
  /** Passed over, for they had not the network's shape. */
  unreadable(): number;
  statuses(list: readonly unknown[]): readonly Status[];
  passOver(count: number): void;
}

/** `first` is the first answer: the instance's time at it is when the reading began. */
export function beginReading({ client, seen }: Api, me: string, clock: Clock): Reading {
  const seenAt = seen.startedAt ?? clock.now();
  let unreadable = 0;
  const affords = (): boolean => seen.quota === null || seen.quota.left > seen.quota.of * KEPT_FOR_WRITES;
  return {
    client,
    me,
    seenAt,
    affords,
    waitSeconds: () => {
      const resetsAt = seen.quota?.resetsAt;
      return affords() || !resetsAt ? undefined : secondsTo(resetsAt, seenAt);
    },
    unreadable: () => unreadable,
    passOver(count) {
      unreadable += count;
    },
    statuses(list) {
      const found = sifted(StatusShape, list);
      unreadable += found.unreadable;
      return found.nodes;
    },
  };
}

/** What a status answers, oldest first, and what hangs under it; null where it is gone. */
export async function contextOf(
  { client, statuses }: Reading,
  id: string,
): Promise<{ readonly ancestors: readonly Status[]; readonly descendants: readonly Status[] } | null> {
  try {
    const context = Context.safeParse(await client.v1.statuses.$select(id).context.fetch());
    if (!context.success) throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-context' });
    const { ancestors, descendants } = context.data;
    return { ancestors: statuses(ancestors), descendants: statuses(descendants) };
  } catch (cause) {
    if (isGone(cause)) return null;
    throw cause;
  }
}
