// SPDX-License-Identifier: AGPL-3.0-or-later
import { FieldError } from '../../ui/field.tsx';

interface Props<Key extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: Key; readonly label: string }[];
  readonly chosen: readonly Key[];
  readonly onChange: (chosen: Key[]) => void;
}

/** Several of a few, ticked. */
export function Choices<Key extends string>({ id, legend, hint, error, options, chosen, onChange }: Props<Key>) {
  return (
    <fieldset className="editorial-part" id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="editorial-choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
      {error === undefined ? null : <FieldError id={`${id}-error`} text={error} />}
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

/** The options of a control, from its words. */
export const optionsOf = <Key extends string>(said: Readonly<Record<Key, string>>): { value: Key; label: string }[] =>
  Object.entries(said).map(([value, label]) => ({ value: value as Key, label: label as string }));
