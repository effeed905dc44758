// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskPerson } from '#moderation/contract';
import { Field } from '../../ui/field.tsx';
import { turnsWords } from '../../words/turns.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly people: readonly DeskPerson[];
  readonly value: string;
  /** What choosing nobody says; absent: somebody has to be chosen. */
  readonly nobody?: string;
  readonly onChange: (person: string) => void;
}

export function PersonField({ id, label, people, value, nobody, onChange }: Props) {
  return (
    <Field id={id} label={label}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{nobody ?? turnsWords.handOver.choose}</option>
          {people.map(({ id: person, name }) => (
            <option key={person} value={person}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
