// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What may be asked of a queue, and the views that people keep. Moments are ISO 8601 in UTC.

export const QUEUES = ['open', 'decided', 'stuck'] as const;
export const ITEM_KINDS = ['comment', 'visitor-post', 'mention', 'message', 'reply'] as const;
export const DUE_FILTERS = ['overdue', 'today', 'week', 'none'] as const;
export const CLAIM_FILTERS = ['me', 'nobody'] as const;

const Name = z.string().regex(/^[\p{L}\p{N}.-]{1,60}$/u);

/** Which cases of a queue: each one narrows; of deadlines, holds and claims only what is open has any. */
export const QueueFilters = z.object({
  network: Name.optional(),
  kind: z.enum(ITEM_KINDS).optional(),
  clause: Name.optional().describe('touched by the item: for example RM1-143'),
  category: Name.optional().describe('of a touched clause, a word of the policy’s vocabulary: for example insult'),
  author: z.uuid().optional(),
  /** Days and weeks of Italy; `none`: the policy gives no deadline. */
  due: z.enum(DUE_FILTERS).optional(),
  look: z.literal('yes').optional().describe('«da guardare»: the machine could not see enough'),
  held: z.literal('yes').optional().describe('the network waits for the account’s approval'),
  claimed: z.enum(CLAIM_FILTERS).optional(),
  /** Italian words in the text, stems alike; the last one may be half typed. */
  words: z.string().max(200).optional(),
});
export type QueueFilters = z.infer<typeof QueueFilters>;

/** A queue with its filters, as a view keeps it. */
export const ViewSearch = QueueFilters.extend({ state: z.enum(QUEUES).default('open') });
export type ViewSearch = z.infer<typeof ViewSearch>;

export const QueueView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Kept by the head of the desk for everyone. */
  shared: z.boolean(),
  mine: z.boolean(),
  search: ViewSearch,
  /** How many cases it shows; null where that is not counted beforehand. */
  cases: z.number().int().nullable(),
});
export type QueueView = z.infer<typeof QueueView>;

/** `GET /api/bodies/{body}/queue-views` */
export const QueueViews = z.object({ items: z.array(QueueView) });
export type QueueViews = z.infer<typeof QueueViews>;

/** `PUT /api/bodies/{body}/queue-views/{id}`, the id of the desk's own making: sent twice, kept once. `POST …/{id}/drop`. */
export const QueueViewRequest = z.object({
  name: z.string().trim().min(1).max(60),
  shared: z.boolean(),
  search: ViewSearch,
});
export type QueueViewRequest = z.infer<typeof QueueViewRequest>;

/** `GET /api/bodies/{body}/queue-choices`: what the filters offer under the policy in force. */
export const QueueChoices = z.object({
  clauses: z.array(z.object({ id: z.string(), title: z.string() })),
  categories: z.array(z.object({ slug: z.string(), label: z.string() })),
});
export type QueueChoices = z.infer<typeof QueueChoices>;

/** `GET /api/bodies/{body}/authors/{id}/name`: of whom a filtered queue shows the items. */
export const AuthorOfQueue = z.object({ id: z.uuid(), name: z.string().nullable() });
