// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AccountRequestView, NetworkView } from '#accounts/contract';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, registerAccount } from './accounts.ts';
import { registerQuery } from './register/register.ts';
import { missingIn, openedBy, RegistrationFields, trimmed } from './registration-fields.tsx';

const words = accountWords.connecting.registration;

interface Props {
  readonly body: string;
  readonly network: NetworkView;
  /** Authorised for the network and not used yet; that which the person comes from is the first. */
  readonly requests: readonly AccountRequestView[];
}

/** For networks where nobody is sent anywhere: the account is registered; its page takes its secrets, where it has any. */
export function RegistrationStep({ body, network, requests }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [externalId, setExternalId] = useState('');
  const [handle, setHandle] = useState('');
  const [registration, setRegistration] = useState(() => openedBy({ name: '', url: '', act: '' }, requests[0]));
  const [asked, setAsked] = useState(false);
  const missing = { externalId: externalId.trim() === '', handle: handle.trim() === '', ...missingIn(registration) };
  const registering = useMutation({
    mutationFn: () =>
      registerAccount(body, {
        network: network.network,
        externalId: externalId.trim(),
        handle: handle.trim(),
        ...trimmed(registration),
      }),
    onSuccess: async ({ account: id }) => {
      await queries.invalidateQueries({ queryKey: accountsQuery(body).queryKey });
      await queries.invalidateQueries({ queryKey: registerQuery(body).queryKey });
      announce(words.done);
      await navigate({ to: '/banco/$body/account/$id', params: { body, id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!Object.values(missing).includes(true) && !registering.isPending) registering.mutate();
  };
  const errorOf = (isMissing: boolean) => (asked && isMissing ? words.required.text : undefined);
  return (
    <section className="account-step" aria-labelledby="registro">
      <h2 id="registro">{words.title}</h2>
      <form onSubmit={submit} noValidate>
        <Field id="account-id" label={words.externalId} hint={words.externalIdHint} error={errorOf(missing.externalId)}>
          {(described) => (
            <input
              {...described}
              maxLength={300}
              value={externalId}
              onChange={(event) => setExternalId(event.target.value)}
            />
          )}
        </Field>
        <Field id="account-utente" label={words.handle} hint={words.handleHint} error={errorOf(missing.handle)}>
          {(described) => (
            <input {...described} maxLength={300} value={handle} onChange={(event) => setHandle(event.target.value)} />
          )}
        </Field>
        <RegistrationFields registration={registration} onChange={setRegistration} asked={asked} requests={requests} />
        {registering.isError ? <Fault title={words.failed} error={registering.error} /> : null}
        <div className="account-acts">
          <Button look="primary" type="submit" aria-disabled={registering.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </section>
  );
}
