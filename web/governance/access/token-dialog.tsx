// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TokenMade, TokenScope } from '#governance/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { accessWords } from '../../words/access.ts';
import { makeToken } from './access.ts';

const words = accessWords.tokens;
const DAYS = [30, 90, 180, 365];

interface Props {
  readonly body: string;
  /** What one may give. */
  readonly scopes: readonly TokenScope[];
  readonly onMade: (made: TokenMade) => void;
  readonly onClose: () => void;
}

export function TokenDialog({ body, scopes, onMade, onClose }: Props) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly TokenScope[]>(['read']);
  const [days, setDays] = useState(90);
  const [tried, setTried] = useState(false);
  const making = useMutation({
    mutationFn: () => makeToken(body, { name: name.trim(), scopes: [...chosen], days }),
    onSuccess: onMade,
  });
  const isShort = name.trim().length < 3;
  const isEmpty = chosen.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort || isEmpty) document.getElementById(isShort ? 'gettone-nome' : 'gettone-read')?.focus();
    else if (!making.isPending) making.mutate();
  };
  const toggle = (scope: TokenScope) =>
    setChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <Dialog title={words.makeTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {making.isError ? <Fault title={accessWords.notDone} error={making.error} /> : null}
        <Field
          id="gettone-nome"
          label={words.name}
          hint={words.nameHint}
          error={tried && isShort ? words.nameWrong : undefined}
        >
          {(described) => (
            <input
              {...described}
              type="text"
              autoComplete="off"
              maxLength={80}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <fieldset className="ladder-choices">
          <legend>{words.scopes}</legend>
          {scopes.map((scope) => (
            <label key={scope}>
              <input
                id={`gettone-${scope}`}
                type="checkbox"
                checked={chosen.includes(scope)}
                onChange={() => toggle(scope)}
              />
              <span>{words.scope[scope]}</span>
            </label>
          ))}
          {tried && isEmpty ? <FieldError id="gettone-scopi-errore" text={words.scopesWrong} /> : null}
        </fieldset>
        <Field id="gettone-giorni" label={words.days}>
          {(described) => (
            <select {...described} value={days} onChange={({ target }) => setDays(Number(target.value))}>
              {DAYS.map((one) => (
                <option key={one} value={one}>
                  {words.daysOf(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={making.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
