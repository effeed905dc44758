// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Received, receivedPage } from '#inbox';
import type { Database } from '#platform';
import { considerTogether } from './consider.ts';
import type { ModerationPorts } from './ports.ts';
import { judgedVersions } from './store.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;
const LOOK_BACK_MILLISECONDS = 30 * 24 * HOUR_MILLISECONDS;
/** Younger ones are still being brought by their own event. */
const GRACE_MILLISECONDS = 5 * 60 * 1000;
const AT_ONCE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** When all of the time looked back at was last gone through, by database and body. */
const wholeAt = new WeakMap<Database, Map<string, number>>();

/**
 * Judges what should have been judged and was not, however its event was lost: of the last hour each time, of the last thirty
 * days once an hour. Returns how many.
 */
export async function considerForgotten(ports: ModerationPorts, body: string): Promise<number> {
  const now = ports.clock.now().getTime();
  const whole = wholeAt.get(ports.database) ?? new Map<string, number>();
  wholeAt.set(ports.database, whole);
  const isWhole = now - (whole.get(body) ?? 0) >= HOUR_MILLISECONDS;
  const to = new Date(now - GRACE_MILLISECONDS);
  let after = { received_at: new Date(now - (isWhole ? LOOK_BACK_MILLISECONDS : HOUR_MILLISECONDS)), id: BEFORE_ALL };
  let forgotten = 0;
  for (;;) {
    const page = await ports.database.inBody(body, (tx) => receivedPage(tx, body, { after, to, limit: AT_ONCE }));
    forgotten += await considerThoseOf(ports, body, page);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) break;
    after = last;
  }
  if (isWhole) whole.set(body, now);
  return forgotten;
}

async function considerThoseOf(ports: ModerationPorts, body: string, page: readonly Received[]): Promise<number> {
  if (page.length === 0) return 0;
  const ids = page.map(({ id }) => id);
  const judged = await ports.database.inBody(body, (tx) => judgedVersions(tx, ids));
  const forgotten = page.filter(({ id, version }) => (judged.get(id) ?? 0) < version);
  await considerTogether(
    ports,
    forgotten.map(({ id: item }) => ({ body, item })),
  );
  return forgotten.length;
}
