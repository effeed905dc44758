// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Entered, enter } from './enter.ts';
export { inboxError } from './errors.ts';
export { itemChanged } from './events.ts';
export { type Polled, type Poller, pollAccount, pollerOf } from './poll.ts';
export { type Reading, readingOf } from './reading.ts';
export { receive, type Source } from './receive.ts';
export { inboxRoutes } from './routes.ts';
export {
  authorName,
  type Item,
  type ItemVersion,
  itemById,
  itemsOfAuthor,
  itemsSince,
  parentOf,
  sawVisibility,
  textOf,
  textsOf,
  versionsOf,
} from './store.ts';
export { type InboxPorts, webhookRoutes } from './webhook.ts';
