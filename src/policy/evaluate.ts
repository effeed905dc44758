// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import type { ItemFacts } from './facts.ts';
import type { HolidayCalendar } from './hours/calendar.ts';
import { feastsOf } from './hours/feasts.ts';
import type { Judgement, MissingDatum } from './judgement.ts';
import { arrivalOf, deadline } from './judging/deadline.ts';
import { matterOf } from './judging/matter.ts';
import { propose } from './judging/propose.ts';
import { remarksOn } from './judging/remarks.ts';
import { routeOf } from './judging/route.ts';
import { tellSilences } from './judging/silences.ts';
import { touchedClauses } from './judging/touched.ts';
import type { Signal } from './signal.ts';

/**
 * What a policy says of one item. Fetches nothing and always answers; the same arguments give the same judgement.
 * `holidays` tells which local dates are public holidays of the country, without it none is; the body's own saint is added.
 */
export function evaluate(
  policy: CompiledPolicy,
  item: ItemFacts,
  signals: readonly Signal[],
  now: Date,
  holidays?: HolidayCalendar,
): Judgement {
  const matter = matterOf(policy, item, signals);
  const remarks = remarksOn(matter);
  const missing: MissingDatum[] = [];
  const arrival = { start: arrivalOf(item.at, now), holidays: feastsOf(policy, holidays) };
  const due = deadline(matter, arrival, missing);
  const route = routeOf(matter, missing);
  tellSilences(matter, missing);
  const judgement: Drawn = {
    policy: matter.regime.cited,
    clauses: touchedClauses(matter),
    proposal: propose(matter, remarks),
    priority: matter.priority,
    missing,
  };
  if (matter.heard.includes('emergency')) judgement.urgent = true;
  if (remarks.mustLook) judgement.mustLook = true;
  if (due !== undefined) judgement.due = due;
  if (route !== undefined) judgement.route = route;
  return judgement;
}

/** A judgement while it is drawn up. */
type Drawn = { -readonly [Field in keyof Judgement]: Judgement[Field] };
