// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { YoungAccountRequest, YoungAccounts } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { ladderWords } from '../../words/ladder.ts';
import { PickField, TextField, tooShort } from './fields.tsx';
import { declareYoung, endYoung, youngQuery } from './ladder.ts';

const words = ladderWords.young;

interface Props {
  readonly body: string;
  readonly mayChoose: boolean;
}

/** Where the policy admits the young with a consent: which accounts are theirs, under which authorisation. */
export function YoungAccountsForm({ body, mayChoose }: Props) {
  const { data } = useQuery(youngQuery(body));
  if (data === undefined || data.clause === null) return null;
  return (
    <section aria-labelledby="giovani">
      <h2 id="giovani">{words.title}</h2>
      <p>{words.intro(data.clause.id, data.clause.age)}</p>
      {data.items.length === 0 ? <p>{words.none}</p> : <Declared body={body} mayChoose={mayChoose} young={data} />}
      {mayChoose ? <Form key={data.items.length} body={body} young={data} /> : null}
    </section>
  );
}

function Declared({ body, mayChoose, young }: Props & { readonly young: YoungAccounts }) {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: (id: string) => endYoung(body, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: youngQuery(body).queryKey }),
  });
  return (
    <ul className="ladder-list">
      {young.items.map(({ id, account, project, by, document, person }) => (
        <li key={id}>
          <p>
            <strong>{young.accounts.find((one) => one.id === account)?.name}</strong>: {project}
          </p>
          <p className="small">
            {by === 'parents' ? words.parents : words.institution}, {document}. {person}
          </p>
          {mayChoose ? (
            <Button className="btn-sm" onClick={() => !ending.isPending && ending.mutate(id)}>
              {words.end}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Form({ body, young }: { readonly body: string; readonly young: YoungAccounts }) {
  const queries = useQueryClient();
  const [account, setAccount] = useState(young.accounts[0]?.id ?? '');
  const [project, setProject] = useState('');
  const [by, setBy] = useState<readonly YoungAccountRequest['by'][]>([]);
  const [document_, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(tooShort(project, 3) && { 'giovani-progetto': words.missing }),
    ...(by.length === 0 && { 'giovani-chi': words.missing }),
    ...(tooShort(document_, 3) && { 'giovani-documento': words.missing }),
  };
  const declaring = useMutation({
    mutationFn: () => declareYoung(body, { account, project, by: by[0] ?? 'institution', document: document_ }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: youngQuery(body).queryKey });
      announce(ladderWords.recorded);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.keys(problems)[0];
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (!declaring.isPending) declaring.mutate();
  };
  const shown = asked ? problems : {};
  return (
    <form onSubmit={submit} noValidate>
      <Field id="giovani-account" label={words.account}>
        {(described) => (
          <select {...described} value={account} onChange={(event) => setAccount(event.target.value)}>
            {young.accounts.map(({ id, name, network }) => (
              <option key={id} value={id}>
                {name} ({network})
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        {...{ id: 'giovani-progetto', label: words.project, value: project, onChange: setProject }}
        type="text"
        error={shown['giovani-progetto']}
      />
      <PickField
        id="giovani-chi"
        legend={words.by}
        choices={[
          { value: 'parents', label: words.parents },
          { value: 'institution', label: words.institution },
        ]}
        picked={by}
        onChange={setBy}
        error={shown['giovani-chi']}
        one
      />
      <TextField
        {...{ id: 'giovani-documento', label: words.document, value: document_, onChange: setDocument }}
        type="text"
        hint={words.documentHint}
        error={shown['giovani-documento']}
      />
      {declaring.isError ? <Fault title={ladderWords.failed} error={declaring.error} /> : null}
      <div className="remedies">
        <Button type="submit" aria-disabled={declaring.isPending}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
