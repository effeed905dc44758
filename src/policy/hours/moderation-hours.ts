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

/** The policy's hours; where it is silent the body's recorded choice; else none. With them the body's exceptional cover. */
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
  const extra = coverOf(policy, channel);
  if (openings.length > 0) {
    const silentOnHolidays = blocks.some(({ what }) => what.holidays === undefined || isMissing(what.holidays));
    return { openings: [...openings, ...extra], clause, source: 'policy', silentOnHolidays };
  }
  const chosen = policy.choices.hours;
  if (chosen !== undefined) return { openings: [chosen, ...extra], clause, source: 'choice', silentOnHolidays: false };
  return { openings: [], clause, source: 'missing', silentOnHolidays: false };
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

const coverOf = ({ choices }: CompiledPolicy, channel: NetworkName): Opening[] =>
  (choices.cover ?? []).flatMap(({ from, to, ranges, channels }) =>
    channels === undefined || channels.includes(channel)
      ? [{ days: EVERY_DAY, ranges, holidays: 'included', between: { from, to } }]
      : [],
  );
