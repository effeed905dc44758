// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DeskPerson } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { sessionQuery } from '../../governance/session.ts';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { turnsWords } from '../../words/turns.ts';
import { adoptClaim, handOver } from './turns.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly people: readonly DeskPerson[];
  readonly onClose: () => void;
}

const words = turnsWords.handOver;
const NOTE_LENGTH = 1000;

export function HandOverDialog({ body, id, people, onClose }: Props) {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const me = useQuery(sessionQuery).data?.person.id;
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const giving = useMutation({
    mutationFn: () => {
      const request = { to, note: note.trim() };
      return handOver(body, id, { asked: request, key: keyFor({ id, ...request }) });
    },
    onSuccess: (view) => {
      adoptClaim(queries, body, { id, view });
      announce(words.done(people.find((one) => one.id === to)?.name ?? ''));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (to === '') document.getElementById('consegna-a')?.focus();
    else if (note.trim() === '') document.getElementById('consegna-nota')?.focus();
    else if (!giving.isPending) giving.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field id="consegna-a" label={words.to} error={asked && to === '' ? words.missingPerson : undefined}>
          {(described) => (
            <select {...described} value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">{words.choose}</option>
              {people
                .filter((person) => person.id !== me)
                .map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field
          id="consegna-nota"
          label={words.note}
          hint={words.noteHint}
          error={asked && note.trim() === '' ? words.missingNote : undefined}
        >
          {(described) => (
            <textarea
              {...described}
              rows={4}
              maxLength={NOTE_LENGTH}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {giving.isError ? <Fault title={turnsWords.claim.failed} error={giving.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={giving.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
