// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConsentLedger } from '#editorial/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { consentWords } from '../../words/consents.ts';
import { Choices } from './choices.tsx';
import { askOwnPosting } from './consents.ts';

const words = consentWords.own;

interface Props {
  readonly body: string;
  readonly asks: ConsentLedger['asks']['own'];
}

/** Whoever works here asks the policy whether a photo may go on an account of their own. */
export function OwnPosting({ body, asks }: Props) {
  const [shows, setShows] = useState<string[]>([]);
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  const asking = useMutation({
    mutationFn: () =>
      askOwnPosting(body, {
        shows,
        given: Object.entries(given).flatMap(([of, form]) => (form === '' ? [] : [{ of, form }])),
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (shows.length === 0) document.getElementById('proprio-mostra')?.focus();
    else if (!asking.isPending) asking.mutate();
  };
  // An answer to another question than the one on the page would mislead.
  const ask = (change: () => void) => {
    asking.reset();
    change();
  };
  return (
    <section aria-labelledby="proprio-titolo">
      <h2 id="proprio-titolo">{words.title}</h2>
      <p>{words.intro}</p>
      <form onSubmit={submit} noValidate>
        <Choices
          id="proprio-mostra"
          legend={words.shows}
          error={asked && shows.length === 0 ? words.choose : undefined}
          options={asks.shows.map((value) => ({ value, label: value }))}
          chosen={shows}
          onChange={(chosen) => ask(() => setShows(chosen))}
        />
        {asks.of.map((of, index) => (
          <Field key={of} id={`proprio-di-${index}`} label={words.given(of)}>
            {(described) => (
              <select
                {...described}
                value={given[of] ?? ''}
                onChange={(event) => ask(() => setGiven({ ...given, [of]: event.target.value }))}
              >
                <option value="">{words.noneGiven}</option>
                {Object.entries(consentWords.form).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Button type="submit" aria-disabled={asking.isPending}>
          {words.ask}
        </Button>
      </form>
      <div role="status">
        {asking.data === undefined ? null : (
          <Notice
            tone={asking.data.allowed ? 'success' : 'warning'}
            title={asking.data.allowed ? words.allowed : words.notAllowed}
          >
            {asking.data.lacking.map(({ of, form, clause }) => (
              <p key={`${of}${clause}`}>
                {words.lacking(of, consentWords.asked[form ?? ''] ?? consentWords.asks.noForm, clause)}
              </p>
            ))}
          </Notice>
        )}
      </div>
      {asking.isError ? <Fault title={consentWords.notDone} error={asking.error} /> : null}
    </section>
  );
}
