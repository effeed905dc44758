// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { type LinkView, PASSWORD_LEAST } from '#governance/contract';
import { Refusal } from '../client/request.ts';
import { ProviderButton } from '../governance/through-provider.tsx';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { peopleWords } from '../words/people.ts';
import { choosePassword, lookAtLink } from './people.ts';

const words = peopleWords.welcome;

/** Where somebody who was taken in chooses their own password; what opens it stands behind `#` in the address. */
export function WelcomePage() {
  useTitle(words.title);
  const [token] = useState(() => location.hash.slice(1));
  // Not left where the next person at this screen could read it.
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  const link = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => lookAtLink(token, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="sign-in" id="contenuto">
      <div className="sign-in-sheet">
        <p className="sign-in-product">{it.product}</p>
        <h1>{words.title}</h1>
        {link.isPending ? <Skeleton lines={3} /> : null}
        {link.isError ? <Notice tone="danger">{wordsOf(link.error)}</Notice> : null}
        {link.data === undefined ? null : <Choosing token={token} link={link.data} />}
      </div>
      <p className="muted small">{it.licence}</p>
    </main>
  );
}

const wordsOf = (error: Error): string =>
  error instanceof Refusal && error.problem.status < 500 ? words.over : words.failed;

function Choosing({ token, link }: { readonly token: string; readonly link: LinkView }) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useMutation({ mutationFn: () => choosePassword(token, password) });
  const isShort = password.length < PASSWORD_LEAST;
  const differs = password !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort || differs) document.getElementById(isShort ? 'password' : 'password-di-nuovo')?.focus();
    else if (!saving.isPending) saving.mutate();
  };
  if (saving.isSuccess)
    return (
      <>
        <Notice tone="success">{words.done}</Notice>
        <p>
          <a href="/accedi">{words.signIn}</a>
        </p>
      </>
    );
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.for(link.name, link.bodyName)}</p>
      <p className="muted">{words.email(link.email)}</p>
      <div role="alert">{saving.isError ? <Notice tone="danger">{wordsOf(saving.error)}</Notice> : null}</div>
      <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      <Field id="password" label={words.password} hint={words.hint} error={tried && isShort ? words.short : undefined}>
        {(described) => (
          <input
            {...described}
            type="password"
            autoComplete="new-password"
            maxLength={1024}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Field
        id="password-di-nuovo"
        label={words.again}
        error={tried && !isShort && differs ? words.different : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="password"
            autoComplete="new-password"
            maxLength={1024}
            value={again}
            onChange={({ target }) => setAgain(target.value)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" aria-disabled={saving.isPending}>
        {saving.isPending ? words.saving : words.save}
      </Button>
      {link.provider === null ? null : (
        <>
          <p>{words.orProvider}</p>
          <ProviderButton body={link.body} name={link.provider} setting={{ invitation: token }} />
        </>
      )}
    </form>
  );
}
