// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { cautionWords as words } from '../../words/cautions.ts';
import { keepCautions, say } from './cautions.ts';

interface Props {
  readonly body: string;
  readonly path: string;
  readonly label: string;
  /** Fewer words on its button. */
  readonly button?: string;
  /** What is sent; undefined while something is missing or wrong. */
  readonly content: object | undefined;
  readonly onDone: () => void;
  /** The fields; told whether to say what is wrong with them. */
  readonly children: (asked: boolean) => ReactNode;
}

/** A folded form that says one thing of the body's cautions, and folds again when it is done. */
export function SayForm({ body, path, label, button = label, content, onDone, children }: Props) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const saying = useMutation({
    mutationFn: (said: object) => say(body, path, said),
    onSuccess: (cautions) => {
      keepCautions(queries, body, cautions);
      setAsked(false);
      setOpen(false);
      onDone();
      announce(words.done);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (content !== undefined && !saying.isPending) saying.mutate(content);
  };
  return (
    <details className="caution-form" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <form onSubmit={submit} noValidate>
        {children(asked)}
        {saying.isError ? <Fault title={words.notDone} error={saying.error} /> : null}
        <Button type="submit" aria-disabled={saying.isPending}>
          {button}
        </Button>
      </form>
    </details>
  );
}
