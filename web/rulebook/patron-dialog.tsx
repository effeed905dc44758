// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../ui/announcer.tsx';
import { Field } from '../ui/field.tsx';
import { bodyDaysWords } from '../words/body-days.ts';
import { everyYear, yearlyDay } from './body-days.ts';
import { calendarQuery, choosePatron } from './rulebook.ts';
import { UnderActDialog } from './under-act-dialog.tsx';

const words = bodyDaysWords.patron;
const FEWEST_NAME = 2;

interface Props {
  readonly body: string;
  readonly what: 'choose' | 'takeBack';
  readonly onClose: () => void;
}

/** Records the patron saint, or takes it back. */
export function PatronDialog({ body, what, onClose }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ name: '', date: '', month: 1 });
  const choosing = what === 'choose';
  const day = yearlyDay(typed.date, typed.month);
  const name = typed.name.trim();
  const missing = { name: choosing && name.length < FEWEST_NAME, day: choosing && day === null };
  return (
    <UnderActDialog
      title={words.dialog[what]}
      words={bodyDaysWords.act}
      prefix="patrono"
      lacking={missing.name || missing.day}
      effect={<p>{choosing && day !== null ? words.sure.choose(name, everyYear(day)) : words.sure.takeBack}</p>}
      confirm={choosing ? words.sure.confirmChoose : words.sure.confirmTakeBack}
      send={(written) => choosePatron(body, { patron: choosing && day !== null ? { name, day } : null, ...written })}
      onRecorded={(calendar) => {
        queries.setQueryData(calendarQuery(body).queryKey, calendar);
        announce(words.done[what]);
      }}
      onClose={onClose}
    >
      {(asked) => {
        const error = (which: keyof typeof missing) => (asked && missing[which] ? words.required[which] : undefined);
        if (!choosing) return null;
        return (
          <>
            <p>{words.explain}</p>
            <Field id="patrono-santo" label={words.name} hint={words.nameHint} error={error('name')}>
              {(described) => (
                <input
                  {...described}
                  maxLength={80}
                  value={typed.name}
                  onChange={(event) => setTyped({ ...typed, name: event.target.value })}
                />
              )}
            </Field>
            <Field id="patrono-giorno" label={words.day} error={error('day')}>
              {(described) => (
                <input
                  {...described}
                  inputMode="numeric"
                  maxLength={2}
                  value={typed.date}
                  onChange={(event) => setTyped({ ...typed, date: event.target.value })}
                />
              )}
            </Field>
            <Field id="patrono-mese" label={words.month}>
              {(described) => (
                <select
                  {...described}
                  value={typed.month}
                  onChange={(event) => setTyped({ ...typed, month: Number(event.target.value) })}
                >
                  {bodyDaysWords.months.map((month, index) => (
                    <option key={month} value={index + 1}>
                      {month}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        );
      }}
    </UnderActDialog>
  );
}
