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
  forgetTexts,
  promiseForgotten,
  sealTexts,
} from '#delivery';
import { consentsExpiring, forgetUnusedMedia, outingSettled, plansDue, publishDue, ratificationsDue } from '#editorial';
import {
  type Attempts,
  allBodies,
  invitationLetterJob,
  type PeoplePorts,
  termsOver,
  writeInvitation,
} from '#governance';
import { itemChanged } from '#inbox';
import {
  alarmLetterJob,
  alarmsDue,
  alertCsam,
  alertsLate,
  answerByItself,
  banLanded,
  banOnceTold,
  consider,
  considerForgotten,
  considerTogether,
  csamAlertJob,
  enforced,
  evidenceDue,
  foldCounters,
  ladderDue,
  learnDaily,
  type ModerationPorts,
  postReferralLetter,
  purgeDue,
  pushJob,
  reconsiderOpen,
  referralLetterDue,
  referralsDue,
  reviewsDue,
  sendPush,
  statementTold,
  turnsDue,
  writeAlarm,
} from '#moderation';
import { each, type Jobs, type Subscription, type Sweeps, subscription, subscriptionTogether } from '#platform';
import { bringIntoForce, policyAdopted } from '#rulebook';

/** Who hears of what: the whole traffic of news between the modules, on one page. */
export const subscriptionsOf = (moderation: ModerationPorts): readonly Subscription[] => [
  // What came from outside is judged and queued.
  subscriptionTogether(itemChanged, 'consider', {
    one: async (data) => {
      await consider(moderation, data);
      await answerByItself(moderation, [data]);
      await alarmsDue(moderation, data.body);
    },
    together: async (data) => {
      await considerTogether(moderation, data);
      await answerByItself(moderation, data);
      for (const body of new Set(data.map((one) => one.body))) await alarmsDue(moderation, body);
    },
  }),
  // What was written to a network, or could not be, reaches its case.
  subscription(deliverySettled, 'case', (data) => enforced(moderation, data)),
  // What tells an author the reasons of a measure arrived: from then runs the term for asking a review.
  subscription(deliverySettled, 'statement-told', (data) => statementTold(moderation, data)),
  // A ban waits for its author to have been told.
  subscription(deliverySettled, 'ban-once-told', (data) => banOnceTold(moderation, data)),
  // A ban that was lifted while on its way to the network.
  subscription(deliverySettled, 'ban-landed', (data) => banLanded(moderation, data)),
  // A post of ours came out, was corrected or taken back; what repeats it follows.
  subscription(deliverySettled, 'outing', (data) => outingSettled(moderation, data)),
  // What waits for a person is judged by the policy that came into force, with what is recorded beside it.
  subscription(policyAdopted, 'reconsider', (data) => reconsiderOpen(moderation, data)),
  // Letters to the offices that have a request in hand.
  subscription(referralLetterDue, 'post', (data) => postReferralLetter(moderation, data)),
];

/** Jobs that modules promise to themselves. */
export const OWN_JOBS = [
  carryOutJob,
  checkByHandJob,
  alarmLetterJob,
  csamAlertJob,
  pushJob,
  invitationLetterJob,
] as const;

/** Every queue there is, by name alone: created before anything runs. */
export const jobKinds = () => [...OWN_JOBS, ...subscriptionsOf({} as ModerationPorts).map(({ job }) => job)];

export async function performAll(
  jobs: Jobs,
  subscriptions: readonly Subscription[],
  delivery: DeliveryPorts & ModerationPorts & { readonly people: PeoplePorts },
): Promise<void> {
  await jobs.perform(carryOutJob, (data) => carryOut(delivery, data));
  await jobs.perform(checkByHandJob, (data) => checkByHand(delivery, data));
  await jobs.perform(alarmLetterJob, (data) => writeAlarm(delivery, data));
  await jobs.perform(csamAlertJob, (data) => alertCsam(delivery, data));
  await jobs.perform(pushJob, (data) => sendPush(delivery, data));
  await jobs.perform(invitationLetterJob, (data) => writeInvitation(delivery.people, data));
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
  ports: ModerationPorts &
    AccountPorts & { readonly attempts: Attempts; readonly people: PeoplePorts; readonly url: string },
): void {
  const { attempts, database, people, url } = ports;
  const inEachBody = (work: (body: string) => Promise<unknown>) => async () => {
    const bodies = await database.outside((tx) => allBodies(tx));
    await each(
      bodies.map(({ slug }) => slug),
      work,
    );
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
    'evidence and files whose term is over',
    inEachBody((body) => evidenceDue(ports, body)),
  );
  sweeps.everyMinute(
    'writes nobody is at',
    inEachBody((body) => promiseForgotten(ports, body)),
  );
  sweeps.everyMinute(
    'texts of writes that came to their end',
    inEachBody((body) => forgetTexts(ports, body)),
  );
  sweeps.everyMinute(
    'texts of writes still in clear',
    inEachBody((body) => sealTexts(ports, body)),
  );
  sweeps.everyMinute(
    'decisions not yet learned from',
    inEachBody((body) => learnDaily(ports, body)),
  );
  sweeps.everyMinute(
    'bans to be looked at again',
    inEachBody((body) => ladderDue(ports, body)),
  );
  sweeps.everyMinute(
    'alarms nobody answered',
    inEachBody((body) => alarmsDue(ports, body)),
  );
  sweeps.everyMinute(
    'people in charge whom no letter reached',
    inEachBody((body) => alertsLate(ports, body)),
  );
  sweeps.everyMinute(
    'turns that ended',
    inEachBody((body) => turnsDue(ports, body)),
  );
  sweeps.everyMinute(
    'offices to be reminded',
    inEachBody((body) => referralsDue(ports, body)),
  );
  sweeps.everyMinute(
    'counters to be added up',
    inEachBody((body) => foldCounters(ports, body)),
  );
  sweeps.everyMinute(
    'reviews nobody proved, outcomes nobody told',
    inEachBody((body) => reviewsDue(ports, body)),
  );
  sweeps.everyMinute(
    'contents whose time has come',
    inEachBody((body) => publishDue(ports, body)),
  );
  sweeps.everyMinute(
    'urgent corrections nobody ratified',
    inEachBody((body) => ratificationsDue(ports, body)),
  );
  sweeps.everyMinute(
    'files that no content uses',
    inEachBody((body) => forgetUnusedMedia(ports, body)),
  );
  sweeps.everyMinute(
    'releases and consents about to expire',
    inEachBody((body) => consentsExpiring(ports, body)),
  );
  sweeps.everyMinute(
    'work plans not kept, pages to be looked at again',
    inEachBody((body) => plansDue(ports, body)),
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
  sweeps.everyMinute(
    'people whose last mandate has passed',
    inEachBody((body) => termsOver(people, body)),
  );
}
