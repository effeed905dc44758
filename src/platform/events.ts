// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from './database/database.ts';
import { type JobKind, type Jobs, jobKind } from './jobs/jobs.ts';

/** News from one module to those above it: stored with what caused it, delivered afterwards at least once. */
export interface EventKind<Data extends object> {
  readonly name: string;
  readonly shape?: Data;
}

export const eventKind = <Data extends object>(name: string): EventKind<Data> => ({ name });

/** One module's wish to hear of an event. Its handler must bear repetition. */
export interface Subscription {
  readonly event: EventKind<object>;
  readonly job: JobKind<object>;
  readonly handler: (data: never) => Promise<void>;
  /** Does many at once, all or none; absent: each by itself. */
  readonly together?: (data: readonly never[]) => Promise<void>;
}

export function subscription<Data extends object>(
  event: EventKind<Data>,
  subscriber: string,
  handler: (data: Data) => Promise<void>,
): Subscription {
  return { event, job: jobKind(`${event.name}.${subscriber}`), handler };
}

const MOST_TOGETHER = 100;

/** For news that come in floods: those that wait at the same moment are heard at once. */
export function subscriptionTogether<Data extends object>(
  event: EventKind<Data>,
  subscriber: string,
  handlers: {
    readonly one: (data: Data) => Promise<void>;
    readonly together: (data: readonly Data[]) => Promise<void>;
  },
): Subscription {
  const job = jobKind(`${event.name}.${subscriber}`, MOST_TOGETHER);
  return { event, job, handler: handlers.one, together: handlers.together };
}

export interface Events {
  publish<Data extends object>(tx: Tx, event: EventKind<Data>, data: Data): Promise<void>;
  /** The same of many. */
  publishAll<Data extends object>(tx: Tx, event: EventKind<Data>, data: readonly Data[]): Promise<void>;
}

/** The subscribers of an event are known before the first one is published: `app/subscriptions.ts` names them all. */
export function eventsOf(jobs: Jobs, subscribers: () => readonly Subscription[]): Events {
  const subscribersOf = (event: EventKind<object>) => subscribers().filter((one) => one.event.name === event.name);
  return {
    publish: async (tx, event, data) => {
      for (const { job } of subscribersOf(event)) await jobs.promise(tx, job, data);
    },
    publishAll: async (tx, event, data) => {
      for (const { job } of subscribersOf(event)) await jobs.promiseAll(tx, job, data);
    },
  };
}
