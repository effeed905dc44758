// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Absence, DeskPerson, OnCall, Turn } from '#moderation/contract';
import { Field } from '../../ui/field.tsx';
import { turnsWords } from '../../words/turns.ts';
import { HoursFields } from './hours-fields.tsx';
import { PersonField } from './person-field.tsx';
import type { RowProps } from './row-list.tsx';

interface WithPeople {
  readonly people: readonly DeskPerson[];
}

const words = turnsWords.page;
/** The first, and whoever is called when they do not answer. */
const PLACES = [0, 1, 2];

export function TurnRow({ id, value, people, onChange }: RowProps<Turn> & WithPeople) {
  return (
    <>
      <PersonField
        id={`${id}-persona`}
        label={words.person}
        people={people}
        value={value.person}
        onChange={(person) => onChange({ ...value, person })}
      />
      <HoursFields id={id} hours={value} onChange={(hours) => onChange({ ...value, ...hours })} />
    </>
  );
}

export function AbsenceRow({ id, value, people, onChange }: RowProps<Absence> & WithPeople) {
  const day = (key: 'from' | 'to', label: string) => (
    <Field id={`${id}-${key}`} label={label}>
      {(described) => (
        <input
          {...described}
          type="date"
          value={value[key]}
          onChange={(event) => onChange({ ...value, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <PersonField
        id={`${id}-assente`}
        label={words.person}
        people={people}
        value={value.person}
        onChange={(person) => onChange({ ...value, person })}
      />
      <div className="hours">
        {day('from', words.fromDay)}
        {day('to', words.toDay)}
      </div>
      <PersonField
        id={`${id}-sostituto`}
        label={words.substitute}
        people={people.filter((person) => person.id !== value.person)}
        value={value.substitute ?? ''}
        nobody={words.noSubstitute}
        onChange={(person) => onChange({ ...value, substitute: person === '' ? null : person })}
      />
    </>
  );
}

export function RotaRow({ id, value, people, onChange }: RowProps<OnCall> & WithPeople) {
  const place = (nth: number, person: string) => {
    const chain = PLACES.map((index) => (index === nth ? person : (value.people[index] ?? '')));
    onChange({ ...value, people: chain });
  };
  return (
    <>
      <div className="chain">
        {PLACES.map((nth) => (
          <PersonField
            key={nth}
            id={`${id}-persona-${nth}`}
            label={nth === 0 ? words.first : words.deputy(nth)}
            people={people}
            value={value.people[nth] ?? ''}
            {...(nth === 0 ? {} : { nobody: words.none })}
            onChange={(person) => place(nth, person)}
          />
        ))}
      </div>
      <HoursFields id={id} hours={value} onChange={(hours) => onChange({ ...value, ...hours })} />
    </>
  );
}
