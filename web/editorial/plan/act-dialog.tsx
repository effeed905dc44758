// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { planWords as words } from '../../words/plan.ts';

interface Props<Answer> {
  readonly title: string;
  readonly confirm: string;
  readonly done: string;
  /** The id of the first field that is not well filled. */
  readonly wrong?: () => string | undefined;
  readonly act: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One act, asked for and confirmed in a dialog. */
export function ActDialog<Answer>({ title, confirm, done, wrong, act, onDone, onClose, children }: Props<Answer>) {
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      onDone(answer);
      announce(done);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = wrong?.();
    if (field !== undefined) document.getElementById(field)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {acting.isError ? <Fault title={words.notDone} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same, with the reason that it asks for. */
export function ReasonsDialog<Answer>({
  act,
  ...rest
}: Omit<Props<Answer>, 'act' | 'wrong' | 'children'> & { readonly act: (reasons: string) => Promise<Answer> }) {
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reasons.trim().length < 5;
  const wrong = () => {
    setAsked(true);
    return short ? 'piano-motivo' : undefined;
  };
  return (
    <ActDialog {...rest} wrong={wrong} act={() => act(reasons.trim())}>
      <Field
        id="piano-motivo"
        label={words.doc.reasons}
        hint={words.doc.reasonsHint}
        error={asked && short ? words.doc.short : undefined}
      >
        {(described) => (
          <textarea
            {...described}
            rows={3}
            maxLength={1000}
            value={reasons}
            onChange={(event) => setReasons(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
