// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ConsentDetail } from '#editorial/contract';
import { Refusal } from '../../client/request.ts';
import { it } from '../../it.ts';
import { networkName } from '../../moderation/channels.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { act, calledOf, consentQuery, keep, today } from './consents.ts';

interface Props {
  readonly body: string;
  readonly detail: ConsentDetail;
  readonly onClose: () => void;
}

/** Taking back, with every copy that goes with it: one confirmation for all. */
export function WithdrawDialog({ body, detail, onClose }: Props) {
  const words = consentWords.withdrawal;
  const queries = useQueryClient();
  const [askedBy, setAskedBy] = useState('');
  const [how, setHow] = useState('');
  const [on, setOn] = useState(today);
  const [asked, setAsked] = useState(false);
  const there = detail.copies.filter(({ copy }) => copy.state !== 'removed' && copy.state !== 'withdrawn');
  const acting = useMutation({
    mutationFn: () =>
      act(body, detail.id, 'withdrawal', { askedBy: askedBy.trim(), how: how.trim(), on, copies: there.map(idOf) }),
    onSuccess: (after) => {
      keep(queries, body, after);
      onClose();
    },
    // Something went out or came off meanwhile: what is confirmed is what is on the page.
    onError: (error) => {
      if (error instanceof Refusal && error.problem.code === 'CONSENT_COPIES_MOVED')
        void queries.invalidateQueries({ queryKey: consentQuery(body, detail.id).queryKey });
    },
  });
  const isShort = (text: string) => text.trim().length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = isShort(askedBy)
      ? 'revoca-chi'
      : isShort(how)
        ? 'revoca-come'
        : on === ''
          ? 'revoca-giorno'
          : undefined;
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  const lines = [
    { id: 'revoca-chi', label: words.askedBy, value: askedBy, set: setAskedBy },
    { id: 'revoca-come', label: words.how, hint: words.howHint, value: how, set: setHow },
  ];
  return (
    <Ending
      title={`${words.title}: ${calledOf(detail)}`}
      confirm={words.confirm(there.length)}
      {...{ acting, submit, onClose }}
    >
      <p>{there.length === 0 ? words.none : words.list(there.length)}</p>
      <ul>
        {there.map(({ copy, title }) => (
          <li key={copy.id}>
            {networkName(copy.network)} · {copy.name}: {title}
          </li>
        ))}
      </ul>
      {detail.drafts.length === 0 ? null : <p>{words.drafts(detail.drafts.length)}</p>}
      {lines.map(({ id, label, hint, value, set }) => (
        <Field key={id} id={id} label={label} hint={hint} error={asked && isShort(value) ? words.short : undefined}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={200}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </Field>
      ))}
      <Field id="revoca-giorno" label={words.on}>
        {(described) => <input {...described} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
    </Ending>
  );
}

const idOf = ({ copy }: ConsentDetail['copies'][number]): string => copy.id;

/** Destroying the key of whoever the entry is about. */
export function EraseDialog({ body, detail, onClose }: Props) {
  const words = consentWords.erasure;
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: () => act(body, detail.id, 'erasure', { confirmed: true }),
    onSuccess: (after) => {
      keep(queries, body, after);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!acting.isPending) acting.mutate();
  };
  return (
    <Ending title={`${words.title}: ${calledOf(detail)}`} confirm={words.confirm} {...{ acting, submit, onClose }}>
      <p>{words.detail}</p>
    </Ending>
  );
}

interface EndingProps {
  readonly title: string;
  readonly confirm: string;
  readonly acting: { readonly isPending: boolean; readonly error: Error | null };
  readonly submit: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on an entry, confirmed in a dialog. */
export function Ending({ title, confirm, acting, submit, onClose, children }: EndingProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {acting.error === null ? null : <Fault title={consentWords.notDone} error={acting.error} />}
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
