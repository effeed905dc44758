// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyCalendar, ExtraHours, RecordedCover } from '#rulebook/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { bodyDaysWords } from '../words/body-days.ts';
import { chosenHoursWords } from '../words/chosen-hours.ts';
import { extraWords, spanWords } from './body-days.ts';
import { rangesOf } from './chosen-hours.ts';
import { dayInRome } from './day-words.ts';
import { Shifts } from './hours-form.tsx';
import { calendarQuery, endCover, recordCover } from './rulebook.ts';
import { UnderActDialog } from './under-act-dialog.tsx';

const words = bodyDaysWords.cover;

interface Props {
  readonly body: string;
  readonly onClose: () => void;
}

function useRecorded(body: string, done: string) {
  const queries = useQueryClient();
  return (calendar: BodyCalendar) => {
    queries.setQueryData(calendarQuery(body).queryKey, calendar);
    announce(done);
  };
}

/** Hours beyond the usual ones, on some days. */
export function CoverDialog({ body, networks, onClose }: Props & { readonly networks: readonly string[] }) {
  const today = dayInRome(new Date());
  const [days, setDays] = useState({ from: today, to: today });
  const [shifts, setShifts] = useState<Parameters<typeof Shifts>[0]['shifts']>([{ from: '', to: '' }]);
  const [without, setWithout] = useState<readonly string[]>([]);
  const onRecorded = useRecorded(body, words.done.record);
  const ranges = rangesOf(shifts);
  const chosen = networks.filter((network) => !without.includes(network));
  const missing = {
    days: days.from === '' || days.to < days.from,
    shifts: ranges === null,
    channels: chosen.length === 0,
  };
  const cover: ExtraHours = { ...days, ranges: ranges ?? [], channels: without.length === 0 ? null : chosen };
  return (
    <UnderActDialog
      title={words.dialog.record}
      words={bodyDaysWords.act}
      prefix="presidio"
      lacking={Object.values(missing).includes(true)}
      effect={<p>{words.sure.record(`${spanWords(cover)}, ${extraWords(cover)}`)}</p>}
      confirm={words.sure.confirmRecord}
      send={(written) => recordCover(body, { cover, ...written })}
      onRecorded={onRecorded}
      onClose={onClose}
    >
      {(asked) => (
        <>
          <p>{words.explain}</p>
          {(['from', 'to'] as const).map((end) => (
            <Field
              key={end}
              id={`presidio-${end}`}
              label={words[end]}
              error={end === 'to' && asked && missing.days ? words.required.days : undefined}
            >
              {(described) => (
                <input
                  {...described}
                  type="date"
                  value={days[end]}
                  onChange={(event) => setDays({ ...days, [end]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Shifts
            shifts={shifts}
            onType={setShifts}
            error={asked && missing.shifts ? chosenHoursWords.required.shifts : undefined}
          />
          <fieldset aria-describedby={asked && missing.channels ? 'presidio-social' : undefined}>
            <legend>{words.channels}</legend>
            <div className="boxes">
              {networks.map((network) => (
                <label key={network} className="check">
                  <input
                    type="checkbox"
                    checked={!without.includes(network)}
                    onChange={(event) =>
                      setWithout(
                        event.target.checked ? without.filter((one) => one !== network) : [...without, network],
                      )
                    }
                  />{' '}
                  {it.network[network] ?? network}
                </label>
              ))}
            </div>
            {asked && missing.channels ? <FieldError id="presidio-social" text={words.required.channels} /> : null}
          </fieldset>
        </>
      )}
    </UnderActDialog>
  );
}

export function CoverEndDialog({ body, recorded, onClose }: Props & { readonly recorded: RecordedCover }) {
  const onRecorded = useRecorded(body, words.done.end);
  return (
    <UnderActDialog
      title={words.dialog.end}
      words={bodyDaysWords.act}
      prefix="fine-presidio"
      lacking={false}
      effect={<p>{words.sure.end}</p>}
      confirm={words.sure.confirmEnd}
      send={(written) => endCover(body, recorded.id, written)}
      onRecorded={onRecorded}
      onClose={onClose}
    >
      {() => (
        <p>
          {spanWords(recorded.cover)}, {extraWords(recorded.cover)}
        </p>
      )}
    </UnderActDialog>
  );
}
