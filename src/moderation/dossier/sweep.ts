// SPDX-License-Identifier: AGPL-3.0-or-later
import { dayIn } from '../ladder/follow.ts';
import type { ModerationPorts } from '../ports.ts';
import { purgeDossiers, purgeOriginals } from './store.ts';

/** Originals of evidence and files handed over whose terms have passed go; masked copies stay. Returns how many of each. */
export async function evidenceDue(
  ports: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
): Promise<{ originals: number; files: number }> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const originals = await purgeOriginals(tx, body, { now, day: dayIn(now) });
    return { originals, files: await purgeDossiers(tx, body, now) };
  });
}
