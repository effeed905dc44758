// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { adopt } from './adopt.ts';
import { undo } from './cases.ts';

interface Props {
  readonly body: string;
  readonly number: number;
  readonly decision: string;
  /** The hiding that it had followed comes back into force. */
  readonly toHidden: boolean;
  readonly onClose: () => void;
}

const words = it.deciding;

export function UndoDialog({ body, number, decision, toHidden, onClose }: Props) {
  const queries = useQueryClient();
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reasons.trim() === '';
  const undoing = useMutation({
    mutationFn: () => undo(body, decision, reasons.trim()),
    onSuccess: async (detail) => {
      await adopt(queries, body, detail);
      announce(words.recordedUndone(number));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('annulla-motivo')?.focus();
    else if (!undoing.isPending) undoing.mutate();
  };
  return (
    <Dialog title={words.undoTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{toHidden ? words.undoToHidden : words.undoDetail}</p>
        <Field
          id="annulla-motivo"
          label={words.undoReasons}
          error={asked && missing ? words.required.reasons : undefined}
        >
          {(described) => (
            <textarea {...described} rows={3} value={reasons} onChange={(event) => setReasons(event.target.value)} />
          )}
        </Field>
        {undoing.isError ? <Fault title={words.undoFailed} error={undoing.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={undoing.isPending}>
            {words.undoConfirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
