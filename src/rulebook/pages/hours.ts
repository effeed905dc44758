// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  feastsOf,
  type HolidayCalendar,
  type ModerationHours,
  moderationHours,
  NETWORK_LABELS,
  type NetworkName,
} from '#policy';
import type { StoredCover } from '../calendar-store.ts';
import { actWords, isoDay } from '../days.ts';
import { namedNetworks } from './accounts.ts';
import { addressOf, linksOf } from './addresses.ts';
import { publicClauses } from './clauses.ts';
import type { HoursGroup, HoursView, Said } from './contract.ts';
import { aboutOf, type Edition } from './edition.ts';
import { clockWords, nextHolidays, romanMinutes, weekOf } from './week.ts';

/** What the hours are worked out with. */
export interface At {
  readonly now: Date;
  /** Of the country. */
  readonly holidays: HolidayCalendar;
  readonly covers: readonly StoredCover[];
  /** The act or decision that gives hours where the policy is silent. */
  readonly hoursAct: string | null;
}

/** When the channels are looked after, and whom to write to. */
export function hoursView(edition: Edition, asked: At): HoursView {
  const at = { ...asked, holidays: feastsOf(edition.compiled, asked.holidays) };
  const today = isoDay(at.now);
  const clauses = publicClauses(edition).filter(({ sleep }) => sleep?.what !== 'clause' || sleep.act !== null);
  const said = (kind: string): Said[] =>
    clauses.flatMap(({ id, title, blocks }) => {
      const each = blocks.filter((block) => block.kind === kind).map((block) => block.lines);
      // Several blocks of a clause stay apart: a line for each.
      const lines = each.length === 1 ? (each[0] ?? []) : each.map((one) => one.join('; '));
      return lines.length === 0 ? [] : [{ clause: id, title, lines }];
    });
  return {
    about: aboutOf(edition),
    links: linksOf(addressOf.hours(edition.body)),
    today,
    moderation: moderationGroups(edition, at),
    holidays: nextHolidays(at.now, at.holidays),
    hours: said('hours'),
    cover: said('cover'),
    extra: at.covers.filter(({ cover }) => cover.to >= today).map(extraOf),
    replies: said('reply'),
    contacts: said('contact'),
    offices: said('routing'),
  };
}

const extraOf = ({ cover: { from, to, ranges, channels }, act_number, act_date }: StoredCover) => ({
  ...{ from, to },
  ranges: ranges.map((range) => ({ from: clockWords(range.from), to: clockWords(range.to) })),
  networks: (channels ?? []).map((network) => NETWORK_LABELS[network]),
  act: actWords({ number: act_number, date: act_date }),
});

/** Networks with the same hours, together. */
function moderationGroups(edition: Edition, at: At): HoursGroup[] {
  const { compiled } = edition;
  const named = namedNetworks(edition);
  const networks = named.length > 0 ? named : [...compiled.channels.keys()];
  const hours = networks.map((network) => ({ network, hours: moderationHours(compiled, network) }));
  const grouped = Map.groupBy(hours, (each) => JSON.stringify(each.hours));
  return [...grouped.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const together = [first, ...rest].map(({ network }) => network);
    return [groupOf(named.length > 0 ? together : [], first.hours, at)];
  });
}

function groupOf(
  networks: readonly NetworkName[],
  hours: ModerationHours,
  { now, holidays, hoursAct }: At,
): HoursGroup {
  const { openings, source, clause, silentOnHolidays } = hours;
  const week = openings.length === 0 ? [] : weekOf(now, { openings, holidays });
  const minutes = clockWords(romanMinutes(now));
  const today = week.find(({ date }) => date === isoDay(now));
  return {
    networks: networks.map((network) => NETWORK_LABELS[network]),
    source,
    clause: clause ?? null,
    act: source === 'choice' ? hoursAct : null,
    silentOnHolidays,
    openNow: today === undefined ? null : today.ranges.some(({ from, to }) => from <= minutes && minutes < to),
    week: week.map(({ date, weekday, holiday, ranges }) => ({ date, weekday, holiday, ranges: [...ranges] })),
  };
}
