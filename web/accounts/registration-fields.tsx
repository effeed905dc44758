// SPDX-License-Identifier: AGPL-3.0-or-later
import { Field } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';
import { ActField, FEWEST_ACT } from './act-field.tsx';

const words = accountWords.connecting.registration;

export interface Registration {
  readonly name: string;
  readonly url: string;
  readonly act: string;
}

const isAddress = (url: string): boolean => /^https?:\/\/[^\s/]+/.test(url.trim());

/** What is missing of it, by field. */
export const missingIn = ({ name, url, act }: Registration) => ({
  name: name.trim() === '',
  url: !isAddress(url),
  act: act.trim().length < FEWEST_ACT,
});

export const trimmed = ({ name, url, act }: Registration): Registration => ({
  name: name.trim(),
  url: url.trim(),
  act: act.trim(),
});

interface Props {
  readonly registration: Registration;
  readonly onChange: (registration: Registration) => void;
  /** Whether what is missing is said. */
  readonly asked: boolean;
}

/** How the register will know an account, and the act that approved it. */
export function RegistrationFields({ registration, onChange, asked }: Props) {
  const { name, url, act } = registration;
  const missing = missingIn(registration);
  return (
    <>
      <Field
        id="account-nome"
        label={words.name}
        hint={words.nameHint}
        error={asked && missing.name ? words.required.text : undefined}
      >
        {(described) => (
          <input
            {...described}
            maxLength={200}
            value={name}
            onChange={(event) => onChange({ ...registration, name: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="account-indirizzo"
        label={words.url}
        hint={words.urlHint}
        error={asked && missing.url ? words.required.url : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="url"
            maxLength={2000}
            value={url}
            onChange={(event) => onChange({ ...registration, url: event.target.value })}
          />
        )}
      </Field>
      <ActField
        label={words.act}
        value={act}
        onChange={(typed) => onChange({ ...registration, act: typed })}
        missing={asked && missing.act}
      />
    </>
  );
}
