// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AuthorView } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ladderWords } from '../../words/ladder.ts';
import { TextField, tooShort } from './fields.tsx';
import { authorQuery, breakLink, proveLink } from './ladder.ts';

const words = ladderWords.author;

interface Props {
  readonly body: string;
  readonly author: AuthorView;
  readonly readOnly: boolean;
}

/** Two authors are one only when a person says so, with the proof. */
export function AuthorLinks({ body, author, readOnly }: Props) {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: (link: string) => breakLink(body, link),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['authors', body] }),
  });
  return (
    <section aria-labelledby="collegamenti">
      <h2 id="collegamenti">{words.links}</h2>
      {author.links.length === 0 ? <p>{words.noLinks}</p> : null}
      <ul className="ladder-list">
        {author.links.map(({ id, other, proof, by }) => (
          <li key={id}>
            <p>
              <Link to="/banco/$body/autori/$id" params={{ body, id: other.id }}>
                {words.title(other.name)}
              </Link>{' '}
              <span className="muted small">{words.on(other.network)}</span>
            </p>
            <p className="small">
              {proof ?? ladderWords.erased} ({by})
            </p>
            {readOnly ? null : (
              <Button className="btn-sm" onClick={() => !ending.isPending && ending.mutate(id)}>
                {words.endLink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : <NewLink body={body} author={author.id} />}
    </section>
  );
}

const ADDRESS = /\/autori\/([0-9a-f-]{36})\/?$/;

function NewLink({ body, author }: { readonly body: string; readonly author: string }) {
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [proof, setProof] = useState('');
  const [asked, setAsked] = useState(false);
  const other = ADDRESS.exec(address.trim())?.[1];
  const wrong = other === undefined || other === author;
  const linking = useMutation({
    mutationFn: () => proveLink(body, author, { other: other ?? '', proof }),
    onSuccess: (view) => {
      queries.setQueryData(authorQuery(body, author).queryKey, view);
      setAddress('');
      setProof('');
      setAsked(false);
      announce(ladderWords.recorded);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) document.getElementById('collega-altro')?.focus();
    else if (tooShort(proof)) document.getElementById('collega-prova')?.focus();
    else if (!linking.isPending) linking.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        {...{ id: 'collega-altro', label: words.link, value: address, onChange: setAddress, hint: words.linkHint }}
        type="text"
        error={asked && wrong ? words.linkWrong : undefined}
      />
      <TextField
        {...{ id: 'collega-prova', label: words.proof, value: proof, onChange: setProof }}
        error={asked && tooShort(proof) ? ladderWords.required : undefined}
      />
      {linking.isError ? <Fault title={ladderWords.failed} error={linking.error} /> : null}
      <Button type="submit" aria-disabled={linking.isPending}>
        {words.addLink}
      </Button>
    </form>
  );
}
