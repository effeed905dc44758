// SPDX-License-Identifier: AGPL-3.0-or-later

import { listIn } from './acting.ts';
import { MOST_PAGES, NOTIFICATIONS_AT_ONCE, OVERLAP_SECONDS } from './limits.ts';
import type { Reading } from './reading.ts';
import { Notification, type Status, sifted } from './wire.ts';

export interface Notified {
  readonly statuses: readonly Status[];
  /** From where the next reading goes on. */
  readonly floor: string | null;
}

/** Who named us since `floor`, or all that the instance still lists. */
export async function readNotifications(reading: Reading, floor: string | null): Promise<Notified> {
  const { found, isWhole } = floor === null ? await fromTheStart(reading) : await since(reading, floor);
  const statuses = found.flatMap(({ status }) => status ?? []);
  // INVARIANT: where more came than one pull reads, the next goes on from there, however close together they came.
  return { statuses, floor: (isWhole ? floorOf(found) : found[0]?.id) ?? floor };
}

interface Read {
  /** Newest first. */
  readonly found: readonly Notification[];
  /** Up to the newest that there is. */
  readonly isWhole: boolean;
}

/** A status as it was told: edited since, it is told again. */
export const markOf = ({ id, editedAt }: Status): string => (editedAt ? `${id} ${editedAt.getTime()}` : id);

/** By default an instance keeps aside private mentions by people whom the body does not follow: those are asked for too. */
const ASKED = { types: ['mention'], limit: NOTIFICATIONS_AT_ONCE, includeFiltered: true } as const;

/** The newest first, then what comes before. */
async function fromTheStart(reading: Reading): Promise<Read> {
  const found: Notification[] = [];
  let maxId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { nodes, size } = await pageOf(reading, maxId === undefined ? ASKED : { ...ASKED, maxId });
    found.push(...nodes);
    const last = nodes.at(-1)?.id;
    if (size < NOTIFICATIONS_AT_ONCE || last === undefined || last === maxId) break;
    maxId = last;
  }
  return { found, isWhole: true };
}

/** Page after page upwards: what came while nobody read is not skipped. */
async function since(reading: Reading, floor: string): Promise<Read> {
  const found = new Map<string, Notification>();
  let minId = floor;
  let isWhole = false;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { nodes, size } = await pageOf(reading, { ...ASKED, minId });
    const isNew = nodes.some(({ id }) => !found.has(id));
    for (const one of nodes) found.set(one.id, one);
    const newest = nodes[0]?.id;
    isWhole = size < NOTIFICATIONS_AT_ONCE || newest === undefined || !isNew;
    if (isWhole || newest === undefined) break;
    minId = newest;
  }
  const newestFirst = [...found.values()].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  return { found: newestFirst, isWhole };
}

interface Page {
  readonly limit: number;
  readonly maxId?: string;
  readonly minId?: string;
}

async function pageOf({ client, passOver }: Reading, asked: Page) {
  const list = listIn(await client.v1.notifications.list(asked));
  const { nodes, unreadable } = sifted(Notification, list);
  passOver(unreadable);
  return { nodes, size: list.length };
}

/** The newest of those old enough that nothing can still be stored before them. Null where none is. */
function floorOf(newestFirst: readonly Notification[]): string | null {
  const newest = newestFirst[0]?.createdAt.getTime();
  if (newest === undefined) return null;
  return newestFirst.find(({ createdAt }) => newest - createdAt.getTime() > OVERLAP_SECONDS * 1000)?.id ?? null;
}
