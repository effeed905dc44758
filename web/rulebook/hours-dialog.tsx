// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Hours } from '#rulebook/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { chosenHoursWords as words } from '../words/chosen-hours.ts';
import { hoursWords, rangesOf, shiftsOf } from './chosen-hours.ts';
import { dayInRome } from './day-words.ts';
import { HoursForm, type TypedHours } from './hours-form.tsx';
import { chooseHours, hoursQuery } from './rulebook.ts';

interface Props {
  readonly body: string;
  readonly what: 'choose' | 'takeBack';
  readonly inUse: Hours | null;
  readonly onClose: () => void;
}

const BASES = ['act', 'decision'] as const;

const startFrom = (inUse: Hours | null): TypedHours =>
  inUse === null
    ? { days: [1, 2, 3, 4, 5], shifts: [{ from: '', to: '' }], holidays: 'excluded' }
    : { days: inUse.days, shifts: shiftsOf(inUse.ranges), holidays: inUse.holidays };

/** Records hours, or takes them back; asked twice, for every deadline listens to it at once. */
export function HoursDialog({ body, what, inUse, onClose }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => startFrom(inUse));
  const [basis, setBasis] = useState<(typeof BASES)[number]>('act');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(() => dayInRome(new Date()));
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  const choosing = what === 'choose';
  const ranges = rangesOf(typed.shifts);
  const missing = {
    days: choosing && typed.days.length === 0,
    shifts: choosing && ranges === null,
    number: number.trim().length < 3,
    date: date === '',
    note: note.trim().length < 5,
  };
  const error = (name: keyof typeof missing) => (asked && missing[name] ? words.required[name] : undefined);
  const hours: Hours | null =
    choosing && ranges !== null ? { days: [...typed.days], ranges, holidays: typed.holidays } : null;
  const recording = useMutation({
    mutationFn: () => chooseHours(body, { hours, basis, act: { number: number.trim(), date }, note: note.trim() }),
    onSuccess: (choices) => {
      queries.setQueryData(hoursQuery(body).queryKey, choices);
      announce(words.done[what]);
      onClose();
    },
    onError: () => setSure(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(missing).includes(true)) return;
    if (!sure) setSure(true);
    else if (!recording.isPending) recording.mutate();
  };
  if (sure)
    return (
      <Dialog key="sure" title={words.sure.title} onClose={onClose}>
        <form onSubmit={submit}>
          <p>{hours === null ? words.sure.takeBack : words.sure.choose(hoursWords(hours))}</p>
          <p>{words.sure.again}</p>
          <p>{words.sure.record}</p>
          <div className="dialog-actions">
            <Button onClick={() => setSure(false)}>{it.cancel}</Button>
            <Button look="primary" type="submit" aria-disabled={recording.isPending}>
              {choosing ? words.sure.confirmChoose : words.sure.confirmTakeBack}
            </Button>
          </div>
        </form>
      </Dialog>
    );
  return (
    <Dialog key="hours" title={words.dialog[what]} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {choosing ? (
          <>
            <p>{words.explain}</p>
            <HoursForm typed={typed} onType={setTyped} errors={{ days: error('days'), shifts: error('shifts') }} />
          </>
        ) : null}
        <fieldset>
          <legend>{words.by}</legend>
          {BASES.map((each) => (
            <label key={each} className="check">
              <input type="radio" name="fondamento" checked={basis === each} onChange={() => setBasis(each)} />{' '}
              {words.byOptions[each]}
            </label>
          ))}
        </fieldset>
        <Field id="ore-numero" label={words.number[basis]} hint={words.numberHint[basis]} error={error('number')}>
          {(described) => (
            <input {...described} maxLength={200} value={number} onChange={(event) => setNumber(event.target.value)} />
          )}
        </Field>
        <Field id="ore-data" label={words.date[basis]} error={error('date')}>
          {(described) => (
            <input {...described} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <Field
          id="ore-nota"
          label={words.note}
          hint={choosing ? words.noteHint : words.noteBackHint}
          error={error('note')}
        >
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {recording.isError ? <Fault title={words.failedAct} error={recording.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit">
            {words.next}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
