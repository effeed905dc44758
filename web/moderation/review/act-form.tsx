// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { reviewWords } from '../../words/review.ts';
import { refreshed } from './reviews.ts';

const FEWEST_SIGNS = 10;

interface Props {
  readonly body: string;
  readonly words: {
    readonly title: string;
    readonly detail?: string;
    readonly label: string;
    readonly hint?: string;
    readonly submit: string;
    readonly failed: string;
    readonly done: string;
  };
  /** Sends what was written. */
  readonly act: (text: string) => Promise<unknown>;
  /** What else is asked, before the text; null: it is answered. */
  readonly refusal?: string | null;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** One text and a button in a dialog: what each act on a review asks of a person. */
export function ActForm({ body, words, act, refusal = null, children, onClose }: Props) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const short = text.trim().length < FEWEST_SIGNS;
  const acting = useMutation({
    mutationFn: () => act(text.trim()),
    onSuccess: async () => {
      await refreshed(queries, body);
      announce(words.done);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (refusal !== null) document.querySelector<HTMLElement>('.dialog input')?.focus();
    else if (short) document.getElementById('riesame-testo')?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {words.detail === undefined ? null : <p>{words.detail}</p>}
        {children}
        {asked && refusal !== null ? (
          <p className="field-error" role="alert">
            {refusal}
          </p>
        ) : null}
        <Field
          id="riesame-testo"
          label={words.label}
          hint={words.hint}
          error={asked && short ? reviewWords.dialog.reasonsShort : undefined}
        >
          {(described) => (
            <textarea
              {...described}
              rows={4}
              maxLength={1500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {acting.isError ? <Fault title={words.failed} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
