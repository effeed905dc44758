// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AccountPorts,
  checkDue,
  forgetAuthorisations,
  insightsDue,
  renewDue,
  subscribeDue,
  warnDue,
} from '#accounts';
import {
  carryOut,
  carryOutJob,
  checkByHand,
  checkByHandJob,
  type DeliveryPorts,
  deliverySettled,
  promiseForgotten,
} from '#delivery';
import { type Attempts, allBodies } from '#governance';
import { itemChanged } from '#inbox';
import {
  consider,
  considerForgotten,
  considerTogether,
  enforced,
  learnDaily,
  type ModerationPorts,
  purgeDue,
  reconsiderOpen,
} from '#moderation';
import { type Jobs, type Subscription, type Sweeps, subscription, subscriptionTogether } from '#platform';
import { bringIntoForce, policyAdopted } from '#rulebook';

/** Who hears of what: the whole traffic of news between the modules, on one page. */
export const subscriptionsOf = (moderation: ModerationPorts): readonly Subscription[] => [
  // What came from outside is judged and queued.
  subscriptionTogether(itemChanged, 'consider', {
    one: (data) => consider(moderation, data),
    together: (data) => considerTogether(moderation, data),
  }),
  // What was written to a network, or could not be, reaches its case.
  subscription(deliverySettled, 'case', (data) => enforced(moderation, data)),
  // What waits for a person is judged by the policy that came into force, with what is recorded beside it.
  subscription(policyAdopted, 'reconsider', (data) => reconsiderOpen(moderation, data)),
];

/** Jobs that modules promise to themselves. */
export const OWN_JOBS = [carryOutJob, checkByHandJob] as const;

/** Every queue there is, by name alone: created before anything runs. */
export const jobKinds = () => [...OWN_JOBS, ...subscriptionsOf({} as ModerationPorts).map(({ job }) => job)];

export async function performAll(
  jobs: Jobs,
  subscriptions: readonly Subscription[],
  delivery: DeliveryPorts,
): Promise<void> {
  await jobs.perform(carryOutJob, (data) => carryOut(delivery, data));
  await jobs.perform(checkByHandJob, (data) => checkByHand(delivery, data));
  for (const { job, handler, together } of subscriptions)
    await jobs.perform(
      job,
      handler as (data: object) => Promise<void>,
      together as ((data: readonly object[]) => Promise<void>) | undefined,
    );
}

/** What is looked for again every minute, whatever became of events and jobs. */
export function sweepAll(
  sweeps: Sweeps,
  ports: ModerationPorts & AccountPorts & { readonly attempts: Attempts; readonly url: string },
): void {
  const { attempts, database, url } = ports;
  const inEachBody = (work: (body: string) => Promise<unknown>) => async () => {
    for (const { slug } of await database.outside((tx) => allBodies(tx))) await work(slug);
  };
  sweeps.everyMinute('sign-in attempts', attempts.sweep);
  sweeps.everyMinute(
    'versions whose day has come',
    inEachBody((body) => bringIntoForce(ports, body)),
  );
  sweeps.everyMinute(
    'items never judged',
    inEachBody((body) => considerForgotten(ports, body)),
  );
  sweeps.everyMinute(
    'contents on their networks’ clocks',
    inEachBody((body) => purgeDue(ports, body)),
  );
  sweeps.everyMinute(
    'writes nobody is at',
    inEachBody((body) => promiseForgotten(ports, body)),
  );
  sweeps.everyMinute(
    'decisions not yet learned from',
    inEachBody((body) => learnDaily(ports, body)),
  );
  sweeps.everyMinute(
    'connections to be renewed',
    inEachBody((body) => renewDue(ports, body)),
  );
  sweeps.everyMinute(
    'networks to be asked for notices',
    inEachBody((body) => subscribeDue(ports, body, url)),
  );
  sweeps.everyMinute(
    'connections to be checked',
    inEachBody((body) => checkDue(ports, body)),
  );
  sweeps.everyMinute(
    'connections that expire',
    inEachBody((body) => warnDue(ports, body)),
  );
  sweeps.everyMinute(
    'figures of the day',
    inEachBody((body) => insightsDue(ports, body)),
  );
  sweeps.everyMinute(
    'people who never came back from a network',
    inEachBody((body) => forgetAuthorisations(ports, body)),
  );
}
