// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { World } from './world.ts';

/** State of a network's own, of one shape: containers, uploads, codes. It is in the journal as everything else. */
export interface Drawer<Content> {
  get(id: string): Content | undefined;
  put(id: string, content: Content): void;
  remove(id: string): void;
  all(): (readonly [string, Content])[];
}

export function openDrawer<Schema extends z.ZodType>(
  world: World,
  name: string,
  schema: Schema,
): Drawer<z.output<Schema>> {
  const prefix = `${name}/`;
  const read = (key: string): z.output<Schema> | undefined => {
    const value = world.own(key);
    return value === undefined ? undefined : schema.parse(value);
  };
  return {
    get: (id) => read(prefix + id),
    put: (id, content) => world.setOwn(prefix + id, content),
    remove: (id) => world.setOwn(prefix + id, null),
    all: () =>
      world.ownKeys(prefix).flatMap((key) => {
        const content = read(key);
        return content === undefined ? [] : [[key.slice(prefix.length), content] as const];
      }),
  };
}
