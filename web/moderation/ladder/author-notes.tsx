// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AuthorView } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ladderWords } from '../../words/ladder.ts';
import { TextField, tooShort } from './fields.tsx';
import { authorQuery, eraseNote, writeNote } from './ladder.ts';

const words = ladderWords.author;

interface Props {
  readonly body: string;
  readonly author: AuthorView;
  readonly readOnly: boolean;
}

export function AuthorNotes({ body, author, readOnly }: Props) {
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: (note: string) => eraseNote(body, note),
    onSuccess: () => queries.invalidateQueries({ queryKey: authorQuery(body, author.id).queryKey }),
  });
  return (
    <section aria-labelledby="note">
      <h2 id="note">{words.notes}</h2>
      {author.notes.length === 0 ? <p>{words.noNotes}</p> : null}
      <ul className="ladder-list">
        {author.notes.map(({ id, text, by, at }) => (
          <li key={id}>
            <p>{text ?? ladderWords.erased}</p>
            <p className="muted small">
              {by}, <Moment iso={at} />
            </p>
            {readOnly ? null : (
              <Button className="btn-sm" onClick={() => !removing.isPending && removing.mutate(id)}>
                {words.removeNote}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing.isError ? <Fault title={ladderWords.failed} error={removing.error} /> : null}
      {readOnly ? null : author.notesDays === null ? (
        <p>{words.noTerm}</p>
      ) : (
        <NewNote body={body} author={author.id} days={author.notesDays} />
      )}
    </section>
  );
}

function NewNote({ body, author, days }: { readonly body: string; readonly author: string; readonly days: number }) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const writing = useMutation({
    mutationFn: () => writeNote(body, author, text),
    onSuccess: (view) => {
      queries.setQueryData(authorQuery(body, author).queryKey, view);
      setText('');
      setAsked(false);
      announce(ladderWords.recorded);
    },
  });
  const short = tooShort(text, 3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (short) document.getElementById('nota')?.focus();
    else if (!writing.isPending) writing.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        {...{ id: 'nota', label: words.note, value: text, onChange: setText, hint: words.noteHint(days) }}
        error={asked && short ? words.noteShort : undefined}
      />
      {writing.isError ? <Fault title={ladderWords.failed} error={writing.error} /> : null}
      <Button type="submit" aria-disabled={writing.isPending}>
        {words.addNote}
      </Button>
    </form>
  );
}
