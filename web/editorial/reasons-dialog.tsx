// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ContentDetail } from '#editorial/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';
import { keep } from './editorial.ts';

interface ActProps {
  readonly body: string;
  readonly title: string;
  readonly confirm: string;
  /** The id of the first field that is not well filled. */
  readonly wrong?: () => string | undefined;
  readonly act: () => Promise<ContentDetail>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on a content, asked for and confirmed in a dialog. */
export function ActDialog({ body, title, confirm, wrong, act, onClose, children }: ActProps) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (detail) => {
      keep(queries, body, detail);
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

interface ReasonsProps extends Pick<ActProps, 'body' | 'title' | 'confirm' | 'onClose'> {
  readonly act: (reasons: string) => Promise<ContentDetail>;
}

/** The same, with the reason that it asks for. */
export function ReasonsDialog({ act, ...rest }: ReasonsProps) {
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reasons.trim().length < 5;
  const wrong = () => {
    setAsked(true);
    return short ? 'bozza-motivo' : undefined;
  };
  return (
    <ActDialog {...rest} wrong={wrong} act={() => act(reasons.trim())}>
      <Field
        id="bozza-motivo"
        label={words.reasons}
        hint={words.reasonsHint}
        error={asked && short ? words.short : undefined}
      >
        {(described) => (
          <textarea {...described} rows={3} value={reasons} onChange={(event) => setReasons(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}
