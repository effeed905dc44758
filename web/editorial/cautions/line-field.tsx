// SPDX-License-Identifier: AGPL-3.0-or-later
import { Field } from '../../ui/field.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly longest?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line that is filled in. */
export function LineField({ id, label, hint, error, type = 'text', longest = 300, value, onChange }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          type={type}
          {...(type === 'text' ? { maxLength: longest } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
