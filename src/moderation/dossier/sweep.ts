// SPDX-License-Identifier: AGPL-3.0-or-later

import { adapters } from '#channels';
import { dayIn } from '#kernel';
import type { ModerationPorts } from '../ports.ts';
import { purgeDossiers, purgeOriginals } from './store.ts';
import { purgeWithItem } from './withheld-store.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** Originals of evidence and files handed over whose terms have passed go; masked copies stay. Returns how many of each. */
export async function evidenceDue(
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
): Promise<{ originals: number; files: number }> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    for (const { network, retention } of adapters) {
      if (retention.deletionHours === null) continue;
      const goneBefore = new Date(now.getTime() - retention.deletionHours * HOUR_MILLISECONDS);
      await purgeWithItem(tx, body, { network, goneBefore });
    }
    const originals = await purgeOriginals(tx, body, { now, day: dayIn(now) });
    return { originals, files: await purgeDossiers(tx, body, now) };
  });
}
