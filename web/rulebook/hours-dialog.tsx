// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Hours } from '#rulebook/contract';
import { announce } from '../ui/announcer.tsx';
import { chosenHoursWords as words } from '../words/chosen-hours.ts';
import { hoursWords, rangesOf, shiftsOf } from './chosen-hours.ts';
import { HoursForm, type TypedHours } from './hours-form.tsx';
import { chooseHours, hoursQuery } from './rulebook.ts';
import { UnderActDialog } from './under-act-dialog.tsx';

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

/** Records hours, or takes them back. */
export function HoursDialog({ body, what, inUse, onClose }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => startFrom(inUse));
  const [basis, setBasis] = useState<(typeof BASES)[number]>('act');
  const choosing = what === 'choose';
  const ranges = rangesOf(typed.shifts);
  const missing = { days: choosing && typed.days.length === 0, shifts: choosing && ranges === null };
  const hours: Hours | null =
    choosing && ranges !== null ? { days: [...typed.days], ranges, holidays: typed.holidays } : null;
  return (
    <UnderActDialog
      title={words.dialog[what]}
      words={{
        ...words,
        number: words.number[basis],
        numberHint: words.numberHint[basis],
        date: words.date[basis],
        noteHint: choosing ? words.noteHint : words.noteBackHint,
      }}
      prefix="ore"
      lacking={missing.days || missing.shifts}
      effect={<p>{hours === null ? words.sure.takeBack : words.sure.choose(hoursWords(hours))}</p>}
      confirm={choosing ? words.sure.confirmChoose : words.sure.confirmTakeBack}
      send={(written) => chooseHours(body, { hours, basis, ...written })}
      onRecorded={(choices) => {
        queries.setQueryData(hoursQuery(body).queryKey, choices);
        announce(words.done[what]);
      }}
      onClose={onClose}
    >
      {(asked) => {
        const error = (name: keyof typeof missing) => (asked && missing[name] ? words.required[name] : undefined);
        return (
          <>
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
          </>
        );
      }}
    </UnderActDialog>
  );
}
