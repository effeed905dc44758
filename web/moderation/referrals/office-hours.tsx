// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficeOpening } from '#governance/contract';
import { Field } from '../../ui/field.tsx';
import { referralWords, WEEKDAYS } from '../../words/referrals.ts';

/** Hours of an office as they are being written: one turn or two. */
export interface Hours {
  readonly own: boolean;
  readonly days: readonly number[];
  /** `09:00`, empty where there is none. */
  readonly turns: readonly (readonly [from: string, to: string])[];
  readonly holidays: boolean;
}

const words = referralWords.offices.fields;
const WORKING_DAYS = [1, 2, 3, 4, 5];
const MINUTES_OF_AN_HOUR = 60;

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / MINUTES_OF_AN_HOUR)).padStart(2, '0')}:${String(minutes % MINUTES_OF_AN_HOUR).padStart(2, '0')}`;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * MINUTES_OF_AN_HOUR + minutes;
};

const NO_TURN = ['', ''] as const;

export const hoursOf = (opening: OfficeOpening | null): Hours => ({
  own: opening !== null,
  days: opening?.days ?? WORKING_DAYS,
  turns: [0, 1].map((turn) => {
    const range = opening?.ranges[turn];
    return range === undefined ? NO_TURN : ([written(range.from), written(range.to)] as const);
  }),
  holidays: opening?.holidays === 'included',
});

export const openingOf = ({ own, days, turns, holidays }: Hours): OfficeOpening | null =>
  own
    ? {
        days: [...days],
        ranges: turns
          .filter(([from, to]) => from !== '' && to !== '')
          .map(([from, to]) => ({ from: minutesOf(from), to: minutesOf(to) })),
        holidays: holidays ? 'included' : 'excluded',
      }
    : null;

interface Props {
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}

export function OfficeHours({ value, onChange }: Props) {
  const { own, days, turns, holidays } = value;
  const toggle = (day: number) =>
    onChange({ ...value, days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort() });
  const set = (turn: number, changed: readonly [string, string]) =>
    onChange({ ...value, turns: turns.map((one, index) => (index === turn ? changed : one)) });
  return (
    <>
      <label className="office-own">
        <input type="checkbox" checked={own} onChange={() => onChange({ ...value, own: !own })} />
        {words.own}
      </label>
      {own ? (
        <fieldset className="referral-options">
          <legend>{words.days}</legend>
          {WEEKDAYS.map((name, index) => (
            <label key={name}>
              <input type="checkbox" checked={days.includes(index + 1)} onChange={() => toggle(index + 1)} />
              {name}
            </label>
          ))}
          {turns.map(([from, to], turn) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first turn and the second, always both
            <div key={turn} className="office-turn">
              <Field id={`ufficio-dalle-${turn}`} label={`${words.from} (${turn + 1})`}>
                {(described) => (
                  <input
                    {...described}
                    type="time"
                    value={from}
                    onChange={({ target }) => set(turn, [target.value, to])}
                  />
                )}
              </Field>
              <Field id={`ufficio-alle-${turn}`} label={`${words.to} (${turn + 1})`}>
                {(described) => (
                  <input
                    {...described}
                    type="time"
                    value={to}
                    onChange={({ target }) => set(turn, [from, target.value])}
                  />
                )}
              </Field>
            </div>
          ))}
          <label>
            <input type="checkbox" checked={holidays} onChange={() => onChange({ ...value, holidays: !holidays })} />
            {words.holidays}
          </label>
        </fieldset>
      ) : null}
    </>
  );
}
