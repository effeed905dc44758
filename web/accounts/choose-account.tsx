// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AccountRequestView, ChoiceView } from '#accounts/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { accountWords } from '../words/accounts.ts';
import { chooseAccount } from './accounts.ts';
import { missingIn, openedBy, type Registration, RegistrationFields, trimmed } from './registration-fields.tsx';

const words = accountWords.returning;

interface Props {
  readonly body: string;
  readonly state: string;
  readonly choices: readonly ChoiceView[];
  /** Authorised for the network and not used yet. */
  readonly requests: readonly AccountRequestView[];
  readonly onConnected: (account: string) => Promise<void>;
}

const registrationOf = (choice: ChoiceView | undefined): Registration => ({
  name: choice?.name ?? '',
  url: choice?.url ?? '',
  act: '',
});

/** Which of the accounts that the network offers; a new one with the act that approved it. */
export function ChooseAccount({ body, state, choices, requests, onConnected }: Props) {
  const [chosen, setChosen] = useState(choices[0]);
  const [registration, setRegistration] = useState(() => openedBy(registrationOf(choices[0]), requests[0]));
  const [asked, setAsked] = useState(false);
  const isNew = chosen?.account === null;
  const lacking = isNew && Object.values(missingIn(registration)).includes(true);
  const connecting = useMutation({
    mutationFn: () =>
      chooseAccount(body, {
        state,
        externalId: chosen?.externalId ?? '',
        registration: isNew ? trimmed(registration) : null,
      }),
    onSuccess: ({ account }) => onConnected(account),
  });
  const choose = (choice: ChoiceView) => {
    setChosen(choice);
    const { name, url } = registrationOf(choice);
    setRegistration({ ...registration, name, url });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!lacking && !connecting.isPending) connecting.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="account-step">
      <fieldset className="account-choices">
        <legend>{words.which}</legend>
        {choices.map((choice) => (
          <label key={choice.externalId} className="account-choice">
            <input
              type="radio"
              name="account"
              checked={chosen?.externalId === choice.externalId}
              onChange={() => choose(choice)}
            />
            <span>
              {choice.name} <span className="muted small">{choice.handle}</span>
              <span className="account-pushed muted small">
                {choice.account === null ? words.unregistered : words.registered}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {isNew ? (
        <RegistrationFields registration={registration} onChange={setRegistration} asked={asked} requests={requests} />
      ) : null}
      {connecting.isError ? <Fault title={words.notConnected} error={connecting.error} /> : null}
      <div className="account-acts">
        <Button look="primary" type="submit" aria-disabled={connecting.isPending}>
          {words.connect}
        </Button>
      </div>
    </form>
  );
}
