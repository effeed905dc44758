// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, declareUse } from './accounts.ts';
import { ActField, FEWEST_ACT } from './act-field.tsx';

const words = accountWords.connecting.declaration;

interface Props {
  readonly body: string;
  readonly network: string;
  /** As it is declared, to the letter. */
  readonly text: string;
}

/** What the network demands of the body before it may be used at all. */
export function DeclarationStep({ body, network, text }: Props) {
  const queries = useQueryClient();
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = act.trim().length < FEWEST_ACT;
  const declaring = useMutation({
    mutationFn: () => declareUse(body, network, { text, act: act.trim() }),
    onSuccess: (list) => {
      queries.setQueryData(accountsQuery(body).queryKey, list);
      announce(words.done);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing && !declaring.isPending) declaring.mutate();
  };
  return (
    <section className="account-step" aria-labelledby="dichiarazione">
      <h2 id="dichiarazione">{words.title}</h2>
      <p>{words.explain}</p>
      <blockquote className="account-declaration">{text}</blockquote>
      <form onSubmit={submit} noValidate>
        <ActField label={words.act} value={act} onChange={setAct} missing={asked && missing} />
        {declaring.isError ? <Fault title={words.failed} error={declaring.error} /> : null}
        <div className="account-acts">
          <Button look="primary" type="submit" aria-disabled={declaring.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </section>
  );
}
