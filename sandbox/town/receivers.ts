// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { openDrawer } from './drawer.ts';
import type { Stage } from './network.ts';
import type { World } from './world.ts';

/** Where changes are told, as it was asked in the network's own interface; the control `PUT webhook` goes before it. */
const Receiver = z.strictObject({
  /** Null: where the application of all accounts is told. */
  url: z.string().nullable(),
  /** Kinds of events, as `WebhookHabits.kindOf` names them; null: all. */
  only: z.array(z.string()).nullable(),
  /** Not told after it; null: for ever. */
  until: z.string().nullable(),
});
export type Receiver = z.output<typeof Receiver>;

const receiversIn = (world: World) => openDrawer(world, 'receiver', Receiver);
/** No account is called so. */
const APPLICATION = '*';

/** Tells what happens to that account there from now on; `account` null: what all those that asked for no address hear. */
export function tellAt({ world }: Pick<Stage, 'world'>, account: string | null, receiver: Receiver): void {
  receiversIn(world).put(account ?? APPLICATION, receiver);
}

export const applicationReceiver = ({ world }: Pick<Stage, 'world'>): Receiver | undefined =>
  receiversIn(world).get(APPLICATION);

/** Nobody who asked is told any more. */
export function forgetReceivers(world: World): void {
  for (const [key] of receiversIn(world).all()) receiversIn(world).remove(key);
}

export interface Listening {
  readonly url: string;
  hears(kind: string | undefined): boolean;
}

/** Who listens to what happens to an account now; null: nobody. */
export function listeningTo(account: string, { world, now }: Pick<Stage, 'world' | 'now'>): Listening | null {
  const ordered = world.webhook();
  if (ordered !== null) return { url: ordered, hears: () => true };
  const own = receiversIn(world).get(account);
  if (own === undefined || (own.until !== null && new Date(own.until) <= now())) return null;
  const application = own.url === null ? applicationReceiver({ world }) : undefined;
  const url = own.url ?? application?.url ?? null;
  const lists = [own.only, application?.only ?? null];
  return url === null
    ? null
    : { url, hears: (kind) => lists.every((only) => only === null || (kind !== undefined && only.includes(kind))) };
}
