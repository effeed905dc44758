// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { CalendarReading, PlanDetail } from '#editorial/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { planWords } from '../../words/plan.ts';
import { calendarFile, changeSlots, keepPlan, readCalendarFile } from './plan.ts';
import { longDay } from './plan-dates.ts';

const words = planWords.doc;
const MOST_BYTES = 1_000_000;

interface Props {
  readonly body: string;
  readonly plan: PlanDetail;
  readonly writes: boolean;
}

/** The plan as a file for other calendars, and their files for the plan: what is read is shown before it is put in. */
export function PlanImport({ body, plan, writes }: Props) {
  const queries = useQueryClient();
  const field = useId();
  const [tooBig, setTooBig] = useState(false);
  const reading = useMutation({ mutationFn: (text: string) => readCalendarFile(body, plan.id, text) });
  const saving = useMutation({
    mutationFn: ({ slots }: CalendarReading) =>
      changeSlots(body, plan.id, (now) => [
        ...now.map((one) => slots.find(({ id }) => id === one.id) ?? one),
        ...slots.filter(({ id }) => now.every((one) => one.id !== id)),
      ]),
    onSuccess: (detail) => {
      keepPlan(queries, body, detail);
      reading.reset();
      announce(words.imported);
    },
  });
  const bring = async (file: File | undefined) => {
    reading.reset();
    setTooBig(file !== undefined && file.size > MOST_BYTES);
    if (file !== undefined && file.size <= MOST_BYTES) reading.mutate(await file.text());
  };
  return (
    <section aria-labelledby="piano-scambio">
      <h3 id="piano-scambio">{words.exchange}</h3>
      <p>
        <a href={calendarFile(body, plan.id)} download>
          {words.export}
        </a>
      </p>
      {writes ? (
        <div className="field">
          <label htmlFor={field}>{words.import}</label>
          <input
            id={field}
            type="file"
            accept=".ics,text/calendar"
            aria-describedby={`${field}-hint`}
            onChange={(event) => void bring(event.target.files?.[0])}
          />
          <p id={`${field}-hint`} className="field-hint">
            {words.importHint}
          </p>
        </div>
      ) : null}
      {tooBig ? <Notice tone="warning">{words.importTooBig}</Notice> : null}
      {reading.isError ? <Fault title={planWords.notDone} error={reading.error} /> : null}
      {saving.isError ? <Fault title={planWords.notDone} error={saving.error} /> : null}
      {reading.data === undefined ? null : (
        <Found found={reading.data} onKeep={() => !saving.isPending && saving.mutate(reading.data)} />
      )}
    </section>
  );
}

function Found({ found, onKeep }: { readonly found: CalendarReading; readonly onKeep: () => void }) {
  const { slots, unread } = found;
  return (
    <div role="status">
      <p>{slots.length === 0 ? words.importNone : words.importFound(slots.length)}</p>
      <ul>
        {slots.map(({ id, day, time, title }) => (
          <li key={id}>
            {longDay(day)}, {time}: {title}
          </li>
        ))}
      </ul>
      {unread.length === 0 ? null : (
        <Notice tone="warning" title={words.importUnread(unread.length)}>
          <ul>
            {unread.map(({ line, title, why }) => (
              <li key={line}>
                {words.importLine(line)}, {title === '' ? words.importUntitled : `«${title}»`}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {slots.length === 0 ? null : <Button onClick={onKeep}>{words.importDo}</Button>}
    </div>
  );
}
