// SPDX-License-Identifier: AGPL-3.0-or-later
import { carryOut, carryOutJob, type DeliveryPorts, deliverySettled } from '#delivery';
import { itemChanged } from '#inbox';
import { consider, enforced, type ModerationPorts } from '#moderation';
import { type Jobs, type Subscription, subscription } from '#platform';

/** Who hears of what: the whole traffic of news between the modules, on one page. */
export const subscriptionsOf = (moderation: ModerationPorts): readonly Subscription[] => [
  // What came from outside is judged and queued.
  subscription(itemChanged, 'consider', (data) => consider(moderation, data)),
  // What was written to a network, or could not be, reaches its case.
  subscription(deliverySettled, 'case', (data) => enforced(moderation, data)),
];

/** Jobs that modules promise to themselves. */
export const OWN_JOBS = [carryOutJob] as const;

/** Every queue there is, by name alone: created before anything runs. */
export const jobKinds = () => [...OWN_JOBS, ...subscriptionsOf({} as ModerationPorts).map(({ job }) => job)];

export async function performAll(
  jobs: Jobs,
  subscriptions: readonly Subscription[],
  delivery: DeliveryPorts,
): Promise<void> {
  await jobs.perform(carryOutJob, (data) => carryOut(delivery, data));
  for (const { job, handler } of subscriptions) await jobs.perform(job, handler as (data: object) => Promise<void>);
}
