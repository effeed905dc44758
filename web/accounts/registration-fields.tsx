// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccountRequestView } from '#accounts/contract';
import { Field } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';
import { registerWords } from '../words/register.ts';
import { ActField, FEWEST_ACT } from './act-field.tsx';

const words = accountWords.connecting.registration;

export interface Registration {
  readonly name: string;
  readonly url: string;
  readonly act: string;
  /** The authorised request that opens it: its act counts. */
  readonly request?: string;
}

const isAddress = (url: string): boolean => /^https?:\/\/[^\s/]+/.test(url.trim());

/** What is missing of it, by field. */
export const missingIn = ({ name, url, act, request }: Registration) => ({
  name: name.trim() === '',
  url: !isAddress(url),
  act: request === undefined && act.trim().length < FEWEST_ACT,
});

export const trimmed = ({ name, url, act, request }: Registration): Registration => ({
  name: name.trim(),
  url: url.trim(),
  act: act.trim(),
  ...(request !== undefined && { request }),
});

/** Opened by a request: what the account's act says is the request's. */
export const openedBy = (registration: Registration, request: AccountRequestView | undefined): Registration =>
  request === undefined
    ? registration
    : { ...registration, request: request.id, act: request.settled?.act ?? registerWords.missing };

interface Props {
  readonly registration: Registration;
  readonly onChange: (registration: Registration) => void;
  /** Whether what is missing is said. */
  readonly asked: boolean;
  /** Authorised for the network and not used yet. */
  readonly requests: readonly AccountRequestView[];
}

/** How the register will know an account, and the act that approved it, or the request that was authorised. */
export function RegistrationFields({ registration, onChange, asked, requests }: Props) {
  const { name, url, act, request } = registration;
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
      {request === undefined ? (
        <ActField
          label={words.act}
          value={act}
          onChange={(typed) => onChange({ ...registration, act: typed })}
          missing={asked && missing.act}
        />
      ) : (
        <Field id="account-richiesta" label={registerWords.opening.request} hint={registerWords.opening.requestHint}>
          {(described) => (
            <select
              {...described}
              value={request}
              onChange={(event) =>
                onChange(
                  openedBy(
                    registration,
                    requests.find(({ id }) => id === event.target.value),
                  ),
                )
              }
            >
              {requests.map(({ id, service, settled }) => (
                <option key={id} value={id}>
                  {registerWords.opening.option(service, settled?.act ?? '')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
