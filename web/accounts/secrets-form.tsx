// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SecretsRequest } from '#accounts/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { accountWords } from '../words/accounts.ts';

const words = accountWords.secrets;

interface Props<Saved> {
  /** Name to what it is. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  /** Names of those already there: left empty, they stay. */
  readonly kept: readonly string[];
  readonly words: { readonly save: string; readonly failed: string };
  readonly send: (secrets: SecretsRequest) => Promise<Saved>;
  readonly onSaved: (saved: Saved) => void;
  readonly onCancel?: () => void;
}

/** Secrets are typed and sent; nothing shows them again. */
export function SecretsForm<Saved>(props: Props<Saved>) {
  const { secrets, kept, send, onSaved, onCancel } = props;
  const [baseUrl, setBaseUrl] = useState(props.baseUrl);
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  // Changed on a page that goes on: its next step is what the page is for.
  const isAside = onCancel === undefined && kept.length > 0;
  const missing = kept.length === 0 && Object.values(written).every((secret) => secret.trim() === '');
  const saving = useMutation({
    mutationFn: () => send({ baseUrl: baseUrl.trim(), secrets: written }),
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing && baseUrl.trim() !== '' && !saving.isPending) saving.mutate();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {Object.entries(secrets).map(([name, what]) => (
        <Field key={name} id={`segreto-${name}`} label={what} hint={kept.includes(name) ? words.kept : undefined}>
          {(described) => (
            <input
              {...described}
              type="password"
              autoComplete="off"
              spellCheck={false}
              maxLength={10_000}
              value={written[name] ?? ''}
              onChange={(event) => setWritten({ ...written, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {asked && missing ? <FieldError id="segreti-mancano" text={words.required} /> : null}
      <Field id="segreto-indirizzo" label={words.baseUrl} hint={words.baseUrlHint}>
        {(described) => (
          <input
            {...described}
            type="url"
            maxLength={300}
            value={baseUrl}
            onChange={(event) => setBaseUrl(event.target.value)}
          />
        )}
      </Field>
      {saving.isError ? <Fault title={props.words.failed} error={saving.error} /> : null}
      <div className={onCancel === undefined ? 'account-acts' : 'dialog-actions'}>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{it.cancel}</Button>}
        <Button look={isAside ? 'outline' : 'primary'} type="submit" aria-disabled={saving.isPending}>
          {props.words.save}
        </Button>
      </div>
    </form>
  );
}
