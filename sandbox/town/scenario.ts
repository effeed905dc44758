// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Media } from './writing.ts';

const SOME_IMAGE: readonly Media[] = [{ type: 'image', url: null, alt: null }];

/** `true`: some picture; or a list of what came along. */
export const GivenMedia = z
  .union([
    z.boolean(),
    z.array(
      z.strictObject({
        type: z.enum(['image', 'video']),
        url: z.url().nullable().default(null),
        alt: z.string().nullable().default(null),
      }),
    ),
  ])
  .transform((given): readonly Media[] => (Array.isArray(given) ? given : given ? SOME_IMAGE : []));

export const GivenLink = z.strictObject({ url: z.url(), title: z.string(), description: z.string().default('') });
export const GivenCommenting = z.enum(['open', 'held', 'restricted', 'closed']);

const Post = z.strictObject({
  id: z.string(),
  text: z.string(),
  title: z.string().optional(),
  link: GivenLink.optional(),
  media: GivenMedia.optional(),
  commenting: GivenCommenting.optional(),
  hoursAgo: z.number().nonnegative(),
});

const Item = z.strictObject({
  id: z.string(),
  kind: z.enum(['comment', 'reply', 'visitor-post', 'mention']),
  post: z.string().optional(),
  parent: z.string().optional(),
  /** Absent: the network does not tell who wrote. */
  author: z.string().optional(),
  text: z.string(),
  media: GivenMedia.optional(),
  held: z.boolean().optional(),
  hidden: z.boolean().optional(),
  minutesAgo: z.number().nonnegative(),
});

const Message = z.strictObject({
  id: z.string(),
  author: z.string(),
  /** True: the body wrote it to the person. */
  own: z.boolean().optional(),
  text: z.string(),
  media: GivenMedia.optional(),
  minutesAgo: z.number().nonnegative(),
});

const Arrival = z.strictObject({
  /** Absent: a comment where there is a post, otherwise a visitor post. */
  kind: z.enum(['comment', 'reply', 'visitor-post', 'mention', 'message']).optional(),
  post: z.string().optional(),
  parent: z.string().optional(),
  author: z.string().optional(),
  text: z.string(),
  media: GivenMedia.optional(),
  afterSeconds: z.number().nonnegative(),
});

const NetworkScenario = z.strictObject({
  account: z.strictObject({ id: z.string().min(1), handle: z.string().regex(/^[\w.-]+$/), name: z.string().min(1) }),
  /** By the names of an account's configuration; those left out are drawn. */
  credentials: z.record(z.string(), z.string().min(1)).default({}),
  posts: z.array(Post),
  items: z.array(Item).default([]),
  messages: z.array(Message).default([]),
  arriving: z.array(Arrival).default([]),
});
export type NetworkScenario = z.output<typeof NetworkScenario>;

const Scenario = z.strictObject({
  body: z.string().regex(/^[a-z0-9-]+$/),
  networks: z.record(z.string().regex(/^[a-z]+$/), NetworkScenario),
});
/** The world of one body at the start, and what its citizens will write: the same shape on every network. */
export type Scenario = z.input<typeof Scenario>;
export type WholeScenario = z.output<typeof Scenario>;

/** Throws, naming where it comes from, when one is wrong. */
export function wholeScenario(given: unknown, from: string): WholeScenario {
  const scenario = Scenario.safeParse(given);
  if (!scenario.success) throw new Error(`${from}: ${z.prettifyError(scenario.error)}`);
  return scenario.data;
}

export function readScenarios(folder: string | undefined): WholeScenario[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => wholeScenario(JSON.parse(readFileSync(join(folder, name), 'utf8')), name));
}
