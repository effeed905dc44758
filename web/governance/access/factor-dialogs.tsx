// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { accessWords } from '../../words/access.ts';
import { PasswordField } from '../password-field.tsx';
import { confirmFactor, offerFactor } from './access.ts';

const words = accessWords.factor;

interface Closing {
  /** With the recovery codes, told this once. */
  readonly onDone: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** First the password, then the key and the first code of the telephone. */
export function OfferDialog({ onDone, onClose }: Closing) {
  const [missing, setMissing] = useState(false);
  const offering = useMutation({ mutationFn: offerFactor });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setMissing(password === '');
    if (password === '') document.getElementById('password')?.focus();
    else if (!offering.isPending) offering.mutate(password);
  };
  if (offering.data !== undefined)
    return (
      <CodeDialog
        {...{ title: words.offerTitle, detail: words.keyDetail, save: words.confirm, onDone, onClose }}
        act={async (code) => (await confirmFactor(code)).codes}
      >
        <p>{words.key}</p>
        <p className="one-use-link">{offering.data.key}</p>
        <p>
          <a href={offering.data.address}>{words.open}</a>
        </p>
      </CodeDialog>
    );
  return (
    <Dialog title={words.offerTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.offerDetail}</p>
        {offering.isError ? <Fault title={accessWords.notDone} error={offering.error} /> : null}
        <PasswordField error={missing ? words.passwordMissing : undefined} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={offering.isPending}>
            {words.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface CodeProps extends Closing {
  readonly title: string;
  readonly detail: string;
  readonly save: string;
  readonly act: (code: string) => Promise<readonly string[]>;
  readonly children?: ReactNode;
}

export function CodeDialog({ title, detail, save, act, onDone, onClose, children }: CodeProps) {
  const [missing, setMissing] = useState(false);
  const acting = useMutation({ mutationFn: act, onSuccess: onDone });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setMissing(code.length < 6);
    if (code.length < 6) document.getElementById('codice-fattore')?.focus();
    else if (!acting.isPending) acting.mutate(code);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{detail}</p>
        {children}
        {acting.isError ? <Fault title={accessWords.notDone} error={acting.error} /> : null}
        <Field id="codice-fattore" label={words.code} error={missing ? words.codeMissing : undefined}>
          {(described) => (
            <input {...described} name="code" type="text" autoComplete="one-time-code" maxLength={40} required />
          )}
        </Field>
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
