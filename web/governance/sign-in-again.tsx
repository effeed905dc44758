// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Session } from '#governance/contract';
import { request } from '../client/request.ts';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { setExpiry, useExpiry } from './expiry.ts';
import { PasswordField } from './password-field.tsx';
import { refusalWords } from './refusal-words.ts';
import { SecondStep } from './second-step.tsx';
import { sessionQuery, signIn } from './session.ts';

const words = it.governance.expired;

/** The session has ended: says so, and lets the same person in again without leaving the page. */
export function SignInAgain({ person }: { readonly person: Session['person'] }) {
  const expiry = useExpiry();
  return (
    <>
      <div role="alert" className="disconnected">
        {expiry === 'no' ? null : (
          <p>
            <Icon name="it-user" />
            {words.banner}
            <Button className="btn-sm" onClick={() => setExpiry('asking')}>
              {words.open}
            </Button>
          </p>
        )}
      </div>
      {expiry === 'asking' ? <PasswordDialog person={person} /> : null}
    </>
  );
}

function PasswordDialog({ person }: { readonly person: Session['person'] }) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const enter = async () => {
    queries.setQueryData(sessionQuery.queryKey, await request(Session, '/api/session'));
    setExpiry('no');
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] !== 'queue' });
    announce(words.done);
  };
  const entry = useMutation({
    mutationFn: (password: string) => signIn(person.email, password),
    onSuccess: ({ next }) => (next === 'second-factor' ? setWaiting(true) : enter()),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setMissing(password === '');
    if (password === '') form.current?.querySelector<HTMLInputElement>('#password')?.focus();
    else if (!entry.isPending) entry.mutate(password);
  };
  if (waiting)
    return (
      <Dialog title={words.title} onClose={() => setExpiry('noticed')}>
        <SecondStep onDone={enter} onAgain={() => setWaiting(false)} />
      </Dialog>
    );
  return (
    <Dialog title={words.title} onClose={() => setExpiry('noticed')}>
      <form ref={form} onSubmit={submit} noValidate>
        <p>{words.detail}</p>
        <p>
          {words.as} <strong>{person.email}</strong>
        </p>
        <div role="alert">{entry.isError ? <Notice tone="danger">{refusalWords(entry.error)}</Notice> : null}</div>
        <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
        <PasswordField error={missing ? it.governance.required.password : undefined} />
        <p className="muted small">
          {words.other} <a href="/accedi">{words.otherLink}</a>
        </p>
        <div className="dialog-actions">
          <Button onClick={() => setExpiry('noticed')}>{words.later}</Button>
          <Button look="primary" type="submit" aria-disabled={entry.isPending}>
            {entry.isPending ? it.governance.submitting : it.governance.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
