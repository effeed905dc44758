// SPDX-License-Identifier: AGPL-3.0-or-later
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PlanCalendar } from '#editorial/contract';
import { planWords } from '../../words/plan.ts';
import { dayAfter, dayNumber, longDay, monthAfter, monthOf, weekdayWords, weekOf } from './plan-dates.ts';

const words = planWords.calendar;
const MOST_SHOWN = 3;

/** What a cell says of one thing that goes out. */
interface Line {
  readonly key: string;
  readonly time: string;
  readonly title: string;
  readonly off: boolean;
}

export function linesOn({ slots, unplanned }: Pick<PlanCalendar, 'slots' | 'unplanned'>, day: string): readonly Line[] {
  const planned = slots
    .filter((slot) => slot.day === day)
    .map(({ id, time, title }) => ({ key: id, time, title, off: false }));
  const off = unplanned
    .filter((one) => one.day === day)
    .map(({ content }) => ({ key: content.id, time: words.offPlan, title: content.title, off: true }));
  return [...planned, ...off];
}

interface Props {
  readonly view: 'month' | 'week';
  readonly label: string;
  readonly weeks: readonly (readonly string[])[];
  readonly calendar: Pick<PlanCalendar, 'slots' | 'unplanned'>;
  readonly today: string;
  /** The day in hand. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  /** Goes into the day. */
  readonly onEnter: () => void;
  /** Absent: who reads adds nothing. */
  readonly onAdd: (() => void) | undefined;
}

const MOVES: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => dayAfter(day, -1),
  ArrowRight: (day) => dayAfter(day, 1),
  ArrowUp: (day) => dayAfter(day, -7),
  ArrowDown: (day) => dayAfter(day, 7),
  Home: (day) => weekOf(day),
  End: (day) => dayAfter(weekOf(day), 6),
  PageUp: (day) => monthAfter(day, -1),
  PageDown: (day) => monthAfter(day, 1),
};

/** Days as a grid (WAI-ARIA): one stop of the Tab key, arrows among the days, Enter into one. */
export function DayGrid({ view, label, weeks, calendar, today, day, onDay, onEnter, onAdd }: Props) {
  const cell = useRef<HTMLTableCellElement>(null);
  const follows = useRef(false);
  // The focus follows the day that was walked to, also onto another month; it is never taken from elsewhere.
  useEffect(() => {
    if (!follows.current || cell.current?.dataset.day !== day) return;
    follows.current = false;
    cell.current.focus();
  }, [day]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (move !== undefined) {
      follows.current = true;
      onDay(move(day));
    } else if (event.key === 'Enter' || event.key === ' ') onEnter();
    else if (event.key.toLowerCase() === 'n' && onAdd !== undefined) onAdd();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid.
    <table role="grid" className="plan-grid" data-view={view} aria-label={label}>
      <thead>
        <tr>
          {weeks[0]?.map((one) => (
            <th key={one} scope="col" abbr={weekdayWords(one)}>
              {weekdayWords(one).slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <td
                key={one}
                ref={one === day ? cell : null}
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid.
                role="gridcell"
                tabIndex={one === day ? 0 : -1}
                data-day={one}
                data-other={view === 'month' && monthOf(one) !== monthOf(day) ? true : undefined}
                data-today={one === today ? true : undefined}
                aria-selected={one === day}
                aria-current={one === today ? 'date' : undefined}
                onClick={() => onDay(one)}
                onKeyDown={press}
              >
                <Cell day={one} lines={linesOn(calendar, one)} most={view === 'week' ? Number.MAX_VALUE : MOST_SHOWN} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = (day: string, lines: readonly Line[]): string =>
  lines.length === 0
    ? longDay(day)
    : `${longDay(day)}, ${words.slots(lines.length)}: ${lines.map(({ time, title }) => `${time} ${title}`).join(', ')}`;

function Cell({ day, lines, most }: { readonly day: string; readonly lines: readonly Line[]; readonly most: number }) {
  const hidden = Math.max(0, lines.length - most);
  return (
    <>
      <span className="visually-hidden">{nameOf(day, lines)}</span>
      <span className="plan-day" aria-hidden="true">
        {dayNumber(day)}
      </span>
      {lines.length === 0 ? null : (
        <>
          <span className="plan-count" aria-hidden="true">
            {lines.length}
          </span>
          <ul aria-hidden="true">
            {lines.slice(0, most).map(({ key, time, title, off }) => (
              <li key={key} data-off={off || undefined}>
                {time} {title}
              </li>
            ))}
            {hidden === 0 ? null : <li>{words.more(hidden)}</li>}
          </ul>
        </>
      )}
    </>
  );
}
