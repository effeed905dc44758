// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemFacts, NetworkName } from './facts.ts';
import { type HolidayCalendar, type Opening, openDays, type Stretch, stretchesOf } from './hours/calendar.ts';
import { feastsOf } from './hours/feasts.ts';
import { moderationHours } from './hours/moderation-hours.ts';
import { cardOf } from './judging/card.ts';
import { isMissing, known } from './missing.ts';
import { covers } from './values/networks.ts';

/** Minutes from midnight, Europe/Rome; a night may go over midnight. */
export interface NightWindow {
  readonly from: number;
  readonly to: number;
}

/** When the night is on a channel, and who says so. */
export interface NightHours {
  readonly openings: readonly Opening[];
  /** The clause that gives it, or that speaks of it and gives no hours. */
  readonly clause: PolicyClause | undefined;
  readonly source: 'policy' | 'choice' | 'missing';
}

/** The policy's night; where it gives no hours the one that the body chose; else none. */
export function nightHours(policy: CompiledPolicy, channel: NetworkName, chosen?: NightWindow): NightHours {
  const blocks = policy.hours.filter(
    ({ what, clause }) => what.of === 'night' && !clause.dormant && covers(what.channels, channel),
  );
  const clause = blocks[0]?.clause;
  const openings = blocks.flatMap(({ what: { days, ranges, holidays } }): Opening[] =>
    isMissing(days) || isMissing(ranges)
      ? []
      : [{ days, ranges, holidays: holidays === 'excluded' ? 'excluded' : 'included' }],
  );
  if (openings.length > 0) return { openings, clause, source: 'policy' };
  if (chosen === undefined) return { openings: [], clause, source: 'missing' };
  return { openings: [everyNight(chosen)], clause, source: 'choice' };
}

const everyNight = ({ from, to }: NightWindow): Opening => ({
  days: [1, 2, 3, 4, 5, 6, 7],
  ranges:
    from < to
      ? [{ from, to }]
      : [
          { from: 0, to },
          { from, to: 1440 },
        ].filter((range) => range.from < range.to),
  holidays: 'included',
});

/** What answers by itself, and until when it has already answered: once a conversation and period. */
export interface AutomaticReply {
  readonly clause: PolicyClause;
  /** The policy's words, as they are. */
  readonly text: string;
  /** Begins with the night or with the close of the office: the same for as long as it lasts. */
  readonly period: string;
}

interface When {
  readonly moment: Date;
  readonly night?: NightWindow | undefined;
  readonly holidays?: HolidayCalendar | undefined;
}

/** Clauses that have private messages on a channel answered by the program, in the order of the file. */
export const automaticReplies = (policy: CompiledPolicy, channel: NetworkName) =>
  policy.replies.filter(
    ({ clause, what }) =>
      what.by === 'automatic' &&
      !clause.dormant &&
      covers(what.channels, channel) &&
      (what.kinds?.includes('message') ?? true),
  );

/**
 * The text that a clause declares automatic for a private message written at a moment; nothing where no clause does, where
 * its words or its hours are missing, or where the policy keeps answers out of private messages. The night comes first.
 */
export function automaticReplyFor(
  policy: CompiledPolicy,
  { channel, kind }: Pick<ItemFacts, 'channel' | 'kind'>,
  when: When,
): AutomaticReply | undefined {
  if (kind !== 'message' || cardOf(policy, channel).messages?.what !== 'used') return undefined;
  const holidays = feastsOf(policy, when.holidays);
  const declared = automaticReplies(policy, channel).toSorted(
    (left, right) => RANK.indexOf(known(left.what.when)) - RANK.indexOf(known(right.what.when)),
  );
  for (const { clause, what } of declared) {
    const text = known(what.text);
    const period = text === undefined ? undefined : periodOf(known(what.when), { policy, channel, ...when, holidays });
    if (text !== undefined && period !== undefined) return { clause, text, period };
  }
  return undefined;
}

const RANK: readonly (string | undefined)[] = ['night', 'out-of-hours', 'always', undefined];

interface Asking extends When {
  readonly policy: CompiledPolicy;
  readonly channel: NetworkName;
}

function periodOf(when: string | undefined, { policy, channel, moment, night, holidays }: Asking): string | undefined {
  const at = moment.getTime();
  if (when === 'night') {
    const begun = beginningOf(nightHours(policy, channel, night).openings, at, holidays);
    return begun === undefined ? undefined : `night:${new Date(begun).toISOString()}`;
  }
  if (when === 'out-of-hours') {
    const closed = closedSince(moderationHours(policy, channel).openings, at, holidays);
    return closed === undefined ? undefined : `closed:${new Date(closed).toISOString()}`;
  }
  if (when !== 'always') return undefined;
  const day = openDays(NO_HOURS).at(at);
  return day === undefined ? undefined : `day:${day.date}`;
}

const NO_HOURS: readonly Opening[] = [];
const DAYS_LOOKED_AT = 62;

/** When the stretch that holds a moment began, taking as one those that touch: a night does not end at midnight. */
function beginningOf(openings: readonly Opening[], at: number, holidays?: HolidayCalendar): number | undefined {
  let begun: number | undefined;
  for (const { from, to } of backwards(openings, at, holidays)) {
    if (begun === undefined ? from <= at && at < to : to === begun) begun = from;
    else if (to <= (begun ?? at)) break;
  }
  return begun;
}

/** When the last open stretch before a moment ended; undefined while one lasts, or where there are none. */
function closedSince(openings: readonly Opening[], at: number, holidays?: HolidayCalendar): number | undefined {
  for (const { from, to } of backwards(openings, at, holidays)) {
    if (from <= at && at < to) return undefined;
    if (to <= at) return to;
  }
  return undefined;
}

/** The latest first. */
function* backwards(openings: readonly Opening[], at: number, holidays?: HolidayCalendar): Generator<Stretch> {
  if (openings.length === 0) return;
  const days = openDays(openings);
  let day = days.at(at);
  for (let looked = 0; day !== undefined && looked < DAYS_LOOKED_AT; looked++, day = days.at(day.from - 1))
    yield* stretchesOf(day, holidays).toReversed();
}
