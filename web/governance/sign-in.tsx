// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/title.ts';
import { accessWords } from '../words/access.ts';
import { setExpiry } from './expiry.ts';
import { PasswordField } from './password-field.tsx';
import { refusalWords } from './refusal-words.ts';
import { safeReturn } from './safe-return.ts';
import { SecondStep } from './second-step.tsx';
import { sessionQuery, signIn } from './session.ts';
import { ThroughProvider } from './through-provider.tsx';

const words = it.governance;

export function SignIn() {
  useTitle(words.title);
  const router = useRouter();
  const queries = useQueryClient();
  const { ritorno, errore } = useSearch({ from: '/accedi' });
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState({ email: false, password: false });
  const enter = async () => {
    setExpiry('no');
    await queries.resetQueries({ queryKey: sessionQuery.queryKey });
    router.history.push(safeReturn(ritorno));
  };
  const entry = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: ({ next }) => (next === 'second-factor' ? setWaiting(true) : enter()),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    setMissing({ email: email === '', password: password === '' });
    if (email !== '' && password !== '') return entry.mutate({ email, password });
    form.current?.querySelector<HTMLInputElement>(email === '' ? '#email' : '#password')?.focus();
  };
  return (
    <main className="sign-in" id="contenuto">
      <div className="sign-in-sheet">
        <p className="sign-in-product">{it.product}</p>
        <h1>{words.title}</h1>
        <p className="muted">{words.intro}</p>
        {waiting ? (
          <SecondStep onDone={enter} onAgain={() => setWaiting(false)} />
        ) : (
          <>
            <div role="alert">
              {entry.isError ? <Notice tone="danger">{refusalWords(entry.error)}</Notice> : null}
              {errore !== undefined && entry.isIdle ? (
                <Notice tone="danger">{accessWords.entering.fault[errore]}</Notice>
              ) : null}
            </div>
            <form ref={form} onSubmit={submit} noValidate>
              <Field id="email" label={words.email} error={missing.email ? words.required.email : undefined}>
                {(described) => <input {...described} name="email" type="email" autoComplete="username" required />}
              </Field>
              <PasswordField error={missing.password ? words.required.password : undefined} />
              <Button look="primary" type="submit" aria-disabled={entry.isPending}>
                {entry.isPending ? words.submitting : words.submit}
              </Button>
            </form>
            <ThroughProvider back={safeReturn(ritorno)} />
          </>
        )}
        <p className="muted small">{words.help}</p>
      </div>
      <p className="muted small">{it.licence}</p>
    </main>
  );
}
