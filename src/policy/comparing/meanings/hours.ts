// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HoursNode } from '../../blocks/hours.ts';
import type { CompiledPolicy } from '../../compiled.ts';
import { NETWORKS, type NetworkName } from '../../facts.ts';
import { isMissing, known } from '../../missing.ts';
import { type Weekday, weekdays } from '../../values/days.ts';
import { type DayRange, dayRanges } from '../../values/hours.ts';
import { covers } from '../../values/networks.ts';
import { joined } from '../../values/words.ts';
import { capitalised } from '../phrases.ts';
import { onNetworks } from '../reach.ts';
import { awakeBlocks, meaning, type Reader, type Sides } from '../side.ts';
import { dayChange, holidayChange, onDays } from './hour-words.ts';

const HOURS_OF: readonly HoursNode['of'][] = ['moderation', 'services', 'night'];
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = { moderation: 'di moderazione', services: 'dei servizi', night: 'della notte' } as const;

export interface Day {
  readonly ranges: readonly DayRange[];
  readonly holidays: 'excluded' | 'included' | undefined;
  readonly clauses: readonly string[];
}

/** The hours of one network, weekday by weekday. */
interface Week {
  readonly days: ReadonlyMap<Weekday, Day>;
  /** The policy has such hours and the source does not give them. */
  readonly unknown: boolean;
  readonly exceptions: string | undefined;
  readonly clauses: readonly string[];
}

function weekOf(policy: CompiledPolicy, of: HoursNode['of'], network: NetworkName): Week {
  const blocks = awakeBlocks(policy, 'hours').filter(({ block }) => block.of === of && covers(block.channels, network));
  const days = new Map<Weekday, Day>();
  for (const { id, block } of blocks) {
    if (isMissing(block.days) || isMissing(block.ranges)) continue;
    for (const day of block.days) {
      const earlier = days.get(day);
      days.set(day, {
        ranges: [...(earlier?.ranges ?? []), ...block.ranges].toSorted((one, other) => one.from - other.from),
        holidays: earlier?.holidays ?? known(block.holidays),
        clauses: [...(earlier?.clauses ?? []), id],
      });
    }
  }
  const exceptions = new Set(blocks.flatMap(({ block }) => known(block.exceptions) ?? []));
  return {
    days,
    unknown: blocks.length > 0 && days.size === 0,
    exceptions: exceptions.size === 0 ? undefined : joined([...exceptions], 'e'),
    clauses: blocks.map(({ id }) => id),
  };
}

interface Told {
  readonly words: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What befell some days, those of which the same is said together. */
function byDays(told: readonly (Told & { readonly day: Weekday })[]): readonly Told[] {
  return [...Map.groupBy(told, ({ words }) => words)].map(([words, group]) => ({
    words: `${onDays(weekdays.print(group.map(({ day }) => day)))} ${words}`,
    before: group.flatMap(({ before }) => before),
    after: group.flatMap(({ after }) => after),
  }));
}

function daysThatChanged(of: HoursNode['of'], was: Week, is: Week): readonly Told[] {
  const days = WEEK.map((day) => {
    const [left, right] = [was.days.get(day), is.days.get(day)];
    return { day, left, right, before: left?.clauses ?? [], after: right?.clauses ?? [] };
  });
  const shifted = days.flatMap(({ left, right, ...each }) => {
    const words = dayChange(of, left?.ranges ?? [], right?.ranges ?? []);
    return words === undefined ? [] : [{ ...each, words }];
  });
  const holidays = days.flatMap(({ left, right, ...each }) =>
    left === undefined || right === undefined || left.holidays === right.holidays
      ? []
      : [{ ...each, words: holidayChange(of, right.holidays) }],
  );
  return [...byDays(shifted), ...byDays(holidays)];
}

/** The sentences of one network's week, without its name. */
function weekChanges(of: HoursNode['of'], was: Week, is: Week): readonly Told[] {
  const whole = (words: string): Told => ({ words, before: was.clauses, after: is.clauses });
  const name = NAMES[of];
  if (is.unknown) return was.unknown ? [] : [whole(`l’orario ${name} non è indicato: dato mancante`)];
  if (is.days.size === 0 && was.days.size > 0) {
    const ranges = [...was.days].map(([day, { ranges: open }]) => `${weekdays.print([day])} ${dayRanges.print(open)}`);
    return [whole(`non c’è più un orario ${name} (prima ${ranges.join('; ')})`)];
  }
  const told = [...daysThatChanged(of, was, is)];
  if (was.exceptions !== is.exceptions)
    told.push(
      whole(
        is.exceptions === undefined
          ? `l’orario ${name} non ha più eccezioni (prima: ${was.exceptions})`
          : `l’orario ${name} ha un’eccezione: ${is.exceptions}`,
      ),
    );
  return told;
}

const presented = ({ before, after }: Sides): readonly NetworkName[] => {
  const named = NETWORKS.filter((name) => before.channels.has(name) || after.channels.has(name));
  return named.length === 0 ? NETWORKS : named;
};

/** When somebody is there, when services are open, when it is night. */
export const hours: Reader = (sides) => {
  const networks = presented(sides);
  return HOURS_OF.flatMap((of) => {
    const told = networks.flatMap((network) =>
      weekChanges(of, weekOf(sides.before, of, network), weekOf(sides.after, of, network)).map((each) => ({
        ...each,
        network,
      })),
    );
    return [...Map.groupBy(told, ({ words }) => words)].map(([words, group]) => {
      const everywhere = group.length === networks.length;
      const where = everywhere ? '' : `${onNetworks(group.map(({ network }) => network))} `;
      return meaning(sides, `${capitalised(`${where}${words}`)}.`, {
        before: group.flatMap(({ before }) => before),
        after: group.flatMap(({ after }) => after),
      });
    });
  });
};
