// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import { jobKind, type Tx } from '#platform';
import type { ModerationPorts } from '../../ports.ts';
import { insertCalls } from './call-store.ts';
import { devicesOf } from './device-store.ts';

export interface ToPush {
  readonly body: string;
  readonly device: string;
}

/** Sending to one device everything that waits for it. */
export const pushJob = jobKind<ToPush>('alarm-push', 5);

export type Beside = { readonly letter: string } | { readonly concern: string };

/** A notice to each device of a person, beside a letter or because of a concern. Returns to how many. */
export async function promisePushes(
  ports: Pick<ModerationPorts, 'push' | 'jobs' | 'clock'>,
  tx: Tx,
  { body, person, ...about }: { readonly body: string; readonly person: string } & Beside,
): Promise<number> {
  if (!ports.push.possible) return 0;
  const devices = (await devicesOf(tx, body, person)).filter(({ state }) => state === 'on');
  const calls = devices.map(({ id }) => ({
    ...{ id: newId(), body, device_id: id, person, state: 'promised' as const },
    letter_id: 'letter' in about ? about.letter : null,
    concern_id: 'concern' in about ? about.concern : null,
    ...{ at: ports.clock.now(), held_until: null, settled_at: null },
  }));
  await insertCalls(tx, calls);
  await ports.jobs.promiseAll(
    tx,
    pushJob,
    devices.map(({ id: device }) => ({ body, device })),
  );
  return devices.length;
}
