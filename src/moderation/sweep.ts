// SPDX-License-Identifier: AGPL-3.0-or-later
import { itemsSince } from '#inbox';
import { consider } from './consider.ts';
import type { ModerationPorts } from './ports.ts';
import { judgedVersions } from './store.ts';

const LOOK_BACK_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
/** Younger ones are still being brought by their own event. */
const GRACE_MILLISECONDS = 5 * 60 * 1000;

/** Judges what should have been judged and was not, however its event was lost. Returns how many. */
export async function considerForgotten(ports: ModerationPorts, body: string): Promise<number> {
  const now = ports.clock.now().getTime();
  const window = { from: new Date(now - LOOK_BACK_MILLISECONDS), to: new Date(now - GRACE_MILLISECONDS) };
  const forgotten = await ports.database.inBody(body, async (tx) => {
    const items = await itemsSince(tx, body, window);
    const judged = await judgedVersions(tx, body);
    return items.filter(({ id, version }) => (judged.get(id) ?? 0) < version);
  });
  for (const { id } of forgotten) await consider(ports, { body, item: id });
  return forgotten.length;
}
