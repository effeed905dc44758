// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Entered, PeoplePage } from '#governance/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { peopleWords as words } from '../words/people.ts';
import type { Wrong } from './mandate-draft.ts';
import { peopleQuery } from './people.ts';

export type Answer = PeoplePage | Entered;

interface Props {
  readonly body: string;
  readonly title: string;
  readonly save: string;
  /** By field, of what is typed now. */
  readonly wrong: Wrong;
  readonly act: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  /** The fields; what is wrong is shown once somebody tried. */
  readonly children: (shown: Wrong) => ReactNode;
}

const NOTHING: Wrong = {};

/** One act on people: the first field that is wrong takes the focus, and the page is as the server answers. */
export function PeopleDialog({ body, title, save, wrong, act, onDone, onClose, children }: Props) {
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      queries.setQueryData(peopleQuery(body).queryKey, 'page' in answer ? answer.page : answer);
      onDone(answer);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(wrong);
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children(tried ? wrong : NOTHING)}
        {acting.isError ? <Fault title={words.notDone} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
