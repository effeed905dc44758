// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ContentDetail } from '#editorial/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { editorialWords as words } from '../words/editorial.ts';
import { keep, step } from './editorial.ts';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly writes: boolean;
}

/** What was done with a draft, and what was said beside it. */
export function History({ body, detail: { id, steps, comments }, writes }: Props) {
  return (
    <section aria-labelledby="bozza-storia">
      <h2 id="bozza-storia">{words.history}</h2>
      <ul className="editorial-history">
        {steps.map(({ step: name, version, reasons, person, at }) => (
          <li key={`${name}${at}${version}`}>
            <strong>{words.step[name]}</strong> · {words.version(version)} · {person?.name ?? words.program} ·{' '}
            <Moment iso={at} />
            {reasons === null ? null : <p className="small">{reasons}</p>}
          </li>
        ))}
      </ul>
      <h2>{words.comments}</h2>
      <ul className="editorial-history">
        {comments.map((comment) => (
          <li key={comment.id}>
            {comment.person.name} · {words.version(comment.version)} · <Moment iso={comment.at} />
            <p className="editorial-text">{comment.text}</p>
          </li>
        ))}
      </ul>
      {writes ? <NewComment key={comments.length} body={body} id={id} /> : null}
    </section>
  );
}

function NewComment({ body, id }: { readonly body: string; readonly id: string }) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = text.trim() === '';
  const saying = useMutation({
    mutationFn: () => step(body, id, 'comments', { text: text.trim() }),
    onSuccess: (detail) => keep(queries, body, detail),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('bozza-commento')?.focus();
    else if (!saying.isPending) saying.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field id="bozza-commento" label={words.comment} error={asked && missing ? words.missing : undefined}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {saying.isError ? <Fault title={words.notDone} error={saying.error} /> : null}
      <Button type="submit" aria-disabled={saying.isPending}>
        {words.commentDo}
      </Button>
    </form>
  );
}
