// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { NoAnswer, Refusal } from '../client/request.ts';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { accessWords } from '../words/access.ts';
import { passCode } from './session.ts';

const words = accessWords.entering;

interface Props {
  readonly onDone: () => Promise<void> | void;
  readonly onAgain: () => void;
}

/** After the password: the code of the telephone, or one of the sheet. */
export function SecondStep({ onDone, onAgain }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const passing = useMutation({
    mutationFn: async (code: string) => {
      await passCode(code);
      await onDone();
    },
    onError: () => field.current?.select(),
  });
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setMissing(code.length < 6);
    if (code.length < 6) field.current?.focus();
    else if (!passing.isPending) passing.mutate(code);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.second}</p>
      <div role="alert">{passing.isError ? <Notice tone="danger">{refusalOfCode(passing.error)}</Notice> : null}</div>
      <Field id="codice" label={words.code} hint={words.codeHint} error={missing ? words.codeMissing : undefined}>
        {(described) => (
          <input
            {...described}
            ref={field}
            name="code"
            type="text"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            required
          />
        )}
      </Field>
      <Button look="primary" type="submit" aria-disabled={passing.isPending}>
        {passing.isPending ? it.governance.submitting : words.submit}
      </Button>
      <Button look="quiet" onClick={onAgain}>
        {words.again}
      </Button>
    </form>
  );
}

function refusalOfCode(error: Error): string {
  if (error instanceof NoAnswer) return it.governance.unreachable;
  if (!(error instanceof Refusal)) return it.governance.failed;
  const byCode: Readonly<Record<string, string>> = {
    SECOND_FACTOR_WRONG: words.codeWrong,
    SECOND_FACTOR_OVER: words.over,
    TOO_MANY_ATTEMPTS: it.governance.tooMany,
    RATE_LIMITED: it.governance.tooMany,
  };
  return byCode[error.problem.code] ?? it.governance.failed;
}
