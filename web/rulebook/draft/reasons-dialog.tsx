// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { discard, sendBack } from '../rulebook.ts';

interface Props {
  readonly body: string;
  readonly draft: DraftDetail;
  readonly act: 'return' | 'discard';
  readonly onDone: (draft: DraftDetail) => Promise<void>;
  readonly onClose: () => void;
}

const LEAST = 5;

/** What is done to somebody's work is done with reasons. */
export function ReasonsDialog({ body, draft, act, onDone, onClose }: Props) {
  const words = rulebookWords.reasons[act];
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reasons.trim().length < LEAST;
  const doing = useMutation({
    mutationFn: () =>
      (act === 'return' ? sendBack : discard)(body, draft.id, { revision: draft.revision, reasons: reasons.trim() }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('ragioni')?.focus();
    else if (!doing.isPending) doing.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.detail}</p>
        <Field id="ragioni" label={words.label} error={asked && missing ? rulebookWords.reasons.required : undefined}>
          {(described) => (
            <textarea
              {...described}
              rows={4}
              maxLength={2000}
              value={reasons}
              onChange={(event) => setReasons(event.target.value)}
            />
          )}
        </Field>
        {doing.isError ? <Fault title={rulebookWords.draft.actFailed} error={doing.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={doing.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
