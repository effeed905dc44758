// SPDX-License-Identifier: AGPL-3.0-or-later
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PlanCalendar, PlanList } from '#editorial/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { planWords } from '../../words/plan.ts';
import { DayGrid } from './day-grid.tsx';
import { Figures } from './figures.tsx';
import { calendarQuery } from './plan.ts';
import {
  dayAfter,
  daysOfWeek,
  dayWords,
  longDay,
  monthAfter,
  monthWords,
  todayInRome,
  weekOf,
  weeksOfMonth,
} from './plan-dates.ts';
import { SlotDialog } from './slot-dialog.tsx';
import { SlotItems } from './slot-items.tsx';

const words = planWords.calendar;
const VIEWS = ['month', 'week', 'list'] as const;
type View = (typeof VIEWS)[number];

interface Props {
  readonly body: string;
  readonly list: PlanList;
  readonly writes: boolean;
}

/** What goes out and when, by month, by week or as a list; everything by mouse and by keyboard. */
export function Calendar({ body, list, writes }: Props) {
  const today = todayInRome();
  const [view, setView] = useState<View>(() => (window.matchMedia('(max-width: 767px)').matches ? 'list' : 'month'));
  const [day, setDay] = useState(today);
  const [adding, setAdding] = useState(false);
  const panel = useRef<HTMLHeadingElement>(null);
  const weeks = view === 'week' ? [daysOfWeek(day)] : weeksOfMonth(day);
  const days = { from: weeks[0]?.[0] ?? day, to: weeks.at(-1)?.at(-1) ?? day };
  const found = useQuery({ ...calendarQuery(body, days), placeholderData: keepPreviousData });
  const shown: Pick<PlanCalendar, 'slots' | 'unplanned'> = found.data ?? { slots: [], unplanned: [] };
  const label = view === 'week' ? `${dayWords(weekOf(day))} – ${dayWords(days.to)}` : monthWords(day);
  const go = (steps: number) => setDay(view === 'week' ? dayAfter(day, 7 * steps) : monthAfter(day, steps));
  const open = list.items.filter(({ kind, state }) => kind === 'editorial' && state !== 'superseded');
  const add = writes ? () => setAdding(true) : undefined;
  const items = { body, plans: open, writes, onMoved: setDay };
  return (
    <section aria-labelledby="piano-calendario">
      <h2 id="piano-calendario">{words.title}</h2>
      <div className="plan-bar">
        <h3 aria-live="polite">{label}</h3>
        <div className="plan-views">
          <Button className="btn-sm" onClick={() => go(-1)}>
            {words.earlier[view]}
          </Button>
          <Button className="btn-sm" onClick={() => setDay(today)}>
            {words.today}
          </Button>
          <Button className="btn-sm" onClick={() => go(1)}>
            {words.later[view]}
          </Button>
        </div>
        <fieldset className="plan-views">
          <legend className="visually-hidden">{words.view}</legend>
          {VIEWS.map((one) => (
            <Button key={one} className="btn-sm" aria-pressed={view === one} onClick={() => setView(one)}>
              {words.views[one]}
            </Button>
          ))}
        </fieldset>
      </div>
      {found.isError ? (
        <Fault title={planWords.failed} error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {view === 'list' ? (
        <DayList {...items} calendar={shown} onAdd={add} />
      ) : (
        <>
          <DayGrid
            {...{ view, label, weeks, calendar: shown, today, day }}
            onDay={setDay}
            onEnter={() => panel.current?.focus()}
            onAdd={add}
          />
          <p className="field-hint">{words.keys}</p>
          <section className="plan-day-panel" aria-labelledby="piano-giorno">
            <h3 id="piano-giorno" ref={panel} tabIndex={-1}>
              {longDay(day)}
            </h3>
            <DayItems {...items} calendar={shown} day={day} />
            {add === undefined ? null : (
              <Button icon="it-plus" onClick={add}>
                {words.add}
              </Button>
            )}
          </section>
        </>
      )}
      {found.data === undefined ? null : (
        <Figures weeks={found.data.weeks} lateMinutes={list.choice?.lateMinutes ?? null} />
      )}
      {adding ? (
        <SlotDialog
          {...{ body, slot: null, plan: undefined, day }}
          plans={open.filter(({ from, to }) => from <= day && day <= to)}
          onDone={setDay}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}

interface ItemsProps extends Omit<Parameters<typeof SlotItems>[0], 'slots' | 'unplanned'> {
  readonly calendar: Pick<PlanCalendar, 'slots' | 'unplanned'>;
}

function DayItems({ calendar, day, ...items }: ItemsProps & { readonly day: string }) {
  const slots = calendar.slots.filter((slot) => slot.day === day);
  const unplanned = calendar.unplanned.filter((one) => one.day === day);
  if (slots.length + unplanned.length === 0) return <p>{words.noneDay}</p>;
  return <SlotItems {...items} slots={slots} unplanned={unplanned} />;
}

/** Days with something, one under the other. */
function DayList({ calendar, onAdd, ...items }: ItemsProps & { readonly onAdd: (() => void) | undefined }) {
  const days = [...new Set([...calendar.slots, ...calendar.unplanned].map(({ day }) => day))].toSorted();
  return (
    <div className="plan-days">
      {days.length === 0 ? <p>{words.none}</p> : null}
      {days.map((day) => (
        <div key={day}>
          <h4>{longDay(day)}</h4>
          <DayItems {...items} calendar={calendar} day={day} />
        </div>
      ))}
      {onAdd === undefined ? null : (
        <Button icon="it-plus" onClick={onAdd}>
          {words.add}
        </Button>
      )}
    </div>
  );
}
