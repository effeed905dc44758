// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Turn } from '#moderation/contract';
import { Field } from '../../ui/field.tsx';
import { turnsWords } from '../../words/turns.ts';

export type Hours = Pick<Turn, 'days' | 'from' | 'to' | 'holidays'>;

interface Props {
  /** Tells the fields of one row from those of the others. */
  readonly id: string;
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

const words = turnsWords.page;
const MIDNIGHT = '00:00';
const END_OF_DAY = '24:00';

/** Days, hours and holidays of one row. */
export function HoursFields({ id, hours, onChange }: Props) {
  const toggle = (day: number, on: boolean) => {
    const days = on ? [...hours.days, day] : hours.days.filter((one) => one !== day);
    onChange({ ...hours, days: days.toSorted((left, right) => left - right) });
  };
  return (
    <>
      <fieldset className="days">
        <legend>{words.days}</legend>
        {words.dayNames.map((name, index) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={hours.days.includes(index + 1)}
              onChange={(event) => toggle(index + 1, event.target.checked)}
            />
            <span aria-hidden="true">{words.shortDays[index]}</span>
            <span className="visually-hidden">{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="hours">
        <Field id={`${id}-dalle`} label={words.from}>
          {(described) => (
            <input
              {...described}
              type="time"
              value={hours.from}
              onChange={(event) => onChange({ ...hours, from: event.target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-alle`} label={words.to}>
          {(described) => (
            <input
              {...described}
              type="time"
              value={hours.to === END_OF_DAY ? MIDNIGHT : hours.to}
              onChange={(event) =>
                onChange({ ...hours, to: event.target.value === MIDNIGHT ? END_OF_DAY : event.target.value })
              }
            />
          )}
        </Field>
        <label className="holidays">
          <input
            type="checkbox"
            checked={hours.holidays}
            onChange={(event) => onChange({ ...hours, holidays: event.target.checked })}
          />
          {words.holidays}
        </label>
      </div>
    </>
  );
}
