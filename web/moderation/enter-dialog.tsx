// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { accountsQuery } from '../accounts/accounts.ts';
import { Refusal } from '../client/request.ts';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { romeTime } from '../ui/rome-time.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { enteringWords as words } from '../words/entering.ts';
import { EnterFields } from './enter-fields.tsx';
import { enterItem, FIELD_OF, type Problems, problemsOf, requestOf, type Typed } from './entering.ts';

interface Props {
  readonly body: string;
  readonly onEntered: (item: Typed) => void;
  readonly onClose: () => void;
}

const empty = (): Typed => ({
  ...{ account: '', kind: 'comment', text: '', author: '', link: '', hasMedia: false },
  when: romeTime(new Date()),
});

/** Brings to the queue what a person saw where the desk does not read. */
export function EnterDialog({ body, onEntered, onClose }: Props) {
  const accounts = useQuery(accountsQuery(body));
  const [typed, setTyped] = useState(empty);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const entering = useMutation({
    mutationFn: (item: Typed) => enterItem(body, requestOf(item)),
    onSuccess: (_, item) => {
      announce(words.done);
      onEntered(item);
      onClose();
    },
  });
  const refused = refusalOf(entering.error);
  const problems: Problems = asked ? { ...refused, ...problemsOf(typed, new Date()) } : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    flushSync(() => setAsked(true));
    if (Object.keys(problemsOf(typed, new Date())).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    } else if (!entering.isPending) entering.mutate(typed);
  };
  const change = (difference: Partial<Typed>) => {
    entering.reset();
    setTyped((current) => ({ ...current, ...difference }));
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.detail}</p>
      {accounts.isPending ? <Skeleton lines={4} /> : null}
      {accounts.isError ? (
        <Fault title={words.failed} error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : null}
      {accounts.data === undefined ? null : accounts.data.items.length === 0 ? (
        <Notice>{words.noAccounts}</Notice>
      ) : (
        <form ref={form} onSubmit={submit} noValidate>
          <EnterFields accounts={accounts.data.items} typed={typed} problems={problems} onChange={change} />
          {entering.isError && Object.keys(refused).length === 0 ? (
            <Fault title={words.failed} error={entering.error} />
          ) : null}
          <div className="dialog-actions">
            <Button onClick={onClose}>{it.cancel}</Button>
            <Button look="primary" type="submit" aria-disabled={entering.isPending}>
              {entering.isPending ? words.confirming : words.confirm}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** A refusal that belongs to one field is said there. */
function refusalOf(error: Error | null): Problems {
  if (!(error instanceof Refusal)) return {};
  const field = FIELD_OF[error.problem.code];
  return field === undefined ? {} : { [field]: `${error.problem.title}. ${error.problem.hint ?? ''}`.trim() };
}
