// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { EnforcementView } from '#moderation/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { adopt } from './adopt.ts';
import { confirmByHand } from './cases.ts';

interface Props {
  readonly body: string;
  readonly number: number;
  readonly write: EnforcementView;
  readonly onClose: () => void;
}

const words = it.deciding;

/** What the desk could not do, a person did: said under their name. */
export function ByHandDialog({ body, number, write, onClose }: Props) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const confirming = useMutation({
    mutationFn: () => confirmByHand(body, write.id, note.trim()),
    onSuccess: async (detail) => {
      await adopt(queries, body, detail);
      announce(words.byHandRecorded(number));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!confirming.isPending) confirming.mutate();
  };
  return (
    <Dialog title={words.byHandTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {write.guide === null ? null : <Guide guide={write.guide} />}
        <p>{words.byHandDetail}</p>
        <Field id="a-mano-nota" label={words.byHandNote} hint={words.byHandNoteHint}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {confirming.isError ? <Fault title={words.byHandFailed} error={confirming.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={confirming.isPending}>
            {words.byHandConfirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Where to go and what to do there, step by step. */
function Guide({ guide: { link, steps, check } }: { readonly guide: NonNullable<EnforcementView['guide']> }) {
  return (
    <div className="guide">
      <p>
        <a href={link} target="_blank" rel="noreferrer">
          {words.byHandOpen}
        </a>
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="muted small">{check ?? words.byHandUnchecked}</p>
    </div>
  );
}
