// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Item = z.strictObject({
  id: z.string(),
  kind: z.enum(['comment', 'reply', 'visitor-post']),
  post: z.string().optional(),
  parent: z.string().optional(),
  /** Absent: the network does not tell who wrote. */
  author: z.string().optional(),
  text: z.string(),
  minutesAgo: z.number().nonnegative(),
  media: z.boolean().optional(),
});

const Arrival = z.strictObject({
  /** Absent: a visitor post. */
  post: z.string().optional(),
  parent: z.string().optional(),
  author: z.string().optional(),
  text: z.string(),
  afterSeconds: z.number().nonnegative(),
  media: z.boolean().optional(),
});

const FacebookScenario = z.strictObject({
  page: z.strictObject({ id: z.string().regex(/^\d+$/), handle: z.string().regex(/^[\w.-]+$/), name: z.string() }),
  token: z.string().min(1),
  posts: z.array(z.strictObject({ id: z.string(), text: z.string(), hoursAgo: z.number().nonnegative() })),
  items: z.array(Item).default([]),
  arriving: z.array(Arrival).default([]),
});
export type FacebookScenario = z.infer<typeof FacebookScenario>;

const Scenario = z.object({
  body: z.string().regex(/^[a-z0-9-]+$/),
  networks: z.object({ facebook: FacebookScenario.optional() }),
});
export type Scenario = z.infer<typeof Scenario>;

/** The world of one body at the start, and what its citizens will write. Throws, naming the file, when one is wrong. */
export function readScenarios(folder: string | undefined): Scenario[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const scenario = Scenario.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!scenario.success) throw new Error(`${name}: ${z.prettifyError(scenario.error)}`);
    return scenario.data;
  });
}
