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
}

export function subscription<Data extends object>(
  event: EventKind<Data>,
  subscriber: string,
  handler: (data: Data) => Promise<void>,
): Subscription {
  return { event, job: jobKind(`${event.name}.${subscriber}`), handler };
}

export interface Events {
  publish<Data extends object>(tx: Tx, event: EventKind<Data>, data: Data): Promise<void>;
}

/** The subscribers of an event are known before the first one is published: `app/subscriptions.ts` names them all. */
export function eventsOf(jobs: Jobs, subscribers: () => readonly Subscription[]): Events {
  return {
    publish: async (tx, event, data) => {
      for (const { job } of subscribers().filter((one) => one.event.name === event.name))
        await jobs.promise(tx, job, data);
    },
  };
}
