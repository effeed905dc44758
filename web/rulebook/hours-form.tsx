// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hours } from '#rulebook/contract';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field.tsx';
import { chosenHoursWords as words } from '../words/chosen-hours.ts';
import { DAYS, type Day, MOST_SHIFTS, type TypedShift } from './chosen-hours.ts';
import { DAY_NAMES } from './form/values.ts';

/** Hours while they are being typed. */
export interface TypedHours {
  readonly days: readonly Day[];
  readonly shifts: readonly TypedShift[];
  readonly holidays: Hours['holidays'];
}

interface Props {
  readonly typed: TypedHours;
  readonly onType: (typed: TypedHours) => void;
  readonly errors: { readonly days: string | undefined; readonly shifts: string | undefined };
}

const NEW_SHIFT: TypedShift = { from: '14:00', to: '17:00' };
const FEASTS = ['excluded', 'included'] as const;

export function HoursForm({ typed, onType, errors }: Props) {
  const { days, holidays } = typed;
  return (
    <>
      <fieldset aria-describedby={errors.days === undefined ? undefined : 'ore-giorni'}>
        <legend>{words.days}</legend>
        <div className="boxes">
          {DAYS.map((day) => (
            <label key={day} className="check">
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={(event) =>
                  onType({
                    ...typed,
                    days: DAYS.filter((each) => (each === day ? event.target.checked : days.includes(each))),
                  })
                }
              />{' '}
              {DAY_NAMES[day - 1]}
            </label>
          ))}
        </div>
        {errors.days === undefined ? null : <FieldError id="ore-giorni" text={errors.days} />}
      </fieldset>
      <Shifts shifts={typed.shifts} onType={(shifts) => onType({ ...typed, shifts })} error={errors.shifts} />
      <fieldset>
        <legend>{words.feasts}</legend>
        {FEASTS.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="festivi"
              checked={holidays === each}
              onChange={() => onType({ ...typed, holidays: each })}
            />{' '}
            {words.feastsOptions[each]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

interface ShiftsProps {
  readonly shifts: readonly TypedShift[];
  readonly onType: (shifts: readonly TypedShift[]) => void;
  readonly error: string | undefined;
}

export function Shifts({ shifts, onType, error }: ShiftsProps) {
  return (
    <fieldset aria-describedby={error === undefined ? 'ore-mezzanotte' : 'ore-turni ore-mezzanotte'}>
      <legend>{words.shifts}</legend>
      {shifts.map((shift, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shifts have only their place
        <div key={index} className="shift">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span>
                <span className="visually-hidden">{words.ofShift(index + 1)} </span>
                {words[end]}
              </span>
              <input
                type="time"
                value={shift[end]}
                aria-invalid={error === undefined ? undefined : true}
                onChange={(event) =>
                  onType(shifts.map((each, other) => (other === index ? { ...each, [end]: event.target.value } : each)))
                }
              />
            </label>
          ))}
          {shifts.length < 2 ? null : (
            <Button look="quiet" icon="it-close" onClick={() => onType(shifts.filter((_, other) => other !== index))}>
              {words.removeShift}
              <span className="visually-hidden"> {index + 1}</span>
            </Button>
          )}
        </div>
      ))}
      {shifts.length < MOST_SHIFTS ? (
        <Button look="quiet" icon="it-plus" onClick={() => onType([...shifts, NEW_SHIFT])}>
          {words.addShift}
        </Button>
      ) : null}
      <p id="ore-mezzanotte" className="field-hint">
        {words.midnight}
      </p>
      {error === undefined ? null : <FieldError id="ore-turni" text={error} />}
    </fieldset>
  );
}
