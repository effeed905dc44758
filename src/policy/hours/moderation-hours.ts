// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { isMissing } from '../missing.ts';
import { covers } from '../values/networks.ts';
import type { Opening } from './calendar.ts';

/** The hours in which a channel is looked at, and who says so. */
export interface ModerationHours {
  readonly openings: readonly Opening[];
  /** The clause that gives them, or that should and does not. */
  readonly clause: string | undefined;
  readonly source: 'policy' | 'choice' | 'missing';
  /** True when the policy does not speak of holidays, which then count as other days. */
  readonly silentOnHolidays: boolean;
}

/** The policy's hours; where it is silent the body's recorded choice; else none. */
export function moderationHours(policy: CompiledPolicy, channel: NetworkName): ModerationHours {
  const blocks = policy.hours.filter(
    ({ what, clause }) => what.of === 'moderation' && !clause.dormant && covers(what.channels, channel),
  );
  const openings = blocks.flatMap(({ what: { days, ranges, holidays } }): Opening[] =>
    isMissing(days) || isMissing(ranges)
      ? []
      : [{ days, ranges, holidays: holidays === 'excluded' ? 'excluded' : 'included' }],
  );
  const clause = blocks[0]?.clause.id;
  if (openings.length > 0) {
    const silentOnHolidays = blocks.some(({ what }) => what.holidays === undefined || isMissing(what.holidays));
    return { openings, clause, source: 'policy', silentOnHolidays };
  }
  const chosen = policy.choices.hours;
  if (chosen !== undefined) return { openings: [chosen], clause, source: 'choice', silentOnHolidays: false };
  return { openings: [], clause, source: 'missing', silentOnHolidays: false };
}
