// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, disconnectAccount } from './accounts.ts';

const words = accountWords.disconnecting;
const FEWEST_REASON = 5;

interface Props {
  readonly body: string;
  readonly account: string;
  readonly onClose: () => void;
}

export function DisconnectDialog({ body, account, onClose }: Props) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < FEWEST_REASON;
  const disconnecting = useMutation({
    mutationFn: () => disconnectAccount(body, account, reason.trim()),
    onSuccess: (list) => {
      queries.setQueryData(accountsQuery(body).queryKey, list);
      announce(words.done);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing && !disconnecting.isPending) disconnecting.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.explain}</p>
        <Field
          id="scollega-perche"
          label={words.reason}
          hint={words.reasonHint}
          error={asked && missing ? words.required : undefined}
        >
          {(described) => (
            <input {...described} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        {disconnecting.isError ? <Fault title={words.failed} error={disconnecting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={disconnecting.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
