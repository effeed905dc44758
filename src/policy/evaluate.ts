// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import type { ItemFacts } from './facts.ts';
import type { HolidayCalendar } from './hours/calendar.ts';
import type { Judgement, MissingDatum } from './judgement.ts';
import { deadline } from './judging/deadline.ts';
import { labelsOf, type Matter, matterOf, touchedClauses } from './judging/matter.ts';
import { propose } from './judging/propose.ts';
import { mustBeLookedAt } from './judging/remarks.ts';
import { cutOffLists } from './judging/removal.ts';
import { routeOf } from './judging/route.ts';
import type { Signal } from './signal.ts';
import { NETWORK_LABELS } from './values/networks.ts';

const ORDINARY = 2;
const LOW = 3;

/** The gravest thing noticed orders the queue, whether or not the policy speaks of it. */
function priorityOf({ policy, item, hits, heard }: Matter): Judgement['priority'] {
  let gravest: Judgement['priority'] = item.hasMedia === true ? ORDINARY : LOW;
  for (const slug of [...heard, ...hits.flatMap(({ categories }) => categories)]) {
    const priority = policy.categories.get(slug)?.priority ?? LOW;
    if (priority < gravest) gravest = priority;
  }
  return gravest;
}

/** What the policy leaves open for this item, beyond time and route. */
function silences(matter: Matter): readonly MissingDatum[] {
  const { policy, item, hits } = matter;
  const missing: MissingDatum[] = [];
  if (policy.channels.size > 0 && !policy.channels.has(item.channel))
    missing.push({
      what: 'other',
      text: `La policy non parla di ${NETWORK_LABELS[item.channel]}: si applicano le regole generali.`,
    });
  const regulated = hits.filter(({ rule }) => rule.modality !== 'protected' && rule.modality !== 'route');
  if (regulated.length > 0)
    for (const rule of cutOffLists(matter))
      missing.push({
        what: 'removal-list',
        clause: rule.clause.id,
        text: `L’elenco del punto «${rule.clause.title}» manca nella fonte: non si può dire se comprenda ${labelsOf(policy, regulated[0]?.categories ?? [])}.`,
      });
  return missing;
}

/**
 * What a policy says of one item. Fetches nothing and always answers; the same arguments give the same judgement.
 * `holidays` tells which local dates are public holidays; without it none is.
 */
export function evaluate(
  policy: CompiledPolicy,
  item: ItemFacts,
  signals: readonly Signal[],
  now: Date,
  holidays?: HolidayCalendar,
): Judgement {
  const matter = matterOf(policy, item, signals);
  const time = deadline(matter, now, holidays);
  const routed = routeOf(matter);
  return {
    policy: { body: policy.body, version: policy.version, digest: policy.digest },
    clauses: touchedClauses(matter.hits),
    proposal: propose(matter),
    priority: priorityOf(matter),
    ...(matter.heard.has('emergency') ? { urgent: true as const } : {}),
    ...(mustBeLookedAt(matter) ? { mustLook: true as const } : {}),
    ...(time.due === undefined ? {} : { due: time.due }),
    ...(routed.route === undefined ? {} : { route: routed.route }),
    missing: [...time.missing, ...routed.missing, ...silences(matter)],
  };
}
