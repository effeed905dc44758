// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { crisisWords } from '../../words/crisis.ts';
import type { OnCrisis } from './crisis-page.tsx';
import { useCrisisAct } from './use-crisis-act.ts';

const words = crisisWords.texts;

/** Texts approved before they are needed. */
export function TextsList({ body, view, leads }: OnCrisis) {
  const acting = useCrisisAct(body);
  return (
    <section aria-labelledby="testi">
      <h2 id="testi">{words.title}</h2>
      <p>{words.intro}</p>
      {view.texts.length === 0 ? <p className="muted">{words.none}</p> : null}
      {view.texts.map(({ id, title, text, approvedBy }) => (
        <div key={id} className="crisis-entry">
          <p>
            <strong>{title}</strong> <span className="muted small">{words.by(approvedBy)}</span>
          </p>
          <p>{text}</p>
          {leads ? (
            <Button
              look="quiet"
              aria-label={words.retireOf(title)}
              onClick={() => {
                if (!acting.isPending) acting.mutate({ path: `/texts/${encodeURIComponent(id)}/retire` });
              }}
            >
              {words.retire}
            </Button>
          ) : null}
        </div>
      ))}
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      {leads ? <NewText key={view.texts.length} body={body} /> : null}
    </section>
  );
}

function NewText({ body }: { readonly body: string }) {
  const acting = useCrisisAct(body);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = title.trim().length < 2 || text.trim().length < 5;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) document.getElementById('testo-titolo')?.focus();
    else if (!acting.isPending) acting.mutate({ path: '/texts', content: { title: title.trim(), text: text.trim() } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field id="testo-titolo" label={words.name} error={asked && wrong ? words.wrong : undefined}>
        {(described) => (
          <input {...described} type="text" value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field id="testo-parole" label={words.text}>
        {(described) => (
          <textarea {...described} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      <Button type="submit" aria-disabled={acting.isPending}>
        {words.approve}
      </Button>
    </form>
  );
}
