// SPDX-License-Identifier: AGPL-3.0-or-later
import { after, before, describe } from 'node:test';
import { posts } from './posts.ts';
import { pushes } from './pushes.ts';
import { reads } from './reads.ts';
import type { World } from './world.ts';
import { writes } from './writes.ts';

export type { PublicPost, World } from './world.ts';

/** What the desk relies on, whatever the network: an adapter that passes can be put in the registry. */
export function conformance(name: string, open: () => Promise<World>): void {
  describe(`${name} keeps the channels' contract`, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    const opened = () => world;
    reads(opened);
    writes(opened);
    posts(opened);
    pushes(opened);
  });
}
