// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from './entry.ts';

/** Tags of long loose expressions, which would hide the grammar of the words inside them. */
export const LOOSE: ReadonlySet<Tag> = new Set([
  'alarm',
  'all-of-them',
  'asks',
  'campaign',
  'censor',
  'falsehood',
  'faulty',
  'grievance',
  'lure',
  'one-of',
  'reports',
  'sale',
  'shut-out',
  'small-talk',
  'thanks-word',
]);

/** What the words of a loose expression go on being in the sentence around it. */
export const GRAMMAR: ReadonlySet<Tag> = new Set([
  'are',
  'body',
  'group',
  'insult',
  'intent',
  'moderator',
  'must',
  'negation',
  'staff',
  'you',
  'you-are',
]);
