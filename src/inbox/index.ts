// SPDX-License-Identifier: AGPL-3.0-or-later
export { type BesideText, textsBeside } from './beside.ts';
export { type Entered, enter } from './enter.ts';
export { inboxError } from './errors.ts';
export { itemChanged } from './events.ts';
export { fingerprintOf } from './fingerprint.ts';
export { forgetAuthor } from './forget-author.ts';
export { type Polled, type Poller, pollAccount, pollerOf } from './poll.ts';
export { isOnClock, type Purged, purge } from './purge.ts';
export { purgedAmong } from './purge-store.ts';
export { type Reading, readingOf } from './reading.ts';
export { type Receiving, receive, type Source } from './receive.ts';
export { inboxRoutes } from './routes.ts';
export {
  authorName,
  authorNames,
  type Item,
  type ItemVersion,
  itemById,
  itemCountOf,
  itemsByIds,
  parentOf,
  type Received,
  receivedPage,
  sawVisibility,
  textOf,
  textsOf,
  versionOf,
  versionsOf,
} from './store.ts';
export { type InboxPorts, webhookRoutes } from './webhook.ts';
export { type Withheld, withhold } from './withhold.ts';
