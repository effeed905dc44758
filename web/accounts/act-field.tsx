// SPDX-License-Identifier: AGPL-3.0-or-later
import { Field } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';

const words = accountWords.connecting.registration;

export const FEWEST_ACT = 3;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (act: string) => void;
  readonly missing: boolean;
}

/** The act of the body under which something is recorded. */
export const ActField = ({ label, value, onChange, missing }: Props) => (
  <Field id="atto" label={label} hint={words.actHint} error={missing ? words.required.act : undefined}>
    {(described) => (
      <input {...described} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);
